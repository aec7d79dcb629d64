import { expect, test } from 'vitest';
import { describeHappenings, type Change } from './changes.rules.ts';

const plan = { slug: '2026-2029', title: 'Plan' };
const change = (revision: number, noun: string, ref?: string, kind: Change['kind'] = 'CREATED'): Change => ({
  at: `2026-03-${String(revision).padStart(2, '0')}T10:00:00Z`,
  revision,
  kind,
  noun,
  plan,
  action: ref ? { ref, refIsDerived: false, title: `Action ${ref}`, plan } : null,
});

const tell = (changes: readonly Change[]) =>
  describeHappenings(changes).map(({ action, words }) => [action?.ref ?? 'plan', words].join(': '));

test('a report and its evidence, published in one step, are one line', () => {
  expect(tell([change(4, 'Evidence', '1.2'), change(4, 'Report', '1.2')])).toEqual([
    '1.2: a report was published',
  ]);
});

test('what happened last stands first', () => {
  expect(tell([change(3, 'Report', '1.1'), change(5, 'GroupAssessment', '1.1')])).toEqual([
    '1.1: the group said what it thinks of a report',
    '1.1: a report was published',
  ]);
});

test('two actions that changed in one step are two lines', () => {
  expect(tell([change(6, 'ActionWording', '1.1'), change(6, 'ActionWording', '2.1')])).toEqual([
    '1.1: the wording changed',
    '2.1: the wording changed',
  ]);
});

test('a whole plan that came in is one line, not forty', () => {
  const refs = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'];
  expect(tell(refs.map((ref) => change(1, 'Action', ref)))).toEqual(['plan: the plan was added']);
  expect(tell(refs.map((ref) => change(2, 'ActionWording', ref, 'CHANGED')))).toEqual([
    'plan: many of the plan’s actions were changed',
  ]);
});

test('many translations in one step are one line, after what else it brought', () => {
  const refs = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'];
  const translations = refs.map((ref) => change(3, 'Translation', ref));
  expect(tell([...translations, change(3, 'Report', '1.1')])).toEqual([
    '1.1: a report was published',
    'plan: translations were added or changed',
  ]);
  expect(tell(translations.slice(0, 1))).toEqual(['1.1: a translation was added']);
});

test('a record that readers need not know of is not told by its raw name', () => {
  expect(tell([change(7, 'ActionLead', '1.1'), change(8, 'SomethingNew', '1.1')])).toEqual([]);
});
