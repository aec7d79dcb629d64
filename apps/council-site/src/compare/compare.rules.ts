// Counts of several councils on one page: whom it shows, in which order, and what is published at all.

import type { PlanKind, PlanState } from '@open-sanctuary/widgets/operations';
import type { SourceProgress } from '../report/report.rules.ts';

export interface NamedCouncil {
  readonly slug: string;
  readonly name: string;
  readonly isExample: boolean;
}

export interface Choice {
  /** Short names; none means every real council. */
  readonly chosen: readonly string[];
  readonly withExamples: boolean;
  /** Counted from 1; what is not a page of the list becomes the nearest one. */
  readonly page: number;
}

export interface ChosenPage {
  readonly councils: readonly NamedCouncil[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
  /** Short names that are of no council here. */
  readonly unknown: readonly string[];
}

const pageLength = 25;

const { compare } = new Intl.Collator('en-GB', { numeric: true });

/** In the order of the alphabet. The register sorts by bytes, where every capital comes before "a". */
export const sortByName = (councils: readonly NamedCouncil[]): NamedCouncil[] =>
  councils.toSorted((one, other) => compare(one.name, other.name) || compare(one.slug, other.slug));

/** What an address or a form asks for. */
export const readChoice = (query: URLSearchParams): Choice => ({
  chosen: [...new Set(query.getAll('council').filter(Boolean))],
  withExamples: query.get('examples') === '1',
  page: /^\d{1,6}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1,
});

/** The councils that a page shows. Invented ones only when they were asked for. */
export function choosePage(councils: readonly NamedCouncil[], choice: Choice): ChosenPage {
  const { chosen, withExamples } = choice;
  const shown = sortByName(councils).filter(
    ({ slug, isExample }) => chosen.includes(slug) || (isExample ? withExamples : chosen.length === 0),
  );
  const pageCount = Math.max(1, Math.ceil(shown.length / pageLength));
  const page = Math.min(Math.max(1, choice.page), pageCount);
  const known = new Set(councils.map(({ slug }) => slug));
  return {
    councils: shown.slice((page - 1) * pageLength, page * pageLength),
    total: shown.length,
    page,
    pageCount,
    unknown: chosen.filter((slug) => !known.has(slug)),
  };
}

export interface ComparedPlan {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly kind: PlanKind;
  readonly state: PlanState;
  readonly periodText: string | null;
  readonly sourceUrl: string | null;
  readonly progress: SourceProgress;
  /** Of which only the number counts here. */
  readonly targets: readonly object[];
  readonly lastReportedOn: string | null;
}

/** The plans that are compared: those in force, and drafts. */
export const listStanding = (plans: readonly ComparedPlan[]): ComparedPlan[] =>
  plans.filter(({ state }) => state === 'CURRENT' || state === 'DRAFT');

/** What a plan says at all, and what it does not. */
export function describePublished({ state, kind, progress }: ComparedPlan): string {
  const { total, noDate, noLead, noMeasure, byStatus } = progress;
  const what = [
    state === 'DRAFT' ? 'Draft of a' : kind === 'RELATED' ? 'Related' : 'Plan',
    ...(state === 'DRAFT' && kind === 'RELATED' ? ['related'] : []),
    ...(state === 'DRAFT' || kind === 'RELATED' ? ['plan'] : []),
    'published',
  ].join(' ');
  if (total === 0) return `${what}, no actions in it.`;
  const missing = [
    noDate === total && 'dates',
    noLead === total && 'leads',
    noMeasure === total && 'measures',
  ].filter((each) => each !== false);
  const last = missing.at(-1);
  const list = missing.length > 1 ? `${missing.slice(0, -1).join(', ')} or ${last}` : last;
  const silent = byStatus.find(({ status }) => status === 'NOT_REPORTED')?.count ?? 0;
  return `${what}${list ? `, no ${list} in it` : ''}.${silent === total ? ' Nothing reported yet.' : ''}`;
}

/** What is said of a council that has no plan to compare. */
export function describeAbsence(plans: readonly ComparedPlan[]): string {
  if (plans.length === 0) return 'No plan published.';
  const count = plans.length === 1 ? 'One earlier plan' : `${plans.length} earlier plans`;
  return `No current plan. ${count}.`;
}
