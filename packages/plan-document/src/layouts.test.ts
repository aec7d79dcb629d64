import { describe, expect, test } from 'vitest';
import { readPlanDocument } from './plan-document.ts';
import { listUnaccountedLines } from './unaccounted-lines.examples.ts';

const read = (lines: readonly string[]) =>
  readPlanDocument(new TextEncoder().encode(lines.join('\n')), { fileName: 'plan.csv' });
const outline = async (lines: readonly string[]) =>
  (await read(lines)).themes.map(({ title, actions }) => [title, ...actions.map((action) => action.title)]);
const reasons = async (lines: readonly string[]) =>
  (await read(lines)).leftOut.map(({ text, why }) => [text.replace(/,+$/, '').replace(/^"|"$/g, ''), why]);

const rows = { build: 'Build ten homes,Housing,2027', open: 'Open a clinic,Public Health,2028' };

describe('themes of a single sheet', () => {
  test.each<[string, string[]]>([
    [
      'cells merged over the rows of a theme',
      [
        'Theme,Action,Lead,When',
        `Homes,${rows.build}`,
        ',Repair ten homes,Housing,2027',
        `Health,${rows.open}`,
      ],
    ],
    [
      'a merged cell in a row of its own above the actions',
      [
        'Theme,Action,Lead,When',
        'Homes,,,',
        `,${rows.build}`,
        ',Repair ten homes,Housing,2027',
        'Health,,,',
        `,${rows.open}`,
      ],
    ],
    [
      'rows that label their theme',
      [
        'Action,Lead,When',
        'Theme 1: Homes,,',
        rows.build,
        'Repair ten homes,Housing,2027',
        'Theme 2 – Health,,',
        rows.open,
      ],
    ],
    [
      'labelled rows above the headers, which come again below each',
      [
        'Fairmead plan,,',
        'Theme 1: Homes,,',
        'Action,Lead,When',
        rows.build,
        'Repair ten homes,Housing,2027',
        'Theme 2: Health,,',
        'Action,Lead,When',
        rows.open,
      ],
    ],
    [
      'labelled rows beside a column for themes that stays empty',
      [
        'Ref,Theme,Action,Lead,When',
        'Priority 1: Homes,,,,',
        `1.1,,${rows.build}`,
        '1.2,,Repair ten homes,Housing,2027',
        'Priority 2: Health,,,,',
        `2.1,,${rows.open}`,
      ],
    ],
    [
      'numbered rows above numbered actions',
      [
        'Ref,Action,Lead,When',
        '1,Homes,,',
        `1.1,${rows.build}`,
        '1.2,Repair ten homes,Housing,2027',
        '2,Health,,',
        `2.1,${rows.open}`,
      ],
    ],
    [
      'theme rows that come again on the next page',
      [
        'Action,Lead,When',
        'Homes,,',
        rows.build,
        'ACTION,Lead ,When',
        'Homes (continued),,',
        'Repair ten homes,Housing,2027',
        'Page 2 of 2,,',
        'Health,,',
        rows.open,
      ],
    ],
  ])('%s', async (_, lines) => {
    expect(await outline(lines)).toEqual([
      ['Homes', 'Build ten homes', 'Repair ten homes'],
      ['Health', 'Open a clinic'],
    ]);
    expect(listUnaccountedLines(lines.join('\n').replace(' (continued)', ''), await read(lines))).toEqual([]);
  });

  test('a label may be long, and a sentence under it says what the theme is about', async () => {
    const [theme] = (
      await read([
        'No,Action,Lead,When',
        'Theme 1: Homes where people who have fled and the neighbours they find here can live well together,,,',
        'Everybody needs a door to close behind them.,,,',
        `1,${rows.build}`,
      ])
    ).themes;
    expect(theme).toMatchObject({
      ref: '1',
      title: 'Homes where people who have fled and the neighbours they find here can live well together',
      detail: 'Everybody needs a door to close behind them.',
    });
  });

  test('a heading with nothing under it is left out, and said to be', async () => {
    expect(await reasons(['Action,Lead,When', 'Homes,,', rows.build, 'Leisure,,'])).toContainEqual([
      'Leisure',
      'A heading with no action under it',
    ]);
  });
});

describe('a column called “Target”', () => {
  const dated = [
    '2026-12-31',
    '31-Dec-26',
    'Sep-26',
    '12/11/2026',
    'by the end of March 2027',
    'Q2 26/27',
    '2026-2028',
  ];
  const readTargets = async (cells: readonly string[], head = 'Action,Lead,Target') => {
    const draft = await read([head, ...cells.map((cell, at) => `Open house number ${at},Housing,${cell}`)]);
    return draft.themes.flatMap((theme) =>
      theme.actions.map(({ dueText, targets }) => [dueText, targets.map(({ statement }) => statement)]),
    );
  };

  test('that holds only dates says when', async () => {
    expect(await readTargets([...dated, '', 'TBC'])).toEqual([
      ...dated.map((date) => [date, []]),
      [null, []],
      ['TBC', []],
    ]);
  });

  test.each<[string, string[]]>([
    ['a measure among the dates', ['2026-12-31', '20 homes by 2027']],
    ['a figure', ['2027', '400']],
    ['nothing', ['TBC', '']],
  ])('that holds %s says what is to be reached', async (_, cells) => {
    expect((await readTargets(cells)).map(([due]) => due)).toEqual([null, null]);
  });

  test('stays what it is beside a column for dates', async () => {
    expect(await readTargets(['2027,2026'], 'Action,Lead,Target,Deadline')).toEqual([['2026', ['2027']]]);
  });
});

