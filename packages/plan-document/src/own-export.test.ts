import { describe, expect, test } from 'vitest';
import {
  exportColumns,
  guardCell,
  guardRefCell,
  joinInCell,
  readGuardedCell,
  readMeasures,
  splitCell,
  writeMeasures,
  type ExportColumn,
  type Measure,
} from './own-cells.ts';
import { readPlanDocument, UnreadableDocument } from './plan-document.ts';

const read = async (text: string, fileName?: string) =>
  readPlanDocument(new TextEncoder().encode(text), fileName ? { fileName } : {});
const refusal = async (text: string, fileName?: string): Promise<string> => {
  try {
    await read(text, fileName);
  } catch (error) {
    if (error instanceof UnreadableDocument) return `${error.place?.line ?? ''} ${error.message}`;
    throw error;
  }
  throw new Error('The document was read.');
};

/** Texts of the signs that matter, the same in every run. */
function* randomTexts(count: number): Generator<string> {
  const signs = [...'\'"=+-@＝＋－＠\t\r\n \\n,;|:0.19aOutcome: é\u0301\u200b\u202e\ufeffم😀'];
  let seed = 42;
  const next = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };
  for (let at = 0; at < count; at += 1)
    yield Array.from({ length: 1 + next(8) }, () => signs[next(signs.length)] ?? '').join('');
}

describe('a cell', () => {
  test('comes back as it was, and cannot be run', () => {
    for (const text of randomTexts(20_000)) {
      for (const guard of [guardCell, guardRefCell]) {
        expect(readGuardedCell(guard(text))).toBe(text);
        expect(guard(text)).not.toMatch(/^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u);
      }
    }
  });

  test('holds a list of texts that come back as they were', () => {
    const texts = [...randomTexts(3000)];
    for (let at = 0; at + 3 < texts.length; at += 3) {
      const some = texts.slice(at, at + 3);
      expect(splitCell(joinInCell(some))).toEqual(some);
      const measures = some
        .filter((statement) => statement.trim() !== '')
        .map((statement, place): Measure => ({ kind: place % 2 ? 'TARGET' : 'OUTCOME', statement }));
      expect(readMeasures(writeMeasures(measures))).toEqual(measures);
    }
  });

  test.each(['1.10', '01', '1-2', '3/4', '2e5'])(
    'keeps a spreadsheet from rewriting the reference %s',
    (ref) => {
      expect(guardRefCell(ref)).toBe(`'${ref}`);
      expect(guardRefCell('1.1')).toBe('1.1');
    },
  );
});

const filled: Partial<Record<ExportColumn, string>> = {
  ref: '1.1',
  refIsDerived: 'No',
  themeRef: '1',
  themeRefIsDerived: 'No',
  theme: 'Homes',
  action: 'Find homes. Now',
  lead: 'Housing, with Health and other teams',
  accountable: 'Housing',
  partners: 'Health',
  others: 'other teams',
  status: 'Delayed',
  format: 'open-sanctuary/actions/1',
};
const all = Object.keys(exportColumns) as ExportColumn[];
function sheetOf(rows: Partial<Record<ExportColumn, string>>[], columns = all, delimiter = ',') {
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  return [
    line(columns.map((column) => exportColumns[column])),
    ...rows.map((row) => line(columns.map((column) => ({ ...filled, ...row })[column] ?? ''))),
  ].join('\r\n');
}
const firstAction = async (text: string) => (await read(text)).themes[0]?.actions[0];

