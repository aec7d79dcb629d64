import { startContent, type DocumentContent, type TableRow } from './document-content.ts';
import { prepareListLabels, type ListLabels } from './list-numbers.ts';
import { findMainPart, findPart, listRelations } from './office-package.ts';
import { startBlocks, type BlockWriter } from './text-blocks.ts';
import { findElement, getText, listElements, walkXml, type XmlElement } from './xml.ts';
import { damagedFile, type Zip } from './zip.ts';

interface Style {
  name: string;
  basedOn: string | null;
  properties: XmlElement | null;
}

interface Reader {
  blocks: BlockWriter;
  styles: ReadonlyMap<string, Style>;
  labels: ListLabels;
}

/** A paragraph's text, and what its pages do not show or show elsewhere. */
interface Paragraph {
  text: string;
  hidden: string;
  deleted: string;
  boxes: XmlElement[];
}

/** Parts that stand beside the text: for the operator's eyes, and no part of the plan. */
const BESIDE_THE_TEXT: Readonly<Record<string, string>> = {
  header: 'A header or footer of the page',
  footer: 'A header or footer of the page',
  footnotes: 'A footnote',
  endnotes: 'A footnote',
  comments: 'A comment beside the text, which the file still holds',
};

/** Properties, notes and marks: elements inside a paragraph whose text is not the paragraph's. */
const NOT_TEXT = new Set(['pPr', 'rPr', 'sdtPr', 'instrText', 'delInstrText', 'rt', 'Fallback', 'sectPr']);
const DELETED = new Set(['del', 'moveFrom']);

/** Reads a Word document (DOCX, or DOCM without its macros): headings, lists with their numbers, tables, text boxes. */
export function readWordDocument(zip: Zip): DocumentContent {
  const main = findMainPart(zip, 'word/document.xml');
  if (!zip.has(main)) throw damagedFile('its text is missing');
  const relations = listRelations(zip, main);
  const content = startContent('DOCX');
  const reader: Reader = {
    blocks: startBlocks(content),
    styles: readStyles(findPart(zip, relations, 'styles')),
    labels: prepareListLabels(findPart(zip, relations, 'numbering')),
  };
  walkXml(zip.get(main), ['p', 'tbl'], (element) => addBlock(element, reader));
  for (const { kind, part } of relations) {
    const why = BESIDE_THE_TEXT[kind];
    if (why === undefined || !zip.has(part)) continue;
    walkXml(zip.get(part), ['p'], (element) => reader.blocks.addParagraph(readParagraph(element).text, why));
  }
  return content.finish();
}

function readStyles(bytes: Uint8Array | null): Map<string, Style> {
  const styles = new Map<string, Style>();
  if (!bytes) return styles;
  walkXml(bytes, ['style'], (style) => {
    styles.set(style.attributes.get('styleId') ?? '', {
      name: getValue(findElement(style, 'name')) ?? '',
      basedOn: getValue(findElement(style, 'basedOn')),
      properties: findElement(style, 'pPr'),
    });
  });
  return styles;
}

function getValue(element: XmlElement | null): string | null {
  return element?.attributes.get('val') ?? null;
}

function addBlock(element: XmlElement, reader: Reader) {
  if (element.name === 'tbl') reader.blocks.addTable(readTable(element, reader));
  else addParagraph(element, reader);
}

function addParagraph(element: XmlElement, reader: Reader) {
  const { blocks } = reader;
  const { text, hidden, deleted, boxes } = readParagraph(element);
  const styles = listStyles(element, reader.styles);
  const label = text.trim() === '' ? null : findLabel(element, styles, reader.labels);
  if (styles.some(({ name }) => /^toc \d|^toc heading$|^contents \d/i.test(name)))
    blocks.addParagraph(text, 'The table of contents');
  else if (isHeading(element, styles)) blocks.addHeading(`${label?.sign ?? ''} ${text}`);
  else if (label) blocks.addItem(label.sign, text, label.level);
  else blocks.addParagraph(text);
  if (hidden.trim() !== '') blocks.addParagraph(hidden, 'Hidden text');
  if (deleted.trim() !== '') blocks.addParagraph(deleted, 'Deleted text that the file still remembers');
  for (const box of boxes) listBlocks(box).forEach((block) => addBlock(block, reader));
}

/** The paragraphs and tables in a cell or a text box, through the frames of controls. */
function listBlocks(parent: XmlElement): XmlElement[] {
  return listElements(parent).flatMap((child) =>
    child.name === 'p' || child.name === 'tbl' ? [child] : NOT_TEXT.has(child.name) ? [] : listBlocks(child),
  );
}

function readParagraph(element: XmlElement): Paragraph {
  const found: Paragraph = { text: '', hidden: '', deleted: '', boxes: [] };
  collectText(element, found, 'text');
  return found;
}

