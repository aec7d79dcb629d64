import { CsvError, parse } from 'csv-parse/sync';
import { parseLeads } from './leads.ts';
import {
  exportColumns,
  exportFormat,
  readGuardedCell,
  readMeasures,
  splitCell,
  type ExportColumn,
} from './own-cells.ts';
import type { OwnAction, OwnPlan, OwnTarget, OwnTheme } from './own-export.ts';
import type { DraftLead, Place, PlanDraft } from './plan-draft.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** Without these columns something of the plan would be lost. */
const NEEDED = [
  'ref',
  'refIsDerived',
  'themeRef',
  'themeRefIsDerived',
  'theme',
  'themeDetail',
  'themeMeasures',
  'action',
  'detail',
  'lead',
  'timescale',
  'measures',
  'leftDocumentOn',
] as const satisfies readonly ExportColumn[];

/** Other programs save with other signs between the cells. */
const DELIMITERS = [',', ';', '\t'];

interface Row {
  line: number;
  get(column: ExportColumn): string;
}

/** Reads a table that this software has written, also after a spreadsheet has saved it; null when it is another. */
export function readOwnSheet(text: string): { plan: OwnPlan; format: PlanDraft['format'] } | null {
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = DELIMITERS.find((sign) => {
    const headers = new Set(first.split(sign).map((cell) => cell.replace(/^"|"$/g, '')));
    const has = (column: ExportColumn) => headers.has(exportColumns[column]);
    return has('action') && has('theme') && has('ref') && (has('format') || has('refIsDerived'));
  });
  if (delimiter === undefined) return null;
  const rows = readRows(text, delimiter);
  const plan = readPlan(rows);
  return { plan, format: delimiter === '\t' ? 'TSV' : 'CSV' };
}

function readRows(text: string, delimiter: string): Row[] {
  const [header, ...records] = cutRecords(text, delimiter);
  const positions = new Map((header?.record ?? []).map((name, at) => [name, at]));
  const missing = NEEDED.filter((column) => !positions.has(exportColumns[column]));
  if (missing.length > 0) {
    throw new UnreadableDocument(
      'UNKNOWN_COLUMNS',
      `This is an export of ours, but it lost ${missing.map((column) => `“${exportColumns[column]}”`).join(', ')}. Put the columns back, or export the plan again.`,
      { line: 1 },
    );
  }
  return records
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
    .map(({ record, line }) => ({
      line,
      get: (column) => readGuardedCell(record[positions.get(exportColumns[column]) ?? -1] ?? ''),
    }));
}

function cutRecords(text: string, delimiter: string): { record: string[]; line: number }[] {
  let before = 0;
  try {
    const records: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n'],
    });
    return records.map((record) => {
      const line = before + 1;
      // A quoted cell may run over several lines of the file.
      before = line + record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      return { record, line };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableDocument(
      'BROKEN_QUOTES',
      'The quotation marks of this table don’t fit together. Double the marks inside a cell, or export the plan again.',
      typeof error['lines'] === 'number' ? { line: error['lines'] } : null,
    );
  }
}

function readPlan(rows: readonly Row[]): OwnPlan {
  const themes = new Map<string, OwnTheme>();
  const left = new Set<string>();
  for (const row of rows) {
    refuseOtherVersion(row);
    const theme = openTheme(themes, row);
    if (row.get('leftDocumentOn') !== '') left.add(theme.ref);
    else if (row.get('action') !== '') theme.actions.push(readAction(row));
    else if (row.get('ref') !== '') {
      throw new UnreadableDocument(
        'UNKNOWN_FORMAT',
        'This row has a reference and no action. Fill or empty both.',
        {
          line: row.line,
          column: exportColumns.action,
        },
      );
    }
  }
  return {
    title: rows[0]?.get('plan') || null,
    // A theme of which all has left the document has left with it.
    themes: [...themes.values()].filter(({ ref, actions }) => actions.length > 0 || !left.has(ref)),
  };
}

