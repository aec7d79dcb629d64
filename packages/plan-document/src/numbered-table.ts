import { looksLikeHeading } from './blocks.ts';
import {
  columnNames,
  findClosestColumn,
  findColumn,
  noteColumns,
  readHeaderRow,
  type Column,
} from './columns.ts';
import type { Glossary } from './glossary.ts';
import type { LineLedger } from './line-ledger.ts';
import type { FoundTarget, FoundTheme, Warning } from './plan-draft.ts';
import { cleanRef, findLabel, isRef } from './refs.ts';
import { cutCells, findCellCut, findColumnAt, type Cell, type CellCut } from './table-cells.ts';
import { countWords, endsSentence, isBlank, joinWrapped, startsLowerCase, type Line } from './text-lines.ts';
import { readThemeTitle } from './theme-title.ts';
import { warnOfSeveralActions, withoutBullet } from './several-actions.ts';
import { findTimescale, isTimescaleAlone } from './timescales.ts';

interface TableColumn {
  column: Column | null;
  start: number;
  header: string;
}

interface Row {
  values: Map<number, string>;
  line: number;
  lastFilled: number;
}

interface Table {
  cut: CellCut;
  columns: TableColumn[];
  openedAt: number;
  glossary: Glossary;
}

const COLUMN_HEADS = 'The head of a table’s columns';
const LOOK_UP = 15;
const LONGEST_CELL = 20_000;

