import { expect, test } from 'vitest';
import { findSaid, leaveOutSaid, markWords, sayWords } from './said-words.ts';

const days = { one: '{n} day', other: '{n} days' };

test.each([
  ['only in quotes', "selectView('anyLanguage')"],
  ['in a comment as well', "t('anyLanguage'); // anyLanguage is said"],
  ['as a choice of two', "t(isOpen ? 'anyLanguage' : 'when')"],
  ['as the name of a property too', "t('anyLanguage'); search.anyLanguage"],
  ['as a class too', 't(\'anyLanguage\'); html`<p class="anyLanguage"></p>`'],
])('a key that the code writes %s gives way to its text', (_, code) => {
  expect([...findSaid({ anyLanguage: 'Any language' }, code).keys()]).toEqual(['anyLanguage']);
});

test.each([
  ['as the name of a question too', "selectView('need'); search.need"],
  ['compared', "t('need'); name === 'need'; search.need"],
  ['nowhere in full', 't(`${kind}`)'],
])('a key that is written %s stays as it is', (_, code) => {
  expect(findSaid({ need: 'What do you need?' }, code).size).toBe(0);
});

test('texts stand where their keys stood, and no more among the words', () => {
  const words = {
    anyDay: 'Any day',
    days,
    'category.ENGLISH_CLASSES': 'English classes',
    'cost.PAID': 'Costs',
  };
  const said = findSaid(words, "t('anyDay'); t('days', { n })");
  expect(sayWords("t('anyDay'); t('days', { n })", said)).toBe(
    't("Any day"); t({"one":"{n} day","other":"{n} days"}, { n })',
  );
  const file =
    "export const words = {\n  anyDay: 'Any day',\n  days: {},\n  'category.ENGLISH_CLASSES': '',\n  'mode.ONLINE': '',\n  'cost.PAID': '',\n} as const;";
  expect(leaveOutSaid(file, words, said)).toBe('export const words = {"cost.PAID":"Costs"} as const;');
});

test('another language is found by what is said, and two translations of one text are refused', () => {
  const said = new Map([
    ['anyDay', 'Any day'],
    ['whichDay', 'Any day'],
  ]);
  expect([...markWords({ anyDay: 'أي يوم' }, said).values()]).toEqual(['أي يوم']);
  expect(() => markWords({ anyDay: 'أي يوم', whichDay: 'كل يوم' }, said)).toThrow('whichDay');
});
