import type { ActionTrackerQuery } from '../../generated/operations.ts';

type PlanChoice = NonNullable<ActionTrackerQuery['council']>['plans'][number];

const preference: readonly PlanChoice['state'][] = ['CURRENT', 'DRAFT', 'ENDED', 'SUPERSEDED'];

/** The plan meant by a tag that names none: the current sanctuary plan, else the next best. */
export function findPlan(plans: readonly PlanChoice[]): PlanChoice | undefined {
  const rank = ({ kind, state }: PlanChoice) => preference.indexOf(state) + (kind === 'SANCTUARY' ? 0 : 10);
  // oxlint-disable-next-line unicorn/no-array-sort -- older phones have no toSorted
  return [...plans].sort((one, other) => rank(one) - rank(other))[0];
}