/** Tables whose cells wrap over lines and pages, with one action a row. */
export function readTables(
  lines: readonly Line[],
  isSkipped: (line: Line) => boolean,
  ledger: LineLedger,
  glossary: Glossary,
): { themes: FoundTheme[]; warnings: Warning[] } {
  const themes: FoundTheme[] = [];
  const warnings: Warning[] = [];
  const consumed = new Set<number>();
  let table: Table | null = null;
  let theme: FoundTheme | null = null;
  let row: Row | null = null;
  let hasGap = true;

  const take = (line: Line) => {
    ledger.take(line.number);
    consumed.add(line.number);
  };
  const openTheme = (
    written: { ref: string | null; title: string },
    line: number,
    detail: string | null = null,
  ) => {
    const same = themes.find(
      (known) =>
        known.title.toLowerCase() === written.title.toLowerCase() &&
        (known.ref === written.ref || written.ref === null),
    );
    theme = same ?? { ...written, detail, actions: [], targets: [], place: { line } };
    if (!same) themes.push(theme);
  };
  const openTable = (at: number, line: Line, cut: CellCut, columns: TableColumn[]) => {
    if (!table || table.columns.length !== columns.length) warnUnknown(columns, line, warnings, glossary);
    table = { cut, columns, openedAt: at, glossary };
  };
  const themeOf = (at: number): FoundTheme => {
    if (
      theme &&
      (!table ||
        table.openedAt < theme.place.line ||
        !hasHeadingAbove(lines, table.openedAt, consumed, isSkipped))
    )
      return theme;
    const above = findHeadingAbove(lines, table?.openedAt ?? at, consumed, isSkipped);
    if (above) {
      [above.heading, ...above.intro].forEach(take);
      const detail = above.intro.length > 0 ? above.intro.map((line) => line.text).join(' ') : null;
      openTheme(readThemeTitle(above.heading.text), above.heading.number, detail);
    } else if (!theme) openTheme({ ref: null, title: '' }, lines[at]?.number ?? 1);
    return theme ?? { ref: null, title: '', detail: null, actions: [], targets: [], place: { line: 1 } };
  };
  const closeRow = () => {
    if (row && table) {
      const value = (column: Column) => readValue(row, table, column);
      const themeText = value('theme');
      if (themeText) openTheme(readThemeTitle(themeText), row.line);
      const place = { line: row.line };
      const wording = value('action') ?? '';
      const ref = value('ref');
      const targets: FoundTarget[] = [];
      for (const [column, kind] of [
        ['target', 'TARGET'],
        ['outcome', 'OUTCOME'],
      ] as const) {
        const statement = value(column);
        if (statement) targets.push({ kind, statement, place });
      }
      if (wording !== '') {
        warnings.push(...warnOfSeveralActions(wording, value('due'), place));
        (theme ?? themeOf(table.openedAt)).actions.push({
          ref: ref === null ? null : cleanRef(ref),
          wording: withoutBullet(wording),
          detail:
            [value('detail'), readValue(row, table, null)].filter((text) => text !== null).join('\n') || null,
          leadText: value('lead'),
          dueText: value('due'),
          statusText: value('status'),
          progressText: value('progress'),
          targets,
          place,
        });
      }
    }
    row = null;
  };

  for (const [at, line] of lines.entries()) {
    if (isBlank(line) || line.isRule) {
      hasGap = true;
      continue;
    }
    if (isSkipped(line)) continue;
    const cut: CellCut | null = findCellCut(line) ?? (table as Table | null)?.cut ?? null;
    const gapBefore = hasGap;
    hasGap = false;

    const header = cut === null ? null : readColumnHeads(line, cut, glossary);
    if (header && cut !== null) {
      const isRepeated = table !== null && !hasHeadingAbove(lines, at, consumed, isSkipped);
      // After a page break the row above may go on below the same heads.
      if (!isRepeated || !hasSameHeads(table, header)) closeRow();
      openTable(at, line, cut, header);
      hasGap = true;
      if (!isRepeated && !header.some(({ column }) => column === 'theme')) {
        const above = findHeadingAbove(lines, at, consumed, isSkipped);
        if (above && themes.length > 0) theme = null;
      }
      ledger.leaveOut(line.number, COLUMN_HEADS);
      consumed.add(line.number);
      continue;
    }
    if (repeatsThemeOfTable(line, lines, at, theme, table, isSkipped)) {
      take(line);
      continue;
    }
    const labelled = cut === null ? null : readLabelledTheme(line, cut);
    if (labelled && cut !== null) {
      closeRow();
      openTable(at, line, cut, labelled.columns);
      openTheme(labelled.theme, line.number);
      take(line);
      continue;
    }
    if (!table) {
      const guessed = guessColumns(lines, at, isSkipped);
      if (!guessed) continue;
      openTable(at, line, guessed.cut, guessed.columns);
      theme = null;
      warnings.push({
        place: { line: line.number },
        what: 'The table has no column heads',
        why: 'Its columns were told apart by what they hold. Check that actions, leads and timescales are where they should be.',
        code: 'columns-guessed',
      });
    }
    const open = table as Table | null;
    if (!open) continue;

    const starts = open.columns.map(({ start }) => start);
    const cells = cutCells(line, open.cut, starts).filter((cell) => cell.text !== '');
    const placed = cells.map((cell) => ({ text: cell.text, index: findColumnAt(cell.at, starts, open.cut) }));
    const refIndex = open.columns.findIndex(({ column }) => column === 'ref');
    const refText = refIndex === -1 ? null : (placed.find(({ index }) => index === refIndex)?.text ?? null);
    const current = isOverlong(row as Row | null) ? null : (row as Row | null);

    if (refText !== null && isActionRef(refText)) {
      closeRow();
      if (isThemeRow(placed, refIndex, open, lines, at, isSkipped)) {
        openTheme(
          { ref: cleanRef(refText), title: placed.find(({ index }) => index !== refIndex)?.text ?? '' },
          line.number,
        );
      } else {
        if (!open.columns.some(({ column }) => column === 'theme')) themeOf(at);
        row = fillRow(placed, line.number);
      }
      take(line);
    } else if (
      refIndex !== -1 &&
      refText === null &&
      placed.length > 0 &&
      (current !== null || placed.length > 1)
    ) {
      if (current) {
        appendCells(current, placed);
        take(line);
      } else {
        ledger.leaveOut(line.number, COLUMN_HEADS);
        consumed.add(line.number);
      }
    } else if (
      refIndex === -1 &&
      (placed.length > 1 || isAlignedRest(current, placed, line, gapBefore, open))
    ) {
      if (current && !startsNewRow(current, placed, gapBefore, open)) appendCells(current, placed);
      else {
        closeRow();
        if (!open.columns.some(({ column }) => column === 'theme')) themeOf(at);
        row = fillRow(placed, line.number);
      }
      take(line);
    } else if (current && !gapBefore && isContinuation(current, line, open)) {
      appendInOrder(current, cells, open);
      take(line);
    } else if (isThemeHeading(line, lines, at, open, isSkipped)) {
      closeRow();
      openTheme(readThemeTitle(cells.map((cell) => cell.text).join(' ')), line.number);
      take(line);
    } else if (current && gapBefore && startsLowerCase(line.text) && !endsSentence(lastText(current))) {
      appendInOrder(current, cells, open);
      take(line);
    } else {
      closeRow();
      table = null;
    }
  }
  closeRow();
  return { themes: themes.filter((found) => found.actions.length > 0), warnings };
}

