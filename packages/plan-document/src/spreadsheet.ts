import { CsvError, parse } from 'csv-parse/sync';
import { readHeaderRow, type Column, type KnownColumns } from './columns.ts';
import type { LineLedger } from './line-ledger.ts';
import { unknownColumn } from './numbered-table.ts';
import {
  describePlace,
  type FoundPlan,
  type FoundTarget,
  type FoundTheme,
  type LeftOut,
  type Place,
  type Warning,
} from './plan-draft.ts';
import { scoreCommitment } from './commitments.ts';
import { cleanRef } from './refs.ts';
import { cleanMarkup, countWords, joinSpaces } from './text-lines.ts';
import { readThemeTitle } from './theme-title.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** Cells, and the lines of the document on which they stand. */
export interface SheetRow {
  cells: string[];
  from: number;
  to: number;
}

export interface Sheet {
  delimiter: string;
  rows: SheetRow[];
  headerAt: number;
  known: KnownColumns;
}

const DELIMITERS = [',', ';', '\t', '|'];
const ROWS_BEFORE_HEADER = 25;
const SNIFFED_CHARACTERS = 200_000;

/** Finds the delimiter and the header row; null when the text is no spreadsheet. */
export function findSheet(text: string, fileName: string | undefined): Sheet | null {
  const isNamedSheet = /\.(?:csv|tsv|tab)$/i.test(fileName ?? '');
  const sample = text.slice(0, SNIFFED_CHARACTERS);
  const guesses = DELIMITERS.filter((delimiter) => sample.includes(delimiter)).map((delimiter) =>
    guessSheet(sample, delimiter),
  );
  if (guesses.length === 0 && isNamedSheet) guesses.push(guessSheet(sample, ','));
  const best = guesses.toSorted((a, b) => b.score - a.score || b.width - a.width)[0];
  if (!best) return null;
  if (best.headerAt !== -1 && best.known && (isNamedSheet || best.isRegular)) {
    return {
      delimiter: best.delimiter,
      rows: readRows(text, best.delimiter),
      headerAt: best.headerAt,
      known: best.known,
    };
  }
  if (!isNamedSheet && !best.isWideAndRegular) return null;
  throw noActionColumn(best.rows);
}

interface Guess {
  delimiter: string;
  rows: SheetRow[];
  headerAt: number;
  known: KnownColumns | null;
  score: number;
  width: number;
  isRegular: boolean;
  isWideAndRegular: boolean;
}

function guessSheet(sample: string, delimiter: string): Guess {
  const rows = readRows(sample, delimiter, ROWS_BEFORE_HEADER * 2);
  const { headerAt, known } = findHeader(rows);
  const widths = rows
    .slice(Math.max(0, headerAt))
    .filter(isFilled)
    .map((row) => row.cells.length);
  const width = widths[0] ?? 0;
  const same = widths.filter((found) => found === width).length;
  const isRegular = width >= 2 && same >= widths.length * 0.8 && widths.length >= 2;
  return {
    delimiter,
    rows,
    headerAt,
    known,
    score: known?.positions.size ?? 0,
    width: isRegular ? width : 0,
    isRegular,
    isWideAndRegular: width >= 4 && widths.length >= 3 && same === widths.length && delimiter !== '\t',
  };
}

function findHeader(rows: readonly SheetRow[]): { headerAt: number; known: KnownColumns | null } {
  let headerAt = -1;
  let known: KnownColumns | null = null;
  for (const [at, row] of rows.slice(0, ROWS_BEFORE_HEADER).entries()) {
    const found = readHeaderRow(row.cells);
    if (found && found.positions.size > (known?.positions.size ?? 0)) {
      headerAt = at;
      known = found;
    }
  }
  return { headerAt, known };
}

/** The same for rows that are cut into cells already; null without a column that holds the actions. */
export function findSheetInRows(rows: SheetRow[]): Sheet | null {
  const { headerAt, known } = findHeader(rows);
  return known && { delimiter: '', rows, headerAt, known };
}

function isFilled(row: SheetRow): boolean {
  return row.cells.some((cell) => cell.trim() !== '');
}

