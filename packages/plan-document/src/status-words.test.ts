import { describe, expect, test } from 'vitest';
import { readPlanDocument } from './plan-document.ts';
import { findColour, listColourMeanings, readStatusWords } from './status-words.ts';

describe('what a status says', () => {
  test.each([
    ['Not started', 'NOT_STARTED'],
    ['NOT YET STARTED.', 'NOT_STARTED'],
    ['Yet to start', 'NOT_STARTED'],
    ['To-do', 'NOT_STARTED'],
    ['0%', 'NOT_STARTED'],
    ['On track', 'IN_PROGRESS'],
    ['on-track', 'IN_PROGRESS'],
    ['In progress', 'IN_PROGRESS'],
    ['Underway', 'IN_PROGRESS'],
    ['Partially complete', 'IN_PROGRESS'],
    ['45%', 'IN_PROGRESS'],
    ['45 % complete', 'IN_PROGRESS'],
    ['99.5%', 'IN_PROGRESS'],
    ['Green – On track', 'IN_PROGRESS'],
    ['Green: on track', 'IN_PROGRESS'],
    ['🟢 On track', 'IN_PROGRESS'],
    ['On track (Green)', 'IN_PROGRESS'],
    ['Amber - In progress', 'IN_PROGRESS'],
    ['Behind schedule', 'DELAYED'],
    ['Off track', 'DELAYED'],
    ['Amber: some delay', 'DELAYED'],
    ['Red/Delayed', 'DELAYED'],
    ['In progress – delayed', 'DELAYED'],
    ['Complete', 'DONE'],
    ['completed', 'DONE'],
    ['Complete (June 2026)', 'DONE'],
    ['Completed: 12/06/2026', 'DONE'],
    ['Blue - Complete', 'DONE'],
    ['100%', 'DONE'],
    ['✓', 'DONE'],
    ['✔️', 'DONE'],
    ['✓ Done', 'DONE'],
    ['Cancelled', 'STOPPED'],
    ['No longer going ahead', 'STOPPED'],
    ['', 'NOTHING'],
    [' – ', 'NOTHING'],
    ['N/A', 'NOTHING'],
    ['TBC', 'NOTHING'],
    ['No update received', 'NOTHING'],
  ])('“%s” is %s', async (words, status) => {
    expect(readStatusWords(words)).toBe(status);
  });

  test.each([
    ['Green', 'a colour says how it goes, not how far it has come'],
    ['AMBER', 'a colour'],
    ['Red', 'a colour'],
    ['Blue', 'done for some, not due for others'],
    ['G', 'a colour'],
    ['🔴', 'a colour'],
    ['Amber/Green', 'two colours'],
    ['Ongoing', 'under way, or done for good'],
    ['Complete and ongoing', 'both'],
    ['Business as usual', 'done, or under way for ever'],
    ['Paused', 'neither behind nor given up'],
    ['On hold', 'the same'],
    ['Deferred', 'the same'],
    ['At risk', 'it may yet come in time'],
    ['Overdue', 'it may not have begun'],
    ['Closed', 'done, or given up'],
    ['Complete / In progress', 'two statuses'],
    ['Incomplete', 'not begun, or under way'],
    ['Not complete', 'the same'],
    ['✗', 'not done, or given up'],
    ['✗ Complete', 'the cross takes it back'],
    ['Yes', 'nobody knows to what'],
    ['120%', 'more than all'],
    ['75% of staff trained', 'a measure'],
    ['Completed in part', 'more words than are known'],
    ['The team has met twice.', 'a sentence'],
  ])('“%s” is asked for: %s', async (words) => {
    expect(readStatusWords(words)).toBeNull();
  });
});

test.each([
  ['Gray', 'grey'],
  [' green ', 'green'],
  ['🟠', 'orange'],
  ['B', 'blue'],
  ['Greenwich', null],
  ['C', null],
])('“%s” is the colour %s', async (text, colour) => {
  expect(findColour(text)).toBe(colour);
});

describe('the key to the colours', () => {
  test.each<[string[], [string, string][]]>([
    [['Green = on track', '', ''], [['green', 'on track']]],
    [
      ['Key: Blue = complete; Green: on track; Red – off track', ''],
      [
        ['blue', 'complete'],
        ['green', 'on track'],
        ['red', 'off track'],
      ],
    ],
    [
      ['Blue: complete, Green: on track, or nearly'],
      [
        ['blue', 'complete'],
        ['green', 'on track, or nearly'],
      ],
    ],
    [
      ['Green', 'On track', '', 'Red', 'Late'],
      [
        ['green', 'On track'],
        ['red', 'Late'],
      ],
    ],
    [['Green', 'Build homes', 'Housing'], []],
    [['A: Homes'], []],
    [['Theme 1: Green spaces'], []],
  ])('%j', async (cells, meanings) => {
    expect(listColourMeanings(cells).map(({ colour, words }) => [colour, words])).toEqual(meanings);
  });

  const read = (lines: readonly string[]) =>
    readPlanDocument(new TextEncoder().encode(lines.join('\n')), { fileName: 'plan.csv' });
  const table = ['Ref,Action,Lead,RAG', '1,Build ten homes,Housing,Green', '2,Open a clinic,Health,Blue'];

  test.each<[string, string[]]>([
    ['above the table', ['Key,,,', 'Green,On track,,', 'Blue,Complete,,', ',,,', ...table]],
    ['below it', [...table, ',,,', 'Green: On track,,,', 'Blue: Complete,,,']],
  ])('is found %s, and is no action', async (_, lines) => {
    const { colours, themes, leftOut } = await read(lines);
    expect(colours).toEqual([
      { colour: 'green', words: 'On track' },
      { colour: 'blue', words: 'Complete' },
    ]);
    expect(themes.map(({ actions }) => actions.map(({ title }) => title))).toEqual([
      ['Build ten homes', 'Open a clinic'],
    ]);
    expect(leftOut.map(({ why }) => why)).toContain('The key to the colours');
  });

  test('one colour alone is none', async () => {
    expect(
      (await read([...table, 'Green: parks and gardens,,,', '3,Plant trees,Parks,Green'])).colours,
    ).toEqual([]);
  });
});
