import { assembleDraft } from './assemble.ts';
import type { ContentPart, DocumentContent } from './document-content.ts';
import { addTheme } from './found-themes.ts';
import { startLedger } from './line-ledger.ts';
import type { Glossary } from './glossary.ts';
import { listPersonalWarnings } from './personal.ts';
import type { FoundPlan, LeftOut, Place, PlanDraft, Warning } from './plan-draft.ts';
import { readPlanText } from './plan-text.ts';
import { findSheetInRows, noActionColumn, readSheet } from './spreadsheet.ts';
import { splitLines, type Line } from './text-lines.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** Reads the plan out of a document's content: the sheets of a workbook, or running text with its tables. */
export function readContentPlan(
  content: DocumentContent,
  glossary: Glossary,
): {
  found: FoundPlan;
  assemble: () => Omit<PlanDraft, 'format' | 'columns' | 'colours'>;
} {
  const lines = splitLines(content.lines.join('\n'));
  if (lines.every((line) => line.text === '')) {
    throw new UnreadableDocument(
      'EMPTY',
      'There is no text in this file. Check that the right file was chosen.',
    );
  }
  const asides = new Map(content.asides.map(({ line, why }) => [line, why]));
  const locate = prepareLocate(content);
  const { plan, leftOut } = isWorkbook(content)
    ? readSheets(content, lines, asides, locate, glossary)
    : readText(content, lines, asides, glossary);
  // Only now do lines become rows of sheets and lines of pages: the readers tell places by one count.
  const located = locatePlan(plan, locate);
  const assemble = () => {
    const draft = assembleDraft(located);
    const personal = listPersonalWarnings(lines.filter((line) => !asides.has(line.number)));
    return {
      ...draft,
      leftOut: leftOut.map((left) => locateLeftOut(left, locate)),
      warnings: sortByPlace(
        [
          ...content.warnings,
          ...draft.warnings,
          ...personal.map((warning) => locateWarning(warning, locate)),
        ],
        content.parts,
      ),
    };
  };
  return { found: located, assemble };
}

const isWorkbook = ({ format }: DocumentContent) => format === 'XLSX' || format === 'ODS';

function readText(
  content: DocumentContent,
  lines: readonly Line[],
  asides: ReadonlyMap<number, string>,
  glossary: Glossary,
) {
  const { plan, ledger } = readPlanText(lines, glossary, {
    tables: content.tables,
    asides,
    partStarts: new Set(content.parts.map(({ from }) => from)),
  });
  return { plan, leftOut: ledger.listLeftOut() };
}

/** Every sheet with a column for actions is part of the plan; its name is the theme where no cell names one. */
function readSheets(
  { tables, parts }: DocumentContent,
  lines: readonly Line[],
  asides: ReadonlyMap<number, string>,
  locate: Locate,
  glossary: Glossary,
): { plan: FoundPlan; leftOut: LeftOut[] } {
  const ledger = startLedger(lines, 'A row outside the plan', new Set(parts.map(({ from }) => from)));
  for (const [line, why] of asides) ledger.leaveOut(line, why);
  const found = tables.map((table) => ({ table, sheet: findSheetInRows(table.rows, glossary) }));
  const withActions = found.filter(({ sheet }) => sheet !== null);
  const [first] = tables;
  if (withActions.length === 0) throw first ? noActionColumn(first.rows, locate) : nothingVisible();

  const plan: FoundPlan = { title: null, themes: [], warnings: [] };
  const columnsLeftOut: LeftOut[] = [];
  for (const { table, sheet } of found) {
    if (!sheet) {
      for (const row of table.rows) ledger.leaveOut(row.from, 'A sheet without a column for actions');
      continue;
    }
    const read = readSheet(sheet, ledger);
    columnsLeftOut.push(...read.columnsLeftOut);
    plan.title ??= read.title;
    plan.warnings.push(...read.warnings);
    for (const theme of read.themes) {
      if (theme.title === '' && withActions.length > 1) theme.title = table.sheet ?? '';
      addTheme(plan.themes, theme);
    }
  }
  if (plan.themes.length === 0) {
    throw new UnreadableDocument(
      'NOT_A_PLAN',
      'A sheet has a column for actions, but no row with an action in it.',
    );
  }
  return { plan, leftOut: [...ledger.listLeftOut(), ...columnsLeftOut] };
}

function nothingVisible(): UnreadableDocument {
  return new UnreadableDocument(
    'EMPTY',
    'All that is in this workbook is hidden. Show the sheet with the plan and save the file.',
  );
}

/** From a line of the content to the page or sheet, and the number that it has there. */
type Locate = (line: number) => Place;

function prepareLocate({ parts, shownNumbers }: DocumentContent): Locate {
  return (line) => {
    const part = parts.findLast(({ from }) => from <= line);
    return {
      line: shownNumbers[line - 1] ?? line,
      ...(part?.kind === 'sheet' ? { sheet: part.name } : {}),
      ...(part?.kind === 'page' ? { page: Number(part.name) } : {}),
    };
  };
}

function locatePlan({ title, themes, warnings }: FoundPlan, locate: Locate): FoundPlan {
  const located = <T extends { place: Place }>(placed: T): T => ({
    ...placed,
    place: { ...placed.place, ...locate(placed.place.line) },
  });
  return {
    title,
    themes: themes.map((theme) => ({
      ...located(theme),
      targets: theme.targets.map(located),
      actions: theme.actions.map((action) => ({ ...located(action), targets: action.targets.map(located) })),
    })),
    warnings: warnings.map((warning) => locateWarning(warning, locate)),
  };
}

function locateWarning(warning: Warning, locate: Locate): Warning {
  return warning.place ? { ...warning, place: { ...warning.place, ...locate(warning.place.line) } } : warning;
}

function locateLeftOut({ from, to, text, why }: LeftOut, locate: Locate): LeftOut {
  const { line, ...part } = locate(from);
  return { ...part, from: line, to: locate(to).line, text, why };
}

function sortByPlace(warnings: readonly Warning[], parts: readonly ContentPart[]): Warning[] {
  const order = ({ place }: Warning) =>
    place?.sheet === undefined ? (place?.page ?? 0) : parts.findIndex(({ name }) => name === place.sheet);
  return warnings.toSorted((a, b) => order(a) - order(b) || (a.place?.line ?? 0) - (b.place?.line ?? 0));
}
