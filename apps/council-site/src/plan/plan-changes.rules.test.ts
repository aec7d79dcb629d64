import { expect, test } from 'vitest';
import type { Wording } from '../action/wording.rules.ts';
import { listPlanChanges, type ReadAction } from './plan-changes.rules.ts';

const action = (ref: string, since: readonly string[], leftDocumentOn: string | null = null): ReadAction => ({
  ref,
  refIsDerived: false,
  title: 'Train staff',
  language: 'en',
  leftDocumentOn,
  wordings: since.map((moment, index): Wording => ({
    number: index + 1,
    since: moment,
    title: `Train staff ${index}`,
    detail: null,
    language: 'en',
    leadText: null,
    dueText: null,
    leads: [],
  })),
});
const list = (...actions: ReadAction[]) =>
  listPlanChanges([{ actions }], 'Europe/London').map(
    ({ day, action: { ref }, what }) =>
      `${day} ${ref} ${what.kind}${what.kind === 'reworded' ? ` ${what.rewording.number}` : ''}`,
  );

const [january, juneNight, july] = ['2026-01-10T12:00:00Z', '2026-06-01T23:30:00Z', '2026-07-01T12:00:00Z'];

test('a plan as it was first recorded has not changed', () => {
  expect(list(action('1.1', [january]), action('1.2', [january]))).toEqual([]);
  expect(list()).toEqual([]);
});

test('wordings, actions that came and actions that left stand on their days, newest first', () => {
  expect(
    list(
      action('1.1', [january, juneNight, july]),
      action('1.2', [january], '2026-06-02'),
      action('1.3', [juneNight]),
    ),
  ).toEqual([
    '2026-07-01 1.1 reworded 3',
    '2026-06-02 1.1 reworded 2',
    '2026-06-02 1.2 left',
    '2026-06-02 1.3 added',
  ]);
});
