import { addTheme } from './found-themes.ts';
import type { ContentTable } from './document-content.ts';
import type { LineLedger } from './line-ledger.ts';
import { findHeadingAbove } from './numbered-table.ts';
import type { FoundTheme, Warning } from './plan-draft.ts';
import { findSheetInRows, readSheet, type Sheet } from './spreadsheet.ts';
import { isBlank, type Line } from './text-lines.ts';
import { readThemeTitle } from './theme-title.ts';

/** Tables of a document that have cells of their own and a head of known columns, each under its heading. */
export function readDocumentTables(
  tables: readonly ContentTable[],
  lines: readonly Line[],
  isSkipped: (line: Line) => boolean,
  ledger: LineLedger,
): { themes: FoundTheme[]; warnings: Warning[]; read: Set<number> } {
  const themes: FoundTheme[] = [];
  const warnings: Warning[] = [];
  const read = new Set<number>();
  let before: { sheet: Sheet; end: number } | null = null;
  for (const table of tables) {
    const start = table.rows[0]?.from ?? 1;
    const sheet: Sheet | null = findSheetInRows(table.rows) ?? continueSheet(before, table, lines);
    if (!sheet) continue;
    const above = findHeadingAbove(lines, start - 1, read, isSkipped);
    const found = readSheet(sheet, ledger);
    if (found.themes.length === 0) continue;
    for (const row of table.rows) read.add(row.from);
    before = { sheet, end: table.rows.at(-1)?.to ?? start };
    warnings.push(...found.warnings);
    const isNamed = found.themes.every((theme) => theme.title !== '');
    for (const theme of found.themes) {
      if (theme.title === '' && theme.ref === null) {
        if (found.title !== null) Object.assign(theme, readThemeTitle(found.title));
        else if (above) {
          Object.assign(theme, readThemeTitle(above.heading.text), { place: { line: above.heading.number } });
          theme.detail = above.intro.map((line) => line.text).join(' ') || null;
        }
      }
      addTheme(themes, theme);
    }
    if (above && !isNamed && found.title === null) {
      for (const line of [above.heading, ...above.intro]) {
        ledger.take(line.number);
        read.add(line.number);
      }
    }
  }
  return { themes, warnings, read };
}

/** A table that goes on after a page break may be a table of its own, without its head. */
function continueSheet(
  before: { sheet: Sheet; end: number } | null,
  table: ContentTable,
  lines: readonly Line[],
): Sheet | null {
  const header = before?.sheet.rows[before.sheet.headerAt];
  const [first] = table.rows;
  if (!before || !header || !first || first.cells.length !== header.cells.length) return null;
  const between = lines.slice(before.end, first.from - 1);
  if (!between.every(isBlank)) return null;
  return { ...before.sheet, rows: [header, ...table.rows], headerAt: 0 };
}
