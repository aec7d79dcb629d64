import { type Ask, listPages, type Page } from '../answers.ts';
import type { Change, FeedAction, FeedPlan } from './updates.rules.ts';

export interface FeedCouncil {
  readonly slug: string;
  readonly name: string;
  readonly isExample: boolean;
  readonly dataLicence: string;
  readonly siteUrl: string | null;
}

/** More changes than this are behind the newest fifty happenings only when plans of thousands were imported. */
const mostPagesOfChanges = 50;

/** Each of these questions fits the budget of everybody. */
export const feedDocuments = {
  council: `query FeedCouncil($council: String!) { council(slug: $council) {
    slug name isExample dataLicence siteUrl plans { slug uuid title language progress { total } themes { ref } } } }`,
  changes: `query FeedChanges($council: String!, $after: String) { council(slug: $council) {
    changes(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
      at kind noun fields recordUuid plan { slug } } } } } }`,
  actions: `query FeedActions($council: String!, $plan: String!, $after: String) { council(slug: $council) {
    plan(slug: $plan) { actions(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
      uuid ref refIsDerived title language leadText dueText leftDocumentOn
      wordings { since changed }
      reports { uuid publishedAt publishedOn status whatHappened language corrects { uuid }
        groupAssessment { uuid view reason language assessedOn }
        councilResponse { uuid text language respondedOn } }
    } } } } } }`,
} as const;

/** What the public may see of all that a feed tells of, as of one moment; null without such a council. */
export async function findFeedFacts(ask: Ask, council: string) {
  type Found = FeedCouncil & { readonly plans: readonly Omit<FeedPlan, 'actions'>[] };
  const answer = await ask<{ council: Found | null }>(feedDocuments.council, { council });
  if (!answer.council) return null;
  const { plans, ...facts } = answer.council;
  const changes = await listPages(async (after) => {
    type Changes = { council: { changes: Page<Change> } | null };
    return (await ask<Changes>(feedDocuments.changes, { council, after })).council?.changes;
  }, mostPagesOfChanges);
  const whole: FeedPlan[] = [];
  for (const plan of plans) {
    const actions = await listPages(async (after) => {
      type Actions = { council: { plan: { actions: Page<FeedAction> } | null } | null };
      const found = await ask<Actions>(feedDocuments.actions, { council, plan: plan.slug, after });
      return found.council?.plan?.actions;
    });
    whole.push({ ...plan, actions });
  }
  return { council: facts, changes, plans: whole };
}
