import { expect, test } from 'vitest';
import { makePdf, type MadeLine, type MadeText } from './made-files.examples.ts';
import { readPlanDocument } from './plan-document.ts';

const heads = 'Ref   Action                        Lead                By when';
const before = [
  'Fairmead Welcome Plan',
  '',
  'Theme 1: Homes',
  heads,
  '1.1   Find homes for families       Housing and         May 2027',
  '      who leave hotel rooms,        Legal Services',
  '      and visit them after',
  '                     7',
  'Fairmead Council 2026',
];
const after = [
  '      Three months and a year',
  '1.2   Furnish each home             Housing             June 2027',
  '                     8',
  'Fairmead Council 2026',
];

test.each<[string, string[]]>([
  ['only the heads of the columns', [heads]],
  ['the theme and the heads', ['', 'Theme 1: Homes', heads]],
  ['the theme, said to go on, and the heads', ['', 'Theme 1: Homes (continued)', heads]],
])('a row that a page break cuts is whole where the next page repeats %s', async (_, repeated) => {
  const { themes } = await readPlanDocument(
    new TextEncoder().encode([...before, ...repeated, ...after].join('\n')),
  );
  expect(themes.map(({ title, actions }) => [title, ...actions.map((action) => action.title)])).toEqual([
    [
      'Homes',
      'Find homes for families who leave hotel rooms, and visit them after Three months and a year',
      'Furnish each home',
    ],
  ]);
});

test('in aligned columns without refs, what begins with a capital below repeated heads is a row of its own', async () => {
  const columns = 'Action                  Lead        By when';
  const text = [
    'Fairmead Welcome Plan',
    '',
    'Homes',
    columns,
    'Furnish each home       Housing     May 2027',
    columns,
    'Visit each family       Housing',
  ];
  const { themes } = await readPlanDocument(new TextEncoder().encode(text.join('\n')));
  expect(themes[0]?.actions.map((action) => action.title)).toEqual([
    'Furnish each home',
    'Visit each family',
  ]);
});

test('a drawn row that goes over the page’s end is whole, without a line at the break', async () => {
  const columns = [50, 90, 330, 540];
  const row = (y: number, ...cells: string[]) =>
    cells.flatMap((text, at): MadeText[] => (text === '' ? [] : [[(columns[at] ?? 0) + 4, y, text]]));
  const draw = (top: number, bottom: number, across: readonly number[]): MadeLine[] => [
    ...columns.map((x): MadeLine => [x, top, x, bottom]),
    ...across.map((y): MadeLine => [50, y, 540, y]),
  ];
  const { themes } = await readPlanDocument(
    makePdf(
      [
        [
          [50, 760, 'Fairmead welcome plan', 20],
          [50, 730, '1. Homes', 16],
          ...row(700, 'Ref', 'Action', 'Lead'),
          ...row(680, '1.1', 'Find homes for families', 'Housing'),
          ...row(660, '1.2', 'Furnish each home, and visit', 'Housing and'),
        ],
        [
          ...row(760, 'Ref', 'Action', 'Lead'),
          ...row(745, '', 'the family after a year', 'Health'),
          ...row(720, '1.3', 'Thank the helpers', 'Mayor'),
        ],
      ],
      [draw(712, 650, [712, 692, 672]), draw(772, 712, [772, 735, 712])],
    ),
  );
  expect(
    themes.flatMap(({ actions }) => actions.map(({ ref, title, leadText }) => [ref, title, leadText])),
  ).toEqual([
    ['1.1', 'Find homes for families', 'Housing'],
    ['1.2', 'Furnish each home, and visit the family after a year', 'Housing and Health'],
    ['1.3', 'Thank the helpers', 'Mayor'],
  ]);
});

test('a year that wraps onto a line of its own is no page number', async () => {
  const text = [...before.slice(0, 4), '1.1   Open a hub                    Housing             September'];
  const draft = await readPlanDocument(
    new TextEncoder().encode(
      [
        ...text,
        `${' '.repeat(56)}2027`,
        '1.2   Train landlords               Housing             ongoing',
      ].join('\n'),
    ),
  );
  expect(draft.themes[0]?.actions.map(({ dueText }) => dueText)).toEqual(['September 2027', 'ongoing']);
});
