// Which actions a filter finds, and in which order. The action tracker's own filters carry the same names and mean the same.

import type { KnownAction } from '../plan/plan.facts.ts';
import type { ActionStatus, GroupView } from '../report/report.rules.ts';
import type { CommitmentStrength } from './strength.rules.ts';

export type ActionSort = 'REF' | 'DUE' | 'LAST_REPORTED' | 'STATUS';

type Asked<Value> = Value | null | undefined;

export interface ActionFilter {
  theme?: Asked<string>;
  lead?: Asked<string>;
  status?: Asked<readonly ActionStatus[]>;
  strength?: Asked<readonly CommitmentStrength[]>;
  late?: Asked<boolean>;
  noDate?: Asked<boolean>;
  noLead?: Asked<boolean>;
  noMeasure?: Asked<boolean>;
  stale?: Asked<boolean>;
  groupView?: Asked<readonly GroupView[]>;
  words?: Asked<string>;
}

const STATUSES: readonly ActionStatus[] = [
  'NOT_REPORTED',
  'NOT_STARTED',
  'IN_PROGRESS',
  'DELAYED',
  'DONE',
  'STOPPED',
];

/** Whether an action meets every filter that is set. An empty list finds nothing. */
export function isFound({ action, facts }: KnownAction, filter: ActionFilter): boolean {
  const meets = <Value>(asked: Asked<Value>, test: (value: Value) => boolean) =>
    asked === null || asked === undefined || test(asked);
  const is = (asked: Asked<boolean>, fact: boolean) => meets(asked, (value) => value === fact);
  // What left the document lacks nothing any more, and is not counted.
  const lacks = (asked: Asked<boolean>, fact: boolean) =>
    meets(asked, (value) => value === fact && !facts.hasLeftDocument);
  return (
    meets(filter.theme, (ref) => action.theme.ref === ref) &&
    meets(filter.lead, (lead) => facts.wording.leads.some(({ name }) => name === lead)) &&
    meets(filter.status, (statuses) => statuses.includes(facts.status)) &&
    meets(filter.strength, (strengths) => facts.strengths.some((strength) => strengths.includes(strength))) &&
    meets(filter.groupView, (views) => views.includes(facts.groupView)) &&
    is(filter.late, facts.isOverdue === true) &&
    is(filter.stale, facts.isStale) &&
    lacks(filter.noDate, !facts.hasDate) &&
    lacks(filter.noLead, !facts.hasLead) &&
    lacks(filter.noMeasure, !facts.hasMeasure) &&
    meets(filter.words, (words) => hasWords({ action, facts }, words))
  );
}

function hasWords(
  { action, facts: { wording } }: Pick<KnownAction, 'action' | 'facts'>,
  words: string,
): boolean {
  const { title, detail, leadText, translations } = wording;
  const text = fold(
    [action.ref, title, detail, leadText, ...translations.map((each) => each.text)].join('\n'),
  );
  return fold(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Letters without case and accents, so that "Café" is found by "cafe". */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f\u0670]/g, '')
    .toLowerCase();
}

type Order = (one: KnownAction, other: KnownAction) => number;

const compare = (one: string, other: string) => Number(one > other) - Number(one < other);
const leftLast: Order = (one, other) =>
  Number(one.facts.hasLeftDocument) - Number(other.facts.hasLeftDocument);

const orders: Record<ActionSort, Order> = {
  REF: () => 0,
  DUE: (one, other) => compare(one.facts.timescale.to ?? '9', other.facts.timescale.to ?? '9'),
  LAST_REPORTED: (one, other) => compare(other.facts.lastReportedAt ?? '', one.facts.lastReportedAt ?? ''),
  STATUS: (one, other) => STATUSES.indexOf(one.facts.status) - STATUSES.indexOf(other.facts.status),
};

/** What is equal stays in the order in which it came. */
export function sortActions(actions: readonly KnownAction[], sort: ActionSort): KnownAction[] {
  return actions.toSorted((one, other) => leftLast(one, other) || orders[sort](one, other));
}
