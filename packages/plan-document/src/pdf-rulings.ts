import { getResolvedPDFJS } from 'unpdf';
import { joinLines, multiply, type PageItem, type PdfPage } from './pdf-items.ts';

/** A table whose cells are drawn with lines: where it stands, and the text of each cell. */
export interface RuledTable {
  top: number;
  items: ReadonlySet<PageItem>;
  rows: string[][];
}

/** A line across or down the page: where it stands, and from where to where it goes. */
interface Ruling {
  at: number;
  from: number;
  to: number;
}

interface Rulings {
  across: Ruling[];
  down: Ruling[];
}

const MOST_RULINGS = 20_000;
/** Lines that are meant to be one, or to meet, are that near. */
const NEAR = 2.5;
const THINNEST_CELL = 6;
const MOST_LETTERS_OVER_EDGE = 5;

/** Finds the tables that are drawn on a page. */
export async function findRuledTables(page: PdfPage, items: readonly PageItem[]): Promise<RuledTable[]> {
  const { across, down } = await listRulings(page);
  return groupIntoTables({ across: joinRulings(across), down: joinRulings(down) }).flatMap((rulings) =>
    readTables(rulings, items),
  );
}

async function listRulings(page: PdfPage): Promise<Rulings> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const painted = new Set([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  const rulings: Rulings = { across: [], down: [] };
  const earlier: number[][] = [];
  let transform: number[] = page.getViewport({ scale: 1 }).transform;
  for (const [at, operation] of fnArray.entries()) {
    const values: unknown = argsArray[at];
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) earlier.push(transform);
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd)
      transform = earlier.pop() ?? transform;
    else if (operation === OPS.transform && isNumbers(values)) transform = multiply(transform, values);
    else if (operation === OPS.paintFormXObjectBegin && Array.isArray(values) && isNumbers(values[0]))
      transform = multiply(transform, values[0]);
    else if (operation === OPS.constructPath && Array.isArray(values) && painted.has(Number(values[0]))) {
      const path: unknown = Array.isArray(values[1]) ? values[1][0] : null;
      if (path instanceof Float32Array) addPath(path, transform, rulings);
    }
    if (rulings.across.length + rulings.down.length > MOST_RULINGS) return { across: [], down: [] };
  }
  return rulings;
}

function isNumbers(values: unknown): values is number[] {
  return (
    (Array.isArray(values) || values instanceof Float32Array) &&
    values.length === 6 &&
    Array.from(values).every((value) => typeof value === 'number')
  );
}

const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

/** The straight sides of a path; a thin filled box is a line too. */
function addPath(path: Float32Array, transform: readonly number[], rulings: Rulings) {
  const points: { x: number; y: number; isStart: boolean }[] = [];
  for (let at = 0; at < path.length;) {
    const step = path[at];
    if (step === CLOSE) {
      at += 1;
      continue;
    }
    if (step !== MOVE && step !== LINE) return;
    const placed = multiply(transform, [1, 0, 0, 1, path[at + 1] ?? 0, path[at + 2] ?? 0]);
    points.push({ x: placed[4] ?? 0, y: placed[5] ?? 0, isStart: step === MOVE });
    at += 3;
  }
  for (const [at, point] of points.entries()) {
    const before = points[at - 1];
    if (!before || point.isStart) continue;
    const isAcross = Math.abs(point.y - before.y) <= 1;
    const isDown = Math.abs(point.x - before.x) <= 1;
    if (isAcross && !isDown)
      rulings.across.push({
        at: point.y,
        from: Math.min(point.x, before.x),
        to: Math.max(point.x, before.x),
      });
    else if (isDown && !isAcross)
      rulings.down.push({ at: point.x, from: Math.min(point.y, before.y), to: Math.max(point.y, before.y) });
  }
}

/** Pieces of one line, drawn cell by cell, are one line. */
function joinRulings(rulings: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  for (const ruling of rulings.toSorted((one, other) => one.at - other.at || one.from - other.from)) {
    const same = joined.findLast(
      (known) =>
        ruling.at - known.at < NEAR && ruling.from <= known.to + NEAR && ruling.to >= known.from - NEAR,
    );
    if (same) {
      same.from = Math.min(same.from, ruling.from);
      same.to = Math.max(same.to, ruling.to);
    } else joined.push({ ...ruling });
  }
  return joined.filter(({ from, to }) => to - from > THINNEST_CELL);
}

function groupIntoTables({ across, down }: Rulings): Rulings[] {
  const tables: Rulings[] = [];
  for (const line of across) {
    const crossed = down.filter((other) => meet(line, other));
    const touched = tables.filter((table) => crossed.some((other) => table.down.includes(other)));
    const table: Rulings = {
      across: [...touched.flatMap((known) => known.across), line],
      down: [...new Set([...touched.flatMap((known) => known.down), ...crossed])],
    };
    for (const known of touched) tables.splice(tables.indexOf(known), 1);
    tables.push(table);
  }
  return tables;
}

function meet(across: Ruling, down: Ruling): boolean {
  return (
    down.at >= across.from - NEAR &&
    down.at <= across.to + NEAR &&
    across.at >= down.from - NEAR &&
    across.at <= down.to + NEAR
  );
}

