import { describeFigure } from '@open-sanctuary/widgets/action-tracker/target.view';
import { findWebAddress } from '@open-sanctuary/widgets/look/link.view';
import type { ActionStatus, FigurePartsFragment } from '@open-sanctuary/widgets/operations';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { formatNumber } from '@open-sanctuary/widgets/words';
import { describeLicence } from '@open-sanctuary/widgets/words/licence';
import { english } from '../page/english.ts';
import { describeState } from '../plan/plan.words.ts';
import type {
  Dated,
  Difference,
  MeasuredTarget,
  PlanReport,
  SourceAction,
  SourceReport,
  SourceTheme,
} from './report.rules.ts';

/** A stretch of text. What is quoted says in which language it was written. */
export interface Piece {
  readonly text: string;
  readonly language?: string;
  /** An address on the web, or a path of this site. */
  readonly link?: string;
  readonly isStrong?: boolean;
}
/** One paragraph. */
export type Text = readonly Piece[];
export type Paragraphs = readonly Text[];

export interface Column {
  readonly title: string;
  /** How wide it is, beside the others of its table. */
  readonly width: number;
  /** What its cells are; one column of each table heads the rows. */
  readonly kind?: 'heading' | 'day' | 'number';
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Paragraphs[])[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: Paragraphs }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: Paragraphs])[] }
  | ({ readonly kind: 'table' } & Table)
  /** Small tables that belong together. */
  | { readonly kind: 'figures'; readonly tables: readonly Table[] }
  /** What two say about the same, side by side, and what was answered. */
  | {
      readonly kind: 'sides';
      readonly title: Text;
      readonly sides: readonly (readonly [title: string, words: Paragraphs])[];
      readonly answer: readonly [title: string, words: Paragraphs];
    };

export interface Section {
  /** Empty for what stands before the first heading. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report in words. The page and the Word document are both made from this alone, so they say the same. */
export interface ReportText {
  readonly title: Text;
  /** One line that stands on every page of print. */
  readonly footer: string;
  readonly sections: readonly Section[];
}

export interface ReportLinks {
  /** With the host, since these are read on paper too. */
  readonly report: string;
  readonly howWeCount: string;
  readonly plan: string;
  action(ref: string): string;
}

const plain = (text: string): Piece => ({ text });
const strong = (text: string): Piece => ({ text, isStrong: true });
const words = (text: string): Text => [plain(text)];
const cell = (text: string): Paragraphs => [words(text)];
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: words(text) });
const heading = (text: string): Block => ({ kind: 'heading', text: words(text) });
const day = (date: string): string => formatDay(date, english);
const status = (of: ActionStatus): string => english.t(`status.${of}`);
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;
const inOrder = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(' ');
const months = (count: number): string => (count === 1 ? 'month' : `${count} months`);

/** Words of the council or the group as they were written, each of their paragraphs one of ours. */
const quoted = (text: string, language: string): Paragraphs =>
  text
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .map((line) => [{ text: line, language }]);

export function describeReport(report: PlanReport, links: ReportLinks): ReportText {
  const { council, plan } = report;
  const figuresOf = `Figures as at ${day(council.today)}`;
  return {
    title: [plain('Progress report: '), { text: plan.title, language: plan.language }],
    footer: [council.name, figuresOf, ...(council.isExample ? ['Invented example'] : [])].join(' · '),
    sections: [
      { title: '', blocks: headBlocks(report, links) },
      { title: 'In short', blocks: summaryBlocks(report, links) },
      ...(plan.progress.total + plan.progress.leftDocument === 0 ? [] : actionSections(report, links)),
      { title: 'Targets and outcomes', blocks: targetBlocks(report, links) },
      { title: 'How we count', blocks: countBlocks(report, links) },
      { title: 'Licence and address', blocks: licenceBlocks(report, links) },
    ],
  };
}

