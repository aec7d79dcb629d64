// How far a plan is, in counts that add up. Nothing here is a percentage: a share of few actions says too much or too little.

import { endedWithoutReport, isOverdue, isStale } from '../action/lateness.rules.ts';
import type { LatenessFacts, StalenessFacts } from '../action/lateness.rules.ts';
import type { CommitmentStrength } from '../action/strength.rules.ts';
import type { CalendarDate } from '../calendar.rules.ts';
import type { ActionStatus, GroupView } from '../report/report.rules.ts';

export interface ActionFacts extends LatenessFacts, StalenessFacts {
  strengths: readonly CommitmentStrength[];
  groupView: GroupView;
  /** Words about time are published, even if we cannot read a day from them. Neither "TBC" nor "N/A" is any. */
  hasDate: boolean;
  hasLead: boolean;
  hasMeasure: boolean;
  /** A newer version of the document no longer holds it. */
  hasLeftDocument: boolean;
}

export interface PlanProgress {
  total: number;
  /** Every status, also those that no action has. */
  byStatus: { status: ActionStatus; count: number }[];
  /** Done, and promised to be delivered or continued. */
  delivered: number;
  /** Done, and promised to be explored only: explored as promised is not delivered. */
  explored: number;
  /** Done, and nothing says how strong the promise was. */
  doneOfUnknownStrength: number;
  /** Given up. Never progress. */
  stopped: number;
  noDate: number;
  noLead: number;
  noMeasure: number;
  late: number;
  stale: number;
  agreed: number;
  partlyAgreed: number;
  disagreed: number;
  notAssessed: number;
  endedWithoutReport: number;
  /** Actions that are in no other count, since they left the document. */
  leftDocument: number;
}

const STATUSES: readonly ActionStatus[] = [
  'NOT_REPORTED',
  'NOT_STARTED',
  'IN_PROGRESS',
  'DELAYED',
  'DONE',
  'STOPPED',
];

export function planProgress(actions: readonly ActionFacts[], today: CalendarDate): PlanProgress {
  const promised = actions.filter((action) => !action.hasLeftDocument);
  const count = (isCounted: (action: ActionFacts) => boolean) => promised.filter(isCounted).length;
  return {
    total: promised.length,
    byStatus: STATUSES.map((status) => ({ status, count: count((action) => action.status === status) })),
    delivered: count(isDelivered),
    explored: count(isExplored),
    doneOfUnknownStrength: count(({ status, strengths }) => status === 'DONE' && strengths.length === 0),
    stopped: count(({ status }) => status === 'STOPPED'),
    noDate: count(({ hasDate }) => !hasDate),
    noLead: count(({ hasLead }) => !hasLead),
    noMeasure: count(({ hasMeasure }) => !hasMeasure),
    late: count((action) => isOverdue(action, today) === true),
    stale: count((action) => isStale(action, today)),
    agreed: count(({ groupView }) => groupView === 'AGREES'),
    partlyAgreed: count(({ groupView }) => groupView === 'PARTLY_AGREES'),
    disagreed: count(({ groupView }) => groupView === 'DISAGREES'),
    notAssessed: count(({ groupView }) => groupView === 'NOT_ASSESSED'),
    endedWithoutReport: count(endedWithoutReport),
    leftDocument: actions.length - promised.length,
  };
}

function isDelivered({ status, strengths }: ActionFacts): boolean {
  return status === 'DONE' && strengths.some((strength) => strength !== 'EXPLORE');
}

function isExplored({ status, strengths }: ActionFacts): boolean {
  return status === 'DONE' && strengths.length > 0 && strengths.every((strength) => strength === 'EXPLORE');
}