function readTables(rulings: Rulings, items: readonly PageItem[]): RuledTable[] {
  const columns = listEdges(rulings.down);
  const rows = withOpenEnds(listEdges(rulings.across), columns, rulings.down);
  if (columns.length < 3 || rows.length < 2) return [];
  return cutWhereColumnsChange(rows, columns, rulings).flatMap((run) => {
    const table = readCells(items, { ...rulings, ...run });
    return table ? [table] : [];
  });
}

/** A row that a page break cuts may have no line there: it goes as far as the lines between its cells. */
function withOpenEnds(
  rows: readonly number[],
  columns: readonly number[],
  down: readonly Ruling[],
): readonly number[] {
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  const first = Math.min(...down.map(({ from }) => from));
  const last = Math.max(...down.map(({ to }) => to));
  const isOpenAt = (end: number) =>
    columns.every((edge) => isDrawn(down, edge, end - Math.sign(end - bottom) * NEAR));
  return [
    ...(top - first > THINNEST_CELL && isOpenAt(first) ? [first] : []),
    ...rows,
    ...(last - bottom > THINNEST_CELL && isOpenAt(last) ? [last] : []),
  ];
}

interface Grid {
  rows: readonly number[];
  columns: readonly number[];
}

/** Two tables may touch: where other columns begin that are no finer cut of those above, another table begins. */
function cutWhereColumnsChange(
  rows: readonly number[],
  columns: readonly number[],
  { down }: Rulings,
): Grid[] {
  const runs: { rows: number[]; columns: number[] }[] = [];
  for (let band = 0; band < rows.length - 1; band += 1) {
    const [top = 0, bottom = 0] = [rows[band], rows[band + 1]];
    const drawn = columns.filter((edge) => isDrawn(down, edge, (top + bottom) / 2));
    const run = runs.at(-1);
    const isWider = run?.columns.every((edge) => drawn.includes(edge)) ?? false;
    if (run && (isWider || drawn.every((edge) => run.columns.includes(edge)))) {
      run.rows.push(bottom);
      if (isWider) run.columns = drawn;
    } else runs.push({ rows: [top, bottom], columns: drawn });
  }
  return runs.filter((run) => run.columns.length >= 3);
}

function readCells(items: readonly PageItem[], grid: Grid & Rulings): RuledTable | null {
  const { rows, columns } = grid;
  const cells = rows.slice(1).map(() => columns.slice(1).map((): PageItem[] => []));
  const taken = new Set<PageItem>();
  for (const item of items) {
    const row = findBand(rows, item.y - item.height / 3);
    const edges = columns.filter((edge) => isDrawn(grid.down, edge, item.y - item.height / 3));
    for (const part of row === -1 ? [] : cutAtEdges(item, edges)) {
      const column = findBand(columns, part.x + Math.min(part.width, 8) / 2);
      if (column === -1) continue;
      const owner = findOwner(row, column, grid);
      cells[owner.row]?.[owner.column]?.push(part);
      taken.add(item);
    }
  }
  if (taken.size === 0) return null;
  return { top: rows[0] ?? 0, items: taken, rows: cells.map((row) => row.map(joinLines)) };
}

/** Words of narrow cells may come as one run, across the line between them. */
function cutAtEdges(item: PageItem, edges: readonly number[]): PageItem[] {
  const edge = edges.find((at) => at > item.x + 2 && at < item.x + item.width - 2);
  if (edge === undefined) return [item];
  const letter = item.width / item.text.length;
  const wanted = (edge - item.x) / letter;
  const spaces = [...item.text.matchAll(/\s+/g)].map(({ index }) => index);
  const cut = spaces.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))[0];
  if (cut === undefined || Math.abs(cut - wanted) > MOST_LETTERS_OVER_EDGE) return [item];
  const rest = {
    ...item,
    text: item.text.slice(cut).trimStart(),
    x: edge + 1,
    width: item.x + item.width - edge - 1,
  };
  return [{ ...item, text: item.text.slice(0, cut), width: cut * letter }, ...cutAtEdges(rest, edges)];
}

/** Where the cells begin and end, in one direction. */
function listEdges(rulings: readonly Ruling[]): number[] {
  const edges: number[] = [];
  for (const { at } of rulings.toSorted((one, other) => one.at - other.at)) {
    if (edges.length === 0 || at - (edges.at(-1) ?? 0) > THINNEST_CELL) edges.push(at);
  }
  return edges;
}

function findBand(edges: readonly number[], at: number): number {
  const band = edges.findLastIndex((edge) => edge <= at);
  return band >= 0 && band < edges.length - 1 ? band : -1;
}

/** The first of the cells that are merged into one: no line is drawn between them. */
function findOwner(
  row: number,
  column: number,
  { rows, columns, across, down }: Grid & Rulings,
): { row: number; column: number } {
  const middle = (edges: readonly number[], band: number) =>
    ((edges[band] ?? 0) + (edges[band + 1] ?? 0)) / 2;
  let first = column;
  while (first > 0 && !isDrawn(down, columns[first] ?? 0, middle(rows, row))) first -= 1;
  let top = row;
  while (top > 0 && !isDrawn(across, rows[top] ?? 0, middle(columns, first))) top -= 1;
  return { row: top, column: first };
}

function isDrawn(rulings: readonly Ruling[], at: number, across: number): boolean {
  return rulings.some(
    (ruling) => Math.abs(ruling.at - at) <= THINNEST_CELL && ruling.from <= across && ruling.to >= across,
  );
}
