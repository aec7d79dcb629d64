import { assembleDraft } from './assemble.ts';
import { readContentPlan } from './content-plan.ts';
import { decodeDocument, refuseSize, refuseTooManyLines } from './decode.ts';
import type { DocumentContent } from './document-content.ts';
import { findDocumentKind, isWebPage, refuseForeignMarkup } from './document-kind.ts';
import { extractContent } from './extract-content.ts';
import { startLedger } from './line-ledger.ts';
import { listPersonalWarnings } from './personal.ts';
import type { FoundPlan, PlanDraft } from './plan-draft.ts';
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
export { describePlace } from './plan-draft.ts';
export { parseLeads } from './leads.ts';
export { UnreadableDocument, type UnreadableCode } from './unreadable-document.ts';

/** A hundred times the longest plan known; more would be another kind of table. */
const MOST_ACTIONS = 5000;

export interface ReadOptions {
  /** Decides only between kinds of text; what a file is, its bytes say. */
  fileName?: string;
  /** Hears now and then how far a long document is read. */
  onProgress?: (what: string) => void;
}

/** Reads a published plan into a draft, or throws UnreadableDocument. */
export async function readPlanDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<PlanDraft> {
  refuseSize(bytes);
  const kind = findDocumentKind(bytes);
  if (kind !== 'TEXT') return readContentDraft(await extractContent({ kind, bytes }, options));
  const text = decodeDocument(bytes);
  refuseForeignMarkup(text);
  if (isWebPage(text, options.fileName))
    return readContentDraft(await extractContent({ kind: 'WEB_PAGE', text }, options));
  return readTextDraft(text, options.fileName);
}

function readContentDraft(content: DocumentContent): PlanDraft {
  const plan = readContentPlan(content);
  refuseTooManyActions(plan.found);
  return { ...plan.assemble(), format: content.format };
}

function readTextDraft(text: string, fileName: string | undefined): PlanDraft {
  refuseTooManyLines(text);
  const lines = splitLines(text);
  const personal = listPersonalWarnings(lines);
  const sheet = findSheet(text, fileName);
  if (!sheet) {
    const { plan, ledger } = readPlanText(lines);
    refuseTooManyActions(plan);
    const draft = assembleDraft(plan);
    return {
      ...draft,
      leftOut: ledger.listLeftOut(),
      warnings: sortByPlace([...draft.warnings, ...personal]),
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
  refuseTooManyActions(plan);
  const draft = assembleDraft(plan);
  return {
    ...draft,
    leftOut: [...ledger.listLeftOut(), ...columnsLeftOut],
    warnings: sortByPlace([...draft.warnings, ...personal]),
    format: sheet.delimiter === '\t' ? 'TSV' : 'CSV',
  };
}

function refuseTooManyActions({ themes }: FoundPlan) {
  const actions = themes.reduce((sum, theme) => sum + theme.actions.length, 0);
  if (actions + themes.length <= MOST_ACTIONS) return;
  throw new UnreadableDocument(
    'TOO_LARGE',
    `This file has ${actions.toLocaleString('en-GB')} actions in ${themes.length.toLocaleString('en-GB')} themes; at most ${MOST_ACTIONS.toLocaleString('en-GB')} can be read at once.`,
  );
}

function sortByPlace(warnings: PlanDraft['warnings']): PlanDraft['warnings'] {
  return warnings.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
}
