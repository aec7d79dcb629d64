import { assembleDraft } from './assemble.ts';
import { readContentPlan } from './content-plan.ts';
import { cleanDocument, decodeDocument, refuseSize, refuseTooManyLines } from './decode.ts';
import type { DocumentContent } from './document-content.ts';
import { findDocumentKind, isWebPage, refuseForeignMarkup } from './document-kind.ts';
import { extractContent } from './extract-content.ts';
import { startGlossary, type ColumnMeanings, type Glossary } from './glossary.ts';
import { startLedger } from './line-ledger.ts';
import { findOwnExport } from './own-export.ts';
import { listPersonalWarnings } from './personal.ts';
import type { PlanDraft } from './plan-draft.ts';
import { readPlanText } from './plan-text.ts';
import { findSheet, readSheet } from './spreadsheet.ts';
import { splitLines } from './text-lines.ts';
import { UnreadableDocument } from './unreadable-document.ts';

export type {
  DraftAction,
  DraftLead,
  DraftTarget,
  DraftTheme,
  LeftOut,
  Place,
  PlanDraft,
  Warning,
  WarningCode,
} from './plan-draft.ts';
export { columnNames, type Column } from './columns.ts';
export { headerKey, type ColumnMeanings, type ReadColumn } from './glossary.ts';
export {
  findColour,
  readStatusWords,
  reportedStatuses,
  statusKey,
  type ReportedStatus,
  type StatusReading,
} from './status-words.ts';
export { describePlace } from './plan-draft.ts';
export { parseLeads } from './leads.ts';
export { isPlaceholder } from './placeholders.ts';
export {
  exportColumns,
  exportFormat,
  guardCell,
  guardRefCell,
  joinInCell,
  writeMeasures,
  type ExportColumn,
} from './own-cells.ts';
export { UnreadableDocument, type UnreadableCode } from './unreadable-document.ts';

/** Of actions, and of themes: forty times the longest plan known; more would be another kind of table. */
const MOST_OF_A_KIND = 2000;

export interface ReadOptions {
  /** Decides only between kinds of text; what a file is, its bytes say. */
  fileName?: string;
  /** What an operator has said that headers mean. */
  columns?: ColumnMeanings;
  /** Hears now and then how far a long document is read. */
  onProgress?: (what: string) => void;
}

/** Reads a published plan, or an export of ours, into a draft, or throws UnreadableDocument. */
export async function readPlanDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<PlanDraft> {
  refuseSize(bytes);
  const glossary = startGlossary(options.columns);
  const kind = findDocumentKind(bytes);
  if (kind !== 'TEXT') return readContentDraft(await extractContent({ kind, bytes }, options), glossary);
  const written = decodeDocument(bytes);
  const own = findOwnExport(written, options.fileName);
  if (own) {
    refuseTooMany(own);
    return own;
  }
  const text = cleanDocument(written);
  refuseForeignMarkup(text);
  if (isWebPage(text, options.fileName))
    return readContentDraft(await extractContent({ kind: 'WEB_PAGE', text }, options), glossary);
  return readTextDraft(text, options.fileName, glossary);
}

function readContentDraft(content: DocumentContent, glossary: Glossary): PlanDraft {
  const plan = readContentPlan(content, glossary);
  refuseTooMany(plan.found);
  return { ...plan.assemble(), ...glossary.listSeen(), format: content.format };
}

function readTextDraft(text: string, fileName: string | undefined, glossary: Glossary): PlanDraft {
  refuseTooManyLines(text);
  const lines = splitLines(text);
  const personal = listPersonalWarnings(lines);
  const sheet = findSheet(text, fileName, glossary);
  if (!sheet) {
    const { plan, ledger } = readPlanText(lines, glossary);
    refuseTooMany(plan);
    const draft = assembleDraft(plan);
    return {
      ...draft,
      leftOut: ledger.listLeftOut(),
      warnings: sortByPlace([...draft.warnings, ...personal]),
      ...glossary.listSeen(),
      format: 'TEXT',
    };
  }
  const ledger = startLedger(lines, 'A row outside the plan');
  const { columnsLeftOut, ...plan } = readSheet(sheet, ledger);
  if (plan.themes.length === 0) {
    throw new UnreadableDocument(
      'NOT_A_PLAN',
      'The table has a column for actions, but no row with an action in it.',
    );
  }
  refuseTooMany(plan);
  const draft = assembleDraft(plan);
  return {
    ...draft,
    leftOut: [...ledger.listLeftOut(), ...columnsLeftOut],
    warnings: sortByPlace([...draft.warnings, ...personal]),
    ...glossary.listSeen(),
    format: sheet.delimiter === '\t' ? 'TSV' : 'CSV',
  };
}

function refuseTooMany({ themes }: { themes: readonly { actions: readonly unknown[] }[] }) {
  const actions = themes.reduce((sum, theme) => sum + theme.actions.length, 0);
  const [count, noun] = actions < themes.length ? [themes.length, 'themes'] : [actions, 'actions'];
  if (count <= MOST_OF_A_KIND) return;
  throw new UnreadableDocument(
    'TOO_LARGE',
    `This document has ${count.toLocaleString('en-GB')} ${noun}; a plan can have at most ${MOST_OF_A_KIND.toLocaleString('en-GB')}. Import its parts as plans of their own.`,
  );
}

function sortByPlace(warnings: PlanDraft['warnings']): PlanDraft['warnings'] {
  return warnings.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
}
