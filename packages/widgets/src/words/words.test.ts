import { expect, test } from 'vitest';
import { trackerWordsInArabic } from '../action-tracker/words.ar.ts';
import { trackerWords } from '../action-tracker/words.en.ts';
import { ar as commonInArabic } from './ar.ts';
import { describeAge, formatDay, formatTime } from './dates.ts';
import { finderWordsInArabic } from '../service-finder/words.ar.ts';
import { finderWords } from '../service-finder/words.en.ts';
import { groupWordsInArabic } from '../steering-group/words.ar.ts';
import { groupWords } from '../steering-group/words.en.ts';
import { en as common } from './en.ts';
import type { WordKey } from './words.ts';
import { findLanguage, formatNumber, getWords } from './every-language.ts';

const english = getWords('en');
const arabic = getWords('ar');
const categories = { en: ['one', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] };
const en = { ...common, ...trackerWords, ...groupWords, ...finderWords };
const ar = { ...commonInArabic, ...trackerWordsInArabic, ...groupWordsInArabic, ...finderWordsInArabic };
const keys = Object.keys(en) as WordKey[];
const placeholders = (entry: (typeof ar)[WordKey]) =>
  new Set((typeof entry === 'string' ? entry : entry.other).match(/\{\w+\}/g));

test('both languages say the same things, with the same names to fill in', () => {
  expect(Object.keys(ar)).toEqual(keys);
  for (const key of keys) expect([key, placeholders(ar[key])]).toEqual([key, placeholders(en[key])]);
});

test('every plural form belongs to its language', () => {
  for (const [language, pack] of Object.entries({ en, ar })) {
    const known = categories[language as keyof typeof categories];
    expect(new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()).toEqual(
      known.toSorted(),
    );
    for (const entry of Object.values(pack)) {
      if (typeof entry !== 'string') for (const form of Object.keys(entry)) expect(known).toContain(form);
    }
  }
});

test('a sentence of the interface in English has at most 15 words', () => {
  for (const entry of Object.values(en)) {
    for (const text of typeof entry === 'string' ? [entry] : Object.values(entry)) {
      if (text === en.months) continue;
      for (const sentence of text.split(/[.!?] /))
        expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(15);
    }
  }
});

test.each([
  [0, 'لا إجراءات'],
  [1, 'إجراء واحد'],
  [2, 'إجراءان'],
  [3, '3 إجراءات'],
  [11, '11 إجراءً'],
  [100, '100 إجراء'],
])('%d actions are counted in Arabic as "%s"', (n, words) => {
  expect(arabic.t('shown', { n })).toBe(words);
});

test('one action is counted in English without an s', () => {
  expect(english.t('shown', { n: 1 })).toBe('1 action');
  expect(english.t('shown', { n: 1035 })).toBe('1,035 actions');
});

test('a name in the other direction is kept apart from the sentence around it', () => {
  expect(english.t('example', { council: 'Fairmead' })).toBe(
    'Fairmead is not a real council. Everything here is an example.',
  );
  expect(english.t('example', { council: 'فيرميد' })).toContain('\u2068فيرميد\u2069');
  expect(arabic.t('example', { council: 'Fairmead' })).toContain('\u2068Fairmead\u2069');
});

test.each([
  ['ar', 'ar'],
  ['ar-SY', 'ar'],
  ['EN_gb', 'en'],
  ['fr', undefined],
  ['', undefined],
  [null, undefined],
])('the language tag %s means %s', (tag, language) => {
  expect(findLanguage(tag)).toBe(language);
  expect(getWords(tag).language).toBe(language ?? 'en');
});

test('days are written in Gregorian months and Latin digits', () => {
  expect(formatDay('2026-03-03', english)).toBe('3 March 2026');
  expect(formatDay('2026-12-31', arabic)).toBe('31 ديسمبر 2026');
  expect(formatDay('some day', english)).toBe('some day');
});

test.each([
  ['2026-11-22', 'today'],
  ['2026-11-23', 'today'],
  ['2026-11-21', 'yesterday'],
  ['2026-11-20', '2 days ago'],
  ['2026-11-10', '12 days ago'],
  ['2026-11-08', '2 weeks ago'],
  ['2026-11-01', '3 weeks ago'],
  ['2026-09-22', '2 months ago'],
  ['2026-08-15', '3 months ago'],
  ['2024-11-22', '23 months ago'],
  ['2024-11-21', '2 years ago'],
  ['2024-11-01', '2 years ago'],
])('a report of %s is from %s', (day, age) => {
  expect(describeAge(day, '2026-11-22', english)).toBe(age);
});

test('ages have their plural forms in Arabic too', () => {
  expect(describeAge('2026-11-08', '2026-11-22', arabic)).toBe('قبل أسبوعين');
});

test('the time of day is the council’s', () => {
  expect(formatTime(new Date('2026-07-01T13:05:00Z'), 'Europe/London')).toBe('14:05');
});

test.each([
  [0, '0'],
  [612, '612'],
  [1000, '1,000'],
  [1234567.25, '1,234,567.25'],
])('the number %d is written as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
