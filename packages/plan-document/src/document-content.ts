import { tidyText } from './decode.ts';
import type { PlanDraft, Warning } from './plan-draft.ts';
import type { SheetRow } from './spreadsheet.ts';
import { joinSpaces } from './text-lines.ts';
import { UnreadableDocument } from './unreadable-document.ts';
import { tooMuchInside } from './zip.ts';

/**
 * What a file holds, whatever its format: lines, and tables whose rows stand on some of these lines. Lines count
 * from 1; it goes from one thread to another, so it is plain data.
 */
export interface DocumentContent {
  format: Exclude<PlanDraft['format'], 'TEXT' | 'CSV' | 'TSV'>;
  lines: string[];
  /** For each line the number that a reader of the document would give it, within its page or sheet. */
  shownNumbers: number[];
  tables: ContentTable[];
  /** The pages or sheets, by their first lines. */
  parts: ContentPart[];
  /** Lines that are no part of the text, and why. */
  asides: { line: number; why: string }[];
  warnings: Warning[];
}

export interface ContentTable {
  sheet: string | null;
  rows: SheetRow[];
}

export interface ContentPart {
  kind: 'page' | 'sheet';
  name: string;
  from: number;
}

/** Puts a document's content together, line by line. */
export interface ContentWriter {
  startPart(kind: ContentPart['kind'], name: string): void;
  addLine(text: string, options?: { why?: string | null; number?: number }): void;
  addGap(): void;
  addTable(rows: readonly TableRow[], sheet?: string): void;
  addWarning(warning: Omit<Warning, 'place'>): void;
  finish(): DocumentContent;
}

export interface TableRow {
  cells: readonly string[];
  /** The row's number in its sheet. */
  number?: number;
  why?: string | null;
}

const MOST_LINES = 100_000;
const MOST_CELLS = 2_000_000;
/** Of a row. */
export const MOST_COLUMNS = 1000;
const MOST_CHARACTERS = 20 * 1024 * 1024;

export function refuseTooManyRows(count: number) {
  if (count <= MOST_LINES) return;
  throw new UnreadableDocument(
    'TOO_LARGE',
    `This file has more than ${MOST_LINES.toLocaleString('en-GB')} lines or rows. Save the plan alone, without other tables.`,
  );
}

export function startContent(format: DocumentContent['format']): ContentWriter {
  const lines: string[] = [];
  const shownNumbers: number[] = [];
  const tables: ContentTable[] = [];
  const parts: ContentPart[] = [];
  const asides: DocumentContent['asides'] = [];
  const warnings: Warning[] = [];
  let filled = 0;
  let cellCount = 0;
  let characters = 0;

  const push = (text: string, number: number) => {
    lines.push(text);
    shownNumbers.push(number);
    characters += text.length;
    refuseTooManyRows(lines.length);
    if (characters > MOST_CHARACTERS) throw tooMuchInside();
  };
  const addLine: ContentWriter['addLine'] = (written, { why, number } = {}) => {
    const text = tidyText(written).replace(/\n/g, ' ').trimEnd();
    if (text.trim() === '') return;
    filled += 1;
    push(text, number ?? filled);
    if (why) asides.push({ line: lines.length, why });
  };
  const addGap = () => {
    if (lines.length > 0 && lines.at(-1) !== '') push('', filled);
  };
  return {
    addLine,
    addGap,
    startPart(kind, name) {
      addGap();
      filled = 0;
      parts.push({ kind, name, from: lines.length + 1 });
    },
    addTable(rows, sheet) {
      addGap();
      const table: ContentTable = { sheet: sheet ?? null, rows: [] };
      for (const row of rows) {
        cellCount += row.cells.length;
        if (cellCount > MOST_CELLS || row.cells.length > MOST_COLUMNS) throw tooMuchInside();
        const cells = row.cells.map((cell) => tidyText(cell).trim());
        if (cells.every((cell) => cell === '')) continue;
        addLine(cells.map(joinSpaces).join('\t'), {
          why: row.why ?? null,
          ...(row.number === undefined ? {} : { number: row.number }),
        });
        if (!row.why) table.rows.push({ cells, from: lines.length, to: lines.length });
      }
      if (table.rows.length > 0) tables.push(table);
      addGap();
    },
    addWarning: (warning) => void warnings.push({ ...warning, place: null }),
    finish: () => ({ format, lines, shownNumbers, tables, parts, asides, warnings }),
  };
}
