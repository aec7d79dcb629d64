import { actionTrackerDocument } from '@open-sanctuary/widgets/documents';
import type { ActionTrackerQuery, PlanKind, PlanPartsFragment } from '@open-sanctuary/widgets/operations';
import { wordingParts } from '../action/action.queries.ts';
import { councilParts, getCouncil, type CouncilParts } from '../council/council.queries.ts';
import { NotFound } from '../page/page.ts';
import { withFragments } from '../register/fragments.ts';
import { askAllPages, type Connection, type Register } from '../register/register.ts';
import type { ReadAction } from './plan-changes.rules.ts';

/** An action with all that it said. */
export const readAction =
  'fragment ReadAction on Action { ref refIsDerived title language leftDocumentOn wordings { ...WordingParts } }';

interface NamedPlan {
  readonly slug: string;
  readonly title: string;
}

/** What the page of a plan says besides what the widget shows. */
export interface PlanStory {
  readonly summary: string | null;
  readonly language: string;
  readonly kind: PlanKind;
  readonly adoptedText: string | null;
  readonly coProductionNote: string | null;
  readonly supersedes: NamedPlan | null;
  readonly supersedesNames: readonly string[];
  readonly supersededBy: readonly NamedPlan[];
  readonly asAtFrom: string;
  readonly themes: readonly { readonly actions: readonly ReadAction[] }[];
}

interface StoryAnswer {
  readonly council: (CouncilParts & { readonly plan: PlanStory | null }) | null;
}

const storyDocument = withFragments(
  `query PlanStory($council: String!, $plan: String!) { council(slug: $council) { ...CouncilParts plan(slug: $plan) {
    summary language kind adoptedText coProductionNote
    supersedes { slug title } supersedesNames supersededBy { slug title } asAtFrom
    themes { actions { ...ReadAction } }
  } } }`,
  councilParts,
  readAction,
  wordingParts,
);

export interface ShownPlan {
  readonly council: CouncilParts;
  readonly plan: PlanPartsFragment;
  readonly story: PlanStory;
}

/** The answer that the widget would get, and what the page adds to it. */
export async function getPlan(
  register: Register,
  names: { readonly council: string; readonly plan: string; readonly language: string },
): Promise<ShownPlan> {
  const { language: _, ...story } = names;
  const [tracked, told] = await Promise.all([
    register.ask<ActionTrackerQuery>(actionTrackerDocument, names),
    register.ask<StoryAnswer>(storyDocument, story),
  ]);
  const council = getCouncil(told.council, names.council);
  const plan = tracked.council?.plan;
  if (!plan || !council.plan) throw new NotFound(`${council.name} has no plan called “${names.plan}” here.`);
  return { council, plan, story: council.plan };
}

const readDocument = withFragments(
  `query PlanChanges($council: String!, $plan: String!) { council(slug: $council) { ...CouncilParts
    plan(slug: $plan) { slug title themes { actions { ...ReadAction } } } } }`,
  councilParts,
  readAction,
  wordingParts,
);

/** A plan with all that its actions ever said. */
export async function getReadPlan(
  register: Register,
  names: { readonly council: string; readonly plan: string },
) {
  type Read = NamedPlan & Pick<PlanStory, 'themes'>;
  type Answer = { readonly council: (CouncilParts & { readonly plan: Read | null }) | null };
  const answer = await register.ask<Answer>(readDocument, names);
  const council = getCouncil(answer.council, names.council);
  const { plan } = council;
  if (!plan) throw new NotFound(`${council.name} has no plan called “${names.plan}” here.`);
  return { council, plan };
}

const actionsDocument = `query PlanActions($council: String!, $plan: String!, $theme: String, $lead: String,
  $status: [ActionStatus!], $strength: [CommitmentStrength!], $late: Boolean, $noDate: Boolean, $noLead: Boolean,
  $noMeasure: Boolean, $stale: Boolean, $groupView: [GroupView!], $words: String, $sort: ActionSort, $after: String) {
  council(slug: $council) { plan(slug: $plan) {
    actions(theme: $theme, lead: $lead, status: $status, strength: $strength, late: $late, noDate: $noDate,
      noLead: $noLead, noMeasure: $noMeasure, stale: $stale, groupView: $groupView, words: $words, sort: $sort,
      first: 100, after: $after) {
      edges { node { ref } } pageInfo { hasNextPage endCursor }
    }
  } } }`;

/** The references of the actions that a filter leaves, in the order asked for. */
export async function listActionRefs(
  register: Register,
  names: { readonly council: string; readonly plan: string },
  filter: object,
): Promise<string[]> {
  type Plan = { readonly actions: Connection<{ readonly ref: string }> };
  type Answer = { readonly council: { readonly plan: Plan | null } | null };
  const pages = await askAllPages<Answer>(
    register,
    actionsDocument,
    { ...names, ...filter },
    ({ council }) => council?.plan?.actions.pageInfo,
  );
  return pages.flatMap(({ council }) => council?.plan?.actions.edges.map(({ node }) => node.ref) ?? []);
}