function readRows(text: string, delimiter: string, most?: number): SheetRow[] {
  let before = 0;
  try {
    const records: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: '\n',
      ...(most === undefined ? {} : { to: most }),
    });
    return records.map((cells) => {
      const from = before + 1;
      // A quoted cell may run over several lines of the file.
      before = from + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      return { cells, from, to: before };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (most !== undefined) return cutPlainly(text, delimiter, most);
    const line = findOpenQuote(text);
    throw new UnreadableDocument(
      'BROKEN_QUOTES',
      `The quotation mark that opens on line ${line} never closes. Close it, or double the marks inside a cell.`,
      { line },
    );
  }
}

/** Rows without regard to quotation marks: enough to see the columns of a broken table. */
function cutPlainly(text: string, delimiter: string, most: number): SheetRow[] {
  const lines = text.split('\n', most);
  return lines.map((line, at) => ({ cells: line.split(delimiter), from: at + 1, to: at + 1 }));
}

function findOpenQuote(text: string): number {
  let line = 1;
  let openedAt = 1;
  let isOpen = false;
  for (const mark of text.matchAll(/["\n]/g)) {
    if (mark[0] === '\n') line += 1;
    else {
      isOpen = !isOpen;
      if (isOpen) openedAt = line;
    }
  }
  return openedAt;
}

export function noActionColumn(
  rows: readonly SheetRow[],
  locate = (line: number): Place => ({ line }),
): UnreadableDocument {
  const widest = rows.slice(0, ROWS_BEFORE_HEADER).toSorted((a, b) => countFilled(b) - countFilled(a))[0];
  const headers = (widest?.cells ?? [])
    .map((cell) => joinSpaces(cell).slice(0, 60))
    .filter((cell) => cell !== '');
  const seen = headers
    .slice(0, 30)
    .map((header) => `“${header}”`)
    .join(', ');
  return new UnreadableDocument(
    'UNKNOWN_COLUMNS',
    `No column holds the actions. The columns seen on ${describePlace(locate(widest?.from ?? 1))} are ${seen || 'empty'}. Name the column with the actions “Action”, and others “Theme”, “Ref”, “Lead”, “Timescale”, “Status” or “Target”.`,
    widest ? locate(widest.from) : null,
  );
}

function countFilled(row: SheetRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length;
}

/** One action a row, under the themes of its own column, of section rows, or none. */
export function readSheet(sheet: Sheet, ledger: LineLedger): FoundPlan & { columnsLeftOut: LeftOut[] } {
  const header = sheet.rows[sheet.headerAt];
  const headers = header?.cells.map(joinSpaces) ?? [];
  const warnings: Warning[] = sheet.known.unknown.map((at) =>
    unknownColumn(headers[at] ?? '', header?.from ?? 1),
  );
  const leaveOut = (row: SheetRow, why: string) => eachLine(row, (line) => ledger.leaveOut(line, why));
  const themes: FoundTheme[] = [];
  const byTitle = new Map<string, FoundTheme>();
  const hasThemeColumn = sheet.known.positions.has('theme');
  let title: string | null = null;
  let theme: FoundTheme | null = null;

  const openTheme = (written: string, line: number) => {
    const { ref, title: name } = readThemeTitle(written);
    const key = `${ref ?? ''} ${name}`.toLowerCase();
    theme = byTitle.get(key) ?? {
      ref,
      title: name,
      detail: null,
      actions: [],
      targets: [],
      place: placeOf(line, 'theme'),
    };
    if (!byTitle.has(key)) themes.push(theme);
    byTitle.set(key, theme);
    return theme;
  };
  const placeOf = (line: number, column: Column) => {
    const name = headers[sheet.known.positions.get(column) ?? -1];
    return name === undefined ? { line } : { line, column: name };
  };

  for (const [at, row] of sheet.rows.entries()) {
    if (!isFilled(row)) continue;
    if (at < sheet.headerAt) {
      if (title === null && countFilled(row) === 1) {
        title = cleanCell(row.cells.find((cell) => cell.trim() !== '') ?? '');
        eachLine(row, (line) => ledger.take(line));
      } else leaveOut(row, 'A row above the column headers');
      continue;
    }
    if (row.cells.every((cell) => /^[\s:|-]*$/.test(cell))) {
      leaveOut(row, 'A rule between rows');
      continue;
    }
    if (at === sheet.headerAt || isRepeatedHeader(row, header)) {
      leaveOut(row, 'The column headers');
      continue;
    }
    const value = (column: Column) => {
      const position = sheet.known.positions.get(column);
      return position === undefined ? null : cleanCell(row.cells[position] ?? '') || null;
    };
    const wording = value('action');
    if (!hasThemeColumn && isSectionRow(row, sheet)) {
      openTheme(cleanCell(row.cells.find((cell) => cell.trim() !== '') ?? ''), row.from);
      eachLine(row, (line) => ledger.take(line));
      continue;
    }
    if (wording === null) {
      const why = 'A row without an action';
      leaveOut(row, why);
      warnings.push({
        place: placeOf(row.from, 'action'),
        what: why,
        why: 'Only rows that say what will be done go into the plan.',
        code: 'row-without-action',
      });
      continue;
    }
    const themeText = value('theme');
    if (themeText !== null) openTheme(themeText, row.from);
    else if (hasThemeColumn && theme === null) {
      warnings.push({
        place: placeOf(row.from, 'theme'),
        what: 'This action has no theme',
        why: 'No row above it names one either.',
        code: 'missing-theme',
      });
    }
    const ref = value('ref');
    (theme ?? openTheme('', row.from)).actions.push({
      ref: ref === null ? null : cleanRef(ref),
      wording: joinSpaces(wording),
      detail: value('detail'),
      leadText: value('lead'),
      dueText: value('due'),
      statusText: value('status'),
      targets: [
        ...cutTargets(value('target'), 'TARGET', placeOf(row.from, 'target')),
        ...cutTargets(value('outcome'), 'OUTCOME', placeOf(row.from, 'outcome')),
      ],
      place: placeOf(row.from, 'action'),
    });
    eachLine(row, (line) => ledger.take(line));
  }
  return {
    title,
    themes: themes.filter((found) => found.actions.length > 0),
    warnings,
    columnsLeftOut: listColumnsLeftOut(sheet, headers),
  };
}

function eachLine(row: SheetRow, tell: (line: number) => void) {
  for (let line = row.from; line <= row.to; line += 1) tell(line);
}

function cleanCell(cell: string): string {
  return cleanMarkup(cell)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function isRepeatedHeader(row: SheetRow, header: SheetRow | undefined): boolean {
  return (
    header !== undefined &&
    row.cells.join('\u0000').toLowerCase() === header.cells.join('\u0000').toLowerCase()
  );
}

/** A row with one short cell and nothing else heads the rows below it. */
function isSectionRow(row: SheetRow, sheet: Sheet): boolean {
  if ((sheet.rows[sheet.headerAt]?.cells.length ?? 0) < 3 || countFilled(row) !== 1) return false;
  const at = row.cells.findIndex((cell) => cell.trim() !== '');
  const text = cleanCell(row.cells[at] ?? '');
  const isFirst = at === 0 || at === sheet.known.positions.get('action');
  return (
    isFirst &&
    countWords(text) <= 12 &&
    !/[.;]$/.test(text) &&
    scoreCommitment(text) < 1 &&
    /\p{L}{2}/u.test(text)
  );
}

function cutTargets(
  cell: string | null,
  kind: FoundTarget['kind'],
  place: FoundTarget['place'],
): FoundTarget[] {
  if (cell === null) return [];
  return cell
    .split(/\n+|;\s+/)
    .map((part) => joinSpaces(part.replace(/^\s*(?:[•●◦▪*–—-]|\d{1,2}[.)])\s+/, '')))
    .filter((part) => part !== '')
    .map((statement) => ({ kind, statement, place }));
}

function listColumnsLeftOut(sheet: Sheet, headers: readonly string[]): LeftOut[] {
  const line = sheet.rows[sheet.headerAt]?.from ?? 1;
  return sheet.known.unknown.map((at) => {
    const values = sheet.rows
      .slice(sheet.headerAt + 1)
      .map((row) => joinSpaces((row.cells[at] ?? '').replace(/^[\s:-]+$/, '')));
    return {
      from: line,
      to: line,
      text: values.filter((value) => value !== '').join('\n'),
      why: `The column “${headers[at] ?? ''}” is not known`,
    };
  });
}
