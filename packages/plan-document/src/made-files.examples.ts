import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zipped file; what is said of it may be a lie. */
export interface MadePart {
  name: string;
  body: string | Uint8Array;
  isStored?: boolean;
  saysUnpacked?: number;
  flags?: number;
  /** Points to the bytes of another part. */
  sharesBytesOf?: string;
}

/** Zips parts as an Office program does, honestly or not. */
export function makeZip(parts: readonly MadePart[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const places = new Map<string, number>();
  let at = 0;
  for (const { name, body, isStored = false, saysUnpacked, flags = 0, sharesBytesOf } of parts) {
    const whole = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
    const packed = isStored ? whole : deflateRawSync(whole);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(isStored ? 0 : 8, 4);
    shared.writeUInt32LE(crc32(whole), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(saysUnpacked ?? whole.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name)]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(sharesBytesOf === undefined ? at : (places.get(sharesBytesOf) ?? 0), 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, rest, Buffer.from(name)]));
    if (sharesBytesOf !== undefined) continue;
    places.set(name, at);
    pieces.push(header, packed);
    at += header.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...pieces, entries, end]));
}

export const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of an Office file that lead to each other. */
function relations(
  part: string,
  targets: readonly (readonly [id: string, kind: string, target: string])[],
): MadePart {
  const links = targets.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return { name: part, body: `${XML}<Relationships ${RELATIONS}>${links.join('')}</Relationships>` };
}

interface MadeWord {
  /** The inside of its parts. */
  styles?: string;
  numbering?: string;
  /** Text in parts beside the document, by their kind. */
  beside?: Readonly<Record<string, string>>;
  more?: MadePart[];
}