function isActionRef(text: string): boolean {
  return isRef(text) || findLabel(text)?.rest === '';
}

function readValue(row: Row | null, table: Table | null, column: Column | null): string | null {
  if (!row || !table) return null;
  const texts = table.columns.flatMap((known, index) =>
    known.column === column && (column !== null || known.header === '') ? [row.values.get(index) ?? ''] : [],
  );
  return texts.filter((text) => text !== '').join('\n') || null;
}

function fillRow(placed: readonly { text: string; index: number }[], line: number): Row {
  const row: Row = { values: new Map(), line, lastFilled: -1 };
  appendCells(row, placed);
  return row;
}

function appendCells(row: Row, placed: readonly { text: string; index: number }[]) {
  for (const { text, index } of placed) {
    row.values.set(index, joinWrapped(row.values.get(index) ?? '', text));
    row.lastFilled = Math.max(row.lastFilled, index);
  }
}

/** A wrapped cell without its column: it goes on where the row stopped, and later cells fill the next columns. */
function appendInOrder(row: Row, cells: readonly Cell[], table: Table) {
  for (const [at, cell] of cells.entries()) {
    const index = Math.min(Math.max(0, row.lastFilled) + (at === 0 ? 0 : 1), table.columns.length - 1);
    appendCells(row, [{ text: cell.text, index }]);
  }
}

/** No cell is longer; a table without an end would take time without an end. */
function isOverlong(row: Row | null): boolean {
  return row !== null && lastText(row).length > LONGEST_CELL;
}

function lastText(row: Row): string {
  return row.values.get(row.lastFilled) ?? '';
}

function isContinuation(row: Row, line: Line, table: Table): boolean {
  if (findLabel(line.text) || line.isMarkedHeading) return false;
  if (startsLowerCase(line.text) || row.lastFilled < table.columns.length - 1) return true;
  return /(?:,|\b(?:and|of|the|with|for|to|&))$/i.test(lastText(row).slice(-8));
}

function startsNewRow(
  row: Row,
  placed: readonly { text: string; index: number }[],
  hasGap: boolean,
  table: Table,
): boolean {
  const actionIndex = table.columns.findIndex(({ column }) => column === 'action');
  const action = placed.find(({ index }) => index === actionIndex)?.text;
  if (action === undefined) return false;
  if (startsLowerCase(action)) return false;
  if (placed.length === table.columns.length) return true;
  const dueIndex = table.columns.findIndex(({ column }) => column === 'due');
  const due = placed.find(({ index }) => index === dueIndex)?.text ?? '';
  // What has a time of its own, where the row above has one already, is another action.
  if (saysWhen(due) && saysWhen(row.values.get(dueIndex) ?? '')) return true;
  return hasGap || table.cut !== 'space' || endsSentence(row.values.get(actionIndex) ?? '');
}

const saysWhen = (cell: string) => isTimescaleAlone(cell) || (cell !== '' && findTimescale(cell) === cell);

/** In aligned columns the rest of one wrapped cell stands alone on its line, under its column. */
function isAlignedRest(
  row: Row | null,
  placed: readonly { text: string; index: number }[],
  line: Line,
  hasGap: boolean,
  table: Table,
): boolean {
  if (!row || hasGap || table.cut !== 'space' || placed.length !== 1 || line.isMarkedHeading) return false;
  return placed[0]?.index !== 0 || startsLowerCase(line.text) || !endsSentence(row.values.get(0) ?? '');
}

function readColumnHeads(line: Line, cut: CellCut, glossary: Glossary): TableColumn[] | null {
  const cells = cutCells(line, cut);
  if (cells.filter((cell) => cell.text !== '').length < 2 || cells.some((cell) => countWords(cell.text) > 8))
    return null;
  const texts = cells.map((cell) => cell.text);
  const header = readHeaderRow(texts, glossary);
  if (!header || header.positions.size <= header.unknown.length) return null;
  noteColumns(texts, header, [], glossary);
  const columnAt = new Map([...header.positions].map(([column, at]) => [at, column]));
  return cells.map((cell, at) => ({ column: columnAt.get(at) ?? null, start: cell.at, header: cell.text }));
}

