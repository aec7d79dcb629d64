import {
  exportColumns,
  exportFormat,
  guardCell,
  guardRefCell,
  joinInCell,
  writeMeasures,
  type ExportColumn,
} from '@open-sanctuary/plan-document';
import { getWords } from '@open-sanctuary/widgets/words';
import type { CouncilAddresses } from '../council-addresses.ts';
import { describeLicence } from '@open-sanctuary/widgets/words/licence';
import type { ExportedAction, ExportedPlan, ExportedTheme } from './exported-plan.queries.ts';

type Row = Partial<Record<ExportColumn, string>>;

const columns = Object.keys(exportColumns) as ExportColumn[];
const { t } = getWords('en');
/** Excel takes a file for UTF-8 by this sign only. */
const byteOrderMark = '\ufeff';

/** One action a row, and one row for a theme without actions; what holds for all stands in each. */
export function writeActionsCsv(exported: ExportedPlan, addresses: CouncilAddresses): string {
  const ofAll = describeFile(exported, addresses);
  const ofThemes = Map.groupBy(exported.actions, ({ theme }) => theme.ref);
  const rows = exported.themes.flatMap((theme): Row[] => {
    const ofTheme = { ...describeTheme(theme), ...ofAll };
    const actions = ofThemes.get(theme.ref) ?? [];
    if (actions.length === 0) return [ofTheme];
    return actions.map((action) => ({ ...ofTheme, ...describeAction(action, exported, addresses) }));
  });
  return byteOrderMark + [exportColumns, ...rows].map(writeRow).join('');
}

const writeRow = (row: Row): string => `${columns.map((column) => quote(row[column] ?? '')).join(',')}\r\n`;

const quote = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const yesOrNo = (value: boolean) => (value ? 'Yes' : 'No');
const text = (value: string | null | undefined) => guardCell(value ?? '');

function describeFile({ council, plan }: ExportedPlan, addresses: CouncilAddresses): Row {
  const licence = describeLicence(council.dataLicence);
  return {
    council: text(council.name),
    plan: text(plan.title),
    licence: text(licence.spdx),
    licenceName: text(licence.name),
    isExample: yesOrNo(council.isExample),
    asAt: council.today,
    source: text(plan.sourceUrl),
    revision: String(council.revision),
    howWeCount: addresses.howWeCount,
    format: exportFormat,
  };
}

const describeTheme = (theme: ExportedTheme): Row => ({
  themeRef: guardRefCell(theme.ref),
  themeRefIsDerived: yesOrNo(theme.refIsDerived),
  theme: text(theme.title),
  themeDetail: text(theme.detail),
  themeMeasures: guardCell(writeMeasures(theme.targets)),
});

function describeAction(action: ExportedAction, { plan }: ExportedPlan, addresses: CouncilAddresses): Row {
  const named = (role: ExportedAction['leads'][number]['role']) =>
    guardCell(joinInCell(action.leads.filter((lead) => lead.role === role).map(({ name }) => name)));
  return {
    ref: guardRefCell(action.ref),
    refIsDerived: yesOrNo(action.refIsDerived),
    action: text(action.title),
    detail: text(action.detail),
    language: action.language,
    lead: text(action.leadText),
    accountable: named('ACCOUNTABLE'),
    partners: named('PARTNER'),
    others: named('OTHERS_NOT_NAMED'),
    timescale: text(action.dueText),
    from: action.dueFrom ?? '',
    to: action.dueTo ?? '',
    strength: action.strengths.map((strength) => t(`strength.${strength}`)).join('; '),
    strengthIsDerived: action.strengths.length > 0 ? yesOrNo(action.strengthsAreDerived) : '',
    measures: guardCell(writeMeasures(action.targets)),
    status: t(`status.${action.status}`),
    lastReportedOn: action.lastReportedOn ?? '',
    report: text(action.reports[0]?.whatHappened),
    isOverdue: action.isOverdue === null ? '' : yesOrNo(action.isOverdue),
    daysLate: String(action.daysLate),
    groupView: t(`view.${action.groupView}`),
    groupReason: text(action.groupAssessment?.reason),
    response: text(action.councilResponse?.text),
    leftDocumentOn: action.leftDocumentOn ?? '',
    permalink: addresses.action(plan.slug, action.ref),
  };
}
