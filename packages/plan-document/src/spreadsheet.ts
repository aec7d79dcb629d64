import { CsvError, parse } from 'csv-parse/sync';
import {
  nameColumn,
  noteColumns,
  readHeaderRow,
  readTargetAsDate,
  type Column,
  type KnownColumns,
} from './columns.ts';
import type { Glossary } from './glossary.ts';
import type { LineLedger } from './line-ledger.ts';
import { unknownColumn } from './numbered-table.ts';
import {
  describePlace,
  type FoundAction,
  type FoundPlan,
  type FoundTarget,
  type FoundTheme,
  type LeftOut,
  type Place,
  type Warning,
} from './plan-draft.ts';
import { scoreCommitment } from './commitments.ts';
import { takeProgressForStatus } from './progress-notes.ts';
import { listColourMeanings } from './status-words.ts';
import { warnOfSeveralActions, withoutBullet } from './several-actions.ts';
import { scorePlanTitle } from './plan-title.ts';
import { cleanRef } from './refs.ts';
import {
  describeOtherRow,
  findFootnote,
  isLabelledSection,
  isRepeatedHeader,
  listMarks,
  withoutMarkOfRef,
  withoutMarks,
  type Footnote,
} from './sheet-rows.ts';
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
  glossary: Glossary;
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Excel is told by a first line which sign parts the cells. */
const SEPARATOR = /^sep=([^\n"])\n/i;
const ROWS_BEFORE_HEADER = 25;
const SNIFFED_CHARACTERS = 200_000;

/** Finds the delimiter and the header row; null when the text is no spreadsheet. */
export function findSheet(text: string, fileName: string | undefined, glossary: Glossary): Sheet | null {
  const sample = text.slice(0, SNIFFED_CHARACTERS);
  const said = SEPARATOR.exec(sample)?.[1];
  const delimiters = said === undefined ? DELIMITERS.filter((sign) => sample.includes(sign)) : [said];
  const guesses = delimiters.map((delimiter) => guessSheet(sample, delimiter, glossary));
  const isNamedSheet = said !== undefined || /\.(?:csv|tsv|tab)$/i.test(fileName ?? '');
  if (guesses.length === 0 && isNamedSheet) guesses.push(guessSheet(sample, ',', glossary));
  const best = guesses.toSorted((a, b) => b.score - a.score || b.width - a.width)[0];
  if (!best) return null;
  if (best.headerAt !== -1 && best.known && (isNamedSheet || best.isRegular)) {
    const { delimiter, headerAt, known } = best;
    return withTargetAsDate({ delimiter, rows: readRows(text, delimiter), headerAt, known, glossary });
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

function guessSheet(sample: string, delimiter: string, glossary: Glossary): Guess {
  const rows = readRows(sample, delimiter, ROWS_BEFORE_HEADER * 2);
  const { headerAt, known } = findHeader(rows, glossary);
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

function findHeader(
  rows: readonly SheetRow[],
  glossary: Glossary,
): { headerAt: number; known: KnownColumns | null } {
  let headerAt = -1;
  let known: KnownColumns | null = null;
  for (const [at, row] of rows.slice(0, ROWS_BEFORE_HEADER).entries()) {
    const found = readHeaderRow(row.cells, glossary);
    if (found && found.positions.size > (known?.positions.size ?? 0)) {
      headerAt = at;
      known = found;
    }
  }
  return { headerAt, known };
}

/** The same for rows that are cut into cells already; null without a column that holds the actions. */
export function findSheetInRows(rows: SheetRow[], glossary: Glossary): Sheet | null {
  const { headerAt, known } = findHeader(rows, glossary);
  return known && withTargetAsDate({ delimiter: '', rows, headerAt, known, glossary });
}

function withTargetAsDate(sheet: Sheet): Sheet {
  const { rows, headerAt, glossary } = sheet;
  const header = rows[headerAt]?.cells ?? [];
  const cellsBelow = (at: number) =>
    listBodyRows(sheet).flatMap((row) =>
      readCell(sheet, row, 'action') === null ? [] : [cleanCell(row.cells[at] ?? '')],
    );
  const isGiven = (at: number) => glossary.meaningOf(nameColumn(header[at] ?? '', at)) !== undefined;
  return { ...sheet, known: readTargetAsDate(sheet.known, cellsBelow, isGiven) };
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
  const headless = listHeadlessColumns(sheet);
  noteColumns(headers, sheet.known, headless, sheet.glossary);
  const warnings: Warning[] = [
    ...sheet.known.unknown.map((at) => unknownColumn(headers[at] ?? '', header?.from ?? 1)),
    ...headless.map((at) => headlessColumn(at, header?.from ?? 1)),
  ];
  const take = (row: SheetRow) => eachLine(row, (line) => ledger.take(line));
  const leaveOut = (row: SheetRow, why: string) => eachLine(row, (line) => ledger.leaveOut(line, why));
  const colourKey = findColourKey(sheet);
  const footnotes = findFootnotes(sheet, colourKey);
  const themes = new Map<string, OpenTheme>();
  const hasThemeColumn = sheet.known.positions.has('theme');
  const titleRow = findTitleRow(sheet, colourKey);
  let theme = null as OpenTheme | null;
  let headedIn: number | null = null;

  const placeOf = (line: number, column: Column): Place => {
    const at = sheet.known.positions.get(column);
    return at === undefined ? { line } : { line, column: nameColumn(headers[at] ?? '', at) };
  };
  const openTheme = (written: string, row: SheetRow, isHeading: boolean) => {
    const { ref, title: name } = readThemeTitle(footnotes.clean(written));
    const key = `${ref ?? ''} ${name}`.toLowerCase();
    theme = themes.get(key) ?? {
      headings: [],
      found: {
        ref,
        title: name,
        detail: null,
        actions: [],
        targets: [],
        place: placeOf(row.from, 'theme'),
      },
    };
    themes.set(key, theme);
    if (isHeading) theme.headings.push(row);
    return theme;
  };

  for (const [at, row] of sheet.rows.entries()) {
    if (!isFilled(row)) {
      take(row);
      continue;
    }
    if (colourKey.has(row)) {
      leaveOut(row, 'The key to the colours');
      continue;
    }
    if (at < sheet.headerAt) {
      const first = findFirstSection(sheet, at);
      if (row === titleRow) take(row);
      else if (first !== null) openTheme(first, row, true);
      else leaveOut(row, describeOtherRow(row.cells) ?? 'A row above the column headers');
      continue;
    }
    if (at === sheet.headerAt || isRepeatedHeader(row.cells, headers)) {
      leaveOut(row, 'The column headers');
      continue;
    }
    const why = describeOtherRow(row.cells) ?? footnotes.describe(row);
    if (why !== null) {
      leaveOut(row, why);
      continue;
    }
    const section = findSection(sheet, at);
    if (section) {
      openTheme(section.title, row, true);
      headedIn = section.at;
      continue;
    }
    const value = (column: Column) => readCell(sheet, row, column);
    const wording = value('action');
    if (wording === null) {
      const [only] = countFilled(row) === 1 ? listFilledAt(row) : [];
      if (theme && only !== undefined && only === headedIn) {
        addDetail(theme.found, cleanCell(row.cells[only] ?? ''));
        theme.headings.push(row);
        continue;
      }
      const what = 'A row without an action';
      leaveOut(row, what);
      warnings.push({
        place: placeOf(row.from, 'action'),
        what,
        why: 'Only rows that say what will be done go into the plan.',
        code: 'row-without-action',
      });
      continue;
    }
    headedIn = null;
    const themeText = value('theme');
    if (themeText !== null) openTheme(themeText, row, false);
    else if (hasThemeColumn && theme === null) {
      warnings.push({
        place: placeOf(row.from, 'theme'),
        what: 'This action has no theme',
        why: 'No row above it names one either.',
        code: 'missing-theme',
      });
    }
    const ref = value('ref');
    const cleanRefText = ref === null ? '' : cleanRef(withoutMarkOfRef(ref));
    const action: FoundAction = {
      ref: cleanRefText || null,
      wording: joinSpaces(withoutBullet(footnotes.clean(wording))),
      detail: value('detail'),
      leadText: value('lead'),
      dueText: value('due'),
      statusText: value('status'),
      progressText: value('progress'),
      targets: [
        ...cutTargets(value('target'), 'TARGET', placeOf(row.from, 'target')),
        ...cutTargets(value('outcome'), 'OUTCOME', placeOf(row.from, 'outcome')),
      ],
      place: placeOf(row.from, 'action'),
      refColumn: placeOf(row.from, 'ref').column,
    };
    warnings.push(...warnOfSeveralActions(wording, action.dueText, action.place));
    for (const note of footnotes.listNotesOf(row)) addDetail(action, note);
    (theme ?? openTheme('', row, false)).found.actions.push(action);
    take(row);
  }
  for (const { found: headed, headings } of themes.values()) {
    for (const row of headings) {
      if (headed.actions.length > 0) take(row);
      else leaveOut(row, 'A heading with no action under it');
    }
  }
  const found = [...themes.values()].map((one) => one.found).filter(({ actions }) => actions.length > 0);
  takeProgressForStatus(found, sheet.glossary);
  return {
    title: titleRow ? cleanCell(titleRow.cells.find((cell) => cell.trim() !== '') ?? '') : null,
    themes: found,
    warnings,
    columnsLeftOut: listColumnsLeftOut(sheet, headers, headless),
  };
}

interface OpenTheme {
  found: FoundTheme;
  /** The rows that head it; they are a part of the plan only if an action stands under them. */
  headings: SheetRow[];
}

function addDetail(to: { detail: string | null }, text: string) {
  to.detail = to.detail === null ? text : `${to.detail}\n${text}`;
}

function eachLine(row: SheetRow, tell: (line: number) => void) {
  for (let line = row.from; line <= row.to; line += 1) tell(line);
}

function cleanCell(cell: string): string {
  return cleanMarkup(cell)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function readCell(sheet: Sheet, row: SheetRow, column: Column): string | null {
  const position = sheet.known.positions.get(column);
  return position === undefined ? null : cleanCell(row.cells[position] ?? '') || null;
}

const listFilledAt = (row: SheetRow): number[] =>
  row.cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));

/** Of the rows above the headers that hold one cell, the one that reads most like the name of a plan. */
function findTitleRow(sheet: Sheet, key: ReadonlySet<SheetRow>): SheetRow | null {
  const alone = sheet.rows
    .slice(0, sheet.headerAt)
    .filter(
      (row, at) =>
        countFilled(row) === 1 &&
        findFirstSection(sheet, at) === null &&
        !key.has(row) &&
        !describeOtherRow(row.cells) &&
        !findFootnote(row.cells),
    );
  const scored = alone.map((row) => ({ row, score: scorePlanTitle(row.cells.join(' ')) }));
  return scored.toSorted((one, other) => other.score - one.score)[0]?.row ?? null;
}

/** "Priority 1: Homes" right above the column headers, which may stand again below the next one. */
function findFirstSection({ rows, headerAt, known }: Sheet, at: number): string | null {
  const row = rows[at];
  const isLast = rows.slice(at + 1, headerAt).every((between) => !isFilled(between));
  if (!row || !isLast || known.positions.has('theme')) return null;
  const [only = -1, ...more] = listFilledAt(row);
  const text = cleanCell(row.cells[only] ?? '');
  return more.length === 0 && isLabelledSection(text) ? text : null;
}

/** A row that heads the rows below it: one short cell and nothing else, a labelled one, or a number and its title. */
function findSection(sheet: Sheet, at: number): { title: string; at: number } | null {
  const row = sheet.rows[at];
  if (!row) return null;
  const filled = listFilledAt(row);
  const [first = -1] = filled;
  const text = cleanCell(row.cells[first] ?? '');
  const { positions } = sheet.known;
  const [ref, action, theme] = [positions.get('ref'), positions.get('action'), positions.get('theme')];
  if (filled.length === 2 && ref !== undefined && action !== undefined && theme === undefined) {
    const number = cleanRef(withoutMarkOfRef(row.cells[ref] ?? ''));
    const next = sheet.rows.slice(at + 1, at + 5).find((later) => (later.cells[ref] ?? '').trim() !== '');
    const isHeaded = number !== '' && cleanRef(next?.cells[ref] ?? '').startsWith(`${number}.`);
    const title = cleanCell(row.cells[action] ?? '');
    return isHeaded && filled.includes(ref) && filled.includes(action)
      ? { title: `${number}. ${title}`, at: action }
      : null;
  }
  if (filled.length !== 1) return null;
  if (first === theme || isLabelledSection(text)) return { title: text, at: first };
  if (theme !== undefined || (sheet.rows[sheet.headerAt]?.cells.length ?? 0) < 3) return null;
  const isSection =
    (first === 0 || first === action) &&
    countWords(text) <= 12 &&
    !/[.;]$/.test(text) &&
    scoreCommitment(text) < 1 &&
    /\p{L}{2}/u.test(text);
  return isSection ? { title: text, at: first } : null;
}

/** The rows that say what the colours of the status stand for; one colour alone is no key. */
function findColourKey(sheet: Sheet): ReadonlySet<SheetRow> {
  const { positions } = sheet.known;
  const found = sheet.rows.flatMap((row, at) => {
    const [first, second] = listFilledAt(row);
    const isAction =
      first !== undefined &&
      (first === positions.get('status') ||
        (first === positions.get('theme') && second === positions.get('action')));
    const meanings = at === sheet.headerAt || isAction ? [] : listColourMeanings(row.cells);
    return meanings.length > 0 ? [{ row, meanings }] : [];
  });
  const meanings = found.flatMap((one) => one.meanings);
  if (new Set(meanings.map(({ colour }) => colour)).size < 2) return new Set();
  for (const meaning of meanings) sheet.glossary.noteColour(meaning);
  return new Set(found.map(({ row }) => row));
}

/** The notes of a sheet, and what they are notes to. */
function findFootnotes(sheet: Sheet, key: ReadonlySet<SheetRow>) {
  const rows = sheet.rows.slice(sheet.headerAt + 1).filter((row) => !key.has(row));
  const lastAction = rows.findLastIndex(
    (row) => countFilled(row) > 1 && readCell(sheet, row, 'action') !== null && !findFootnote(row.cells),
  );
  const carried = new Set(rows.flatMap((row) => row.cells.flatMap(listMarks)));
  const notes = new Map<SheetRow, Footnote>();
  for (const [at, row] of rows.entries()) {
    const note = findFootnote(row.cells);
    const isBelow = at > lastAction;
    const isNote =
      note !== null &&
      (note.mark === null || carried.has(note.mark) || (isBelow && scoreCommitment(note.text) < 1));
    if (isNote) notes.set(row, note);
    else if (isBelow && notes.size > 0 && countFilled(row) === 1 && !isLabelledSection(row.cells.join(' ')))
      notes.set(row, { mark: null, text: row.cells.join(' ') });
  }
  const texts = new Map(
    [...notes.values()].flatMap(({ mark, text }) => (mark === null ? [] : [[mark, text] as const])),
  );
  return {
    clean: (cell: string) => withoutMarks(cell, (mark) => texts.has(mark)),
    describe(row: SheetRow) {
      const note = notes.get(row);
      if (!note) return null;
      return note.mark !== null && carried.has(note.mark)
        ? `A footnote, added to the detail of what is marked ${note.mark}`
        : 'A footnote';
    },
    /** A promise that holds a condition keeps it. */
    listNotesOf: (row: SheetRow) =>
      [...new Set(row.cells.flatMap(listMarks))].flatMap((mark) => {
        const text = texts.get(mark);
        return text === undefined ? [] : [`${mark} ${text}`];
      }),
  };
}

/** The rows with several cells. One cell is a heading or a note; that and a repeated header are accounted for as rows. */
function listBodyRows(sheet: Sheet): SheetRow[] {
  const header = sheet.rows[sheet.headerAt]?.cells ?? [];
  return sheet.rows
    .slice(sheet.headerAt + 1)
    .filter((row) => countFilled(row) > 1 && !isRepeatedHeader(row.cells, header));
}

/** Columns with words under them and no header. */
function listHeadlessColumns(sheet: Sheet): number[] {
  const header = sheet.rows[sheet.headerAt]?.cells ?? [];
  const settled = new Set([...sheet.known.positions.values(), ...sheet.known.leftOut]);
  const actions = listBodyRows(sheet).filter((row) => readCell(sheet, row, 'action') !== null);
  const width = actions.reduce((most, row) => Math.max(most, row.cells.length), 0);
  return Array.from({ length: width }, (_, at) => at).filter(
    (at) =>
      (header[at] ?? '').trim() === '' &&
      !settled.has(at) &&
      actions.some((row) => /[\p{L}\p{N}]/u.test(row.cells[at] ?? '')),
  );
}

function headlessColumn(at: number, line: number): Warning {
  const header = nameColumn('', at);
  return {
    place: { line, column: header },
    what: `${header} has no header, so it was not read`,
    why: 'Write above it what it holds.',
    code: 'unknown-column',
  };
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

function listColumnsLeftOut(
  sheet: Sheet,
  headers: readonly string[],
  headless: readonly number[],
): LeftOut[] {
  const rows = listBodyRows(sheet);
  const line = sheet.rows[sheet.headerAt]?.from ?? 1;
  const textOf = (row: SheetRow, at: number) => joinSpaces((row.cells[at] ?? '').replace(/^[\s:-]+$/, ''));
  const leaveOut = (at: number, why: string) => {
    const filled = rows.filter((row) => textOf(row, at) !== '');
    return {
      from: filled[0]?.from ?? line,
      to: filled.at(-1)?.to ?? line,
      text: filled.map((row) => textOf(row, at)).join('\n'),
      why,
    };
  };
  return [
    ...sheet.known.unknown.map((at) => leaveOut(at, `The column “${headers[at] ?? ''}” is not known`)),
    ...sheet.known.leftOut.map((at) =>
      leaveOut(at, `The column “${nameColumn(headers[at] ?? '', at)}” is to be left out`),
    ),
    ...headless.map((at) => leaveOut(at, `${nameColumn('', at)} has no header`)),
  ];
}