const actionSections = (report: PlanReport, links: ReportLinks): Section[] => [
  { title: `What changed since ${day(report.since)}`, blocks: changeBlocks(report, links) },
  { title: 'Late', blocks: lateBlocks(report, links) },
  ...(report.plan.state === 'ENDED'
    ? [{ title: 'Ended without a report', blocks: endedBlocks(report, links) }]
    : []),
  { title: 'No recent report', blocks: staleBlocks(report, links) },
  { title: 'What the plan does not say', blocks: gapBlocks(report, links) },
  { title: 'Where the council and the group differ', blocks: differenceBlocks(report, links) },
];

function headBlocks({ council, plan, since }: PlanReport, links: ReportLinks): Block[] {
  return [
    ...(council.isExample
      ? [
          {
            kind: 'note' as const,
            text: [
              strong('Invented example.'),
              plain(` ${council.name} is not a real council. Everything here is invented.`),
            ],
          },
        ]
      : []),
    {
      kind: 'facts',
      facts: [
        ['Council', cell(council.name)],
        ['Plan', [[{ text: plan.title, language: plan.language, link: links.plan }]]],
        [
          'Period',
          plan.periodText
            ? [[{ text: plan.periodText, language: plan.language }]]
            : cell('No period published'),
        ],
        ['State', cell(describeState(plan.state) + (plan.kind === 'RELATED' ? ', related plan' : ''))],
        ['Figures as at', cell(day(council.today))],
        ['Changes since', cell(day(since))],
      ],
    },
  ];
}

function summaryBlocks(report: PlanReport, links: ReportLinks): Block[] {
  const { council, plan, stopped } = report;
  const { progress } = plan;
  const { total } = progress;
  const left =
    progress.leftDocument > 0
      ? `${counted(progress.leftDocument, 'action')} left the document and ${progress.leftDocument === 1 ? 'is' : 'are'} in no other count.`
      : '';
  if (total === 0) {
    return [
      paragraph(
        inOrder([
          `The plan has ${counted(plan.themes.length, 'theme')}, and no actions are published in it.`,
          left,
        ]),
      ),
    ];
  }
  const silent = progress.byStatus.find((each) => each.status === 'NOT_REPORTED')?.count ?? 0;
  const reported = total - silent;
  return [
    paragraph(
      inOrder([
        `${council.name} promised ${counted(total, 'action')} in this plan.`,
        `It has reported on ${reported === 0 ? 'none of them' : reported === total ? 'all of them' : `${formatNumber(reported)} of them`}.`,
        describeEnd(report),
        left,
      ]),
    ),
    paragraph(
      inOrder([
        `${formatNumber(progress.delivered)} delivered.`,
        `${formatNumber(progress.explored)} explored as promised: to explore something is not to deliver it.`,
        progress.doneOfUnknownStrength > 0 &&
          `${formatNumber(progress.doneOfUnknownStrength)} done, where the words do not tell how strong the promise was.`,
      ]),
    ),
    ...(stopped.length === 0
      ? [paragraph('None is stopped.')]
      : [
          paragraph(`${formatNumber(stopped.length)} stopped, which never counts as progress:`),
          { kind: 'list' as const, items: stopped.map((action) => actionName(action, links)) },
        ]),
    { kind: 'figures', tables: [statusTable(report), attentionTable(report)] },
  ];
}

const figureColumns = (title: string): Column[] => [
  { title, width: 5, kind: 'heading' },
  { title: 'Actions', width: 1, kind: 'number' },
];

const statusTable = ({ plan: { progress } }: PlanReport): Table => ({
  columns: figureColumns('What the council last reported'),
  rows: [
    ...progress.byStatus.map((each) => [cell(status(each.status)), cell(formatNumber(each.count))]),
    [cell('All actions'), cell(formatNumber(progress.total))],
  ],
});

function attentionTable({ council, plan }: PlanReport): Table {
  const { progress } = plan;
  const isAwaited = plan.state === 'CURRENT';
  const rows: readonly (readonly [name: string, count: number | false, isShown?: boolean])[] = [
    ['Late', progress.late],
    ['Ended without a report', progress.endedWithoutReport, plan.state === 'ENDED'],
    ['No recent report', council.reportingEveryMonths !== null && progress.stale, isAwaited],
    ['No date published', progress.noDate],
    ['No lead published', progress.noLead],
    ['No measure published', progress.noMeasure],
    ['The group disagrees', progress.disagreed],
    ['The group partly agrees', progress.partlyAgreed],
    ['Newest report not assessed, or no report', progress.notAssessed],
  ];
  return {
    columns: figureColumns('What needs attention'),
    rows: rows
      .filter(([, , isShown = true]) => isShown)
      .map(([name, count]) => [cell(name), cell(count === false ? 'no rhythm set' : formatNumber(count))]),
  };
}

