// What a committee is told about a plan. All of it is worked out from one answer of the register.

import type {
  ActionStatus,
  GroupView,
  PlanKind,
  PlanState,
  ReportPartsFragment,
  TargetPartsFragment,
} from '@open-sanctuary/widgets/operations';
import { findAdded, listWordChanges, type WordChange, type Wording } from '../action/wording.rules.ts';
import { isDay, monthsBefore, toDay } from '../page/day.ts';

export interface SourceReport extends Pick<
  ReportPartsFragment,
  'status' | 'whatHappened' | 'language' | 'publishedOn' | 'isCorrected' | 'evidence' | 'councilResponse'
> {
  readonly groupAssessment: Omit<NonNullable<ReportPartsFragment['groupAssessment']>, 'meeting'> | null;
  readonly corrects: { readonly publishedOn: string; readonly status: ActionStatus } | null;
}

export interface SourceAction {
  readonly ref: string;
  readonly refIsDerived: boolean;
  readonly title: string;
  readonly language: string;
  readonly status: ActionStatus;
  readonly leadText: string | null;
  readonly dueText: string | null;
  readonly noDate: boolean;
  readonly noLead: boolean;
  readonly isOverdue: boolean | null;
  readonly daysLate: number;
  readonly isStale: boolean;
  readonly lastReportedOn: string | null;
  readonly leftDocumentOn: string | null;
  readonly groupView: GroupView;
  /** Newest first. */
  readonly reports: readonly SourceReport[];
  readonly wordings: readonly Omit<Wording, 'language' | 'leads'>[];
  /** Its own, of which only the number counts here. */
  readonly targets: readonly object[];
}

export interface SourceTheme {
  readonly ref: string;
  readonly refIsDerived: boolean;
  readonly title: string;
  readonly language: string;
  readonly actions: readonly SourceAction[];
  /** Also those of its actions. */
  readonly targets: readonly (TargetPartsFragment & { readonly action: { readonly ref: string } | null })[];
}

export interface SourceProgress {
  readonly total: number;
  readonly byStatus: readonly { readonly status: ActionStatus; readonly count: number }[];
  readonly delivered: number;
  readonly explored: number;
  readonly doneOfUnknownStrength: number;
  readonly stopped: number;
  readonly noDate: number;
  readonly noLead: number;
  readonly noMeasure: number;
  readonly late: number;
  readonly stale: number;
  readonly disagreed: number;
  readonly partlyAgreed: number;
  readonly notAssessed: number;
  readonly endedWithoutReport: number;
  readonly leftDocument: number;
}

export interface SourcePlan {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly kind: PlanKind;
  readonly state: PlanState;
  readonly periodText: string | null;
  readonly progress: SourceProgress;
  readonly themes: readonly SourceTheme[];
}

export interface SourceCouncil {
  readonly name: string;
  readonly isExample: boolean;
  readonly today: string;
  readonly timeZone: string;
  readonly dataLicence: string;
  readonly reportingEveryMonths: number | null;
}

/** Something about one action, on one day. */
export interface Dated<What> {
  readonly day: string;
  readonly action: SourceAction;
  readonly what: What;
}

export type GroupOrCouncil = { readonly about: SourceReport } & (
  | { readonly by: 'group'; readonly assessment: NonNullable<SourceReport['groupAssessment']> }
  | { readonly by: 'council'; readonly response: NonNullable<SourceReport['councilResponse']> }
);

/** What is new since a day; each list has the newest first. */
export interface WhatChanged {
  /** The day on which the plan itself was put on record, if that is not longer ago. */
  readonly recordedOn: string | null;
  readonly recordedActions: number;
  readonly reports: readonly Dated<SourceReport>[];
  readonly corrections: readonly Dated<SourceReport>[];
  readonly wordings: readonly Dated<WordChange>[];
  readonly added: readonly Dated<null>[];
  readonly left: readonly Dated<null>[];
  readonly said: readonly Dated<GroupOrCouncil>[];
}

/** A disagreement that stands: the group's view is of the newest report. */
export interface Difference {
  readonly action: SourceAction;
  readonly report: SourceReport;
}

export interface MeasuredTarget {
  readonly target: TargetPartsFragment;
  readonly theme: SourceTheme;
  readonly action: SourceAction | null;
}

export interface PlanReport {
  readonly council: SourceCouncil;
  readonly plan: SourcePlan;
  readonly since: string;
  readonly changed: WhatChanged;
  readonly stopped: readonly SourceAction[];
  /** Most late first. */
  readonly late: readonly SourceAction[];
  readonly endedWithoutReport: readonly SourceAction[];
  readonly stale: readonly SourceAction[];
  readonly noDate: readonly SourceAction[];
  readonly noLead: readonly SourceAction[];
  readonly noMeasure: readonly SourceAction[];
  /** Those where the group disagrees stand before those where it agrees in part. */
  readonly differences: readonly Difference[];
  /** Where the group saw an earlier report otherwise, and has said nothing about the newest. */
  readonly notAssessedSince: readonly SourceAction[];
  readonly targets: readonly MeasuredTarget[];
}

