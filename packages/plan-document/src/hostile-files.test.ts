import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { extractContent } from './extract-content.ts';
import {
  makeOpenSheet,
  makePdf,
  makeWord,
  makeWorkbook,
  makeZip,
  openRow,
  wordParagraph,
  wordStyle,
  type MadePart,
} from './made-files.examples.ts';
import { readPlanDocument, UnreadableDocument, type UnreadableCode } from './plan-document.ts';

const MEGABYTE = 1024 * 1024;

const document = (name: string) =>
  new Uint8Array(readFileSync(new URL(`documents/${name}`, import.meta.url)));

/** What is said of a file that is not read, and how long it took. */
async function refuse(bytes: Uint8Array | string, fileName = 'plan') {
  const started = performance.now();
  const error: unknown = await readPlanDocument(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    { fileName },
  ).catch((thrown: unknown) => thrown);
  if (!(error instanceof UnreadableDocument)) throw new Error('It was not refused.', { cause: error });
  return { code: error.code, message: error.message, seconds: (performance.now() - started) / 1000 };
}

const wordParts = (text: string, more: MadePart[] = []): MadePart[] => [
  { name: 'word/document.xml', body: text },
  ...more,
];
const paragraphs = '<w:p><w:r><w:t>We will be long.</w:t></w:r></w:p>';
const wordText = (body: string) => `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;

describe('a zipped file that was made to do harm', () => {
  test.each<[string, UnreadableCode, () => Uint8Array]>([
    ['a bomb that says how large it is', 'TOO_LARGE', () => makeZip(wordParts(' '.repeat(100 * MEGABYTE)))],
    [
      'a bomb that says it is small',
      'BROKEN_FILE',
      () => makeZip([{ name: 'word/document.xml', body: ' '.repeat(100 * MEGABYTE), saysUnpacked: 1000 }]),
    ],
    [
      'a part that says it is larger than it is',
      'BROKEN_FILE',
      () => makeZip([{ name: 'word/document.xml', body: 'short', saysUnpacked: 5000 }]),
    ],
    [
      'parts that share their bytes',
      'BROKEN_FILE',
      () =>
        makeZip([
          { name: 'word/document.xml', body: paragraphs.repeat(100) },
          ...Array.from({ length: 200 }, (_, at) => ({
            name: `word/${at}.xml`,
            body: paragraphs.repeat(100),
            sharesBytesOf: 'word/document.xml',
          })),
        ]),
    ],
    [
      'more parts than any document has',
      'TOO_LARGE',
      () => makeZip(Array.from({ length: 6000 }, (_, at) => ({ name: `word/${at}.xml`, body: '' }))),
    ],
    [
      'the same part twice',
      'BROKEN_FILE',
      () => makeZip([...wordParts(wordText(paragraphs)), ...wordParts(wordText(''))]),
    ],
    ['an encrypted part', 'PROTECTED', () => makeZip([{ name: 'word/document.xml', body: 'x', flags: 1 }])],
    [
      'a zip in a zip',
      'BINARY',
      () => makeZip([{ name: 'plan.docx', body: makeZip(wordParts(wordText(paragraphs))) }]),
    ],
    ['a presentation', 'BINARY', () => makeZip([{ name: 'ppt/presentation.xml', body: '<p/>' }])],
    ['a binary workbook', 'BINARY', () => makeZip([{ name: 'xl/workbook.bin', body: 'x' }])],
    [
      'an OpenDocument text',
      'BINARY',
      () => makeZip([{ name: 'mimetype', body: 'application/vnd.oasis.opendocument.text', isStored: true }]),
    ],
    [
      'entities that grow',
      'BROKEN_FILE',
      () =>
        makeZip(
          wordParts(
            `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${wordText('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')}`,
          ),
        ),
    ],
    [
      'an entity that nobody declared',
      'BROKEN_FILE',
      () => makeZip(wordParts(wordText('<w:p>&file;</w:p>'))),
    ],
    ['markup that never closes', 'BROKEN_FILE', () => makeZip(wordParts('<w:document><w:body><w:p>'))],
    [
      'elements within elements without end',
      'TOO_LARGE',
      () => makeZip(wordParts(wordText(`${'<w:sdt>'.repeat(50_000)}${'</w:sdt>'.repeat(50_000)}`))),
    ],
    [
      'a paragraph of millions of pieces',
      'TOO_LARGE',
      () => makeZip(wordParts(wordText(`<w:p>${'<w:r><w:t>word </w:t></w:r>'.repeat(400_000)}</w:p>`))),
    ],
    [
      'a sheet with more rows than a plan',
      'TOO_LARGE',
      () =>
        makeWorkbook([
          {
            name: 'Plan',
            rows: Array.from({ length: 150_000 }, (_, at) => ['Action', `Plant tree ${at % 100}.`]),
          },
        ]),
    ],
    [
      'rows that end far to the right',
      'TOO_LARGE',
      () =>
        makeZip([
          {
            name: 'xl/workbook.xml',
            body: '<workbook><sheets><sheet name="Plan" id="1"/></sheets></workbook>',
          },
          {
            name: 'xl/_rels/workbook.xml.rels',
            body: '<Relationships><Relationship Id="1" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
          },
          {
            name: 'xl/sheet.xml',
            body: `<worksheet><sheetData>${Array.from({ length: 500 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`).join('')}</sheetData></worksheet>`,
          },
        ]),
    ],
    [
      'rows that say that they repeat for ever',
      'TOO_LARGE',
      () =>
        makeOpenSheet(
          `<table:table table:name="Plan">${openRow(['Action', 'Lead'])}${openRow(['Plant trees.', 'Parks'], 'table:number-rows-repeated="1000000"').repeat(200)}</table:table>`,
        ),
    ],
  ])('%s', { timeout: 30_000 }, async (_, code, make) => {
    const { seconds, message, ...refusal } = await refuse(make());
    expect(refusal).toEqual({ code });
    expect(message).toMatch(/(?:Save|save|Open|Unpack|fetch)/);
    expect(seconds).toBeLessThan(15);
  });
});

