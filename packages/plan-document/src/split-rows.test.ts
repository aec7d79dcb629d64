import { expect, test } from 'vitest';
import { joinSplitRow } from './split-rows.ts';

const head = ['Ref', 'Action', 'Lead'];

test.each<[string, string[][], string[][], string[][], string[][]]>([
  [
    'a cell that goes on is whole again, and a word that was cut too',
    [head, ['1.1', 'Write to every land-', 'Housing and']],
    [
      ['', 'lord in the town.', 'Legal'],
      ['1.2', 'Map empty homes.', 'Housing'],
    ],
    [head, ['1.1', 'Write to every land-lord in the town.', 'Housing and Legal']],
    [['1.2', 'Map empty homes.', 'Housing']],
  ],
  [
    'the head that the next page repeats stays where it is',
    [head, ['1.1', 'Write to every', 'Housing']],
    [head, ['', 'landlord.', '']],
    [head, ['1.1', 'Write to every landlord.', 'Housing']],
    [head],
  ],
  [
    'a new row is no rest of the one above',
    [head, ['1.1', 'Map empty homes.', 'Housing']],
    [['1.2', 'Plant trees.', '']],
    [head, ['1.1', 'Map empty homes.', 'Housing']],
    [['1.2', 'Plant trees.', '']],
  ],
  [
    'a row with all its cells is no rest',
    [head, ['1.1', 'map empty homes', 'housing']],
    [['a', 'plant trees', 'parks']],
    [head, ['1.1', 'map empty homes', 'housing']],
    [['a', 'plant trees', 'parks']],
  ],
  [
    'a heading row over all columns is no rest',
    [head, ['1.1', 'Map empty homes.', 'Housing.']],
    [['Health', '', '']],
    [head, ['1.1', 'Map empty homes.', 'Housing.']],
    [['Health', '', '']],
  ],
  [
    'the rest may stand in one row with the repeated heads',
    [head, ['1.1', 'Write to every', 'Housing and']],
    [
      ['Ref', 'Action landlord.', 'Lead Legal'],
      ['1.2', 'Map empty homes.', 'Housing'],
    ],
    [head, ['1.1', 'Write to every landlord.', 'Housing and Legal']],
    [head, ['1.2', 'Map empty homes.', 'Housing']],
  ],
  ['nothing goes on in the heads', [head], [head, ['', 'plans', '']], [head], [head, ['', 'plans', '']]],
])('%s', (_, above, below, aboveAfter, belowAfter) => {
  const tables = [{ rows: structuredClone(above) }, { rows: structuredClone(below) }] as const;
  joinSplitRow(...tables);
  expect(tables.map(({ rows }) => rows)).toEqual([aboveAfter, belowAfter]);
});

test('a row that goes on over several pages is joined from its end', () => {
  const [first, second, third] = [
    { rows: [head, ['1.1', 'Write to every', 'Housing']] },
    { rows: [head, ['', 'landlord in the', '']] },
    { rows: [head, ['', 'town.', ''], ['1.2', 'Map empty homes.', 'Housing']] },
  ];
  joinSplitRow(second, third);
  joinSplitRow(first, second);
  expect([first, second, third].map((table) => table?.rows)).toEqual([
    [head, ['1.1', 'Write to every landlord in the town.', 'Housing']],
    [head],
    [head, ['1.2', 'Map empty homes.', 'Housing']],
  ]);
});