/** The report on a plan, as it stands today, with what changed since a day (YYYY-MM-DD, that day included). */
export function reportOn(council: SourceCouncil, plan: SourcePlan, since: string): PlanReport {
  const all = plan.themes.flatMap(({ actions }) => actions);
  const promised = all.filter(({ leftDocumentOn }) => leftDocumentOn === null);
  const isSeenOtherwise = (view: GroupView | undefined) => view === 'DISAGREES' || view === 'PARTLY_AGREES';
  return {
    council,
    plan,
    since,
    changed: listChanges(all, since, council.timeZone),
    stopped: promised.filter(({ status }) => status === 'STOPPED'),
    late: promised
      .filter(({ isOverdue }) => isOverdue)
      .toSorted((one, other) => other.daysLate - one.daysLate),
    endedWithoutReport:
      plan.state === 'ENDED' ? promised.filter(({ status }) => status === 'NOT_REPORTED') : [],
    stale: promised.filter(({ isStale }) => isStale),
    noDate: promised.filter((action) => action.noDate),
    noLead: promised.filter((action) => action.noLead),
    noMeasure: promised.filter(({ targets }) => targets.length === 0),
    differences: (['DISAGREES', 'PARTLY_AGREES'] as const).flatMap((view) =>
      promised
        .filter(({ groupView }) => groupView === view)
        .flatMap((action) => action.reports.slice(0, 1).map((report) => ({ action, report }))),
    ),
    notAssessedSince: promised.filter(
      ({ groupView, reports }) =>
        groupView === 'NOT_ASSESSED' &&
        isSeenOtherwise(reports.find(({ groupAssessment }) => groupAssessment)?.groupAssessment?.view),
    ),
    targets: plan.themes.flatMap((theme) =>
      theme.targets.map((target) => ({
        target,
        theme,
        action: theme.actions.find(({ ref }) => ref === target.action?.ref) ?? null,
      })),
    ),
  };
}

function listChanges(actions: readonly SourceAction[], since: string, timeZone: string): WhatChanged {
  const isNew = ({ day }: { readonly day: string }) => day >= since;
  const newestFirst = <What>(list: readonly Dated<What>[]): Dated<What>[] =>
    list.filter(isNew).toSorted((one, other) => Number(other.day > one.day) - Number(other.day < one.day));
  const each = <What>(list: (action: SourceAction) => readonly Omit<Dated<What>, 'action'>[]) =>
    newestFirst(actions.flatMap((action) => list(action).map((dated) => ({ ...dated, action }))));
  const { recordedOn = '', added } = findAdded(actions, timeZone);
  const hasComeAnew = recordedOn >= since;
  return {
    recordedOn: hasComeAnew ? recordedOn : null,
    recordedActions: hasComeAnew ? actions.length - added.size : 0,
    reports: each(({ reports }) =>
      reports
        .filter(({ corrects }) => !corrects)
        .map((report) => ({ day: report.publishedOn, what: report })),
    ),
    corrections: each(({ reports }) =>
      reports.filter(({ corrects }) => corrects).map((report) => ({ day: report.publishedOn, what: report })),
    ),
    wordings: each(({ wordings }) =>
      listWordChanges(wordings).map((change) => ({ day: toDay(change.since, timeZone), what: change })),
    ),
    added: newestFirst([...added].map(([action, day]) => ({ day, action, what: null }))),
    left: each(({ leftDocumentOn }) => (leftDocumentOn ? [{ day: leftDocumentOn, what: null }] : [])),
    said: each<GroupOrCouncil>(({ reports }) =>
      reports.flatMap((about): Omit<Dated<GroupOrCouncil>, 'action'>[] => {
        const { groupAssessment: assessment, councilResponse: response } = about;
        return [
          ...(response
            ? [{ day: response.respondedOn, what: { by: 'council' as const, about, response } }]
            : []),
          ...(assessment
            ? [{ day: assessment.assessedOn, what: { by: 'group' as const, about, assessment } }]
            : []),
        ];
      }),
    ),
  };
}

/** How far a report looks back when nobody says so, in months. */
const usualMonths = 3;

export interface Since {
  /** From which day on changes are told. */
  readonly day: string;
  readonly problem: 'not-a-day' | 'future' | null;
}

/** The day asked for; else, and when it can't be used, the council's rhythm of reporting before today. */
export function chooseSince(
  asked: string,
  { today, reportingEveryMonths }: Pick<SourceCouncil, 'today' | 'reportingEveryMonths'>,
): Since {
  const usual = monthsBefore(today, reportingEveryMonths ?? usualMonths);
  if (asked === '') return { day: usual, problem: null };
  if (!isDay(asked)) return { day: usual, problem: 'not-a-day' };
  return asked > today ? { day: usual, problem: 'future' } : { day: asked, problem: null };
}