function hasSameHeads(table: Table | null, heads: readonly TableColumn[]): boolean {
  return (
    table !== null &&
    table.columns.length === heads.length &&
    table.columns.every(({ header }, at) => header.toLowerCase() === heads[at]?.header.toLowerCase())
  );
}

/** At the top of a page the theme and the heads of its table may stand once more. */
function repeatsThemeOfTable(
  line: Line,
  lines: readonly Line[],
  at: number,
  theme: FoundTheme | null,
  table: Table | null,
  isSkipped: (line: Line) => boolean,
): boolean {
  if (!theme || !table || readThemeTitle(line.text).title.toLowerCase() !== theme.title.toLowerCase())
    return false;
  const next = lines.slice(at + 1, at + 6).find((later) => !isBlank(later) && !isSkipped(later));
  const cut = next ? findCellCut(next) : null;
  const heads = next && cut !== null ? readColumnHeads(next, cut, table.glossary) : null;
  return heads !== null && hasSameHeads(table, heads);
}

/** "1 | Housing | Lead directorate": a theme whose row also heads the columns below it. */
function readLabelledTheme(
  line: Line,
  cut: CellCut,
): { theme: { ref: string | null; title: string }; columns: TableColumn[] } | null {
  const cells = cutCells(line, cut).filter((cell) => cell.text !== '');
  const [first] = cells;
  if (!first || cells.length < 3 || !isActionRef(first.text)) return null;
  const heads = cells
    .slice(1)
    .map((cell) => (countWords(cell.text) <= 4 ? findHeadedColumn(cell.text) : null));
  const titles = cells.slice(1).filter((_, at) => heads[at] === null);
  const [title] = titles;
  if (titles.length !== 1 || !title) return null;
  const columns = cells.map((cell, at): TableColumn => {
    const column = at === 0 ? 'ref' : (heads[at - 1] ?? 'action');
    return { column, start: cell.at, header: cell.text };
  });
  return { theme: { ref: cleanRef(first.text), title: title.text }, columns };
}

function findHeadedColumn(text: string): Column | null {
  const column = findColumn(text);
  const isHead =
    column === 'lead' ||
    column === 'due' ||
    column === 'status' ||
    column === 'progress' ||
    column === 'target';
  // "Health and care partners" is a title, "Lead partner" a head: a head opens with its word.
  return isHead &&
    /^(?:lead|who|owner|responsib|accountab|by when|when|timescale|deadline|target|due|completion|status|progress|rag|success|measure|kpi|timeline|time)/i.test(
      text,
    )
    ? column
    : null;
}

function isThemeRow(
  placed: readonly { text: string; index: number }[],
  refIndex: number,
  table: Table,
  lines: readonly Line[],
  at: number,
  isSkipped: (line: Line) => boolean,
): boolean {
  const others = placed.filter(({ index }) => index !== refIndex);
  const [title] = others;
  if (others.length !== 1 || !title || table.columns.length < 3 || !looksLikeHeading(title.text))
    return false;
  const ref = placed.find(({ index }) => index === refIndex)?.text ?? '';
  const stem = cleanRef(ref);
  const next = lines.slice(at + 1, at + 8).find((line) => !isBlank(line) && !isSkipped(line));
  const nextRef = next ? cutCells(next, findCellCut(next) ?? table.cut)[0]?.text : undefined;
  return (
    nextRef !== undefined &&
    isActionRef(nextRef) &&
    cleanRef(nextRef) !== stem &&
    cleanRef(nextRef).startsWith(stem)
  );
}

/** A line of its own among the rows, followed by more rows. */
function isThemeHeading(
  line: Line,
  lines: readonly Line[],
  at: number,
  table: Table,
  isSkipped: (line: Line) => boolean,
): boolean {
  if (!looksLikeHeading(line.text)) return false;
  const next = lines.slice(at + 1, at + 6).find((later) => !isBlank(later) && !isSkipped(later));
  if (!next) return false;
  const cut = findCellCut(next);
  if (cut !== table.cut || readColumnHeads(next, cut, table.glossary)) return false;
  const cells = cutCells(
    next,
    cut,
    table.columns.map(({ start }) => start),
  ).filter((cell) => cell.text !== '');
  if (!table.columns.some(({ column }) => column === 'ref'))
    return cells.length > 1 && cells.length >= table.columns.length - 1;
  return isActionRef(cells[0]?.text ?? '');
}

