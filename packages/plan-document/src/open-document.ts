import { refuseTooManyRows, startContent, type DocumentContent, type TableRow } from './document-content.ts';
import { MONTHS } from './number-formats.ts';
import { addSheet } from './sheet-content.ts';
import { listElements, walkXml, type XmlElement } from './xml.ts';
import type { Zip } from './zip.ts';

interface OpenSheet {
  name: string;
  isHidden: boolean;
  rows: TableRow[];
  hiddenColumns: Set<number>;
  nextRow: number;
  nextColumn: number;
}

/** A row that is repeated further is emptiness, or a trick. */
const MOST_REPEATED = 1000;
const MOST_COLUMNS = 16_384;

/** Reads a sheet file of OpenDocument (ODS): the text that its visible cells show. */
export function readSpreadsheetOfOpenDocument(zip: Zip): DocumentContent {
  const content = startContent('ODS');
  const hiddenStyles = new Set<string>();
  let sheet: OpenSheet | null = null;
  const finishSheet = () => {
    if (sheet) addSheet(content, sheet);
  };
  walkXml(
    zip.get('content.xml'),
    ['style', 'table-row', 'table-column'],
    (element) => {
      if (element.name === 'style') {
        const isHidden = listElements(element, 'table-properties').some(
          ({ attributes }) => attributes.get('display') === 'false',
        );
        if (isHidden) hiddenStyles.add(element.attributes.get('name') ?? '');
      } else if (sheet && element.name === 'table-column') addColumn(sheet, element);
      else if (sheet) addRow(sheet, element);
    },
    (name, attributes) => {
      if (name !== 'table') return;
      finishSheet();
      sheet = {
        name: attributes.get('name') ?? '',
        isHidden: hiddenStyles.has(attributes.get('style-name') ?? ''),
        rows: [],
        hiddenColumns: new Set(),
        nextRow: 1,
        nextColumn: 0,
      };
    },
  );
  finishSheet();
  return content.finish();
}

function addColumn(sheet: OpenSheet, column: XmlElement) {
  const times = countRepeats(column, 'number-columns-repeated');
  const end = Math.min(sheet.nextColumn + times, MOST_COLUMNS);
  if (isCollapsed(column)) {
    for (let at = sheet.nextColumn; at < end; at += 1) sheet.hiddenColumns.add(at);
  }
  sheet.nextColumn = end;
}

function addRow(sheet: OpenSheet, row: XmlElement) {
  const times = countRepeats(row, 'number-rows-repeated');
  const cells = readCells(row);
  if (cells.length > 0) {
    refuseTooManyRows(sheet.rows.length);
    const why = isCollapsed(row) ? 'A hidden row' : null;
    for (let again = 0; again < Math.min(times, MOST_REPEATED); again += 1)
      sheet.rows.push({ cells, number: sheet.nextRow + again, why });
  }
  sheet.nextRow += times;
}

function readCells(row: XmlElement): string[] {
  const cells: string[] = [];
  let column = 0;
  for (const cell of listElements(row)) {
    if (cell.name !== 'table-cell' && cell.name !== 'covered-table-cell') continue;
    const times = countRepeats(cell, 'number-columns-repeated');
    const text = cell.name === 'table-cell' ? readCell(cell) : '';
    const end = Math.min(column + times, MOST_COLUMNS);
    if (text !== '') {
      while (cells.length < column) cells.push('');
      for (let at = column; at < end; at += 1) cells[at] = text;
    }
    column = end;
  }
  return cells;
}

/** The cell's paragraphs as shown; a note that is pinned to it is not part of it. */
function readCell(cell: XmlElement): string {
  const text = readParagraphs(cell);
  const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(cell.attributes.get('date-value') ?? '');
  // Of a date in figures alone nobody knows which is the month.
  if (!date || /\p{L}/u.test(text) || !/\d\D\d/.test(text)) return text;
  return `${Number(date[3])} ${MONTHS[Number(date[2]) - 1] ?? ''} ${date[1]}`;
}

function readParagraphs(cell: XmlElement): string {
  return listElements(cell)
    .filter(({ name }) => name === 'p' || name === 'h')
    .map(readParagraph)
    .join('\n')
    .trim();
}

function readParagraph(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child.replace(/\s+/g, ' ');
      if (child.name === 's') return ' ';
      if (child.name === 'tab') return ' ';
      if (child.name === 'line-break') return '\n';
      return child.name === 'annotation' || child.name === 'note' ? '' : readParagraph(child);
    })
    .join('');
}

function countRepeats(element: XmlElement, attribute: string): number {
  const times = Number(element.attributes.get(attribute) ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
}

function isCollapsed({ attributes }: XmlElement): boolean {
  const visibility = attributes.get('visibility') ?? 'visible';
  return visibility === 'collapse' || visibility === 'filter';
}
