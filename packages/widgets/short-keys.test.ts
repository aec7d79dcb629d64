import { expect, test } from 'vitest';
import { findShortKeys, shortenKeys } from './short-keys.ts';

test.each([
  ['only in quotes', "t('anyLanguage')", ''],
  ['in a comment as well', "t('anyLanguage'); // anyLanguage is said", ''],
])('a key that the code writes %s is shortened', (_, code, data) => {
  expect([...findShortKeys(['anyLanguage'], code, data).keys()]).toEqual(['anyLanguage']);
});

test.each([
  ['as a property', "t('need'); search.need", ''],
  ['as a class', 't(\'need\'); html`<p class="need"></p>`', ''],
  ['in the data', "t('need')", 'readonly need: string'],
  ['nowhere in full', 't(`${kind}`)', ''],
])('a key that is written %s stays as it is', (_, code, data) => {
  expect(findShortKeys(['need'], code, data).size).toBe(0);
});

test('a key is called the same whatever other keys there are, and no two are called the same', () => {
  const keys = Array.from({ length: 400 }, (_, index) => `key${index}`);
  const short = findShortKeys(keys, keys.map((key) => `'${key}'`).join(), '');
  expect(new Set(short.values()).size).toBe(400);
  for (const [key, name] of short) {
    const alone = findShortKeys([key], `'${key}'`, '').get(key) ?? '';
    expect(name.startsWith(alone)).toBe(true);
  }
});

test('words and the code that asks for them agree, and a text that its key says is left out', () => {
  const short = new Map([['anyDay', 'xy']]);
  const words =
    "{\n  anyDay: 'Any day',\n  'category.ENGLISH_CLASSES': 'English classes',\n  'cost.PAID': 'Costs money',\n}";
  expect(shortenKeys(words, short, true)).toBe(
    "{\n  xy: 'Any day',\n  'category.ENGLISH_CLASSES': 1,\n  'cost.PAID': 'Costs money',\n}",
  );
  expect(shortenKeys("t(isOpen ? 'anyDay' : 'when')", short, false)).toBe("t(isOpen ? 'xy' : 'when')");
});
