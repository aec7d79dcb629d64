import { describe, expect, test } from 'vitest';
import { matchActions, type Matchable, type MatchableStored } from './match-actions.ts';
import { listWords, measureOverlap, normaliseWording } from './wording.ts';

const drafted = (ref: string, title: string, more: Partial<Matchable> = {}): Matchable => ({
  ref,
  refIsDerived: false,
  title,
  detail: null,
  leadText: null,
  themeTitle: 'Homes',
  ...more,
});
const stored = (ref: string, title: string, more: Partial<MatchableStored> = {}): MatchableStored => ({
  ...drafted(ref, title),
  id: `stored ${ref}`,
  hasHistory: false,
  hasLeft: false,
  ...more,
});
const refsOf = (pairs: [Matchable, Matchable][]) =>
  pairs.map(([one, other]) => `${one.ref} is ${other.ref}`).toSorted();

const houses = 'Find ten houses for families who arrive this year';
const similar = 'Find twelve houses for families who arrive this year';
const classes = 'Open evening classes in every library';
const derived = { refIsDerived: true };

describe('the same action', () => {
  test.each<[string, MatchableStored[], Matchable[], string[]]>([
    [
      'has the same reference and the same words',
      [stored('1.1', houses)],
      [drafted('1.1', houses)],
      ['1.1 is 1.1'],
    ],
    [
      'has other words under its published reference',
      [stored('1.1', houses)],
      [drafted('1.1', classes)],
      ['1.1 is 1.1'],
    ],
    [
      'got another reference, not another wording',
      [stored('1.1', houses)],
      [drafted('2.4', houses)],
      ['1.1 is 2.4'],
    ],
    [
      'is told by its words whatever their case, quotes and spaces',
      [stored('1.1', 'Review the council’s “welcome pack”')],
      [drafted('3', "review the  council's welcome pack.")],
      ['1.1 is 3'],
    ],
    [
      'moved down because another was put before it',
      [stored('1.1', houses), stored('1.2', classes)],
      [drafted('1.1', 'Plant trees'), drafted('1.2', houses), drafted('1.3', classes)],
      ['1.1 is 1.2', '1.2 is 1.3'],
    ],
    [
      'changed its place with another',
      [stored('1.1', houses), stored('1.2', classes)],
      [drafted('1.1', classes), drafted('1.2', houses)],
      ['1.1 is 1.2', '1.2 is 1.1'],
    ],
    [
      'stands once in each theme, word for word',
      [stored('1', 'Report yearly'), stored('2', 'Report yearly', { themeTitle: 'Health' })],
      [drafted('8', 'Report yearly', { themeTitle: 'Health' }), drafted('9', 'Report yearly')],
      ['1 is 9', '2 is 8'],
    ],
    [
      'has slightly other words in the same place, where we numbered it',
      [stored('1.1', houses, derived)],
      [drafted('1.1', similar, derived)],
      ['1.1 is 1.1'],
    ],
    [
      'has quite other words in a place that we numbered: another one',
      [stored('1.1', houses, derived)],
      [drafted('1.1', classes, derived)],
      [],
    ],
    [
      'left the document earlier and is back',
      [stored('1.1', houses, { hasLeft: true })],
      [drafted('1.5', houses)],
      ['1.1 is 1.5'],
    ],
    [
      'left the document, and its reference means something else now',
      [stored('1.1', houses, { hasLeft: true })],
      [drafted('1.1', classes)],
      [],
    ],
    [
      'is the one that never left, when both have the same words',
      [stored('1.1', houses, { hasLeft: true }), stored('1.9', houses)],
      [drafted('1.5', houses)],
      ['1.9 is 1.5'],
    ],
    ['is not there', [stored('1.1', houses)], [drafted('2.1', classes)], []],
  ])('%s', (_name, before, after, expected) => {
    const { pairs, questions } = matchActions(before, after);
    expect(refsOf(pairs)).toEqual(expected);
    expect(questions).toEqual([]);
  });
});

describe('a question', () => {
  const before = [stored('1.1', houses, { hasHistory: true })];

  test('is asked when the words are alike and the references differ', () => {
    const { pairs, questions } = matchActions(before, [drafted('1.4', similar)]);
    expect(pairs).toEqual([]);
    expect(questions.map(({ key, kind }) => [key, kind])).toEqual([['stored 1.1 is 1.4', 'SIMILAR_WORDING']]);
  });

  test('answered with yes makes it the same action', () => {
    const { pairs, questions } = matchActions(
      before,
      [drafted('1.4', similar)],
      new Map([['stored 1.1 is 1.4', true]]),
    );
    expect(refsOf(pairs)).toEqual(['1.1 is 1.4']);
    expect(questions).toEqual([]);
  });

  test('answered with no leaves the next best pair to be asked about', () => {
    const after = [
      drafted('1.4', similar),
      drafted('1.5', 'Find houses for families who arrive this year or next'),
    ];
    const { pairs, questions } = matchActions(before, after, new Map([['stored 1.1 is 1.4', false]]));
    expect(pairs).toEqual([]);
    expect(questions.map(({ key }) => key)).toEqual(['stored 1.1 is 1.5']);
  });

  test('is asked before reports come to belong to quite other words under the same reference', () => {
    const { pairs, questions } = matchActions(before, [drafted('1.1', classes)]);
    expect(pairs).toEqual([]);
    expect(questions.map(({ kind }) => kind)).toEqual(['SAME_REF_OTHER_WORDING']);
  });

  test('is about the most alike, and about each action once', () => {
    const { questions } = matchActions(
      [stored('1', houses), stored('2', 'Find ten houses for families who arrive this winter')],
      [drafted('7', similar), drafted('8', 'Find ten flats for families who arrive this winter')],
    );
    expect(questions.map(({ key }) => key).toSorted()).toEqual(['stored 1 is 7', 'stored 2 is 8']);
  });
});

test.each([
  ['Open ten hubs', 'open TEN hubs!', 1],
  ['Open ten hubs by spring', 'Open ten hubs by winter', 0.8],
  ['Open ten hubs', 'Plant trees', 0],
  ['', '', 0],
])('"%s" and "%s" have %d of their words in common', (one, other, share) => {
  expect(measureOverlap(listWords(one), listWords(other))).toBeCloseTo(share);
});

test('words of every script are compared', () => {
  expect(normaliseWording('«نتائج» — 2026؛')).toBe('نتائج 2026');
});
