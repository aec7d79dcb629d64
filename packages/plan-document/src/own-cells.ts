// Cells of our own tables: no spreadsheet takes them for a formula, and what is read back is what was written.

/** What a spreadsheet may run, also after spaces and in full width; and the sign that we guard with. */
const RUNNABLE = /^(?:[\s\p{Cc}\p{Cf}]*['=+\-@＝＋－＠]|[\t\r\n])/u;
/** What a spreadsheet would take for a figure or a day, and change: "1.10", "01", "1-2". */
const REWRITABLE = /^(?:0\d|\d+\.\d*0$|\d+[-/]\d+|\d+e\d+$)/i;

export const guardCell = (text: string): string => (RUNNABLE.test(text) ? `'${text}` : text);

export const guardRefCell = (ref: string): string => (REWRITABLE.test(ref) ? `'${ref}` : guardCell(ref));

export const readGuardedCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** Several texts in one cell, one a line; a line end within a text is written as \n. */
export const joinInCell = (texts: readonly string[]): string =>
  texts
    .map((text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r'))
    .join('\n');

export const splitCell = (cell: string): string[] =>
  cell === ''
    ? []
    : cell
        .split(/\r?\n/)
        .map((line) =>
          line.replace(/\\([\\nr])/g, (_, sign) => ({ n: '\n', r: '\r' })[String(sign)] ?? '\\'),
        );

const MEASURE_LABELS = { TARGET: 'Target: ', OUTCOME: 'Outcome: ' } as const;

export interface Measure {
  kind: 'TARGET' | 'OUTCOME';
  statement: string;
}

export const writeMeasures = (measures: readonly Measure[]): string =>
  joinInCell(measures.map(({ kind, statement }) => MEASURE_LABELS[kind] + statement));

/** A line that somebody added without saying what it is counts as a target. */
export const readMeasures = (cell: string): Measure[] =>
  splitCell(cell)
    .filter((line) => line.trim() !== '')
    .map((line): Measure => {
      const isOutcome = line.startsWith(MEASURE_LABELS.OUTCOME);
      const kind = isOutcome ? 'OUTCOME' : 'TARGET';
      const label = MEASURE_LABELS[kind];
      return { kind, statement: line.startsWith(label) ? line.slice(label.length) : line };
    });

/** The columns of our export in their order. Those that make the plan are read back; the others tell of it. */
export const exportColumns = {
  ref: 'Ref',
  refIsDerived: 'Ref counted by us',
  themeRef: 'Theme ref',
  themeRefIsDerived: 'Theme ref counted by us',
  theme: 'Theme',
  themeDetail: 'Theme detail',
  themeMeasures: 'Theme targets and outcomes',
  action: 'Action',
  detail: 'Detail',
  language: 'Language',
  lead: 'Lead',
  accountable: 'Accountable lead (our reading)',
  partners: 'Partners (our reading)',
  others: 'Others not named (our reading)',
  timescale: 'Timescale',
  from: 'From (our reading)',
  to: 'To (our reading)',
  strength: 'Strength',
  strengthIsDerived: 'Strength is our reading',
  measures: 'Targets and outcomes',
  status: 'Status',
  lastReportedOn: 'Last reported on',
  report: 'What the council reports',
  isOverdue: 'Is overdue',
  daysLate: 'Days late',
  groupView: 'What the group says',
  groupReason: 'Why the group says so',
  response: 'Response of the council',
  leftDocumentOn: 'Left document on',
  permalink: 'Permalink',
  council: 'Council',
  plan: 'Plan',
  licence: 'Licence',
  licenceName: 'Licence name',
  isExample: 'Is example',
  asAt: 'As at',
  source: 'Source',
  revision: 'Revision',
  howWeCount: 'How we count',
  format: 'Format',
} as const;

export type ExportColumn = keyof typeof exportColumns;

/** Names our export and its version, in every row and in the JSON. */
export const exportFormat = 'open-sanctuary/actions/1';
