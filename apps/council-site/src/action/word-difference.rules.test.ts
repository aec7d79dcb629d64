import { describe, expect, test } from 'vitest';
import { abbreviate, compareWords, isRewritten, shorten, type Piece } from './word-difference.rules.ts';

/** [taken] {put} kept. */
const mark = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, text }) => ({ kept: text, taken: `[${text}]`, put: `{${text}}` })[kind]).join('');

describe('the words of two texts', () => {
  test.each([
    ['the same', 'by March 2027', 'by March 2027', 'by March 2027'],
    ['one word', 'by March 2027', 'by June 2027', 'by [March]{June} 2027'],
    ['a word that came', 'Train staff', 'Train all staff', 'Train {all }staff'],
    ['a word that went', 'Train all staff', 'Train staff', 'Train [all ]staff'],
    ['a number is a whole word', 'Open 12 desks', 'Open 120 desks', 'Open [12]{120} desks'],
    ['a full stop is a word of its own', 'Train staff.', 'Train staff', 'Train staff[.]'],
    [
      'two words with a comma between',
      'rent, advice now',
      'housing, help now',
      '[rent, advice]{housing, help} now',
    ],
    ['nothing in common', 'Open a library', 'Train staff', '[Open a library]{Train staff}'],
    [
      'words added at the end',
      'Advice on rent.',
      'Advice on rent and a deposit.',
      'Advice on rent{ and a deposit}.',
    ],
    ['from nothing', '', 'Train staff', '{Train staff}'],
    ['Arabic', 'تدريب الموظفين قبل مارس', 'تدريب الموظفين قبل يونيو', 'تدريب الموظفين قبل [مارس]{يونيو}'],
    ['Chinese, without spaces', '在三月之前', '在六月之前', '在[三月]{六月}之前'],
    ['only space', 'Train  staff', 'Train staff', 'Train staff'],
    ['what looks like HTML', 'a <b> c', 'a <i> c', 'a <[b]{i}> c'],
  ])('%s', (_what, from, to, marked) => {
    expect(mark(compareWords(from, to))).toBe(marked);
  });

  test('together give both texts back', () => {
    const [from, to] = ['Open a hub, weekly, in the north.', 'Open two hubs, every day, in the south.'];
    const pieces = compareWords(from, to);
    const without = (kind: Piece['kind']) =>
      pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('');
    expect([without('put'), without('taken')]).toEqual([from, to]);
  });

  test('of five thousand signs are compared in a moment', () => {
    const [from, to] = ['a', 'b'].map((letter) =>
      Array.from({ length: 1000 }, (_, index) => `${letter}${index}`).join(' '),
    );
    const started = performance.now();
    compareWords(from ?? '', to ?? '');
    expect(performance.now() - started).toBeLessThan(300);
  });
});

test.each([
  ['by March 2027', 'by June 2027', false],
  ['Train staff', 'Train all staff', false],
  ['Open a library', 'Train staff in schools', true],
  ['Advice on renting', 'Advice and a place to live for everybody who is new', true],
])('from “%s” to “%s” is written anew: %s', (from, to, rewritten) => {
  expect(isRewritten(compareWords(from, to))).toBe(rewritten);
});

test('of a long text the words around each change are shown', () => {
  const long = Array.from({ length: 60 }, (_, index) => `w${index}`);
  const changed = long.with(30, 'new');
  expect(mark(abbreviate(compareWords(long.join(' '), changed.join(' '))))).toBe(
    ' … w22 w23 w24 w25 w26 w27 w28 w29 [w30]{new} w31 w32 w33 w34 w35 w36 w37 w38 … ',
  );
  const short = compareWords('Train staff in twelve schools', 'Train all staff in twelve schools');
  expect(abbreviate(short)).toEqual(short);
});

test('a text is cut after whole words', () => {
  expect(shorten('one two three four', 2)).toBe('one two …');
  expect(shorten(' one two ', 2)).toBe('one two');
});
