import type { ReadColumn } from './glossary.ts';
import type { ColourMeaning } from './status-words.ts';

/**
 * Where in the document something stands: its 1-based line, counted within its page or sheet where there are such,
 * and in a spreadsheet the header of its column. In a workbook a line is a row; in a Word file or a web page it is
 * a paragraph or the row of a table.
 */
export interface Place {
  line: number;
  column?: string;
  sheet?: string;
  page?: number;
}

/** "line 4", "row 4 of sheet “Homes”" or "page 2, line 4". */
export function describePlace({ line, sheet, page }: Place): string {
  if (sheet !== undefined) return `row ${line} of sheet “${sheet}”`;
  return page === undefined ? `line ${line}` : `page ${page}, line ${line}`;
}

export type WarningCode =
  | 'actions-not-read'
  | 'columns-guessed'
  | 'columns-side-by-side'
  | 'commitments-outside-tables'
  | 'contact-details'
  | 'count-mismatch'
  | 'duplicate-ref'
  | 'hidden-parts'
  | 'home-address'
  | 'impossible-day'
  | 'macros-ignored'
  | 'missing-ref'
  | 'missing-theme'
  | 'pages-without-text'
  | 'personal-name'
  | 'personal-story'
  | 'row-without-action'
  | 'several-actions'
  | 'small-group'
  | 'unknown-column';

export interface Warning {
  place: Place | null;
  what: string;
  why: string;
  code: WarningCode;
}

/** Text outside the plan; for the operator's eyes only. */
export interface LeftOut {
  from: number;
  to: number;
  sheet?: string;
  page?: number;
  text: string;
  why: string;
}

export interface DraftLead {
  name: string;
  role: 'ACCOUNTABLE' | 'PARTNER' | 'OTHERS_NOT_NAMED';
}

export interface DraftTarget {
  kind: 'TARGET' | 'OUTCOME';
  statement: string;
  dueText: string | null;
  value: number | null;
  unit: string | null;
  shares: { percent: number; forWhom: string | null }[];
  place: Place;
}

export interface DraftAction {
  ref: string;
  refIsDerived: boolean;
  title: string;
  detail: string | null;
  leadText: string | null;
  leads: DraftLead[];
  dueText: string | null;
  statusText: string | null;
  /** What the document says has happened. */
  progressText: string | null;
  targets: DraftTarget[];
  place: Place;
}

export interface DraftTheme {
  ref: string;
  refIsDerived: boolean;
  title: string;
  detail: string | null;
  actions: DraftAction[];
  targets: DraftTarget[];
  place: Place;
}

export interface PlanDraft {
  title: string | null;
  themes: DraftTheme[];
  leftOut: LeftOut[];
  warnings: Warning[];
  columns: ReadColumn[];
  /** What the document itself says that colours of its status stand for. */
  colours: ColourMeaning[];
  format: 'TEXT' | 'CSV' | 'TSV' | 'JSON' | 'DOCX' | 'PDF' | 'XLSX' | 'ODS' | 'HTML';
}

/** A target as the readers find it, before its figures and dates are read. */
export interface FoundTarget {
  kind: DraftTarget['kind'];
  statement: string;
  place: Place;
}

/** An action as the readers find it: the document's words, not yet cut into title, detail and leads. */
export interface FoundAction {
  ref: string | null;
  wording: string;
  detail: string | null;
  leadText: string | null;
  dueText: string | null;
  statusText: string | null;
  /** What the document says has happened. */
  progressText: string | null;
  targets: FoundTarget[];
  place: Place;
  /** The header of the column that its ref stands in, where there is one. */
  refColumn?: string | undefined;
}

export interface FoundTheme {
  ref: string | null;
  title: string;
  detail: string | null;
  actions: FoundAction[];
  targets: FoundTarget[];
  place: Place;
}

/** What every reader hands on, whatever the shape of the document. */
export interface FoundPlan {
  title: string | null;
  themes: FoundTheme[];
  warnings: Warning[];
}
