import { listCountMismatches } from './assemble.ts';
import { looksLikeHeading, readBlocks, type Block } from './blocks.ts';
import { readAreasWithoutActions, readHeadingsAndBullets } from './headings-and-bullets.ts';
import type { Glossary } from './glossary.ts';
import { startLedger, type LineLedger } from './line-ledger.ts';
import { readTables } from './numbered-table.ts';
import { findPageFurniture } from './page-furniture.ts';
import type { FoundPlan, FoundTheme, Warning } from './plan-draft.ts';
import { findPlanTitle, mentionsPlan } from './plan-title.ts';
import { takeProgressForStatus } from './progress-notes.ts';
import { warnOfColumnsSideBySide } from './several-actions.ts';
import { readsAsCommitments } from './commitments.ts';
import type { ContentTable } from './document-content.ts';
import { findColumn } from './columns.ts';
import { readDocumentTables } from './document-tables.ts';
import { blankLine, type Line } from './text-lines.ts';
import { findLabel } from './refs.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** What a format tells beside its lines: tables with cells of their own, lines that are no part of the text, pages. */
interface Structure {
  tables: readonly ContentTable[];
  asides: ReadonlyMap<number, string>;
  partStarts: ReadonlySet<number>;
}

const PLAIN: Structure = { tables: [], asides: new Map(), partStarts: new Set() };

/** Reads running text: tables first, else headings with bullets, else areas without actions. */
export function readPlanText(
  written: readonly Line[],
  glossary: Glossary,
  { tables: drawn, asides, partStarts }: Structure = PLAIN,
): { plan: FoundPlan; ledger: LineLedger } {
  const lines = written.map((line) => (asides.has(line.number) ? blankLine(line) : line));
  const furniture = findPageFurniture(lines);
  const isSkipped = (line: Line) => furniture.has(line.number);
  const ledger = startLedger(written, 'Text outside the plan’s themes', partStarts);
  for (const [line, why] of asides) ledger.leaveOut(line, why);
  for (const line of lines) {
    if (furniture.has(line.number))
      ledger.leaveOut(line.number, 'A page number, or a header or footer of the page');
    else if (line.isRule) ledger.leaveOut(line.number, 'A rule between parts of the page');
  }

  const warnings: Warning[] = [];
  const cells = readDocumentTables(drawn, lines, isSkipped, ledger, glossary);
  const tables = readTables(
    lines,
    (line) => isSkipped(line) || cells.read.has(line.number),
    ledger,
    glossary,
  );
  let themes: FoundTheme[] = [...cells.themes, ...tables.themes].toSorted(
    (a, b) => a.place.line - b.place.line,
  );
  if (themes.length > 0) {
    warnings.push(...cells.warnings, ...tables.warnings);
    warnings.push(
      ...warnOfCommitmentsElsewhere(
        readBlocks(lines, (line) => isSkipped(line) || ledger.isTaken(line.number)),
      ),
    );
  } else if (mentionsPlan(lines)) {
    const blocks = readBlocks(lines, isSkipped);
    warnings.push(...warnOfColumnsSideBySide(lines));
    themes = readHeadingsAndBullets(blocks, ledger);
    if (themes.length === 0) {
      themes = readAreasWithoutActions(blocks, ledger);
      warnings.push(...warnOfActionsElsewhere(lines));
    }
  }
  if (themes.length === 0) throw notAPlan();
  takeProgressForStatus(themes, glossary);

  const title = findPlanTitle(lines, Math.min(...themes.map((theme) => theme.place.line)), looksLikeHeading);
  if (title) ledger.take(title.number);
  warnings.push(
    ...listCountMismatches(
      lines.map(({ text, number }) => ({ text, line: number })),
      themes,
    ),
  );
  return { plan: { title: title?.text ?? null, themes, warnings }, ledger };
}

function warnOfCommitmentsElsewhere(blocks: readonly Block[]): Warning[] {
  const lists: Block[][] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'item') continue;
    const open = lists.at(-1);
    if (open && blocks[at - 1]?.kind === 'item') open.push(block);
    else lists.push([block]);
  }
  return lists
    .filter((list) => list.length >= 2 && readsAsCommitments(list.map((block) => block.text)))
    .map((list) => ({
      place: { line: list[0]?.lines[0] ?? 1 },
      what: 'A list outside the tables reads like commitments',
      why: 'The plan was read from its tables alone. Add the list as rows if it is part of the plan.',
      code: 'commitments-outside-tables',
    }));
}

/** In areas without actions these may stand in shapes that are not read: cards, or labels in cells. */
function warnOfActionsElsewhere(lines: readonly Line[]): Warning[] {
  const isOfAction = ({ raw, text }: Line) => {
    const column = findColumn(/^[^:\t]{2,40}(?=[:\t])/.exec(raw.trim())?.[0] ?? '');
    return findLabel(text)?.isForActions === true || column === 'lead' || column === 'due';
  };
  const [first, second] = lines.filter(isOfAction);
  if (!first || !second) return [];
  return [
    {
      place: { line: first.number },
      what: 'Actions seem to stand in the text, and none was read',
      why: 'The themes are in the draft without them. Put the actions into a table with a column “Action”, or under their theme as a list.',
      code: 'actions-not-read',
    },
  ];
}

function notAPlan() {
  return new UnreadableDocument(
    'NOT_A_PLAN',
    'No themes or actions were found in this text: no table with actions, and no heading with a list of commitments under it. Check that it is the plan itself, or save its table as CSV with a column “Action”.',
  );
}
