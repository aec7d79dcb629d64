import { describe, expect, test } from 'vitest';
import { exampleDocuments } from './fairmead-documents.examples.ts';
import { exportFormat, readPlanDocument, UnreadableDocument, type PlanDraft } from './plan-document.ts';
import { listUnaccountedLines } from './unaccounted-lines.examples.ts';

const read = (text: string, fileName?: string) =>
  readPlanDocument(new TextEncoder().encode(text), fileName ? { fileName } : {});
const example = (name: string): Promise<PlanDraft> =>
  read(exampleDocuments.find((document) => document.name.startsWith(name))?.text ?? '');
const refusal = async (bytes: Uint8Array | string, fileName?: string): Promise<UnreadableDocument> => {
  try {
    await readPlanDocument(
      typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
      fileName ? { fileName } : {},
    );
  } catch (error) {
    if (error instanceof UnreadableDocument) return error;
    throw error;
  }
  throw new Error('The document was read.');
};

describe.each(exampleDocuments)('$name', ({ text, themes, refs, title, format = 'TEXT' }) => {
  test('gives its title, themes and references', async () => {
    const draft = await read(text);
    expect(draft.title).toBe(title);
    expect(draft.themes.map((theme) => theme.title)).toEqual(themes);
    expect(draft.themes.map((theme) => theme.actions.map((action) => action.ref))).toEqual(refs);
    expect(draft.format).toBe(format);
  });

  test('loses no line silently', async () => {
    expect(listUnaccountedLines(text, await read(text))).toEqual([]);
  });
});

describe('what is read from the invented plans', () => {
  test('a row split by a page break is whole again, with its lead as written', async () => {
    const action = (await example('tabbed')).themes[0]?.actions[0];
    expect(action?.title).toBe('Open a welcome point at the bus station.');
    expect(action?.detail).toBe(
      'Staff it on weekday mornings, e.g. with volunteers from local faith groups.',
    );
    expect(action?.leadText).toBe('Homes, Streets, and Parks');
  });

  test('a lead with partners is cut only between names that stand alone elsewhere', async () => {
    expect((await example('tabbed')).themes[1]?.actions[0]?.leads).toEqual([
      { name: 'Learning and Families', role: 'ACCOUNTABLE' },
      { name: 'Homes, Streets, and Parks', role: 'PARTNER' },
      { name: 'other teams', role: 'OTHERS_NOT_NAMED' },
    ]);
  });

  test('aligned columns give the timescale in the words of the document', async () => {
    expect((await example('columns')).themes[0]?.actions.map((action) => action.dueText)).toEqual([
      'March 2027',
      'Autumn 2027',
      'ongoing',
    ]);
    expect((await example('columns')).themes[0]?.actions[1]?.title).toBe(
      'Write to every private landlord about the fair letting promise before the summer.',
    );
  });

  test('targets and outcomes stand under their theme, with figures, shares and dates', async () => {
    const [health, work] = (await example('lettered')).themes;
    expect(health?.targets).toMatchObject([
      { kind: 'TARGET', value: 90, unit: '%', shares: [], dueText: 'by December 2027' },
      {
        kind: 'TARGET',
        value: 400,
        unit: 'checks',
        shares: [{ percent: 60, forWhom: 'women' }],
        dueText: 'in 2027',
      },
    ]);
    expect(work?.targets).toMatchObject([{ kind: 'OUTCOME' }]);
    expect(health?.detail).toBe('We want clinics to be easy to reach.');
  });

  test('a list of partners and a notice are left out, and said to be', async () => {
    const { leftOut } = await example('a web page');
    expect(leftOut.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [6, 6],
      [19, 19],
      [20, 22],
      [24, 24],
    ]);
  });

  test('an action says when it will be delivered only if that is clear', async () => {
    expect((await example('lettered')).themes[1]?.actions.map((action) => action.dueText)).toEqual([
      'in early 2027',
      null,
    ]);
  });

  test('measures, milestones and differences are told apart', async () => {
    const [learning, leisure] = (await example('sections')).themes;
    expect(learning?.targets.map((target) => target.kind)).toEqual(['TARGET', 'TARGET', 'OUTCOME']);
    expect(leisure?.targets).toMatchObject([
      { kind: 'TARGET', value: 1500, unit: 'passes', shares: [{ percent: 20, forWhom: 'carers' }] },
      { kind: 'OUTCOME', value: null },
    ]);
  });

  test('cells that wrap side by side are each rejoined', async () => {
    const action = (await example('aligned columns')).themes[0]?.actions[1];
    expect([action?.title, action?.leadText, action?.dueText]).toEqual([
      'Publish the results online',
      'Housing and Communications',
      'May 2027',
    ]);
    expect((await example('theme rows that head')).themes[0]?.actions[0]).toMatchObject({
      title: 'Train staff in cultural awareness.',
      leadText: 'People Services and Change',
      dueText: 'By May 2027',
    });
  });

  test('a table without heads is read, with a warning', async () => {
    expect((await example('rows with refs')).warnings.map((warning) => warning.code)).toEqual([
      'columns-guessed',
    ]);
  });

  test('a statement of areas is a plan with themes and no actions', async () => {
    const draft = await read(
      'Our strategic statement\n\nThe council works in four areas, which are these priorities:\n\n• Homes\n\n• Health and care\n\nMore will follow.',
    );
    expect(draft.themes.map((theme) => [theme.title, theme.actions.length])).toEqual([
      ['Homes', 0],
      ['Health and care', 0],
    ]);
  });

  test('a number that is missing between two references is warned of', async () => {
    const draft = await read(
      'Plan\n\n1\tHomes\tLead\n1.1\tBuild ten homes.\tHousing\n1.3\tRepair ten homes.\tHousing',
    );
    expect(draft.warnings.map(({ code, what }) => [code, what])).toEqual([
      ['missing-ref', '1.2 is not in the document'],
    ]);
  });
});