function refuseOtherVersion(row: Row) {
  const format = row.get('format');
  if (format === '' || format === exportFormat) return;
  throw new UnreadableDocument(
    'UNKNOWN_FORMAT',
    `This row says that it is of the format “${format.slice(0, 60)}”; ${exportFormat} can be read. Export the plan again.`,
    { line: row.line, column: exportColumns.format },
  );
}

/** Every row tells of its theme; rows of one theme must tell the same. */
function openTheme(themes: Map<string, OwnTheme>, row: Row): OwnTheme {
  const ref = row.get('themeRef');
  const place = { line: row.line, column: exportColumns.theme };
  if (ref === '' || row.get('theme') === '') {
    throw new UnreadableDocument(
      'UNKNOWN_FORMAT',
      'This row does not say which theme it stands under. Fill in “Theme ref” and “Theme”.',
      place,
    );
  }
  const theme: OwnTheme = {
    ref,
    refIsDerived: isYes(row.get('themeRefIsDerived')),
    title: row.get('theme'),
    detail: row.get('themeDetail') || null,
    targets: readTargets(row, 'themeMeasures'),
    actions: [],
    place,
  };
  const known = themes.get(ref);
  if (!known) {
    themes.set(ref, theme);
    return theme;
  }
  if (describeTheme(known) !== describeTheme(theme)) {
    throw new UnreadableDocument(
      'UNKNOWN_FORMAT',
      `The rows on lines ${known.place.line} and ${row.line} say different things of theme ${ref}. Write the same title, detail and targets in every row of a theme.`,
      place,
    );
  }
  return known;
}

const describeTheme = ({ refIsDerived, title, detail, targets }: OwnTheme) =>
  JSON.stringify([refIsDerived, title, detail, targets.map(({ kind, statement }) => [kind, statement])]);

function readAction(row: Row): OwnAction {
  const leadText = row.get('lead') || null;
  const status = row.get('status');
  return {
    ref: row.get('ref') || null,
    refIsDerived: isYes(row.get('refIsDerived')),
    title: row.get('action'),
    detail: row.get('detail') || null,
    leadText,
    leads: leadText === null ? [] : readLeads(row, leadText),
    dueText: row.get('timescale') || null,
    statusText: status === '' || status === 'Not reported' ? null : status,
    progressText: null,
    targets: readTargets(row, 'measures'),
    place: { line: row.line, column: exportColumns.action },
  };
}

/** The bodies that the columns name, in the order of the lead text; null when somebody has changed that since. */
function readLeads(row: Row, leadText: string): DraftLead[] | null {
  const named = (column: ExportColumn, role: DraftLead['role']) =>
    splitCell(row.get(column)).map((name): DraftLead => ({ name, role }));
  const leads = [
    ...named('accountable', 'ACCOUNTABLE'),
    ...named('partners', 'PARTNER'),
    ...named('others', 'OTHERS_NOT_NAMED'),
  ];
  const read = parseLeads(
    leadText,
    leads.map(({ name }) => name),
  );
  if (describeLeads(read) === describeLeads(leads)) return read;
  const wordsOfText = new Set(listWords(leadText));
  const isOfText = leads.every(({ name }) => listWords(name).every((word) => wordsOfText.has(word)));
  return isOfText && leads.length > 0
    ? leads.toSorted((one, other) => leadText.indexOf(one.name) - leadText.indexOf(other.name))
    : null;
}

const describeLeads = (leads: readonly DraftLead[]) =>
  leads
    .map(({ name, role }) => `${role} ${name}`)
    .toSorted()
    .join('\n');

const listWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function readTargets(row: Row, column: 'measures' | 'themeMeasures'): OwnTarget[] {
  const place: Place = { line: row.line, column: exportColumns[column] };
  return readMeasures(row.get(column)).map((measure) => ({ ...measure, place }));
}

const isYes = (cell: string) => /^(?:yes|true|1)$/i.test(cell.trim());