describe('our own table', async () => {
  test.each([',', ';', '\t'])('is read letter for letter with %j between its cells', async (delimiter) => {
    expect(await firstAction(sheetOf([{}], all, delimiter))).toMatchObject({
      title: 'Find homes. Now',
      detail: null,
      statusText: 'Delayed',
      leads: [
        { name: 'Housing', role: 'ACCOUNTABLE' },
        { name: 'Health', role: 'PARTNER' },
        { name: 'other teams', role: 'OTHERS_NOT_NAMED' },
      ],
    });
  });

  test('in which somebody changed a lead has its leads read anew', async () => {
    expect((await firstAction(sheetOf([{ lead: 'Public Libraries' }])))?.leads).toEqual([
      { name: 'Public Libraries', role: 'ACCOUNTABLE' },
    ]);
  });

  test('in which somebody added an action gets a number from us', async () => {
    const draft = await read(sheetOf([{}, { ref: '', action: 'Another' }]));
    expect(draft.themes[0]?.actions[1]).toMatchObject({ ref: '1.2', refIsDerived: true });
  });

  test('holds an action that left the document, which is not taken for promised', async () => {
    const draft = await read(sheetOf([{}, { ref: '1.2', leftDocumentOn: '2026-01-01' }]));
    expect(draft.themes[0]?.actions).toHaveLength(1);
  });

  test.each([
    [
      'a lost column',
      sheetOf(
        [{}],
        all.filter((column) => column !== 'detail'),
      ),
      /^1 .*lost “Detail”/,
    ],
    ['another version', sheetOf([{ format: 'open-sanctuary/actions/9' }]), /^2 .*actions\/9/],
    [
      'a theme that is told in two ways',
      sheetOf([{}, { ref: '1.2', theme: 'Houses' }]),
      /^3 .*lines 2 and 3/,
    ],
    ['a reference twice', sheetOf([{}, { action: 'Another' }]), /^3 The reference 1\.1/],
    ['a row without a theme', sheetOf([{ themeRef: '' }]), /^2 .*which theme/],
    ['a row without its action', sheetOf([{ action: '' }]), /^2 .*no action/],
  ])('is refused with %s', async (_what, text, message) => {
    expect(await refusal(text)).toMatch(message);
  });
});

const json = {
  format: 'open-sanctuary/actions/1',
  plan: { title: 'The plan' },
  themes: [{ ref: '1', refIsDerived: false, title: 'Homes', detail: null, targets: [] }],
  actions: [
    {
      ref: '1.1',
      refIsDerived: false,
      theme: { ref: '1' },
      title: 'Find homes',
      detail: null,
      leadText: null,
      dueText: null,
      status: 'NOT_REPORTED',
      leftDocumentOn: null,
      targets: [],
      ourReading: { leads: [] },
    },
  ],
};

describe('JSON', async () => {
  test('of ours is read', async () => {
    const draft = await read(JSON.stringify(json));
    expect([draft.format, draft.title]).toEqual(['JSON', 'The plan']);
    expect(draft.themes[0]?.actions[0]).toMatchObject({ title: 'Find homes', statusText: null });
  });

  test.each([
    ['of somebody else', '{"name":"x","dependencies":{}}', undefined, /no export of ours/],
    ['that is a list', '[1, 2]', undefined, /no export of ours/],
    [
      'of another version',
      JSON.stringify({ ...json, format: 'open-sanctuary/actions/2' }),
      undefined,
      /another version/,
    ],
    ['that is broken', '{"format":', 'plan.json', /broken JSON/],
    ['without a field', JSON.stringify({ ...json, themes: [{ ref: '1' }] }), undefined, /themes\.0\./],
    ['with half a pair', JSON.stringify(json).replace('Find', '\\ud800'), undefined, /cannot be stored/],
    ['with NUL', JSON.stringify(json).replace('Find', '\\u0000'), undefined, /cannot be stored/],
    [
      'with an action of no theme',
      JSON.stringify({ ...json, themes: [] }),
      undefined,
      /theme 1, which is not among/,
    ],
  ])('%s is refused in words', async (_what, text, fileName, message) => {
    expect(await refusal(text, fileName)).toMatch(message);
  });

  test('is what a text only is when it is whole: a plan may open with a bracket', async () => {
    expect(await refusal('[Cover page]\n\nNothing more.')).toMatch(/No themes or actions/);
  });
});
