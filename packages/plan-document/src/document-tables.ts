import { addTheme } from './found-themes.ts';
import type { ContentTable } from './document-content.ts';
import type { Glossary } from './glossary.ts';
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
  glossary: Glossary,
): { themes: FoundTheme[]; warnings: Warning[]; read: Set<number> } {
  const themes: FoundTheme[] = [];
  const warnings: Warning[] = [];
  const read = new Set<number>();
  let before: { sheet: Sheet; end: number } | null = null;
  for (const table of tables) {
    const start = table.rows[0]?.from ?? 1;
    const sheet: Sheet | null = findSheetInRows(table.rows, glossary) ?? continueSheet(before, table, lines);
    if (!sheet) continue;
    const above = findHeadingAbove(lines, start - 1, read, isSkipped);
    const found = readSheet(sheet, ledger);
    if (found.themes.length === 0) continue;
    for (const row of table.rows) read.add(row.from);
    before = { sheet, end: table.rows.at(-1)?.to ?? start };
    warnings.push(...found.warnings);
    for (const theme of found.themes) {
      if (theme.title !== '' || theme.ref !== null) addTheme(themes, theme);
      else if (found.title !== null) addTheme(themes, { ...theme, ...readThemeTitle(found.title) });
      else if (above) {
        addTheme(themes, readHeading(above, theme));
        for (const line of [above.heading, ...above.intro]) {
          ledger.take(line.number);
          read.add(line.number);
        }
      } else {
        // A table that follows another without a heading goes on with its theme.
        const last = themes.at(-1);
        if (last) last.actions.push(...theme.actions);
        else themes.push(theme);
      }
    }
  }
  return { themes, warnings, read };
}

function readHeading({ heading, intro }: { heading: Line; intro: Line[] }, theme: FoundTheme): FoundTheme {
  return {
    ...theme,
    ...readThemeTitle(heading.text),
    detail: intro.map((line) => line.text).join(' ') || null,
    place: { line: heading.number },
  };
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