describe('what is no action', () => {
  test.each<[string, string, string]>([
    ['a footnote', '* subject to funding,,', 'A footnote'],
    ['a footnote with a raised number', '¹ As counted in the census,,', 'A footnote'],
    ['a footnote whose sign has a cell of its own', '†,Subject to funding,', 'A footnote'],
    ['a note', 'Note: all dates may change,,', 'A footnote'],
    ['where figures come from', 'Source: Fairmead data hub,,', 'A footnote'],
    ['when it was updated', 'Last updated March 2027,,', 'A footnote'],
    ['a total', 'Total: 35,,', 'A row of totals'],
    ['a total with its figure in the next cell', 'Total actions,35,', 'A row of totals'],
    ['a grand total beside other sums', 'Grand total,35,12 done', 'A row of totals'],
    ['a count', 'Number of actions: 2,,', 'A row of totals'],
    ['sums alone', ',35,12', 'A row of figures'],
    ['the headers again', 'Action,Lead,When', 'The column headers'],
    ['some of the headers again', 'action,LEAD,', 'The column headers'],
    ['the headers again, but for one', 'Action,Lead,When,Nr.', 'The column headers'],
    ['a page number', 'Page 2 of 3,,', 'A page number'],
  ])('%s', async (_, row, why) => {
    const lines = ['Action,Lead,When', rows.build, rows.open, row];
    expect(await outline(lines)).toEqual([['Actions', 'Build ten homes', 'Open a clinic']]);
    expect((await reasons(lines)).at(-1)?.[1]).toBe(why);
  });

  test.each([
    'Total the cost of school uniforms,Schools,2027',
    '* Find ten volunteers,,',
    'Note down what each visitor asks for,Libraries,2027',
    'Page through old housing files,Housing,2027',
    'Update the welcome page,Web team,2027',
    'Source good winter coats,Welfare,2027',
  ])('but “%s” is one', async (row) => {
    expect((await outline(['Action,Lead,When', rows.build, row, rows.open])).flat()).toHaveLength(4);
  });

  test('the lines of a note are left out together', async () => {
    const lines = [
      'Action,Lead,When',
      rows.build,
      ',,',
      'Notes:,,',
      'Dates are those of the cabinet paper,,',
    ];
    expect(await outline(lines)).toEqual([['Actions', 'Build ten homes']]);
  });
});

describe('the sign of a footnote', () => {
  const lines = [
    'Ref,Action,Lead,When',
    '1.1¹,Build ten homes*,Housing,2027',
    '1.2,Open a clinic of 500 m²,Public Health*,2028',
    '1.3*,Plant a garden,Parks,2028',
    '1.4,Repair roofs,Housing,2029',
    '* subject to funding,,,',
  ];
  const listActions = async () => (await read(lines)).themes.flatMap((theme) => theme.actions);

  test('is not a part of a reference or a title', async () => {
    expect((await listActions()).map(({ ref, title }) => [ref, title])).toEqual([
      ['1.1', 'Build ten homes'],
      ['1.2', 'Open a clinic of 500 m²'],
      ['1.3', 'Plant a garden'],
      ['1.4', 'Repair roofs'],
    ]);
  });

  test('brings its condition to each promise that carries it', async () => {
    expect((await listActions()).map(({ detail }) => detail)).toEqual([
      '* subject to funding',
      '* subject to funding',
      '* subject to funding',
      null,
    ]);
    expect((await reasons(lines)).at(-1)).toEqual([
      '* subject to funding',
      'A footnote, added to the detail of what is marked *',
    ]);
  });

  test('stays in the lead as written, and is no part of the name', async () => {
    expect((await listActions())[1]).toMatchObject({
      leadText: 'Public Health*',
      leads: [{ name: 'Public Health', role: 'ACCOUNTABLE' }],
    });
  });
});

