import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { scoreCommitment } from './commitments.ts';
import { MOST_COLUMNS, startContent, type DocumentContent, type TableRow } from './document-content.ts';
import { formatLetter, formatRoman } from './list-numbers.ts';
import type { Warning } from './plan-draft.ts';
import { startBlocks, type BlockWriter } from './text-blocks.ts';
import { UnreadableDocument } from './unreadable-document.ts';
import { tooMuchInside } from './zip.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

interface Reader {
  blocks: BlockWriter;
  /** Words that wait for the end of their paragraph. */
  open: string;
}

/** Where in the page the reader is. */
interface Position {
  why: string | null;
  depth: number;
}

const NEVER_SHOWN = new Set(
  'area audio base button canvas datalist embed head iframe input link map meta meter noframes noscript object option picture progress script select style svg template textarea title track video'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr html legend li main nav p section summary tbody td tfoot th thead tr'.split(
    ' ',
  ),
);
const DEEPEST = 300;
const WIDEST_SPAN = 60;

const WHY = {
  outside: 'Outside the main part of the page',
  hidden: 'A hidden part of the page',
  navigation: 'The page’s links and small print',
};

/** Reads the source of a web page, or a piece of one: headings, lists and tables of its main part. Nothing is fetched or run. */
export function readWebPage(source: string): DocumentContent {
  const content = startContent('HTML');
  const reader: Reader = { blocks: startBlocks(content), open: '' };
  const page = parse(source);
  const hasMain = findFirst(page.childNodes, isMain, 0) !== null;
  readNodes(page.childNodes, reader, { why: hasMain ? WHY.outside : null, depth: 0 });
  endParagraph(reader, null);
  const read = content.finish();
  if (read.asides.length === read.lines.filter((line) => line !== '').length) {
    throw new UnreadableDocument(
      'EMPTY',
      'This web page holds no text of its own; scripts may fetch it. Open the page in a browser, and save it as PDF or copy its text.',
    );
  }
  return { ...read, warnings: warnOfHiddenPromises(read) };
}

