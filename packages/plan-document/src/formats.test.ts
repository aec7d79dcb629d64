import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fairmeadPlan, fairmeadRows } from './fairmead-plan.examples.ts';
import {
  makeOpenSheet,
  makePdf,
  makeWord,
  makeWorkbook,
  openCell,
  openRow,
  wordList,
  wordParagraph,
  wordStyle,
  wordTable,
  type MadeText,
} from './made-files.examples.ts';
import { readPlanDocument, UnreadableDocument, type PlanDraft } from './plan-document.ts';

const read = (bytes: Uint8Array | string, fileName?: string): Promise<PlanDraft> =>
  readPlanDocument(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    fileName ? { fileName } : {},
  );
const document = (name: string) =>
  new Uint8Array(readFileSync(new URL(`documents/${name}`, import.meta.url)));
const refusal = async (bytes: Uint8Array | string): Promise<UnreadableDocument> => {
  const error: unknown = await read(bytes).catch((thrown: unknown) => thrown);
  if (error instanceof UnreadableDocument) return error;
  throw new Error('The document was read.', { cause: error });
};

/** Themes with the titles of their actions. */
const outline = ({ themes }: PlanDraft) =>
  themes.map(({ title, actions }) => [title, actions.map((action) => action.title)]);
const leftOut = (draft: PlanDraft) => draft.leftOut.map(({ text, why }) => [why, text]);

const { title, foreword, heads, themes } = fairmeadPlan;
const sheetRows = fairmeadRows.map(({ theme, ref, action, lead, due }) => [theme, ref, action, lead, due]);
const webTables = themes
  .map(
    (theme) =>
      `<h2>${theme.title}</h2><table><tr>${heads.map((head) => `<th>${head}`).join('')}</tr>${theme.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</table>`,
  )
  .join('\n');

describe('the same plan, whoever made the file', () => {
  test.each<[string, PlanDraft['format'], () => Uint8Array | string]>([
    ['Word of LibreOffice', 'DOCX', () => document('fairmead.libreoffice.docx')],
    ['PDF of LibreOffice, whose tables are only drawn', 'PDF', () => document('fairmead.libreoffice.pdf')],
    ['PDF of a browser, with tags', 'PDF', () => document('fairmead.browser.pdf')],
    ['Excel of LibreOffice', 'XLSX', () => document('fairmead.libreoffice.xlsx')],
    ['sheet of LibreOffice', 'ODS', () => document('fairmead.libreoffice.ods')],
    ['web page of LibreOffice', 'HTML', () => document('fairmead.libreoffice.html')],
    [
      'Word as Word writes it',
      'DOCX',
      () =>
        makeWord(
          wordParagraph(title, wordStyle('Title')) +
            wordParagraph(foreword) +
            themes
              .map(
                (theme) => wordParagraph(theme.title, wordStyle('Own')) + wordTable([heads, ...theme.rows]),
              )
              .join(''),
        ),
    ],
    [
      'Excel as Excel writes it, with merged themes',
      'XLSX',
      () =>
        makeWorkbook([
          {
            name: 'Plan',
            rows: [
              [title],
              ['Theme', ...heads],
              ...sheetRows.map(([theme = '', ref = '', ...rest], at) => [
                sheetRows[at - 1]?.[0] === theme ? null : theme,
                Number(ref),
                ...rest,
              ]),
            ],
          },
        ]),
    ],
    [
      'sheet as OpenDocument says',
      'ODS',
      () =>
        makeOpenSheet(
          `<table:table table:name="Plan">${[[title], ['Theme', ...heads], ...sheetRows].map((row) => openRow(row)).join('')}</table:table>`,
        ),
    ],
    ['piece of a web page', 'HTML', () => `<h1>${title}</h1>\n<p>${foreword}</p>\n${webTables}`],
    [
      'CSV',
      'CSV',
      () =>
        [[title], ['Theme', ...heads], ...sheetRows]
          .map((row) => row.map((cell) => `"${cell}"`).join(','))
          .join('\n'),
    ],
  ])('%s', async (_, format, make) => {
    const draft = await read(make());
    expect(draft).toMatchObject({ format, title });
    expect(draft.themes.map((theme) => theme.title)).toEqual(themes.map((theme) => theme.title));
    const actions = draft.themes.flatMap((theme) => theme.actions);
    expect(
      actions.map(({ ref, refIsDerived, title: first, detail, leadText, dueText }) => ({
        ref,
        refIsDerived,
        action: [first, detail].filter((text) => text !== null).join(' '),
        lead: leadText,
        due: dueText,
      })),
    ).toEqual(
      fairmeadRows.map(({ ref, action, lead, due }) => ({ ref, refIsDerived: false, action, lead, due })),
    );
    expect(actions[1]?.leads).toEqual([
      { name: 'Housing', role: 'ACCOUNTABLE' },
      { name: 'Legal', role: 'PARTNER' },
      { name: 'other teams', role: 'OTHERS_NOT_NAMED' },
    ]);
    expect(draft.warnings).toEqual([]);
  });

  test('is told by its bytes, whatever it is called', async () => {
    expect(await read(document('fairmead.libreoffice.xlsx'), 'plan.csv')).toMatchObject({ format: 'XLSX' });
    expect(await read(document('fairmead.libreoffice.pdf'), 'plan.docx')).toMatchObject({ format: 'PDF' });
    expect(
      await read(`<h1>Plan</h1><h2>Homes</h2><ul><li>We will build ten homes.</li></ul>`, 'plan.txt'),
    ).toMatchObject({
      format: 'HTML',
    });
  });
});

