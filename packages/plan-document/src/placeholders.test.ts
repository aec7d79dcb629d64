import { describe, expect, test } from 'vitest';
import { isPlaceholder, readPlanDocument } from './plan-document.ts';

describe('a cell that only seems filled', () => {
  test.each([
    'TBC',
    'tbd.',
    '(TBC)',
    'T.B.C.',
    'N/A',
    'n/a',
    'NA',
    'Not applicable',
    'None',
    'None yet',
    '-',
    '–',
    '—',
    '?',
    '...',
    'To be confirmed',
    'to  be agreed',
    'Not yet known',
    'Not set',
  ])('“%s” names nothing', (text) => expect(isPlaceholder(text)).toBe(true));

  test.each([
    'Housing',
    'TBC: Housing or Health',
    'To be agreed with the health partnership',
    'Nadia’s House',
    'ongoing',
    'None of our schools turns a child away',
    'Set up',
    '2027',
  ])('“%s” does', (text) => expect(isPlaceholder(text)).toBe(false));
});

describe.each([
  ['a table of commas', ','],
  ['a table of tabs in running text', '\t'],
])('in %s', (_, sign) => {
  const read = async () => {
    const rows = [
      ['Ref', 'Action', 'Lead', 'Timescale', 'Target'],
      ['1.1', 'Open a welcome desk', 'TBC', 'To be confirmed', 'TBC'],
      ['1.2', 'Train all front desks', '-', '–', '-'],
      ['1.3', 'Print a guide', 'None', 'N/A', 'n/a'],
      ['1.4', 'Found a choir', 'Libraries', 'May 2027', '20 singers'],
    ];
    const text = rows.map((cells) => cells.join(sign)).join('\n');
    const written = sign === ',' ? text : `Action plan 2027\n\n1. Welcome\n${text}`;
    const draft = await readPlanDocument(
      new TextEncoder().encode(written),
      sign === ',' ? { fileName: 'plan.csv' } : {},
    );
    return draft.themes.flatMap((theme) => theme.actions);
  };

  test('what says something stays as written, and a dash is nothing', async () => {
    expect((await read()).map(({ leadText, dueText }) => [leadText, dueText])).toEqual([
      ['TBC', 'To be confirmed'],
      [null, null],
      ['None', 'N/A'],
      ['Libraries', 'May 2027'],
    ]);
  });

  test('nobody is a lead by it, and nothing is measured by it', async () => {
    expect((await read()).map(({ leads, targets }) => [leads.length, targets.length])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
  });
});
