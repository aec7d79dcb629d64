// What "late" and "stale" mean. Days are whole days in the council's time zone, and "today" comes from outside.

import { addMonths, calendarDaysBetween } from '../calendar.rules.ts';
import type { CalendarDate } from '../calendar.rules.ts';
import type { ActionStatus } from '../report/report.rules.ts';
import type { Period, Timescale } from './timescale.rules.ts';

export type PlanState = 'DRAFT' | 'CURRENT' | 'ENDED' | 'SUPERSEDED';

interface Standing {
  status: ActionStatus;
  /** The plan's state on that day, see `effectivePlanState`. */
  planState: PlanState;
}

export interface LatenessFacts extends Standing {
  timescale: Timescale;
}

export interface StalenessFacts extends Standing {
  lastReportedAt: CalendarDate | null;
  planFrom: CalendarDate | null;
  /** The rhythm of reporting that the council set for itself, if it set one. */
  reportingEveryMonths: number | null;
}

/** Null when there is no day that could be missed. On the day it is due an action is not late. */
export function isOverdue({ timescale, ...standing }: LatenessFacts, today: CalendarDate): boolean | null {
  if (timescale.kind !== 'DATED' || timescale.to === null) return null;
  return isAwaited(standing) && today > timescale.to;
}

/** Days past the due day; 0 when on time, finished or undated. */
export function daysLate(facts: LatenessFacts, today: CalendarDate): number {
  const due = facts.timescale.to;
  return due !== null && isOverdue(facts, today) ? calendarDaysBetween(due, today) : 0;
}

/** Whether the council has been silent for longer than the rhythm that it set; never so before the plan began. */
export function isStale(facts: StalenessFacts, today: CalendarDate): boolean {
  const since = facts.lastReportedAt ?? facts.planFrom;
  if (since === null || !facts.reportingEveryMonths || !isAwaited(facts)) return false;
  return today > addMonths(since, facts.reportingEveryMonths);
}

/** A current plan has ended when its last day is over, whether or not anybody said so. */
export function effectivePlanState(
  plan: { state: PlanState; period: Period },
  today: CalendarDate,
): PlanState {
  const isOver = plan.period.to !== null && plan.period.to < today;
  return plan.state === 'CURRENT' && isOver ? 'ENDED' : plan.state;
}

export function endedWithoutReport({ status, planState }: Standing): boolean {
  return planState === 'ENDED' && status === 'NOT_REPORTED';
}

function isAwaited({ status, planState }: Standing): boolean {
  return planState === 'CURRENT' && status !== 'DONE' && status !== 'STOPPED';
}