describe('a file that is not what it seems', () => {
  const oldOffice = (stream: string) =>
    new Uint8Array(
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(600),
        Buffer.from(stream, 'utf16le'),
      ]),
    );

  test.each<[string, UnreadableCode, string, () => Uint8Array | string]>([
    ['an encrypted Word or Excel file', 'PROTECTED', 'password', () => oldOffice('EncryptedPackage')],
    ['an old Word file', 'BINARY', 'save it as .docx', () => oldOffice('WordDocument')],
    ['an old Excel file', 'BINARY', 'save it as .xlsx or CSV', () => oldOffice('Workbook')],
    ['another old Office file', 'BINARY', 'save it anew', () => oldOffice('VisioDocument')],
    ['Rich Text', 'BINARY', 'save it as .docx', () => '{\\rtf1 Our plan}'],
    ['a picture', 'BINARY', 'holds no text', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
    ['an archive', 'BINARY', 'Unpack it', () => new Uint8Array([0x1f, 0x8b, 8, 0])],
    ['a web archive', 'BINARY', 'save the page as HTML', () => 'MIME-Version: 1.0\n\n<html>'],
    [
      'Office as XML',
      'BINARY',
      'save it as .docx',
      () => '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
    ],
    ['a PDF in name only', 'BROKEN_FILE', 'damaged', () => '%PDF-1.7\nThis is no PDF.'],
    ['an empty zip', 'BINARY', 'Unpack it', () => makeZip([])],
  ])('%s', async (_, code, words, make) => {
    expect(await refuse(make(), 'plan.docx')).toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  test.each([
    'fairmead.libreoffice.docx',
    'fairmead.libreoffice.xlsx',
    'fairmead.libreoffice.ods',
    'fairmead.libreoffice.pdf',
    'fairmead.browser.pdf',
  ])('%s, cut off anywhere, is refused or read, and nothing else', { timeout: 60_000 }, async (name) => {
    const whole = document(name);
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.995]) {
      const cut = whole.slice(0, Math.floor(whole.length * share));
      const read = await readPlanDocument(cut).catch((error: unknown) => error);
      if (!(read instanceof UnreadableDocument)) expect(read).toHaveProperty('themes');
    }
  });

  test('a file with a byte changed is refused or read, and nothing else', { timeout: 60_000 }, async () => {
    const whole = document('fairmead.libreoffice.docx');
    for (let at = 7; at < whole.length; at += 397) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const read = await readPlanDocument(changed).catch((error: unknown) => error);
      if (!(read instanceof UnreadableDocument)) expect(read).toHaveProperty('themes');
    }
  });
});

test('nothing outside a file is ever fetched', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const outside = `<Relationships><Relationship Id="a" Type="x/styles" Target="${at}/styles" TargetMode="External"/><Relationship Id="b" Type="x/attachedTemplate" Target="${at}/template" TargetMode="External"/></Relationships>`;
  const plan = '<h1>Plan</h1><h2>Homes</h2><ul><li>We will build ten homes.</li></ul>';
  try {
    await readPlanDocument(
      new TextEncoder().encode(
        `<html><head><link rel="stylesheet" href="${at}/style"><base href="${at}/"><meta http-equiv="refresh" content="0;url=${at}/next"></head><body>${plan}<img src="${at}/picture"><iframe src="${at}/frame"></iframe><script src="${at}/script"></script></body></html>`,
      ),
    );
    await readPlanDocument(
      makeZip([
        {
          name: 'word/document.xml',
          body: `<w:document xmlns:w="w"><w:body>${wordParagraph('Our plan')}${wordParagraph('Homes', '<w:outlineLvl w:val="0"/>')}${wordParagraph('- We will build ten homes.')}${wordParagraph('- We will repair ten homes.')}<w:p><w:r><w:drawing><a:blip r:link="a"/></w:drawing></w:r></w:p></w:body></w:document>`,
        },
        { name: 'word/_rels/document.xml.rels', body: outside },
      ]),
    );
    const external = `<!DOCTYPE w SYSTEM "${at}/dtd" [<!ENTITY x SYSTEM "${at}/entity">]><w:document><w:body>&x;</w:body></w:document>`;
    expect(await refuse(makeZip([{ name: 'word/document.xml', body: external }]))).toMatchObject({
      code: 'BROKEN_FILE',
    });
  } finally {
    server.close();
  }
  expect(asked).toEqual([]);
});