/** A Word document as Word writes one. */
export function makeWord(
  body: string,
  { styles = '', numbering = '', beside = {}, more = [] }: MadeWord = {},
): Uint8Array {
  return makeZip([
    { name: '[Content_Types].xml', body: `${XML}<Types/>` },
    relations('_rels/.rels', [['rId1', 'officeDocument', 'word/document.xml']]),
    relations('word/_rels/document.xml.rels', [
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'numbering', 'numbering.xml'],
      ...Object.keys(beside).map((kind) => [kind, kind, `${kind}.xml`] as const),
    ]),
    {
      name: 'word/document.xml',
      body: `${XML}<w:document ${WORD}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
    { name: 'word/styles.xml', body: `${XML}<w:styles ${WORD}>${HEADING_STYLES}${styles}</w:styles>` },
    { name: 'word/numbering.xml', body: `${XML}<w:numbering ${WORD}>${numbering}</w:numbering>` },
    ...Object.entries(beside).map(([kind, text]) => ({
      name: `word/${kind}.xml`,
      body: `${XML}<w:part ${WORD}>${wordParagraph(text)}</w:part>`,
    })),
    ...more,
  ]);
}

// A German Word calls the style "berschrift1" and still names it "heading 1".
const HEADING_STYLES =
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Council heading"/><w:basedOn w:val="berschrift1"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';

/** A paragraph of Word; `properties` is the inside of its properties. */
export function wordParagraph(text: string, properties = ''): string {
  const isRightToLeft = /\p{Script=Arabic}/u.test(text);
  return `<w:p><w:pPr>${properties}${isRightToLeft ? '<w:bidi/>' : ''}</w:pPr><w:r>${isRightToLeft ? '<w:rPr><w:rtl/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

export const wordStyle = (id: string) => `<w:pStyle w:val="${id}"/>`;

export const wordList = (list: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

export function wordTable(
  rows: readonly (readonly (string | { text: string; properties: string })[])[],
): string {
  const cells = (row: (typeof rows)[number]) =>
    row.map((cell) => {
      const { text, properties } = typeof cell === 'string' ? { text: cell, properties: '' } : cell;
      const paragraphs = text.split('\n').map((line) => wordParagraph(line));
      return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs.join('')}</w:tc>`;
    });
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${cells(row).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A sheet of Excel: cells by their place ("B2"), strings as text and numbers with the number of their format. */
export interface MadeSheet {
  name: string;
  state?: 'hidden' | 'veryHidden';
  rows: readonly (readonly (string | number | { value: number; format: number } | null)[])[];
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
}

/** An Excel workbook as Excel writes one, with shared strings, some of them in several fonts. */
export function makeWorkbook(
  sheets: readonly MadeSheet[],
  { formats = [], more = [] }: { formats?: string[]; more?: MadePart[] } = {},
): Uint8Array {
  const places = new Map<string, number>();
  const cell = (value: MadeSheet['rows'][number][number], at: string) => {
    if (value === null) return `<c r="${at}"/>`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (typeof value === 'object') return `<c r="${at}" s="${value.format + 1}"><v>${value.value}</v></c>`;
    if (!places.has(value)) places.set(value, places.size);
    return `<c r="${at}" t="s"><v>${places.get(value)}</v></c>`;
  };
  const parts = sheets.map(({ rows, hiddenRows = [], hiddenColumns = [] }, at): MadePart => {
    const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" hidden="1"/>`);
    const written = rows.map(
      (row, index) =>
        `<row r="${index + 1}"${hiddenRows.includes(index + 1) ? ' hidden="1"' : ''}>${row.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${index + 1}`)).join('')}</row>`,
    );
    return {
      name: `xl/worksheets/sheet${at + 1}.xml`,
      body: `${XML}<worksheet><cols>${columns.join('')}</cols><sheetData>${written.join('')}</sheetData></worksheet>`,
    };
  });
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  const halves = (text: string) =>
    [text.slice(0, 3), text.slice(3)].map((half) => `<r><t xml:space="preserve">${escapeXml(half)}</t></r>`);
  return makeZip([
    relations('_rels/.rels', [['rId1', 'officeDocument', 'xl/workbook.xml']]),
    {
      name: 'xl/workbook.xml',
      body: `${XML}<workbook xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    },
    relations('xl/_rels/workbook.xml.rels', [
      ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['s', 'sharedStrings', 'sharedStrings.xml'],
      ['f', 'styles', '/xl/styles.xml'],
    ]),
    ...parts,
    {
      name: 'xl/sharedStrings.xml',
      body: `${XML}<sst>${[...places.keys()].map((text) => `<si>${halves(text).join('')}<rPh><t>not said</t></rPh></si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      body: `${XML}<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    },
    ...more,
  ]);
}

/** An OpenDocument sheet; `tables` and `styles` are the inside of its content. */
export function makeOpenSheet(tables: string, styles = '', more: MadePart[] = []): Uint8Array {
  const spaces = ['office', 'table', 'text', 'style'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return makeZip([
    { name: 'mimetype', body: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
    {
      name: 'content.xml',
      body: `${XML}<office:document-content ${spaces.join(' ')}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    ...more,
  ]);
}

export const openCell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}><text:p>${escapeXml(text)}</text:p></table:table-cell>`;

export const openRow = (cells: readonly string[], attributes = '') =>
  `<table:table-row ${attributes}>${cells.map((cell) => (cell.startsWith('<') ? cell : openCell(cell))).join('')}</table:table-row>`;

/** What is written at a place of a page, in points from the left and from the bottom. */
export type MadeText = readonly [x: number, y: number, text: string, size?: number];

/** A line of a page, from one point to another. */
export type MadeLine = readonly [x: number, y: number, toX: number, toY: number];

/** A PDF without tags; a page without text is a grey box, as of a scanner. */
export function makePdf(
  pages: readonly (readonly MadeText[])[],
  rulings: readonly (readonly MadeLine[])[] = [],
): Uint8Array {
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>', ''];
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
  const kids: string[] = [];
  for (const [at, page] of pages.entries()) {
    const lines = rulings[at] ?? [];
    const drawn = [
      ...page.map(
        ([x, y, text, size = 11]) =>
          `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
      ),
      ...lines.map(([x, y, toX, toY]) => `${x} ${y} m ${toX} ${toY} l S`),
    ];
    const stream = drawn.length > 0 ? drawn.join('\n') : '0.8 g 50 50 400 700 re f';
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F ${font}>>>>/Contents ${objects.length + 2} 0 R>>`,
      `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    );
    kids.push(`${objects.length - 1} 0 R`);
  }
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`;
  let file = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
