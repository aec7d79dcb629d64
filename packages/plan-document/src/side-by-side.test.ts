import { expect, test } from 'vitest';
import { makePdf, type MadeText } from './made-files.examples.ts';
import { readPlanDocument, type PlanDraft } from './plan-document.ts';

const outline = ({ themes }: PlanDraft) =>
  themes.map(({ title, actions }) => [title, ...actions.map((action) => action.title)]);
const column = (x: number, top: number, lines: readonly string[]): MadeText[] =>
  lines.map((text, at) => [x, top - at * 16, text, /^[A-Z]\w+$/.test(text) ? 15 : 11]);

const left = [
  'Homes',
  'We will:',
  '· Build ten homes for families who',
  'leave hotel rooms',
  '· Visit every tenant twice a year',
];
const right = [
  'Learning',
  'We will:',
  '· Lend laptops to every pupil',
  '· Offer classes in all libraries on',
  'weekday evenings',
  '· Train forty mentors',
];

test('on a page of two columns the left one is read before the right one', async () => {
  const draft = await readPlanDocument(
    makePdf([
      [
        [60, 780, 'A welcome plan for everybody who comes to live in Fairmead', 20],
        ...column(50, 740, left),
        ...column(310, 733, right),
        [290, 30, '1'],
      ],
    ]),
  );
  expect(outline(draft)).toEqual([
    ['Homes', 'Build ten homes for families who leave hotel rooms', 'Visit every tenant twice a year'],
    [
      'Learning',
      'Lend laptops to every pupil',
      'Offer classes in all libraries on weekday evenings',
      'Train forty mentors',
    ],
  ]);
  expect(draft.warnings).toEqual([]);
});

test('a table without lines is no text in two columns, whatever its cells hold', async () => {
  const rows = ['· Build ten homes', '· Visit each tenant', '· Train ten nurses', '· Open a clinic'];
  const draft = await readPlanDocument(
    makePdf([
      [
        [50, 780, 'Fairmead welcome plan', 20],
        [50, 750, 'Homes', 15],
        ...column(50, 720, ['What we will do', ...rows]),
        ...column(310, 720, ['How will we know', ...rows.map((row) => `${row} by 2027`)]),
      ],
    ]),
  );
  expect(draft.themes[0]?.actions.map(({ title, targets }) => [title, targets.length])).toEqual(
    rows.map((row) => [row.slice(2), 1]),
  );
});

test('columns in a text, which are mixed up line by line, are warned of', async () => {
  const lines = left.map((text, at) => `${text.padEnd(44)}${right[at] ?? ''}`);
  const draft = await readPlanDocument(
    new TextEncoder().encode(
      ['Fairmead action plan', '', ...lines, '· Mend roofs      · Plant trees'].join('\n'),
    ),
  );
  expect(draft.warnings.map(({ code, place }) => [code, place?.line])).toEqual([['columns-side-by-side', 5]]);
});