function hasHeadingAbove(
  lines: readonly Line[],
  at: number,
  consumed: ReadonlySet<number>,
  isSkipped: (line: Line) => boolean,
): boolean {
  return findHeadingAbove(lines, at, consumed, isSkipped) !== null;
}

/** The heading over a table, with the words between. */
export function findHeadingAbove(
  lines: readonly Line[],
  at: number,
  consumed: ReadonlySet<number>,
  isSkipped: (line: Line) => boolean,
): { heading: Line; intro: Line[] } | null {
  const intro: Line[] = [];
  let seen = 0;
  for (let index = at - 1; index >= 0 && seen < LOOK_UP; index -= 1) {
    const line = lines[index];
    if (!line || isBlank(line) || line.isRule || isSkipped(line)) continue;
    if (consumed.has(line.number) || findCellCut(line) === 'tab') return null;
    seen += 1;
    const before = lines[index - 1];
    const standsAlone =
      before === undefined ||
      isBlank(before) ||
      isSkipped(before) ||
      consumed.has(before.number) ||
      looksLikeHeading(before.text);
    if (line.isMarkedHeading || findLabel(line.text) || (standsAlone && looksLikeHeading(line.text)))
      return { heading: line, intro };
    intro.unshift(line);
  }
  return null;
}

/** Rows that start with a ref but have no head: the longest cells are the actions. */
function guessColumns(
  lines: readonly Line[],
  at: number,
  isSkipped: (line: Line) => boolean,
): { cut: CellCut; columns: TableColumn[] } | null {
  const line = lines[at];
  const cut = line ? findCellCut(line) : null;
  if (!line || cut === null) return null;
  const first = cutCells(line, cut).filter((cell) => cell.text !== '');
  if (first.length < 2 || !/\d/.test(first[0]?.text ?? '') || !isActionRef(first[0]?.text ?? '')) return null;
  const rows: Cell[][] = [];
  for (let index = at; index < Math.min(lines.length, at + 60) && rows.length < 6; index += 1) {
    const later = lines[index];
    if (!later || isBlank(later) || isSkipped(later) || findCellCut(later) !== cut) continue;
    const cells = cutCells(later, cut).filter((cell) => cell.text !== '');
    if (cells.length === first.length && isActionRef(cells[0]?.text ?? '')) rows.push(cells);
  }
  if (rows.length < 2) return null;
  const average = first.map(
    (_, column) => rows.reduce((sum, cells) => sum + countWords(cells[column]?.text ?? ''), 0) / rows.length,
  );
  const longest = average.indexOf(Math.max(...average.slice(1)));
  if ((average[longest] ?? 0) < 3) return null;
  let hasLead = false;
  const columns = first.map((cell, column): TableColumn => {
    if (column === 0) return { column: 'ref', start: cell.at, header: '' };
    if (column === longest) return { column: 'action', start: cell.at, header: '' };
    const areDates =
      rows.filter((cells) => findTimescale(`by ${cells[column]?.text ?? ''}`) !== null).length * 2 >
      rows.length;
    if (areDates) return { column: 'due', start: cell.at, header: '' };
    const kind = hasLead ? null : 'lead';
    hasLead = true;
    return { column: kind, start: cell.at, header: '' };
  });
  return { cut, columns };
}

function warnUnknown(columns: readonly TableColumn[], line: Line, warnings: Warning[], glossary: Glossary) {
  for (const { column, header } of columns) {
    if (column === null && header !== '' && glossary.meaningOf(header) === undefined)
      warnings.push(unknownColumn(header, line.number));
  }
}

export function unknownColumn(header: string, line: number): Warning {
  const closest = findClosestColumn(header);
  return {
    place: { line, column: header },
    what: `The column “${header}” is not known, so it was not read`,
    why: closest
      ? `The nearest known meaning is “${columnNames[closest]}”. Rename the column if that is meant.`
      : 'No known column comes near it.',
    code: 'unknown-column',
  };
}