describe('around the table', () => {
  test('what stands in a column that nobody knows is listed with its own lines', async () => {
    const draft = await read([
      'Action,Lead,Colour scheme',
      rows.build.replace('2027', ''),
      rows.open.replace('2028', 'teal'),
      'Plant a garden,Parks,lime',
    ]);
    expect(draft.leftOut.at(-1)).toMatchObject({ from: 3, to: 4, text: 'teal\nlime' });
  });

  test('a reference that stands twice is shown in its own column', async () => {
    const lines = ['Ref,Action,Lead', `1,${rows.build}`, `1,${rows.open}`].map((line) =>
      line.replace(/,\d+$/, ''),
    );
    await expect(read(lines)).rejects.toMatchObject({
      code: 'DUPLICATE_REFS',
      place: { line: 3, column: 'Ref' },
    });
  });

  test('tags are taken out of a cell, and other words in such brackets stay', async () => {
    const cells = [
      'Keep families of <b and c> together',
      '<insert the action here>',
      'Open <b>ten</b> <span class="x">shops</span><br/>',
      'Answer in <4 weeks and keep >90% content',
    ];
    const draft = await read([
      'Action,Lead,When',
      ...cells.map((cell) => `"${cell.replaceAll('"', '""')}",Parks,2027`),
    ]);
    expect(draft.themes[0]?.actions.map(({ title }) => title)).toEqual([
      'Keep families of <b and c> together',
      '<insert the action here>',
      'Open ten shops',
      'Answer in <4 weeks and keep >90% content',
    ]);
  });

  test.each([',', ';', '\t', '^'])('the line that tells Excel of the sign “%s” is no title', async (sign) => {
    const draft = await read([
      `sep=${sign}`,
      ['Action', 'Lead', 'When'].join(sign),
      ['Build ten homes, and a hall', 'Housing', '2027'].map((cell) => `"${cell}"`).join(sign),
    ]);
    expect(draft.title).toBeNull();
    expect(draft.themes[0]?.actions).toMatchObject([
      { title: 'Build ten homes, and a hall', leadText: 'Housing', dueText: '2027' },
    ]);
    expect(draft.leftOut[0]).toMatchObject({ from: 1, why: 'The sign that parts the cells' });
  });

  test('of several rows above the headers the one that names the plan is its title', async () => {
    const draft = await read([
      'Fairmead Council,,',
      'Sanctuary action plan 2027-2030,,',
      'Last updated May 2027,,',
      ',,',
      'Action,Lead,When',
      rows.build,
    ]);
    expect(draft.title).toBe('Sanctuary action plan 2027-2030');
    expect(draft.leftOut.map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [3, 3],
      [5, 5],
    ]);
  });

  test('empty columns are passed over, and one without a header is not lost in silence', async () => {
    const draft = await read([
      ',Action,,Lead,',
      'Homes,Build ten homes,,Housing,',
      ',Open a clinic,,Public Health,',
    ]);
    expect(draft.themes.flatMap((theme) => theme.actions.map(({ leadText }) => leadText))).toEqual([
      'Housing',
      'Public Health',
    ]);
    expect(draft.warnings.map(({ code, what }) => [code, what])).toEqual([
      ['unknown-column', 'Column A has no header, so it was not read'],
    ]);
    expect(draft.leftOut).toContainEqual({
      from: 2,
      to: 2,
      text: 'Homes',
      why: 'Column A has no header',
    });
  });
});

test('what stands in a headless column beside a heading is no part of what is lost', async () => {
  const draft = await read([',Action,Lead', 'Theme 1: Homes,,', 'x,Build ten homes,Housing']);
  expect(draft.themes.map(({ title }) => title)).toEqual(['Homes']);
  expect(draft.leftOut.map(({ text, why }) => [text, why])).toContainEqual(['x', 'Column A has no header']);
});

describe('what has happened', () => {
  test('stands beside the status, and is not the status', async () => {
    expect(
      (
        await read([
          'Action,Lead,RAG status,Progress update',
          'Build ten homes,Housing,Green,Four are finished.',
        ])
      ).themes[0]?.actions[0],
    ).toMatchObject({ statusText: 'Green', progressText: 'Four are finished.' });
  });

  test('a column “Progress” of a word or two is the status', async () => {
    expect(
      (
        await read([
          'Action,Lead,Progress',
          'Build ten homes,Housing,On track',
          'Open a clinic,Health,Complete',
        ])
      ).themes[0]?.actions,
    ).toMatchObject([
      { statusText: 'On track', progressText: null },
      { statusText: 'Complete', progressText: null },
    ]);
  });

  test('a column “Progress” is progress when somebody says so', async () => {
    const bytes = new TextEncoder().encode('Action,Lead,Progress\nBuild ten homes,Housing,On track\n');
    const columns = new Map([['progress', 'progress' as const]]);
    expect(
      (await readPlanDocument(bytes, { fileName: 'plan.csv', columns })).themes[0]?.actions,
    ).toMatchObject([{ statusText: null, progressText: 'On track' }]);
  });

  test('a column “Progress” of sentences is not', async () => {
    expect(
      (
        await read([
          'Action,Lead,Progress',
          'Build ten homes,Housing,Four of the ten homes are finished by now.',
        ])
      ).themes[0]?.actions[0],
    ).toMatchObject({ statusText: null, progressText: 'Four of the ten homes are finished by now.' });
  });
});

test(
  '20,000 rows that all open with a sign are read, or refused, within seconds',
  { timeout: 30_000 },
  async () => {
    const started = performance.now();
    const many = Array.from({ length: 20_000 }, (_, at) => (at % 2 ? `1,* note ${at}*,` : `* note ${at},,`));
    await expect(read(['Ref,Action,Lead', ...many])).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(10_000);
  },
);