describe('a Word document', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>' +
    '<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>';

  test('has the numbers of its lists as references, though no text holds them', async () => {
    const draft = await read(
      makeWord(
        wordParagraph('Fairmead plan', wordStyle('Title')) +
          wordParagraph('Homes', wordStyle('berschrift1') + wordList(1)) +
          wordParagraph('We will inspect hotels.', wordList(1, 1)) +
          wordParagraph('We will publish what we find.', wordList(1, 1)) +
          wordParagraph('Health', wordStyle('berschrift1') + wordList(1)) +
          wordParagraph('We will send nurses.', wordList(1, 1)),
        { numbering },
      ),
    );
    expect(draft.themes.map(({ ref, actions }) => [ref, actions.map((action) => action.ref)])).toEqual([
      ['1', ['1.1', '1.2']],
      ['2', ['2.1']],
    ]);
  });

  test('with bullets has actions and targets under its headings', async () => {
    const bullet = (text: string) => wordParagraph(text, wordList(2));
    const draft = await read(
      makeWord(
        wordParagraph('Fairmead plan', wordStyle('Title')) +
          wordParagraph('Здоров’я', wordStyle('berschrift1')) +
          wordParagraph('We will:') +
          bullet('run a mobile clinic') +
          bullet('запросити лікарів двічі на місяць') +
          wordParagraph('Targets:') +
          bullet('90% of surgeries have signed up by December 2027.'),
        { numbering },
      ),
    );
    expect(outline(draft)).toEqual([
      ['Здоров’я', ['run a mobile clinic', 'запросити лікарів двічі на місяць']],
    ]);
    expect(draft.themes[0]?.targets).toMatchObject([{ value: 90, unit: '%', dueText: 'by December 2027' }]);
  });

  test('is read as its pages show it: without deleted and hidden text, with text boxes once', async () => {
    const box = (text: string) => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`;
    const draft = await read(
      makeWord(
        wordParagraph('Homes\t3', wordStyle('TOC1')) +
          wordParagraph('Fairmead plan', wordStyle('Title')) +
          wordParagraph('Homes', wordStyle('berschrift1')) +
          `<w:p><w:pPr>${wordList(2)}</w:pPr><w:r><w:t xml:space="preserve">We will build </w:t></w:r><w:del><w:r><w:delText>two </w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve">ten </w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r><w:hyperlink><w:r><w:t>homes.</w:t></w:r></w:hyperlink><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>` +
          `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box('A word in a box')}</mc:Choice><mc:Fallback>${box('A word in a box')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
        { numbering },
      ),
    );
    expect(outline(draft)).toEqual([['Homes', ['We will build ten homes.']]]);
    expect(leftOut(draft)).toEqual([
      ['The table of contents', 'Homes\t3'],
      ['Hidden text', 'secret'],
      ['Deleted text that the file still remembers', 'two'],
      ['A heading with no actions under it', 'A word in a box'],
    ]);
  });

  test('with merged cells, theme rows inside and a table that goes on without its head', async () => {
    const across = (text: string) => [{ text, properties: '<w:gridSpan w:val="3"/>' }];
    const down = (isFirst: boolean, text: string) => ({
      text,
      properties: `<w:vMerge${isFirst ? ' w:val="restart"' : ''}/>`,
    });
    const draft = await read(
      makeWord(
        wordParagraph('Fairmead plan', wordStyle('Title')) +
          wordTable([
            ['Action', 'Lead', 'Targets'],
            across('Homes'),
            ['Build ten homes.', down(true, 'Housing'), '20 flats\n5 houses by May 2028'],
            ['Repair ten homes.', down(false, 'not shown'), ''],
            across('Health'),
            ['Send nurses.', 'Public Health', ''],
          ]) +
          '<w:p/>' +
          wordTable([['Train receptionists in welcome.', 'Public Health', '']]),
      ),
    );
    expect(outline(draft)).toEqual([
      ['Homes', ['Build ten homes.', 'Repair ten homes.']],
      ['Health', ['Send nurses.', 'Train receptionists in welcome.']],
    ]);
    const [first, second] = draft.themes[0]?.actions ?? [];
    expect(first?.targets.map(({ statement, dueText }) => [statement, dueText])).toEqual([
      ['20 flats', null],
      ['5 houses by May 2028', 'by May 2028'],
    ]);
    expect([first?.leadText, second?.leadText]).toEqual(['Housing', null]);
  });

  test('keeps what stands beside its text for the operator alone', async () => {
    const draft = await read(
      makeWord(
        wordParagraph('Fairmead plan', wordStyle('Title')) +
          wordParagraph('Homes', wordStyle('berschrift1')) +
          wordParagraph('1.1 We will build ten homes.') +
          wordParagraph('1.2 We will repair ten homes.'),
        { beside: { comments: 'Is this still true?', footnotes: 'See the annex.', header: 'Draft 3' } },
      ),
    );
    expect(leftOut(draft)).toEqual([
      ['A comment beside the text, which the file still holds', 'Is this still true?'],
      ['A footnote', 'See the annex.'],
      ['A header or footer of the page', 'Draft 3'],
    ]);
  });

  test('with macros is read without them, and says so', async () => {
    const draft = await read(
      makeWord(
        wordParagraph('Plan: homes', wordStyle('Title')) +
          wordParagraph('Homes', wordStyle('berschrift1')) +
          wordParagraph('We will build ten homes.', wordList(2)),
        {
          numbering,
          more: [{ name: 'word/vbaProject.bin', body: 'Sub AutoOpen()' }],
        },
      ),
    );
    expect(draft.warnings.map(({ code }) => code)).toEqual(['macros-ignored']);
  });
});

describe('a workbook', () => {
  test('shows numbers as its cells do: shares, money, dates and references', async () => {
    const formats = ['0%', 'mmm\\-yy', '0.00', '[$£-809]#,##0', 'dd/mm/yyyy', 'yyyy'];
    const draft = await read(
      makeWorkbook(
        [
          {
            name: 'Plan',
            rows: [
              ['Ref', 'Action', 'Timescale', 'Measure', 'Detail'],
              [
                1.1,
                'Plant trees.',
                { value: 46447, format: 1 },
                { value: 0.9, format: 0 },
                { value: 12500, format: 3 },
              ],
              [{ value: 1.1, format: 2 }, 'Water trees.', { value: 46447, format: 4 }, 400, null],
              ['1.11', 'Climb trees.', { value: 46447, format: 5 }, null, 1.1 + 2.2],
            ],
          },
        ],
        { formats },
      ),
    );
    const actions = draft.themes.flatMap((theme) => theme.actions);
    expect(actions.map(({ ref, dueText, detail }) => [ref, dueText, detail])).toEqual([
      ['1.1', 'March 2027', '£12,500'],
      ['1.10', '1 March 2027', null],
      ['1.11', '2027', '3.3'],
    ]);
    expect(actions[0]?.targets).toMatchObject([{ statement: '90%', value: 90, unit: '%' }]);
  });

  test('with a sheet for each theme names the theme by the sheet, and places by sheet and row', async () => {
    const draft = await read(
      makeWorkbook([
        { name: 'Read me', rows: [['How this workbook is kept']] },
        {
          name: 'Homes',
          rows: [
            ['No', 'Action', 'Lead'],
            [1, 'Build ten homes.', 'Housing'],
          ],
        },
        {
          name: 'Здоров’я',
          rows: [[], ['No', 'Action', 'Lead'], [1, 'Навчити лікарів.', 'Jane Example'], [2, null, 'Health']],
        },
      ]),
    );
    expect(outline(draft)).toEqual([
      ['Homes', ['Build ten homes.']],
      ['Здоров’я', ['Навчити лікарів.']],
    ]);
    expect(draft.themes[1]?.actions[0]?.place).toEqual({ sheet: 'Здоров’я', line: 3, column: 'Action' });
    expect(draft.warnings.map(({ code, place }) => [code, place?.sheet, place?.line])).toEqual([
      ['personal-name', 'Здоров’я', 3],
      ['row-without-action', 'Здоров’я', 4],
    ]);
    expect(draft.leftOut[0]).toMatchObject({
      sheet: 'Read me',
      from: 1,
      why: 'A sheet without a column for actions',
    });
  });

  test('keeps what is hidden in it out of the plan, and says so', async () => {
    const draft = await read(
      makeWorkbook([
        {
          name: 'Plan',
          rows: [
            ['Action', 'Lead', 'Owner’s name'],
            ['Plant trees.', 'Parks', 'Zephyrine'],
            ['Sell the park.', 'Parks', 'Quillfeather'],
          ],
          hiddenRows: [3],
          hiddenColumns: [3],
        },
        {
          name: 'Old',
          state: 'veryHidden',
          rows: [
            ['Action', 'Lead'],
            ['Close the park.', 'Parks'],
          ],
        },
      ]),
    );
    expect(outline(draft)).toEqual([['Actions', ['Plant trees.']]]);
    expect(draft.warnings).toMatchObject([{ code: 'hidden-parts', what: expect.stringContaining('“Plan”') }]);
    expect(draft.leftOut.map(({ sheet, from, why }) => [sheet, from, why])).toEqual([
      ['Plan', 1, 'The column headers'],
      ['Plan', 3, 'A hidden row'],
      ['Plan', 1, 'A hidden column'],
      ['Old', 1, 'A hidden sheet'],
    ]);
  });

  test('names sheet and row where it cannot be read', async () => {
    expect(
      await refusal(
        makeWorkbook([{ name: 'Libraries', rows: [[], ['Name', 'Postcode'], ['Fairmead', 'FM1']] }]),
      ),
    ).toMatchObject({
      code: 'UNKNOWN_COLUMNS',
      place: { sheet: 'Libraries', line: 2 },
      message: expect.stringContaining('row 2 of sheet “Libraries”'),
    });
    const rows = [
      ['Ref', 'Action'],
      ['A1', 'Plant trees.'],
    ];
    expect(
      await refusal(
        makeWorkbook([
          { name: 'One', rows },
          { name: 'Two', rows },
        ]),
      ),
    ).toMatchObject({
      code: 'DUPLICATE_REFS',
      message: expect.stringContaining('row 2 of sheet “One” and again on row 2 of sheet “Two”'),
    });
    expect((await refusal(makeWorkbook([{ name: 'One', state: 'hidden', rows }]))).message).toContain(
      'hidden',
    );
  });
});

describe('an OpenDocument sheet', () => {
  test('is read with repeated, merged and hidden cells, notes and dates as it shows them', async () => {
    const rows = [
      openRow(['Theme', 'Action', 'Lead', 'Timescale']),
      openRow([
        'Homes',
        `<table:table-cell><office:annotation><text:p>a note of somebody</text:p></office:annotation><text:p>Build <text:span>ten</text:span><text:s/>homes.</text:p><text:p>And more.</text:p></table:table-cell>`,
        '<table:table-cell table:number-columns-repeated="1"/>',
        openCell('03/01/27', 'office:value-type="date" office:date-value="2027-03-01"'),
      ]),
      openRow(['<table:covered-table-cell/>', 'Repair homes.', 'Housing', 'March 27']),
      openRow(['', 'Sell homes.'], 'table:visibility="collapse"'),
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      openRow(['Health', 'Send nurses.']),
    ];
    const draft = await read(
      makeOpenSheet(
        `<table:table table:name="Plan" table:style-name="shown">${rows.join('')}</table:table><table:table table:name="Old" table:style-name="gone">${openRow(['Action', 'Lead'])}${openRow(['Close homes.', 'Housing'])}</table:table>`,
        '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>',
      ),
    );
    expect(
      draft.themes.map(({ title: name, actions }) => [
        name,
        actions.map(({ title: first, detail, dueText }) => [first, detail, dueText]),
      ]),
    ).toEqual([
      [
        'Homes',
        [
          ['Build ten homes.', 'And more.', '1 March 2027'],
          ['Repair homes.', null, 'March 27'],
        ],
      ],
      ['Health', [['Send nurses.', null, null]]],
    ]);
    expect(draft.themes[1]?.actions[0]?.place).toEqual({ sheet: 'Plan', line: 1_048_005, column: 'Action' });
    expect(draft.warnings.map(({ code }) => code)).toEqual(['hidden-parts']);
  });

  test('that is encrypted is said to be', async () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    expect(
      await refusal(makeOpenSheet('', '', [{ name: 'META-INF/manifest.xml', body: manifest }])),
    ).toMatchObject({
      code: 'PROTECTED',
    });
  });
});

describe('a web page', () => {
  test('has a head of two rows read as one', async () => {
    const draft = await read(`<html><body><h1>Fairmead action plan</h1><table>
      <tr><th rowspan="2">Theme</th><th colspan="2">Plan</th><th rowspan="2">Lead</th></tr>
      <tr><th>Action</th><th>When</th></tr>
      <tr><th rowspan="2">Homes</th><td>Build ten homes</td><td>2027</td><td>Housing</td></tr>
      <tr><td>Mend ten roofs</td><td></td><td>Estates</td></tr></table></body></html>`);
    expect(
      draft.themes.map(({ title: name, actions }) => [
        name,
        actions.map(({ title: first, leadText, dueText }) => [first, leadText, dueText]),
      ]),
    ).toEqual([
      [
        'Homes',
        [
          ['Build ten homes', 'Housing', '2027'],
          ['Mend ten roofs', 'Estates', null],
        ],
      ],
    ]);
    expect(draft.warnings).toEqual([]);
  });

  test('is read in its main part, as a browser shows it', async () => {
    const draft = await read(`<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>
      <header><p>Fairmead Council</p></header><nav><ul><li>We will show you the menu</li><li>We will search</li></ul></nav>
      <main><h1>Our <em>sanctuary</em>&nbsp;plan</h1><script>document.write('We will run scripts')</script>
      <h2>تعلم اللغة</h2><p>We will:</p>
      <ul><li>teach English<br>every evening<ul><li>in libraries</li></ul></li><li hidden>sell the libraries</li><li>نعير الحواسيب المحمولة للمتعلمين</li></ul>
      <div style="display: none"><h2>Homes</h2><ul><li>We will hide this.</li></ul></div>
      </main><footer><p>Call us</p></footer></body></html>`);
    expect(draft.title).toBe('Our sanctuary plan');
    expect(
      draft.themes.map(({ title: name, actions }) => [
        name,
        actions.map(({ title: first, detail }) => [first, detail]),
      ]),
    ).toEqual([
      [
        'تعلم اللغة',
        [
          ['teach English every evening', 'in libraries'],
          ['نعير الحواسيب المحمولة للمتعلمين', null],
        ],
      ],
    ]);
    expect(new Set(draft.leftOut.map(({ why }) => why))).toEqual(
      new Set([
        'Outside the main part of the page',
        'The page’s links and small print',
        'A hidden part of the page',
        'Words that introduce a list; the list itself is in the draft',
      ]),
    );
    expect(JSON.stringify(draft)).not.toContain('run scripts');
  });

  test('with merged cells, a caption and terms is read like a document', async () => {
    const draft = await read(`<h1>Fairmead plan</h1>
      <table><caption>Homes</caption><thead><tr><th>Action<th>Lead<th>Deadline</thead>
      <tr><td>Build ten homes.<td rowspan="2">Housing<td>2027
      <tr><td>Repair ten homes.<td>2028
      <tr><td colspan="3">Health
      <tr><td>Send nurses.<td>Health<td></table>`);
    expect(
      draft.themes.map(({ title: name, actions }) => [
        name,
        actions.map(({ title: first, leadText, dueText }) => [first, leadText, dueText]),
      ]),
    ).toEqual([
      [
        'Homes',
        [
          ['Build ten homes.', 'Housing', '2027'],
          ['Repair ten homes.', null, '2028'],
        ],
      ],
      ['Health', [['Send nurses.', 'Health', null]]],
    ]);
  });

  test('of another alphabet is read as it says that it is written', async () => {
    const page =
      '<html><head><meta charset="windows-1251"></head><body><h1>План</h1><h2>Дім</h2><p>Actions:</p><ul><li>Ми відкриємо десять домів для родин.</li></ul></body></html>';
    const bytes = Uint8Array.from(page, (letter) => {
      const code = letter.charCodeAt(0);
      if (code < 128) return code;
      return { і: 0xb3, є: 0xba }[letter] ?? code - 0x0410 + 0xc0;
    });
    expect(outline(await read(bytes))).toEqual([['Дім', ['Ми відкриємо десять домів для родин.']]]);
  });

  test('that only scripts fill is refused with the way out', async () => {
    expect(
      await refusal(
        '<!doctype html><html><body><div id="root"></div><script src="/app.js"></script></body></html>',
      ),
    ).toMatchObject({
      code: 'EMPTY',
      message: expect.stringContaining('Open the page in a browser'),
    });
  });

  test('is not taken for one by a tag that was left in a text', async () => {
    expect(await read('<p>Fairmead plan\n\n1\tHomes\tLead\n1.1\tBuild ten homes.\tHousing\n')).toMatchObject({
      format: 'TEXT',
    });
  });
});

describe('a PDF', () => {
  const rows = (from: number): MadeText[] => [
    [50, 700, `${from}.1`],
    [90, 700, 'Build ten homes for families who'],
    [90, 687, 'have to leave hotel rooms.'],
    [330, 700, 'Housing'],
    [430, 700, 'March 2027'],
    [50, 660, `${from}.2`],
    [90, 660, 'Repair twenty homes.'],
    [330, 660, 'Housing and'],
    [330, 647, from === 1 ? 'Legal Services' : 'Public Health'],
    [430, 660, 'ongoing'],
  ];
  const heading = (text: string): MadeText[] => [
    [50, 760, text, 16],
    [50, 725, 'Ref'],
    [90, 725, 'Action'],
    [330, 725, 'Lead'],
    [430, 725, 'Timescale'],
    [300, 30, 'Fairmead welcome plan'],
  ];

  test('without tags and lines is read by where its words stand, with pages and lines', async () => {
    const draft = await read(
      makePdf([
        [
          [50, 760, 'Fairmead welcome plan', 24],
          [50, 700, 'For the years from 2027 on.'],
        ],
        [...heading('1. Homes for all'), ...rows(1)],
        [...heading('2. Health'), ...rows(2)],
      ]),
    );
    expect(draft).toMatchObject({ format: 'PDF', title: 'Fairmead welcome plan' });
    expect(
      draft.themes.map(({ title: name, actions }) => [name, actions.map((action) => action.ref)]),
    ).toEqual([
      ['Homes for all', ['1.1', '1.2']],
      ['Health', ['2.1', '2.2']],
    ]);
    expect(draft.themes[0]?.actions).toMatchObject([
      {
        title: 'Build ten homes for families who have to leave hotel rooms.',
        leadText: 'Housing',
        dueText: 'March 2027',
        place: { page: 2, line: 3 },
      },
      { leadText: 'Housing and Legal Services', dueText: 'ongoing' },
    ]);
  });

  test('that is scanned is said to be', async () => {
    expect(await refusal(makePdf([[], []]))).toMatchObject({
      code: 'SCANNED',
      message: expect.stringContaining('OCR'),
    });
  });

  test('with some scanned pages names them', async () => {
    const draft = await read(makePdf([[...heading('1. Homes'), ...rows(1)], []]));
    expect(draft.warnings.map(({ what }) => what)).toEqual(['Page 2 is a picture without text']);
  });

  test('with a password is said to be', async () => {
    expect(await refusal(document('protected.libreoffice.pdf'))).toMatchObject({ code: 'PROTECTED' });
  });
});
