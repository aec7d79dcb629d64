import { describe, expect, test } from 'vitest';
import { findFirstWording, listRewordings, type Telling, type Wording } from './wording.rules.ts';

const first: Wording = {
  number: 1,
  since: '2026-01-01T00:00:00Z',
  title: 'Train staff',
  detail: null,
  language: 'en',
  leadText: 'Housing',
  dueText: 'by March 2027',
  leads: [{ name: 'Housing' }],
};

/** Wordings one after the other, each with what it changes. */
function wordings(...edits: Partial<Wording>[]): Wording[] {
  const all = [first];
  for (const edit of edits) all.push({ ...(all.at(-1) ?? first), number: all.length + 1, ...edit });
  return all;
}

/** The telling as it is read, with [taken] and {put}. */
const read = (telling: Telling) =>
  telling
    .map((part) =>
      typeof part === 'string'
        ? part
        : `“${part.pieces.map(({ kind, text }) => ({ kept: text, taken: `[${text}]`, put: `{${text}}` })[kind]).join('')}”`,
    )
    .join('')
    .replaceAll(/[\u2068\u2069]/g, '');
const tell = (...edits: Partial<Wording>[]) =>
  listRewordings(wordings(...edits)).map(({ changes }) => changes.map(({ telling }) => read(telling)));

const words = (count: number, name = 'w') =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');

test('an action that was never reworded has no changes, and its first words are known', () => {
  expect(listRewordings([first])).toEqual([]);
  expect(findFirstWording(wordings({ title: 'Train all staff' }).toReversed())).toBe(first);
  expect(findFirstWording([])).toBeUndefined();
});

describe('a new wording is told by what it changed', () => {
  test.each<[string, Partial<Wording>, string[]]>([
    [
      'a later day',
      { dueText: 'by June 2027' },
      ['Timescale changed from “by [March] 2027” to “by {June} 2027”.'],
    ],
    ['a day taken away', { dueText: null }, ['Timescale taken away. It was “by March 2027”.']],
    ['a title', { title: 'Train all staff' }, ['Title changed from “Train staff” to “Train {all }staff”.']],
    ['a title written anew', { title: 'Open a hub' }, ['Title changed from “Train staff” to “Open a hub”.']],
    ['a detail that came', { detail: 'In every ward.' }, ['Detail added: “In every ward.”']],
    [
      'another lead',
      { leadText: 'Schools', leads: [{ name: 'Schools' }] },
      ['Lead changed from “Housing” to “Schools”.'],
    ],
    [
      'one lead more',
      { leadText: 'Housing, with Schools', leads: [{ name: 'Housing' }, { name: 'Schools' }] },
      ['Lead changed from “Housing” to “Housing{, with Schools}”. New: Schools.'],
    ],
    ['no lead', { leadText: null, leads: [] }, ['Lead taken away. It was “Housing”.']],
    [
      'several parts at once, in the order of the page',
      { dueText: 'by June 2027', title: 'Train all staff' },
      [
        'Title changed from “Train staff” to “Train {all }staff”.',
        'Timescale changed from “by [March] 2027” to “by {June} 2027”.',
      ],
    ],
    [
      'another language',
      { language: 'ar', title: 'تدريب الموظفين' },
      ['Language changed from English to Arabic.', 'Title changed from “Train staff” to “تدريب الموظفين”.'],
    ],
    ['a language nobody knows', { language: '?' }, ['Language changed from English to ?.']],
    ['only how strong it is read', {}, []],
  ])('%s', (_what, edit, told) => {
    expect(tell(edit)).toEqual(told.length > 0 ? [told] : []);
  });

  test('each in its own language', () => {
    const [rewording] = listRewordings(wordings({ language: 'ar', title: 'تدريب الموظفين' }));
    expect(rewording?.changes[1]?.telling).toEqual([
      'Title changed from ',
      { language: 'en', pieces: [{ kind: 'kept', text: 'Train staff' }] },
      ' to ',
      { language: 'ar', pieces: [{ kind: 'kept', text: 'تدريب الموظفين' }] },
      '.',
    ]);
  });
});

describe('words that come back', () => {
  test('are told as such, newest first', () => {
    expect(
      tell({ dueText: 'by June 2027' }, { dueText: 'by March 2027' }, { dueText: 'by June 2027' }),
    ).toEqual([
      ['Timescale changed back from “by [March] 2027” to “by {June} 2027”.'],
      ['Timescale changed back from “by [June] 2027” to “by {March} 2027”.'],
      ['Timescale changed from “by [March] 2027” to “by {June} 2027”.'],
    ]);
  });

  test('also when they were away, or are away again', () => {
    expect(tell({ leadText: null, leads: [] }, { leadText: 'Housing' }, { leadText: null })).toEqual([
      ['Lead taken away again. It was “Housing”.'],
      ['Lead added again: “Housing”.'],
      ['Lead taken away. It was “Housing”.'],
    ]);
  });
});

test('a long text shows the changed words with some around them, and both texts in full', () => {
  const [before, after] = [words(80), words(80).replace('w40 ', 'new ')];
  const [rewording] = listRewordings(wordings({ detail: before }, { detail: after }));
  const [change] = rewording?.changes ?? [];
  expect(read(change?.telling ?? [])).toBe(
    'Detail changed: “ … w32 w33 w34 w35 w36 w37 w38 w39 [w40]{new} w41 w42 w43 w44 w45 w46 w47 w48 … ”',
  );
  expect(change?.inFull?.before.pieces).toEqual([{ kind: 'kept', text: before }]);
  expect(change?.inFull?.after.pieces).toEqual([{ kind: 'kept', text: after }]);
});

test('a long text written anew shows how both begin', () => {
  const [[told] = []] = tell({ detail: words(80) }, { detail: words(80, 'x') });
  expect(told).toMatch(/^Detail written anew\. Before: “w0 .* w39 …” Now: “x0 .* x39 …”$/);
});

test('several wordings of one day are told one by one', () => {
  const since = '2026-03-03T10:00:00Z';
  const changes = listRewordings(
    wordings({ title: 'Train all staff', since }, { title: 'Train staff twice', since }),
  );
  expect(changes.map(({ number }) => number)).toEqual([3, 2]);
});
