import { refuseTooManyRows, startContent, type DocumentContent, type TableRow } from './document-content.ts';
import { findBuiltInFormat, prepareNumberFormat, type FormatNumber } from './number-formats.ts';
import { findMainPart, findPart, listRelations, type Relation } from './office-package.ts';
import { addSheet } from './sheet-content.ts';
import { findElement, findXml, getText, listElements, walkXml, type XmlElement } from './xml.ts';
import { damagedFile, type Zip } from './zip.ts';

interface Workbook {
  strings: readonly string[];
  formats: readonly FormatNumber[];
  startsIn1904: boolean;
}

/** Reads an Excel workbook (XLSX, or XLSM without its macros): what its visible cells show. */
export function readWorkbook(zip: Zip): DocumentContent {
  const main = findMainPart(zip, 'xl/workbook.xml');
  const relations = listRelations(zip, main);
  const bytes = zip.get(main);
  const workbook: Workbook = {
    strings: readSharedStrings(findPart(zip, relations, 'sharedStrings')),
    formats: readFormats(findPart(zip, relations, 'styles')),
    startsIn1904: /^(?:1|true)$/.test(findXml(bytes, 'workbookPr')?.attributes.get('date1904') ?? ''),
  };
  const content = startContent('XLSX');
  for (const sheet of listElements(findXml(bytes, 'sheets'), 'sheet')) {
    const part = findWorksheet(relations, sheet);
    // A sheet may also be a chart.
    if (part === null) continue;
    if (!zip.has(part)) throw damagedFile(`its sheet ${sheet.attributes.get('name') ?? ''} is missing`);
    const state = sheet.attributes.get('state') ?? 'visible';
    const { rows, hiddenColumns } = readRows(zip.get(part), workbook);
    addSheet(content, {
      name: sheet.attributes.get('name') ?? '',
      isHidden: state !== 'visible',
      rows,
      hiddenColumns,
    });
  }
  return content.finish();
}

function findWorksheet(relations: readonly Relation[], sheet: XmlElement): string | null {
  const relation = relations.find(({ id }) => id === sheet.attributes.get('id'));
  return relation?.kind === 'worksheet' ? relation.part : null;
}

function readSharedStrings(bytes: Uint8Array | null): string[] {
  const strings: string[] = [];
  if (bytes) walkXml(bytes, ['si'], (item) => void strings.push(readString(item)));
  return strings;
}

/** The text of a plain or a rich string; how it is pronounced (rPh) is not said. */
function readString(item: XmlElement): string {
  return listElements(item)
    .map((part) => (part.name === 't' ? getText(part) : part.name === 'r' ? readString(part) : ''))
    .join('')
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function readFormats(bytes: Uint8Array | null): FormatNumber[] {
  if (!bytes) return [];
  const codes = new Map(
    listElements(findXml(bytes, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]),
  );
  return listElements(findXml(bytes, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0);
    return prepareNumberFormat(codes.get(id) ?? findBuiltInFormat(id));
  });
}

function readRows(bytes: Uint8Array, workbook: Workbook): { rows: TableRow[]; hiddenColumns: Set<number> } {
  const rows: TableRow[] = [];
  const hiddenColumns = new Set<number>();
  let number = 0;
  walkXml(bytes, ['cols', 'row'], (element) => {
    if (element.name === 'cols') {
      for (const { attributes } of listElements(element, 'col')) {
        if (!isOn(attributes.get('hidden'))) continue;
        const last = Math.min(Number(attributes.get('max')), WIDEST_SHEET);
        for (let column = Number(attributes.get('min')); column <= last; column += 1)
          hiddenColumns.add(column - 1);
      }
      return;
    }
    number = Number(element.attributes.get('r') ?? number + 1);
    const cells = readCells(element, workbook);
    if (cells.length === 0) return;
    refuseTooManyRows(rows.length);
    rows.push({ cells, number, why: isOn(element.attributes.get('hidden')) ? 'A hidden row' : null });
  });
  return { rows, hiddenColumns };
}

const WIDEST_SHEET = 16_384;

function readCells(row: XmlElement, workbook: Workbook): string[] {
  const cells: string[] = [];
  for (const cell of listElements(row, 'c')) {
    const text = readCell(cell, workbook);
    const column = findColumnNumber(cell.attributes.get('r')) ?? cells.length;
    if (text === '' || column >= WIDEST_SHEET) continue;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
  return cells;
}

function readCell(cell: XmlElement, { strings, formats, startsIn1904 }: Workbook): string {
  const value = getText(findElement(cell, 'v'));
  const type = cell.attributes.get('t') ?? 'n';
  if (type === 'inlineStr') return readString(findElement(cell, 'is') ?? cell);
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(Number(value))) return value;
  const format = formats[Number(cell.attributes.get('s') ?? 0)] ?? prepareNumberFormat(null);
  return format(Number(value), startsIn1904);
}

/** 27 for "AB12". */
function findColumnNumber(place: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';