function describeEnd({ plan, endedWithoutReport }: PlanReport): string {
  if (plan.state === 'DRAFT') return 'The plan is a draft.';
  if (plan.state === 'SUPERSEDED') return 'A newer plan has taken its place.';
  if (plan.state !== 'ENDED') return '';
  const count = endedWithoutReport.length;
  return `The plan has ended. ${count === 0 ? 'No action' : counted(count, 'action')} ended without a report.`;
}

/** The number of an action is told where the council gave it one. */
const actionName = (action: SourceAction, links: ReportLinks): Text => [
  ...(action.refIsDerived ? [] : [plain(`${action.ref} `)]),
  { text: action.title, language: action.language, link: links.action(action.ref) },
];

const themeName = ({ ref, refIsDerived, title, language }: SourceTheme): Text => [
  ...(refIsDerived ? [] : [plain(`${ref}. `)]),
  { text: title, language },
];

const leadOf = ({ leadText, language }: SourceAction): Paragraphs =>
  leadText ? quoted(leadText, language) : cell('No lead published');
const dueOf = ({ dueText, language }: SourceAction): Paragraphs =>
  dueText ? quoted(dueText, language) : cell('No date published');

const actionColumn: Column = { title: 'Action', width: 5, kind: 'heading' };
const dayColumn: Column = { title: 'Day', width: 2.5, kind: 'day' };

function changeBlocks(report: PlanReport, links: ReportLinks): Block[] {
  const { changed } = report;
  const named = ({ action }: { readonly action: SourceAction }): Paragraphs => [actionName(action, links)];
  const onDay = (dated: { readonly day: string }): Paragraphs => cell(day(dated.day));
  const groups: readonly (readonly [title: string, none: string, blocks: Block[]])[] = [
    [
      'Reports published',
      'No report was published.',
      table(
        [dayColumn, { ...actionColumn, width: 4 }, { title: 'What the council reports', width: 6 }],
        changed.reports.map((dated) => [onDay(dated), named(dated), reportWords(dated.what)]),
      ),
    ],
    [
      'Reports corrected',
      'No report was corrected.',
      table(
        [dayColumn, { ...actionColumn, width: 4 }, { title: 'What the council reports now', width: 6 }],
        changed.corrections.map((dated) => [onDay(dated), named(dated), correctionWords(dated.what)]),
      ),
    ],
    [
      'Words, leads and timescales changed',
      'No words, leads or timescales changed.',
      table(
        [
          dayColumn,
          { ...actionColumn, width: 4 },
          { title: 'What', width: 2 },
          { title: 'Before', width: 3 },
          { title: 'Now', width: 3 },
        ],
        changed.wordings.map((dated) => [
          onDay(dated),
          named(dated),
          cell(dated.what.what),
          wordedAs(dated.what.from, dated.action),
          wordedAs(dated.what.to, dated.action),
        ]),
      ),
    ],
    [
      'Actions added',
      'No action was added.',
      table(
        [dayColumn, { ...actionColumn, width: 10 }],
        changed.added.map((dated) => [onDay(dated), named(dated)]),
      ),
    ],
    [
      'Actions gone from the document',
      'No action left the document.',
      table(
        [dayColumn, { ...actionColumn, width: 10 }],
        changed.left.map((dated) => [onDay(dated), named(dated)]),
      ),
    ],
    [
      'What the group said, and the council’s responses',
      'Neither the group nor the council said more about a report.',
      table(
        [dayColumn, { ...actionColumn, width: 4 }, { title: 'Who said what', width: 6 }],
        changed.said.map((dated) => [onDay(dated), named(dated), saidWords(dated)]),
      ),
    ],
  ];
  const empty = groups.filter(([, , blocks]) => blocks.length === 0);
  return [
    ...(changed.recordedOn
      ? [
          paragraph(
            `The plan was put on record here on ${day(changed.recordedOn)}, with ${counted(changed.recordedActions, 'action')}.`,
          ),
        ]
      : []),
    ...groups.flatMap(([title, , blocks]) => (blocks.length > 0 ? [heading(title), ...blocks] : [])),
    ...(empty.length > 0 ? [paragraph(empty.map(([, none]) => none).join(' '))] : []),
  ];
}