describe('a file that would take long', () => {
  test('is given up after the time that it may take', async () => {
    const started = performance.now();
    const text = '<b><i>'.repeat(300_000);
    await expect(extractContent({ kind: 'WEB_PAGE', text }, { mostSeconds: 0.5 })).rejects.toMatchObject({
      code: 'TOO_SLOW',
      message: expect.stringContaining('within 0.5 seconds'),
    });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test(
    'is given up at the memory that it may take, and the process goes on',
    { timeout: 30_000 },
    async () => {
      const bytes = makeWord(wordParagraph('word '.repeat(20)).repeat(60_000));
      await expect(extractContent({ kind: 'ZIPPED', bytes }, { mostMegabytes: 24 })).rejects.toMatchObject({
        code: 'TOO_LARGE',
      });
    },
  );

  test.each([
    ['a million open elements', '<div>'.repeat(1_000_000)],
    ['a million table cells', `<table><tr>${'<td>x'.repeat(1_000_000)}`],
    [
      'cells that say they are wide',
      `<table>${'<tr><td colspan="1000000" rowspan="65000">x'.repeat(2000)}</table>`,
    ],
    ['a list in a list in a list', '<ul><li>We will go on.'.repeat(100_000)],
    ['a megabyte of opening comments', '<html><!--'.repeat(100_000)],
  ])('%s in a web page end soon', { timeout: 70_000 }, async (_, source) => {
    const { code, seconds } = await refuse(`<html><body>${source}`);
    expect(code).toMatch(/TOO_LARGE|NOT_A_PLAN|EMPTY|TOO_SLOW/);
    expect(seconds).toBeLessThan(65);
  });

  test('500 pages of a PDF are read, and it is said how far', { timeout: 60_000 }, async () => {
    // A heading that differed in its number alone would be a running header.
    const nameOf = (number: number) =>
      `A${String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))}`;
    const page = (number: number) => [
      [50, 780, number === 0 ? 'Fairmead plan' : `Homes in ${nameOf(number)}`, 16] as const,
      [50, 750, `${number + 1}.1 We will do thing ${number}, and do it well.`] as const,
      [50, 735, `${number + 1}.2 We will publish what came of it.`] as const,
      ...Array.from(
        { length: 40 },
        (_, at) =>
          [
            50,
            700 - at * 15,
            `Some words of line ${at} about page ${number}, which says no more than that.`,
          ] as const,
      ),
    ];
    const progress: string[] = [];
    const started = performance.now();
    const draft = await readPlanDocument(makePdf(Array.from({ length: 500 }, (_, at) => page(at))), {
      onProgress: (what) => progress.push(what),
    });
    expect(draft.themes.length).toBeGreaterThan(400);
    expect(progress).toContain('page 475 of 500');
    expect(performance.now() - started).toBeLessThan(40_000);
  });

  test('a PDF with more pages than a book is refused', async () => {
    expect(await refuse(makePdf(Array.from({ length: 1001 }, () => [])))).toMatchObject({
      code: 'TOO_LARGE',
    });
  });

  test(
    'a workbook of as many actions as a plan can have is read within seconds',
    { timeout: 30_000 },
    async () => {
      const started = performance.now();
      const rows = Array.from({ length: 2000 }, (_, at) => [
        `A${at}`,
        `Theme ${at % 9}`,
        `We will do thing ${at}, well. And more.`,
        'Housing',
      ]);
      const draft = await readPlanDocument(
        makeWorkbook([{ name: 'Plan', rows: [['Ref', 'Theme', 'Action', 'Lead'], ...rows] }]),
      );
      expect(draft.themes.flatMap(({ actions }) => actions)).toHaveLength(2000);
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );
});

test('what a file hides from its readers does not steer who reads about it', async () => {
  const draft = await readPlanDocument(
    makeWord(
      wordParagraph('Plan \u202eof\u202c homes', wordStyle('Title')) +
        wordParagraph('Homes', wordStyle('berschrift1')) +
        wordParagraph('1) We will build\u200b ten homes.') +
        wordParagraph('2) We will repair ten homes.'),
    ),
  );
  expect(draft.title).toBe('Plan of homes');
  expect(draft.themes[0]?.actions[0]?.title).toBe('We will build ten homes.');
});
