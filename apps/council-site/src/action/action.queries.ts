import { actionPartsFragment } from '@open-sanctuary/widgets/documents';
import type { ActionPartsFragment, ActionStatus, GroupView } from '@open-sanctuary/widgets/operations';
import { councilParts, getCouncil, type CouncilParts } from '../council/council.queries.ts';
import { NotFound } from '../page/page.ts';
import { withFragments } from '../register/fragments.ts';
import type { Register } from '../register/register.ts';
import type { Wording } from './wording.rules.ts';

/** An action as its page stood on a day. */
export interface ActionAsAt {
  readonly date: string;
  readonly title: string;
  readonly detail: string | null;
  readonly leadText: string | null;
  readonly dueText: string | null;
  readonly status: ActionStatus;
  readonly groupView: GroupView;
}

type Action = ActionPartsFragment & {
  readonly theme: {
    readonly ref: string;
    readonly refIsDerived: boolean;
    readonly title: string;
    readonly language: string;
  };
  readonly wordings: readonly Wording[];
  readonly asAt?: ActionAsAt | null;
};

interface PlanWithAction {
  readonly slug: string;
  readonly title: string;
  readonly action: Action | null;
}

const document = withFragments(
  `query ActionPage($council: String!, $plan: String!, $ref: String!, $language: String!, $day: Date!, $isAsAt: Boolean!) {
    council(slug: $council) { ...CouncilParts plan(slug: $plan) { slug title action(ref: $ref) {
      ...ActionParts
      theme { ref refIsDerived title language }
      wordings { number since title detail leadText dueText }
      asAt(date: $day) @include(if: $isAsAt) { date title detail leadText dueText status groupView }
    } } } }`,
  councilParts,
  actionPartsFragment,
);

export async function getAction(
  register: Register,
  names: { readonly council: string; readonly plan: string; readonly ref: string },
  asAt: string | undefined,
) {
  type Answer = { readonly council: (CouncilParts & { readonly plan: PlanWithAction | null }) | null };
  const answer = await register.ask<Answer>(document, {
    ...names,
    language: 'en',
    day: asAt ?? '2000-01-01',
    isAsAt: asAt !== undefined,
  });
  const council = getCouncil(answer.council, names.council);
  const { plan } = council;
  if (!plan?.action) {
    throw new NotFound(`${council.name} has no action “${names.ref}” in a plan called “${names.plan}”.`);
  }
  return { council, plan, action: plan.action };
}
