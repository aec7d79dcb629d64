import { calendarDate, type CalendarDate } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import { getPlan, planFacts } from '../plan/plan.facts.ts';
import type { ActionFacts as ProgressFacts } from '../plan/progress.rules.ts';
import { currentStatus, effectiveReports, groupViewOf } from '../report/report.rules.ts';
import type { ActionStatus, EffectiveReport, GroupView } from '../report/report.rules.ts';
import { isTopTarget } from '../target/target.facts.ts';
import type { WholeAction, WholeReport, WholeTarget, WholeWording } from '../whole-records.ts';
import { daysLate, isOverdue, isStale } from './lateness.rules.ts';
import { strengthIsDerived, strengthsFromWords } from './strength.rules.ts';
import { intervalFromWords } from './timescale.rules.ts';

export interface ActionFacts extends ProgressFacts {
  wording: WholeWording;
  newestReport: EffectiveReport<WholeReport> | null;
  targets: WholeTarget[];
  strengthsAreDerived: boolean;
  isOverdue: boolean | null;
  daysLate: number;
  isStale: boolean;
  timeZone: string;
  today: CalendarDate;
}

const known = new WeakMap<WholeAction, Promise<ActionFacts>>();

/** What is worked out about an action, once a request. */
export function actionFacts(action: WholeAction, context: Context): Promise<ActionFacts> {
  const facts = known.get(action) ?? workOut(action, context);
  known.set(action, facts);
  return facts;
}

async function workOut(action: WholeAction, context: Context): Promise<ActionFacts> {
  const [plan, targetsOfPlan] = await Promise.all([
    getPlan(action, context).then((found) => planFacts(found, context)),
    context.load.targetsOfPlan(action.planId),
  ]);
  const { today, timeZone } = plan;
  const wording = newestWording(action);
  const targets = targetsOfPlan.filter((target) => target.actionId === action.id && isTopTarget(target));
  const newestReport = effectiveReports(action.reports)[0] ?? null;
  const facts: ProgressFacts = {
    status: newestReport?.status ?? 'NOT_REPORTED',
    planState: plan.state,
    timescale: intervalFromWords(wording.dueText, plan.period),
    lastReportedAt: newestReport && calendarDate(newestReport.reportedAt, timeZone),
    planFrom: plan.period.from,
    reportingEveryMonths: plan.reportingEveryMonths,
    strengths: strengthsOf(wording),
    groupView: groupViewOf(newestReport),
    hasDate: Boolean(wording.dueText),
    hasLead: Boolean(wording.leadText),
    hasMeasure: targets.length > 0,
    hasLeftDocument: action.leftDocumentAt !== null,
  };
  return {
    ...facts,
    wording,
    newestReport,
    targets,
    strengthsAreDerived: strengthIsDerived(wording.strengths),
    // Nobody awaits what is no longer promised.
    isOverdue: facts.hasLeftDocument ? null : isOverdue(facts, today),
    daysLate: facts.hasLeftDocument ? 0 : daysLate(facts, today),
    isStale: !facts.hasLeftDocument && isStale(facts, today),
    timeZone,
    today,
  };
}

function newestWording({ wordings }: WholeAction): WholeWording {
  const newest = wordings.at(-1);
  if (!newest) throw new Error('An action has no wording.');
  return newest;
}

function strengthsOf({ title, detail, strengths }: WholeWording) {
  return strengthIsDerived(strengths) ? strengthsFromWords(title, detail) : strengths;
}

export interface ActionAsAt {
  date: CalendarDate;
  wording: WholeWording;
  status: ActionStatus;
  groupView: GroupView;
}

/** An action as it stood at the end of a day; null before it was recorded, and for days to come. */
export function actionAsAt(
  { wordings, reports }: WholeAction,
  date: CalendarDate,
  { today, timeZone }: Pick<ActionFacts, 'today' | 'timeZone'>,
): ActionAsAt | null {
  const isBy = (moment: Date) => calendarDate(moment, timeZone) <= date;
  const wording = wordings.findLast(({ since }) => isBy(since));
  if (!wording || date > today) return null;
  const reportsThen = reports.filter(({ publishedAt }) => publishedAt && isBy(publishedAt));
  const newest = effectiveReports(reportsThen)[0];
  const isAssessed = newest?.assessment && newest.assessment.assessedOn.toISOString().slice(0, 10) <= date;
  return {
    date,
    wording,
    status: currentStatus(reportsThen),
    groupView: isAssessed ? groupViewOf(newest) : 'NOT_ASSESSED',
  };
}

const comparedFields = ['title', 'detail', 'leadText', 'dueText'] as const;

/** The names of the fields in which a wording differs from the one before it. */
export function changedFields(wording: WholeWording, before: WholeWording | undefined): string[] {
  return before ? comparedFields.filter((field) => wording[field] !== before[field]) : [];
}