describe('names and stories', () => {
  const plan =
    'Fairmead plan\n\nForeword from Councillor Zephyrine Quillfeather\n\n"When I came here, my family had nothing."\n\n1\tHomes\tLead\n1.1\tBuild ten homes.\tJane Example, Policy team\n1.2\tCall 01632 960 001 or mail jane@fairmead.example about two young men.\tHousing';

  test('are warned of inside and outside the plan', async () => {
    expect((await read(plan)).warnings.map(({ code, place }) => [code, place?.line])).toEqual([
      ['personal-name', 3],
      ['personal-story', 5],
      ['personal-name', 8],
      ['contact-details', 9],
      ['small-group', 9],
    ]);
  });

  test('are not repeated in the warning', async () => {
    expect(JSON.stringify((await read(plan)).warnings)).not.toMatch(/quillfeather|jane|nothing|01632/i);
  });

  test('a team is no person', async () => {
    expect(
      (
        await read(
          'Fairmead plan\n\n1\tHomes\tLead\n1.1\tBuild ten homes.\tFairmead Homes\n1.2\tRepair ten.\tPublic Health',
        )
      ).warnings,
    ).toEqual([]);
  });
});

describe('a spreadsheet', () => {
  test('with semicolons and line breaks inside quotes is read by the lines of the file', async () => {
    const draft = await read(
      'Fairmead plan 2027;;;\n;;;\nTheme;Action;Owner;Deadline\nHomes;"Build homes.\nTen of them; at least.";Housing;March 2027\n;Repair roofs.;Housing;\n',
      'plan.csv',
    );
    expect(draft).toMatchObject({ format: 'CSV', title: 'Fairmead plan 2027' });
    expect(draft.themes).toMatchObject([
      {
        title: 'Homes',
        actions: [
          {
            title: 'Build homes.',
            detail: 'Ten of them; at least.',
            dueText: 'March 2027',
            place: { line: 4, column: 'Action' },
          },
          { title: 'Repair roofs.', place: { line: 6 } },
        ],
      },
    ]);
  });

  test('in UTF-16 and in Windows-1252 keeps its pounds and quotation marks', async () => {
    const text = 'Action,Lead,Target\nGive “starter” grants of £50.,Café team,100 grants\n';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const windows = new Uint8Array(Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1'));
    for (const bytes of [
      utf16,
      windows,
      utf16.subarray(2),
      new Uint8Array(Buffer.from(`\ufeff${text}`)),
      new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
    ]) {
      expect((await readPlanDocument(bytes)).themes[0]?.actions[0]).toMatchObject({
        title: 'Give “starter” grants of £50.',
        leadText: 'Café team',
      });
    }
  });

  test('with tabs is told from one with commas', async () => {
    expect(await read('No.\tWhat we will do\tWho\n1\tPlant, water, wait\tParks', 'plan.tsv')).toMatchObject({
      format: 'TSV',
      themes: [{ actions: [{ ref: '1', title: 'Plant, water, wait' }] }],
    });
  });

  test('keeps cells that look like formulas as plain text', async () => {
    expect((await read('Action,Lead\n=1+1,@SUM(A1)\n')).themes[0]?.actions[0]).toMatchObject({
      title: '=1+1',
      leadText: '@SUM(A1)',
    });
  });

  test('names unknown columns and leaves rows without an action out', async () => {
    const draft = await read(
      'Action,Lead,Shoe size,Statsu\nPlant trees,Parks,44,late\n,Parks,45,\n',
      'plan.csv',
    );
    expect(draft.warnings.map(({ code, why }) => [code, why])).toEqual([
      ['unknown-column', 'No known column comes near it.'],
      ['unknown-column', 'The nearest known meaning is “status”. Rename the column if that is meant.'],
      ['row-without-action', 'Only rows that say what will be done go into the plan.'],
    ]);
    expect(draft.leftOut.map(({ from, why }) => [from, why])).toContainEqual([3, 'A row without an action']);
    expect(draft.leftOut.map(({ text }) => text)).toContain('44\n45');
  });

  test('with bars between its cells has no rule among its actions', async () => {
    const draft = await read(
      '| Theme | Action | Owner | RAG |\n|---|---|---|---|\n| Homes | Inspect hotels | Housing | Green |\n',
    );
    expect(draft.themes.map((theme) => [theme.title, theme.actions.length])).toEqual([['Homes', 1]]);
  });

  test('with section rows instead of a theme column has themes', async () => {
    const draft = await read(
      'Ref,Action,Lead\nHomes,,\n1,Build ten homes,Housing\nHealth,,\n2,Open a clinic,Health\n',
      'plan.csv',
    );
    expect(draft.themes.map((theme) => [theme.title, theme.actions.length])).toEqual([
      ['Homes', 1],
      ['Health', 1],
    ]);
  });

  test('of 760 rows is read in well under a second', async () => {
    const rows = Array.from(
      { length: 760 },
      (_, at) =>
        `A${at},Theme ${at % 9},"We will do thing ${at}, well. And more.",Housing and Health,by March 2027,500 people`,
    );
    const started = performance.now();
    expect(
      (await read(`Ref,Theme,Action,Lead,When,Target\n${rows.join('\n')}`)).themes.flatMap(
        (theme) => theme.actions,
      ),
    ).toHaveLength(760);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('what cannot be read is refused, with what, where and the way out', () => {
  test.each([
    ['nothing', '', 'EMPTY', null],
    ['only spaces', ' \n\t\n', 'EMPTY', null],
    ['a PDF that holds nothing', '%PDF-1.7 x', 'BROKEN_FILE', null],
    ['NUL bytes', 'Our plan\0', 'BINARY', null],
    ['a web page without words', '<!DOCTYPE html><html></html>', 'EMPTY', null],
    ['prose', 'It was a fine day in Fairmead. The sun shone, and nobody had a plan.', 'NOT_A_PLAN', null],
    [
      'a recipe',
      'Lentil soup\n\nIngredients\n\n- 200 g lentils\n- 1 onion\n- water\n\nMethod\n\n1. Chop the onion.\n2. Boil it all.\n3. Eat while hot.',
      'NOT_A_PLAN',
      null,
    ],
    [
      'references used twice',
      'Plan\n\n1\tHomes\tLead\n1.1\tBuild ten homes.\tHousing\n1.1\tRepair ten homes.\tHousing',
      'DUPLICATE_REFS',
      5,
    ],
  ])('%s', async (_, text, code, line) => {
    const error = await refusal(text);
    expect(error).toMatchObject({ code, place: line === null ? null : { line } });
  });

  test('a file over 20 MB, before anything else is tried', async () => {
    expect((await refusal(new Uint8Array(20 * 1024 * 1024 + 1))).code).toBe('TOO_LARGE');
  });

  const manyOf = <Each>(make: (at: number) => Each) => Array.from({ length: 2001 }, (_, at) => make(at));
  test.each([
    ['actions', `Theme,Ref,Action\n${manyOf((at) => `Homes,H${at},Build house ${at}.`).join('\n')}`],
    [
      'themes',
      JSON.stringify({
        format: exportFormat,
        plan: { title: 'Plan' },
        themes: manyOf((at) => ({
          ref: `${at}`,
          refIsDerived: false,
          title: `Theme ${at}`,
          detail: null,
          targets: [],
        })),
        actions: [],
      }),
    ],
  ])('more %s than a plan can have', async (noun, text) => {
    expect(await refusal(text)).toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining(`2,001 ${noun}; a plan can have at most 2,000.`),
    });
  });

  test('duplicate references name both lines', async () => {
    const { message } = await refusal('Ref,Action\nA1,Plant trees\nA2,Water them\nA1,Cut them\n', 'plan.csv');
    expect(message).toContain('line 2 and again on line 4');
  });

  test('columns of another kind of table are listed', async () => {
    const { code, message } = await refusal(
      'Name,Postcode,Phone\nFairmead Library,FM1 1AA,none\n',
      'libraries.csv',
    );
    expect([code, message]).toEqual([
      'UNKNOWN_COLUMNS',
      expect.stringContaining('“Name”, “Postcode”, “Phone”'),
    ]);
  });

  test('two encodings in one file, with the line', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Action,Lead\nCafé,Parks\nCafés,Parks\n'),
      Buffer.from('Bar at £5,Parks\n', 'latin1'),
    ]);
    expect(await refusal(new Uint8Array(bytes), 'plan.csv')).toMatchObject({
      code: 'MIXED_ENCODINGS',
      place: { line: 4 },
    });
  });

  test('a lone half of a character', async () => {
    expect((await refusal(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x00, 0xd8, 0x42, 0]))).code).toBe(
      'BROKEN_ENCODING',
    );
  });

  test('a quotation mark that never closes, with its line', async () => {
    expect(await refusal('Action,Lead\nPlant,Parks\n"Water,Parks\nCut,Parks\n', 'plan.csv')).toMatchObject({
      code: 'BROKEN_QUOTES',
      place: { line: 3 },
    });
  });

  test.each(['a', ' x', '(', '"', 'a. ', '\n\t1', 'Aaaa  Bbbb ', '<a ', 'and so on '])(
    '20 MB of %j ends within seconds',
    { timeout: 30_000 },
    async (unit) => {
      const started = performance.now();
      const bytes = new TextEncoder().encode(unit.repeat(Math.floor((20 * 1024 * 1024) / unit.length)));
      expect((await refusal(bytes)).code).toMatch(/NOT_A_PLAN|TOO_LARGE/);
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );
});