const table = (columns: readonly Column[], rows: readonly (readonly Paragraphs[])[]): Block[] =>
  rows.length > 0 ? [{ kind: 'table', columns, rows }] : [];

const wordedAs = (text: string | null, { language }: SourceAction): Paragraphs =>
  text ? quoted(text, language) : cell('Nothing published');

const evidenceWords = ({ evidence }: SourceReport): Paragraphs =>
  evidence.map(({ kind, title, url, datedOn }) => {
    const link = findWebAddress(url);
    return [
      plain('Evidence: '),
      { text: title, ...(link && { link }) },
      plain(` (${english.t(`evidence.${kind}`)}${datedOn ? `, ${day(datedOn)}` : ''})`),
    ];
  });

const reportWords = (report: SourceReport): Paragraphs => [
  [strong(status(report.status)), ...(report.isCorrected ? [plain(' (corrected by a later report)')] : [])],
  ...quoted(report.whatHappened, report.language),
  ...evidenceWords(report),
];

function correctionWords(report: SourceReport): Paragraphs {
  const [, ...rest] = reportWords(report);
  const before = report.corrects;
  return [
    [
      strong(status(report.status)),
      ...(before
        ? [plain(` (the report of ${day(before.publishedOn)} said: ${status(before.status).toLowerCase()})`)]
        : []),
    ],
    ...rest,
  ];
}

function saidWords({ what }: Dated<PlanReport['changed']['said'][number]['what']>): Paragraphs {
  const about = plain(`, about the report of ${day(what.about.publishedOn)}`);
  if (what.by === 'council')
    return [[strong('The council responded'), about], ...quoted(what.response.text, what.response.language)];
  const { view, reason, language } = what.assessment;
  return [
    [strong(`The group ${english.t(`view.${view}`).toLowerCase()}`), about],
    ...reasonWords(reason, language),
  ];
}

const reasonWords = (reason: string | null, language: string): Paragraphs =>
  reason ? quoted(reason, language) : cell('No reason published.');

/** A plan that is not in force has nothing that could be awaited. */
function findStandstill({ plan }: PlanReport): string | undefined {
  return {
    CURRENT: undefined,
    DRAFT: 'The plan is a draft, so nothing in it is late.',
    ENDED: 'The plan has ended, so nothing in it is late any more.',
    SUPERSEDED: 'A newer plan has taken its place, so nothing in it is late any more.',
  }[plan.state];
}

function lateBlocks(report: PlanReport, links: ReportLinks): Block[] {
  const standstill = findStandstill(report);
  if (standstill) return [paragraph(standstill)];
  const { late, noDate, plan } = report;
  if (late.length === 0) {
    const isUndated = noDate.length === plan.progress.total;
    return [paragraph(isUndated ? 'Nothing is late, because no action has a date.' : 'Nothing is late.')];
  }
  return [
    paragraph(`${counted(late.length, 'action is', 'actions are')} late, the most late first.`),
    ...table(
      [
        actionColumn,
        { title: 'Lead, as published', width: 3 },
        { title: 'Timescale, as published', width: 3 },
        { title: 'Days late', width: 1, kind: 'number' },
      ],
      late.map((action) => [
        [actionName(action, links)],
        leadOf(action),
        dueOf(action),
        cell(formatNumber(action.daysLate)),
      ]),
    ),
  ];
}

