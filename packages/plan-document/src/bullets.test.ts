import { expect, test } from 'vitest';
import { readPlanDocument } from './plan-document.ts';

const list = async (bullets: readonly string[]) => {
  const text = ['Action plan 2026', '', 'Learning', '', 'We will:', ...bullets].join('\n');
  const [theme] = (await readPlanDocument(new TextEncoder().encode(text))).themes;
  return theme?.actions.map(({ title, detail }) => (detail === null ? [title] : [title, detail]));
};

test('at one indent another sign is another promise', async () => {
  expect(
    await list([
      '• Lend a hundred laptops to pupils',
      '  who have none at home',
      '- Continue the conversation clubs (Lead: Adult Learning)',
      '- Offer exams in every library',
      '• Train forty mentors for schools',
    ]),
  ).toEqual([
    ['Lend a hundred laptops to pupils who have none at home'],
    ['Continue the conversation clubs'],
    ['Offer exams in every library'],
    ['Train forty mentors for schools'],
  ]);
});

test('promises in small letters are promises under either sign', async () => {
  expect(await list(['• lend a hundred laptops to pupils', '- continue the conversation clubs'])).toEqual([
    ['lend a hundred laptops to pupils'],
    ['continue the conversation clubs'],
  ]);
});

test.each<[string, string[]]>([
  [
    'after a colon',
    ['• Help pupils to catch up:', '- Laptops for those who have none', '- Clubs after school'],
  ],
  [
    'further in',
    ['• Help pupils to catch up:', '   - Laptops for those who have none', '   - Clubs after school'],
  ],
  [
    'under an open phrase',
    ['• Help pupils to catch up:', 'o Laptops for those who have none', 'o Clubs after school'],
  ],
])('%s bullets of another sign are the detail of the one above', async (_, bullets) => {
  expect(await list([...bullets, '• Train forty mentors for schools'])).toEqual([
    ['Help pupils to catch up:', 'Laptops for those who have none\nClubs after school'],
    ['Train forty mentors for schools'],
  ]);
});

test('a phrase that goes on in small letters under dashes is one promise', async () => {
  expect(
    await list(['• Help pupils to catch up by', '- lending laptops', '- Saturday clubs', '• Train mentors']),
  ).toEqual([['Help pupils to catch up by', 'lending laptops\nSaturday clubs'], ['Train mentors']]);
});

test.each<[string, string[]]>([
  ['in figures', ['1. ', '2. ']],
  ['in letters', ['a) ', 'b) ']],
  ['in Roman numerals', ['i. ', 'ii. ']],
])('lists numbered %s anew under their themes may stand beside one with bullets', async (_, [one, two]) => {
  const text = [
    'Action plan 2026',
    '',
    'I. Homes',
    '',
    `${one}Build ten homes for families`,
    `${two}Visit every tenant twice a year`,
    '',
    'II. Health',
    '',
    '• Train ten health champions',
    '• Offer free eye tests in hostels',
    '',
    'III. Work',
    '',
    `${one}Host twelve apprentices a year`,
    `${two}Run a jobs fair each spring`,
  ].join('\n');
  const { themes } = await readPlanDocument(new TextEncoder().encode(text));
  expect(themes.map(({ title, actions }) => [title, ...actions.map(({ ref }) => ref)])).toEqual([
    ['Homes', 'I.1', 'I.2'],
    ['Health', 'II.1', 'II.2'],
    ['Work', 'III.1', 'III.2'],
  ]);
});