/** Menus are hidden as well as parts of the plan that open on a press. */
function warnOfHiddenPromises({ lines, asides }: DocumentContent): Warning[] {
  const hidden = asides.filter(({ why }) => why === WHY.hidden);
  if (!hidden.some(({ line }) => scoreCommitment(lines[line - 1] ?? '') === 1)) return [];
  return [
    {
      place: null,
      what: 'Parts of this web page are hidden',
      why: 'They were not read, and hold what reads like promises. Open them on the page and save it again, or add them to the plan.',
      code: 'hidden-parts',
    },
  ];
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function getAttribute(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

function isMain(element: Element): boolean {
  return element.tagName === 'main' || getAttribute(element, 'role') === 'main';
}

function findFirst(
  nodes: readonly Node[],
  isWanted: (element: Element) => boolean,
  depth: number,
): Element | null {
  if (depth > DEEPEST) throw tooMuchInside();
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = isWanted(node) ? node : findFirst(node.childNodes, isWanted, depth + 1);
    if (found) return found;
  }
  return null;
}

function isHidden(element: Element): boolean {
  const hidden = getAttribute(element, 'hidden');
  // What a browser opens when its words are searched for is part of the page.
  if (hidden !== null && hidden !== 'until-found') return true;
  const style = getAttribute(element, 'style') ?? '';
  if (/(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  return element.tagName === 'dialog' && getAttribute(element, 'open') === null;
}

function isNavigation(element: Element): boolean {
  return (
    element.tagName === 'nav' ||
    element.tagName === 'footer' ||
    /^(?:navigation|contentinfo|search)$/.test(getAttribute(element, 'role') ?? '')
  );
}

function readNodes(nodes: readonly Node[], reader: Reader, position: Position) {
  if (position.depth > DEEPEST) throw tooMuchInside();
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) reader.open += node.value.replace(/\s+/g, ' ');
    else if (isElement(node) && !NEVER_SHOWN.has(node.tagName)) readElement(node, reader, position);
  }
}

function readElement(element: Element, reader: Reader, before: Position) {
  const { tagName, childNodes } = element;
  const position: Position = { why: decideWhy(element, before.why), depth: before.depth + 1 };
  const isPart = position.why !== before.why || BLOCKS.has(tagName);
  if (tagName === 'br') reader.open += '\n';
  else if (/^(?:h[1-6]|ul|ol|menu|table|dl|pre)$/.test(tagName) || isPart) {
    endParagraph(reader, before.why);
    readBlock(element, reader, position);
    endParagraph(reader, position.why);
  } else readNodes(childNodes, reader, position);
}

function decideWhy(element: Element, before: string | null): string | null {
  if (before === WHY.hidden || isHidden(element)) return WHY.hidden;
  if (isMain(element)) return null;
  return isNavigation(element) ? WHY.navigation : before;
}

function readBlock(element: Element, reader: Reader, position: Position) {
  const { tagName, childNodes } = element;
  const isRead = position.why === null;
  if (/^h[1-6]$/.test(tagName) && isRead) reader.blocks.addHeading(readText(element, position.depth));
  else if (tagName === 'pre') reader.blocks.addParagraph(readRawText(element, position.depth), position.why);
  else if (/^(?:ul|ol|menu)$/.test(tagName) && isRead) readList(element, reader, position, 0);
  else if (tagName === 'table' && isRead && !isLayout(element)) readTable(element, reader, position);
  else if (tagName === 'dl' && isRead) readTerms(element, reader, position);
  else readNodes(childNodes, reader, position);
}

function endParagraph(reader: Reader, why: string | null) {
  const text = reader.open;
  reader.open = '';
  if (text.trim() !== '') reader.blocks.addParagraph(text, why);
}

function readRawText(element: Element, depth: number): string {
  if (depth > DEEPEST) throw tooMuchInside();
  return element.childNodes
    .map((node) =>
      node.nodeName === '#text' && 'value' in node
        ? node.value
        : isElement(node)
          ? readRawText(node, depth + 1)
          : '',
    )
    .join('');
}

/** An element's shown words; its blocks and broken lines each on a line. */
function readText(
  element: Element,
  depth: number,
  isLeftOut: (element: Element) => boolean = () => false,
): string {
  if (depth > DEEPEST) throw tooMuchInside();
  const text = element.childNodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/\s+/g, ' ');
      if (!isElement(node) || NEVER_SHOWN.has(node.tagName) || isHidden(node) || isLeftOut(node)) return '';
      if (node.tagName === 'br') return '\n';
      const inner = readText(node, depth + 1, isLeftOut);
      if (node.tagName === 'li') return `\n• ${inner.trim()}\n`;
      return BLOCKS.has(node.tagName) || /^(?:ul|ol|table|h[1-6])$/.test(node.tagName)
        ? `\n${inner}\n`
        : inner;
    })
    .join('');
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const isList = (element: Element) => /^(?:ul|ol|menu)$/.test(element.tagName);

function readList(list: Element, reader: Reader, position: Position, level: number) {
  if (position.depth > DEEPEST) throw tooMuchInside();
  let count = Number(getAttribute(list, 'start') ?? 1);
  if (!Number.isInteger(count)) count = 1;
  for (const item of list.childNodes) {
    if (!isElement(item)) continue;
    const inside: Position = { why: decideWhy(item, position.why), depth: position.depth + 1 };
    if (inside.why !== null) {
      readNodes(item.childNodes, reader, inside);
      endParagraph(reader, inside.why);
    } else if (isList(item)) readList(item, reader, inside, level + 1);
    else if (findFirst(item.childNodes, isPanel, inside.depth) !== null) {
      // A list of cards is only arranged as one.
      readNodes(item.childNodes, reader, inside);
      endParagraph(reader, null);
    } else {
      const own = Number(getAttribute(item, 'value') ?? count);
      const number = Number.isInteger(own) ? own : count;
      count = number + 1;
      const text = readText(item, inside.depth, isList);
      if (text !== '') reader.blocks.addItem(formatSign(list, number), text, level);
      readInnerLists(item, reader, inside, level + 1);
    }
  }
}

const isPanel = (element: Element) => /^(?:h[1-6]|table)$/.test(element.tagName);