function endedBlocks({ endedWithoutReport }: PlanReport, links: ReportLinks): Block[] {
  if (endedWithoutReport.length === 0) return [paragraph('Every action had a report before the plan ended.')];
  return [
    paragraph(
      `${counted(endedWithoutReport.length, 'action')} ended without a report. It does not mean that nothing happened.`,
    ),
    ...table(
      [
        actionColumn,
        { title: 'Lead, as published', width: 3 },
        { title: 'Timescale, as published', width: 3 },
      ],
      endedWithoutReport.map((action) => [[actionName(action, links)], leadOf(action), dueOf(action)]),
    ),
  ];
}

function staleBlocks(report: PlanReport, links: ReportLinks): Block[] {
  const { council, plan, stale } = report;
  const rhythm = council.reportingEveryMonths;
  if (plan.state !== 'CURRENT') return [paragraph('The plan is not in force, so no report is awaited.')];
  if (!rhythm)
    return [paragraph(`${council.name} has published no rhythm of reporting, so no report is overdue.`)];
  const promise = `${council.name} means to report on each action every ${months(rhythm)}.`;
  if (stale.length === 0) return [paragraph(`${promise} No action has waited longer than that.`)];
  return [
    paragraph(
      `${promise} ${counted(stale.length, 'action has', 'actions have')} not been reported on for longer than that.`,
    ),
    ...table(
      [
        actionColumn,
        { title: 'Lead, as published', width: 4 },
        { title: 'Last report', width: 2.5, kind: 'day' },
      ],
      stale.map((action) => [
        [actionName(action, links)],
        leadOf(action),
        cell(action.lastReportedOn ? day(action.lastReportedOn) : 'None yet'),
      ]),
    ),
  ];
}

function gapBlocks(report: PlanReport, links: ReportLinks): Block[] {
  const { total } = report.plan.progress;
  const gaps = [
    ['date', 'Without a date', report.noDate, { title: 'Lead, as published', width: 4 }, leadOf],
    ['lead', 'Without a lead', report.noLead, { title: 'Timescale, as published', width: 4 }, dueOf],
    ['measure', 'Without a measure', report.noMeasure, { title: 'Lead, as published', width: 4 }, leadOf],
  ] as const;
  return gaps.flatMap(([what, title, actions, column, tell]) => [
    heading(title),
    ...(actions.length === 0
      ? [paragraph(`Every action has a ${what}.`)]
      : actions.length === total
        ? [paragraph(`None of the ${counted(total, 'action')} has a ${what} published.`)]
        : [
            paragraph(`${formatNumber(actions.length)} of ${counted(total, 'action')} without a ${what}.`),
            ...table(
              [{ ...actionColumn, width: 6 }, column],
              actions.map((action) => [[actionName(action, links)], tell(action)]),
            ),
          ]),
  ]);
}

function differenceBlocks(report: PlanReport, links: ReportLinks): Block[] {
  const { differences, notAssessedSince, plan } = report;
  const { disagreed, partlyAgreed } = plan.progress;
  const views = [
    disagreed > 0 && `The group disagrees with the newest report on ${counted(disagreed, 'action')}.`,
    partlyAgreed > 0 &&
      `The group partly agrees with the newest report on ${counted(partlyAgreed, 'action')}.`,
  ];
  return [
    paragraph(inOrder(views) || 'There is no standing disagreement about the newest reports.'),
    ...differences.map((difference) => sidesBlock(difference, links)),
    ...(notAssessedSince.length > 0
      ? [
          heading('Not assessed since'),
          paragraph('The group saw an earlier report otherwise, and has not assessed the newest:'),
          { kind: 'list' as const, items: notAssessedSince.map((action) => actionName(action, links)) },
        ]
      : []),
  ];
}

function sidesBlock({ action, report }: Difference, links: ReportLinks): Block {
  const { groupAssessment: view, councilResponse: response } = report;
  return {
    kind: 'sides',
    title: actionName(action, links),
    sides: [
      [
        'The council reports',
        [
          [strong(status(report.status)), plain(`, ${day(report.publishedOn)}`)],
          ...quoted(report.whatHappened, report.language),
          ...evidenceWords(report),
        ],
      ],
      [
        'The group says',
        view
          ? [
              [strong(english.t(`view.${view.view}`)), plain(`, ${day(view.assessedOn)}`)],
              ...reasonWords(view.reason, view.language),
            ]
          : cell('Nothing published.'),
      ],
    ],
    answer: [
      'The council’s response',
      response
        ? [words(day(response.respondedOn)), ...quoted(response.text, response.language)]
        : cell('No response published.'),
    ],
  };
}

