import { describe, expect, test } from 'vitest';
import { caseSurroundings, foldCases, freshnessCases, postcodeCases, tokenCases } from './cases.ts';
import { metresBetween } from './distance.rules.ts';
import { fold, searchWords, tokens } from './fold.rules.ts';
import { freshness } from './freshness.rules.ts';
import { languageCodes, languageName } from './languages.rules.ts';
import { findPlace, readPostcode, type Place } from './postcode.rules.ts';
import { countSlips, findNearest, readTerms } from './words.rules.ts';

test.each(foldCases)('“%s” is compared as “%s”', (written, folded) => {
  expect(fold(written)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});

test.each(tokenCases)('“%s” is found by %j', (written, found) => {
  expect(tokens(written)).toEqual(found);
});

test.each([
  ['食', ['食']],
  ['食物', ['食物']],
  ['食物银行 esol', ['食物', '物银', '银行', 'esol']],
])('to find “%s”, all of %j must be there', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test.each([
  ['clinic', 'clinc', 1],
  ['clinic', 'clinics', 1],
  ['clinic', 'clinic', 0],
  ['library', 'libarry', 1],
  ['library', 'libbany', 2],
  ['library', 'library', 0],
  ['library', 'lbirayr', 4],
  ['library', 'lib', 3],
  ['ትምህርቲ', 'ትምርቲ', 1],
])('from “%s” to “%s” are %i slips', (one, other, slips) => {
  expect(countSlips(one, other)).toBe(slips);
  expect(countSlips(other, one)).toBe(slips);
});

test.each([
  ['only the nearest', 'solicitr', ['solicitor', 'solicits', 'elicitor'], ['solicitor', 'solicits']],
  ['nothing for a short word', 'food', ['foot'], []],
  ['two slips only in eight letters', 'doctorss', ['doctor'], ['doctor']],
  ['not two slips in seven', 'doctrss', ['doctor'], []],
  ['letters out of order are one slip', 'laywer', ['lawyer', 'layers'], ['lawyer']],
])('misspelt: %s', (_, word, known, nearest) => {
  expect(findNearest(known, word)).toEqual(nearest);
});

test.each([
  ['a word alone', 'tee', [['tee']]],
  ['words that say nothing are left out', 'the milk, for me', [['milk']]],
  ['Chinese ones as well', '我需要茶', [['茶']]],
  ['unless nothing is left', 'the', [['the']]],
  ['single letters are left out', 'e milk', [['milk']]],
])('%s', (_, text, ways) => {
  expect(readTerms(text, caseSurroundings)).toEqual([[ways, String(ways)]]);
});

test('a phrase is kept together, and each of its synonyms is a way to find it', () => {
  const [[phrase] = [], evening] = readTerms('Food bank evening', caseSurroundings);
  expect(phrase).toContainEqual(['food', 'bank']);
  expect(phrase).toContainEqual(['foodbank']);
  expect(phrase).toContainEqual(['食物', '物银', '银行']);
  expect(evening).toEqual([[['evening']], 'evening']);
});

test('groups that share a word are joined; what says nothing is no way to find them', () => {
  const synonyms = [['gp', 'doctor'], ['gp', 'surgery', 'the'], ['nurse']];
  const waysOf = (text: string) =>
    readTerms(text, { synonyms, idlePattern: ' the(?= )' }).map(
      ([ways]) => new Set(ways.map(String).filter(Boolean)),
    );
  expect(waysOf('gp')).toEqual([new Set(['gp', 'doctor', 'surgery'])]);
  expect(waysOf('the')).toEqual([new Set(['gp', 'surgery'])]);
});

test.each(postcodeCases)('“%s” is read as %s', (typed, read) => {
  const postcode = readPostcode(typed);
  expect('problem' in postcode ? postcode.problem : postcode.code).toBe(read);
});

describe('a place is found', () => {
  const place = (code: string, kind: Place['kind']): Place => ({ code, kind, latitude: 51.5, longitude: 0 });
  const places = [
    place('E8 3BQ', 'POSTCODE'),
    place('E8 3', 'SECTOR'),
    place('E8', 'OUTCODE'),
    place('E10', 'OUTCODE'),
    place('EC1', 'OUTCODE'),
  ];
  test.each([
    ['by its postcode', 'E8 3BQ', 'E8 3BQ'],
    ['else by its sector', 'E8 3ZZ', 'E8 3'],
    ['else by its outcode', 'E8 9ZZ', 'E8'],
    ['by a sector typed without its space', 'E83', 'E8 3'],
    ['by a longer outcode before a sector', 'E10', 'E10'],
    ['by the outcode without its letter', 'EC1A 1BB', 'EC1'],
    ['not at all', 'N1 9GU', null],
  ])('%s', (_, typed, code) => {
    const postcode = readPostcode(typed);
    expect('problem' in postcode ? postcode.problem : (findPlace(places, postcode)?.code ?? null)).toBe(code);
  });
});

// Published coordinates and distances, each within half a per cent.
test.each([
  ['a place to itself', [51.5, -0.1], [51.5, -0.1], 0],
  ['a minute of latitude', [51.5, -0.1], [51.5 + 1 / 60, -0.1], 1853],
  ['Greenwich to Cambridge observatories', [51.4779, 0], [52.2138, 0.0947], 82_080],
  ['London to Paris', [51.5074, -0.1278], [48.8566, 2.3522], 343_900],
  ['Land’s End to John o’ Groats', [50.0664, -5.7148], [58.644, -3.0704], 968_900],
  ['over the meridian of Greenwich', [51.5, -0.001], [51.5, 0.001], 138],
] as const)('the distance of %s', (_, [latitude, longitude], [toLatitude, toLongitude], metres) => {
  const measured = metresBetween({ latitude, longitude }, { latitude: toLatitude, longitude: toLongitude });
  expect(Math.abs(measured - metres)).toBeLessThanOrEqual(metres * 0.005);
});

test.each(freshnessCases)('checked on %s, on %s it is %s', (checkedOn, today, is) => {
  expect(freshness(checkedOn, today)).toBe(is);
});

test('a language has its English name and its own; one that is not known keeps its code', () => {
  expect(['ti', 'ckb', 'en', 'xx'].map(languageName)).toEqual([
    { english: 'Tigrinya', own: 'ትግርኛ' },
    { english: 'Kurdish Sorani', own: 'کوردی سۆرانی' },
    { english: 'English', own: 'English' },
    { english: 'xx', own: 'xx' },
  ]);
  expect(languageCodes.every((code) => /^[a-z]{2,3}$/.test(code))).toBe(true);
});
