import { isPlaceholder } from '@open-sanctuary/plan-document';
import { type EndOfDay, isBy, leftBy, newestBy, partSince } from '../as-at.rules.ts';
import { calendarDate, type CalendarDate } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import type { PlanRecord } from '../loaders.ts';
import { getPlan, planFacts, planFactsOn, type PlanFacts } from '../plan/plan.facts.ts';
import type { ActionFacts as ProgressFacts } from '../plan/progress.rules.ts';
import { effectiveReports, groupViewOf, type EffectiveReport } from '../report/report.rules.ts';
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
  leftDocumentOn: CalendarDate | null;
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
  const targets = targetsOf(action, targetsOfPlan);
  return factsFrom({ ...action, wording: newestWording(action), targets }, plan);
}

/** What was said and reported of an action up to a day. */
interface Known {
  wording: WholeWording;
  reports: readonly WholeReport[];
  targets: WholeTarget[];
  leftDocumentAt: Date | null;
}

/** What follows from it on the day of the plan's facts: the one way for today and for any day before. */
function factsFrom({ wording, reports, targets, leftDocumentAt }: Known, plan: PlanFacts): ActionFacts {
  const { today, timeZone } = plan;
  const newestReport = effectiveReports(reports)[0] ?? null;
  const facts: ProgressFacts = {
    status: newestReport?.status ?? 'NOT_REPORTED',
    planState: plan.state,
    timescale: intervalFromWords(wording.dueText, plan.period),
    lastReportedAt: newestReport && calendarDate(newestReport.reportedAt, timeZone),
    planFrom: plan.period.from,
    reportingEveryMonths: plan.reportingEveryMonths,
    strengths: strengthsOf(wording),
    groupView: groupViewOf(newestReport),
    hasDate: says(wording.dueText),
    hasLead: says(wording.leadText),
    hasMeasure: targets.length > 0,
    hasLeftDocument: leftDocumentAt !== null,
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
    leftDocumentOn: leftDocumentAt && calendarDate(leftDocumentAt, timeZone),
  };
}

/** "TBC" is shown as published, and still names nobody and no day. */
const says = (text: string | null) => text !== null && text !== '' && !isPlaceholder(text);

const targetsOf = ({ id }: WholeAction, targetsOfPlan: readonly WholeTarget[]): WholeTarget[] =>
  targetsOfPlan.filter((target) => target.actionId === id && isTopTarget(target));

function newestWording({ wordings }: WholeAction): WholeWording {
  const newest = wordings.at(-1);
  if (!newest) throw new Error('An action has no wording.');
  return newest;
}

function strengthsOf({ title, detail, strengths }: WholeWording) {
  return strengthIsDerived(strengths) ? strengthsFromWords(title, detail) : strengths;
}

/** An action as it stood at the end of a day. */
export interface ActionAsAt {
  date: CalendarDate;
  action: WholeAction;
  facts: ActionFacts;
}

/** Null before the action was recorded or its plan published, and for days to come. */
export async function actionAsAt(
  action: WholeAction,
  date: CalendarDate,
  context: Context,
): Promise<ActionAsAt | null> {
  const plan = await getPlan(action, context);
  const [stood, record, targets] = await Promise.all([
    planFactsOn(plan, date, context),
    context.load.recordOfPlan(plan.id),
    context.load.targetsOfPlan(plan.id),
  ]);
  return stood && actionOn(action, stood, record, targets);
}

/** An action on the day of the plan's facts; null before it was recorded. */
export function actionOn(
  action: WholeAction,
  plan: PlanFacts,
  record: PlanRecord,
  targetsOfPlan: readonly WholeTarget[],
): ActionAsAt | null {
  const end = { day: plan.today, timeZone: plan.timeZone };
  const wording = newestBy(action.wordings, end);
  const [first] = action.wordings;
  if (!wording || !first) return null;
  const targets = targetsOf(action, targetsOfPlan).filter(({ id }) =>
    isBy(partSince(record.creations.get(id), record.creations.get(action.id), first.since), end),
  );
  const leftDocumentAt = leftBy(action.leftDocumentAt, record.turns.get(action.id) ?? [], end);
  const reports = action.reports.map((report) => reportBy(report, end));
  return {
    date: plan.today,
    action,
    facts: factsFrom({ wording, reports, targets, leftDocumentAt }, plan),
  };
}

/** A report with what the group had said by then; one that was not published by then was a draft. */
function reportBy(report: WholeReport, end: EndOfDay): WholeReport {
  return {
    ...report,
    publishedAt: report.publishedAt && isBy(report.publishedAt, end) ? report.publishedAt : null,
    assessments: report.assessments.filter(({ since }) => isBy(since, end)),
  };
}

const comparedFields = ['title', 'detail', 'leadText', 'dueText', 'language'] as const;

/** The names of the fields in which a wording differs from the one before it. */
export function changedFields(wording: WholeWording, before: WholeWording | undefined): string[] {
  return before ? comparedFields.filter((field) => wording[field] !== before[field]) : [];
}
