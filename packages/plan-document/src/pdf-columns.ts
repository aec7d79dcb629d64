import { findColumn } from './columns.ts';
import { groupIntoLines, joinItems, type PageItem } from './pdf-items.ts';
import { countWords } from './text-lines.ts';

/** Of the height, and of the width of a letter: letters of one width stand a whole letter apart. */
const WIDEST_GAP_IN_TEXT = { ofHeight: 0.55, ofLetter: 1.3 };
const BULLET = /^(?:[•●○◦▪■□‣·\p{Co}]|[–—*-](?=\s|$))/u;
/** Of the page's width, from its left. */
const MIDDLE = { from: 0.3, to: 0.7 };
const NARROWEST_GUTTER = 6;
const FEWEST_BULLETS = 2;
const FEWEST_LINES = 4;
const WORDS_OF_PROSE = 6;
/** No page that somebody reads has more. */
const MOST_CELLS = 3000;
/** Of all lines: headings over both columns, and tables among them. */
const MOST_CROSSING = 0.2;

/** The cells of a line; words of one cell follow each other. */
export function cutIntoCells(line: readonly PageItem[]): PageItem[][] {
  const cells: PageItem[][] = [];
  for (const item of line.toSorted((one, other) => one.x - other.x)) {
    const open = cells.at(-1);
    const before = open?.at(-1);
    if (open && before && item.x - (before.x + before.width) < findWidestGap(item, before)) open.push(item);
    else cells.push([item]);
  }
  return cells;
}

function findWidestGap(item: PageItem, before: PageItem): number {
  const letter = (item.width + before.width) / (item.text.length + before.text.length);
  return Math.max(item.height * WIDEST_GAP_IN_TEXT.ofHeight, letter * WIDEST_GAP_IN_TEXT.ofLetter);
}

/** Parts of a page in the order in which they are read: where text runs in two columns, the left one before the right. */
export function cutIntoColumns(items: readonly PageItem[]): PageItem[][] {
  const lines = groupIntoLines(items).map(cutIntoCells);
  const edge = findGutter(lines);
  if (edge === null) return [[...items]];
  const parts: PageItem[][] = [];
  let [left, right]: [PageItem[], PageItem[]] = [[], []];
  const endColumns = () => {
    parts.push(left, right);
    [left, right] = [[], []];
  };
  for (const line of lines) {
    if (crosses(line, edge)) {
      endColumns();
      parts.push(line.flat());
    } else for (const item of line.flat()) (item.x < edge - 1 ? left : right).push(item);
  }
  endColumns();
  return parts.filter((part) => part.length > 0);
}

type Cells = readonly (readonly PageItem[])[];

/** Where the right one of two columns of bullets begins; null on a page with one column, or with a table. */
function findGutter(lines: readonly Cells[]): number | null {
  const cells = lines.flat();
  if (cells.length > MOST_CELLS || lines.some(isHeadOfTable)) return null;
  const first = Math.min(...cells.map(startOf));
  const width = Math.max(...cells.map(endOf)) - first;
  const edges = [...new Set(cells.map((cell) => Math.round(startOf(cell))))].filter(
    (edge) => edge > first + width * MIDDLE.from && edge < first + width * MIDDLE.to,
  );
  const crossing = (edge: number) => lines.filter((line) => crosses(line, edge)).length;
  const [edge] = edges.toSorted((one, other) => crossing(one) - crossing(other) || one - other);
  if (edge === undefined || crossing(edge) > lines.length * MOST_CROSSING) return null;
  const parted = lines.filter((line) => !crosses(line, edge));
  const sides = [
    parted.map((line) => line.filter((cell) => startOf(cell) < edge - 1)),
    parted.map((line) => line.filter((cell) => startOf(cell) >= edge - 1)),
  ].map(describeSide);
  const areText = sides.every(({ isText }) => isText) && sides.some(({ hasBullets }) => hasBullets);
  return areText ? edge : null;
}

function describeSide(lines: readonly Cells[]): { isText: boolean; hasBullets: boolean } {
  const filled = lines.filter((line) => line.length > 0);
  const texts = filled.map((line) => line.map((cell) => joinItems(cell)).join(' '));
  const hasBullets = texts.filter((text) => BULLET.test(text)).length >= FEWEST_BULLETS;
  const isProse = texts.filter((text) => countWords(text) >= WORDS_OF_PROSE).length >= FEWEST_LINES;
  // Where most lines have cells of their own, they are rows.
  const isRows = filled.filter((line) => countCells(line) > 1).length > filled.length * MOST_CROSSING;
  return { isText: (hasBullets || isProse) && filled.length >= FEWEST_LINES && !isRows, hasBullets };
}

const countCells = (line: Cells): number =>
  line.filter((cell, at) => at > 0 || !/^\P{L}{1,4}$/u.test(joinItems(cell))).length;

function isHeadOfTable(line: Cells): boolean {
  const columns = line.map((cell) => findColumn(joinItems(cell))).filter((column) => column !== null);
  return new Set(columns).size > 1;
}

const startOf = (cell: readonly PageItem[]): number => Math.min(...cell.map(({ x }) => x));
const endOf = (cell: readonly PageItem[]): number => Math.max(...cell.map(({ x, width }) => x + width));

const crosses = (line: Cells, edge: number): boolean =>
  line.some((cell) => startOf(cell) < edge - 1 && endOf(cell) > edge - NARROWEST_GUTTER);