function targetBlocks({ targets, plan }: PlanReport, links: ReportLinks): Block[] {
  if (targets.length === 0) return [paragraph('No target and no outcome is published in this plan.')];
  const measured = targets.filter(({ target }) => target.measurements.length > 0).length;
  return [
    paragraph(
      `${counted(targets.length, 'target or outcome', 'targets and outcomes')}, of which ${formatNumber(measured)} ${measured === 1 ? 'has' : 'have'} a figure.`,
    ),
    ...table(
      [
        { title: 'What is to be reached', width: 4, kind: 'heading' },
        { title: 'For', width: 3 },
        { title: 'Newest figure', width: 3 },
        { title: 'Measured, and source', width: 3 },
      ],
      targets.flatMap((measuredTarget) => targetRows(measuredTarget, plan.language, links)),
    ),
  ];
}

function targetRows({ target, theme, action }: MeasuredTarget, language: string, links: ReportLinks) {
  const due = target.dueText ? [plain(' ('), { text: target.dueText, language }, plain(')')] : [];
  return [
    [
      [
        [{ text: target.statement, language: target.language }, ...due],
        ...(target.forWhom ? [[plain('For: '), { text: target.forWhom, language: target.language }]] : []),
      ],
      [action ? actionName(action, links) : themeName(theme)],
      cell(describeFigure(target, english) + (target.progress.isMet ? ' (reached)' : '')),
      sourceWords(target),
    ],
    ...target.shares.map((share) => [
      [
        [plain('Of them: '), { text: share.statement, language: share.language }],
        ...(share.forWhom ? [[plain('For: '), { text: share.forWhom, language: share.language }]] : []),
      ],
      [action ? actionName(action, links) : themeName(theme)],
      cell(describeFigure(share, english) + (share.progress.isMet ? ' (reached)' : '')),
      sourceWords(share),
    ]),
  ];
}

/** Measurements come oldest first. */
function sourceWords({ measurements }: FigurePartsFragment): Paragraphs {
  const newest = measurements.at(-1);
  if (!newest) return cell('–');
  const link = findWebAddress(newest.sourceUrl);
  return [words(day(newest.measuredOn)), [{ text: newest.source, ...(link && { link }) }]];
}

function countBlocks({ council }: PlanReport, links: ReportLinks): Block[] {
  return [
    {
      kind: 'list',
      items: [
        'A status is what the council said in its newest published report.',
        'Delivered is done, and promised to be delivered or continued. To explore is not to deliver.',
        'Late is past the last day of the timescale, and neither done nor stopped. Days are whole days.',
        'Without words about time, or with words in which no day can be read, nothing is late.',
        council.reportingEveryMonths
          ? `No recent report: not finished, and not reported on for more than ${months(council.reportingEveryMonths).replace(/^month$/, 'a month')}.`
          : 'No recent report is counted only where a council has set a rhythm of reporting.',
        'No measure: no target or outcome belongs to the action itself.',
        'The group’s view belongs to one report. After a newer report it counts as not assessed.',
        'A figure for 1 to 4 people is shown as “fewer than 5”.',
      ].map(words),
    },
    { kind: 'paragraph', text: [plain('In full: '), { text: links.howWeCount, link: links.howWeCount }] },
  ];
}

function licenceBlocks({ council }: PlanReport, links: ReportLinks): Block[] {
  const { name, url } = describeLicence(council.dataLicence);
  return [
    {
      kind: 'paragraph',
      text: [plain(`Data of ${council.name}: `), url ? { text: name, link: url } : plain(name), plain('.')],
    },
    {
      kind: 'paragraph',
      text: [plain('This report on the web: '), { text: links.report, link: links.report }],
    },
    paragraph('The page shows the figures of the day on which it is opened.'),
  ];
}