function readInnerLists(element: Element, reader: Reader, position: Position, level: number) {
  if (position.depth > DEEPEST) throw tooMuchInside();
  for (const child of element.childNodes) {
    if (!isElement(child) || isHidden(child)) continue;
    const inside = { ...position, depth: position.depth + 1 };
    if (isList(child)) readList(child, reader, inside, level);
    else readInnerLists(child, reader, inside, level);
  }
}

function formatSign(list: Element, number: number): string {
  if (list.tagName !== 'ol') return '•';
  const type = getAttribute(list, 'type') ?? '1';
  if (type === 'a') return `${formatLetter(number)}.`;
  if (type === 'A') return `${formatLetter(number).toUpperCase()}.`;
  if (type === 'i') return `${formatRoman(number)}.`;
  if (type === 'I') return `${formatRoman(number).toUpperCase()}.`;
  return `${number}.`;
}

/** "Lead" and "Housing" of a list of terms are "Lead: Housing". */
function readTerms(list: Element, reader: Reader, position: Position) {
  let term = '';
  const readPair = (element: Element, depth: number) => {
    if (depth > DEEPEST) throw tooMuchInside();
    for (const child of element.childNodes) {
      if (!isElement(child) || isHidden(child)) continue;
      if (child.tagName === 'dt') term = readText(child, depth).replace(/:$/, '');
      else if (child.tagName === 'dd') reader.blocks.addParagraph(`${term}: ${readText(child, depth)}`);
      else readPair(child, depth + 1);
    }
  };
  readPair(list, position.depth);
}

/** A table that only arranges the page: its cells hold tables or headings of their own. */
function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(getAttribute(table, 'role') ?? '')) return true;
  return findFirst(table.childNodes, (element) => element.tagName === 'table', 0) !== null;
}

function readTable(table: Element, reader: Reader, position: Position) {
  const caption = findFirst(table.childNodes, ({ tagName }) => tagName === 'caption', position.depth);
  if (caption) reader.blocks.addParagraph(readText(caption, position.depth));
  reader.blocks.addTable(readRows(table, position.depth));
}

/** The first cell of those that are merged has the text, the others are empty; but a head stands over all of its rows. */
function readRows(table: Element, depth: number): TableRow[] {
  const rows: { cells: string[]; why: string | null }[] = [];
  // How many rows further down each column is still taken by a cell from above.
  let taken: number[] = [];
  const heads: string[] = [];
  for (const row of listRows(table, depth)) {
    const cells: string[] = [];
    const next: number[] = [];
    const isHead = isHeadRow(row);
    const skipTaken = () => {
      while ((taken[cells.length] ?? 0) > 0) {
        next[cells.length] = (taken[cells.length] ?? 0) - 1;
        cells.push(isHead ? (heads[cells.length] ?? '') : '');
      }
    };
    for (const cell of row.childNodes) {
      if (!isElement(cell) || !/^t[dh]$/.test(cell.tagName)) continue;
      skipTaken();
      const columns = readSpan(cell, 'colspan');
      const down = readSpan(cell, 'rowspan') - 1;
      for (let at = 0; at < columns; at += 1) {
        const text = at === 0 && !isHidden(cell) ? readText(cell, depth + 1) : '';
        next[cells.length] = down;
        heads[cells.length] = isHead ? text : '';
        cells.push(text);
      }
    }
    skipTaken();
    if (cells.length > MOST_COLUMNS) throw tooMuchInside();
    taken = next;
    rows.push({ cells, why: isHidden(row) ? WHY.hidden : null });
  }
  return rows;
}

const isHeadRow = (row: Element): boolean =>
  row.childNodes.every((cell) => !isElement(cell) || cell.tagName !== 'td');

function listRows(parent: Element, depth: number): Element[] {
  if (depth > DEEPEST) throw tooMuchInside();
  return parent.childNodes.flatMap((child) =>
    !isElement(child)
      ? []
      : child.tagName === 'tr'
        ? [child]
        : /^t(?:head|body|foot)$/.test(child.tagName)
          ? listRows(child, depth + 1)
          : [],
  );
}

function readSpan(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number(getAttribute(cell, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, name === 'colspan' ? WIDEST_SPAN : 1000) : 1;
}