function collectText(element: XmlElement, found: Paragraph, into: 'text' | 'hidden' | 'deleted') {
  for (const child of listElements(element)) {
    const { name } = child;
    if (name === 't' || name === 'delText') found[into] += getText(child);
    else if (name === 'tab' || name === 'ptab') found[into] += '\t';
    else if (name === 'br' || name === 'cr') found[into] += '\n';
    else if (name === 'noBreakHyphen') found[into] += '-';
    else if (name === 'txbxContent') found.boxes.push(child);
    else if (name === 'AlternateContent') collectText(chooseAlternative(child), found, into);
    else if (DELETED.has(name)) collectText(child, found, 'deleted');
    else if (!NOT_TEXT.has(name)) collectText(child, found, isHiddenRun(child) ? 'hidden' : into);
  }
}

/** The same shape is often written twice, for newer and for older programs. */
function chooseAlternative(element: XmlElement): XmlElement {
  return findElement(element, 'Choice') ?? findElement(element, 'Fallback') ?? element;
}

function isHiddenRun(run: XmlElement): boolean {
  return run.name === 'r' && isOn(findElement(run, 'rPr', 'vanish'));
}

function isOn(element: XmlElement | null): boolean {
  return element !== null && !/^(?:0|false|off)$/.test(getValue(element) ?? '');
}

/** The paragraph's style and those that it stands on. */
function listStyles(paragraph: XmlElement, styles: ReadonlyMap<string, Style>): Style[] {
  const found: Style[] = [];
  let id = getValue(findElement(paragraph, 'pPr', 'pStyle'));
  while (id !== null && found.length < 20) {
    const style = styles.get(id);
    if (!style) break;
    found.push(style);
    id = style.basedOn;
  }
  return found;
}

function isHeading(paragraph: XmlElement, styles: readonly Style[]): boolean {
  if (styles.some(({ name }) => /^(?:heading \d|title)$/i.test(name))) return true;
  const level = getValue(findProperty(paragraph, styles, 'outlineLvl'));
  return level !== null && Number(level) < 9;
}

function findProperty(paragraph: XmlElement, styles: readonly Style[], name: string): XmlElement | null {
  for (const properties of [findElement(paragraph, 'pPr'), ...styles.map((style) => style.properties)]) {
    const found = findElement(properties, name);
    if (found) return found;
  }
  return null;
}

function findLabel(paragraph: XmlElement, styles: readonly Style[], labels: ListLabels) {
  const own = findElement(paragraph, 'pPr', 'numPr');
  const inherited = findProperty(paragraph, styles, 'numPr');
  const number = getValue(findElement(own, 'numId')) ?? getValue(findElement(inherited, 'numId'));
  const level = getValue(findElement(own, 'ilvl')) ?? getValue(findElement(inherited, 'ilvl')) ?? '0';
  return number === null ? null : labels.next(number, Math.min(8, Math.max(0, Number(level) || 0)));
}

function readTable(table: XmlElement, reader: Reader): TableRow[] {
  return listRows(table).map((row) => {
    const before = Number(getValue(findElement(row, 'trPr', 'gridBefore')) ?? 0) || 0;
    const cells: string[] = Array.from({ length: Math.min(before, 60) }, () => '');
    for (const cell of listCells(row)) {
      const properties = findElement(cell, 'tcPr');
      const merge = findElement(properties, 'vMerge');
      const goesOn = merge !== null && getValue(merge) !== 'restart';
      cells.push(goesOn ? '' : readCell(cell, reader));
      const span = Math.min(Number(getValue(findElement(properties, 'gridSpan')) ?? 1) || 1, 60);
      for (let more = 1; more < span; more += 1) cells.push('');
    }
    return { cells, why: isOn(findElement(row, 'trPr', 'hidden')) ? 'A hidden row' : null };
  });
}

function listRows(table: XmlElement): XmlElement[] {
  return listElements(table).flatMap((child) =>
    child.name === 'tr'
      ? [child]
      : /^(?:sdt|sdtContent|customXml|ins)$/.test(child.name)
        ? listRows(child)
        : [],
  );
}

function listCells(row: XmlElement): XmlElement[] {
  return listElements(row).flatMap((child) =>
    child.name === 'tc' ? [child] : /^(?:sdt|sdtContent|customXml)$/.test(child.name) ? listCells(child) : [],
  );
}

function readCell(cell: XmlElement, reader: Reader): string {
  const lines = listBlocks(cell).flatMap((block): string[] => {
    if (block.name === 'tbl') return readTable(block, reader).map(({ cells }) => cells.join(' ').trim());
    const { text, boxes } = readParagraph(block);
    if (text.trim() === '' && boxes.length === 0) return [];
    const label =
      text.trim() === '' ? null : findLabel(block, listStyles(block, reader.styles), reader.labels);
    return [
      `${label ? `${label.sign} ` : ''}${text.replaceAll('\t', ' ')}`,
      ...boxes.map((box) => readCell(box, reader)),
    ];
  });
  return lines.filter((line) => line.trim() !== '').join('\n');
}
