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
])('%s', (_, above, below, aboveAfter, belowAfter) => {
  const tables = [{ rows: structuredClone(above) }, { rows: structuredClone(below) }] as const;
  joinSplitRow(...tables);
  expect(tables.map(({ rows }) => rows)).toEqual([aboveAfter, belowAfter]);
});
