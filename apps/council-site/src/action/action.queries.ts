import { actionPartsFragment } from '@open-sanctuary/widgets/documents';
import type { ActionPartsFragment } from '@open-sanctuary/widgets/operations';
import { councilParts, getCouncil, type CouncilParts } from '../council/council.queries.ts';
import { NotFound } from '../page/page.ts';
import { withFragments } from '../register/fragments.ts';
import type { Register } from '../register/register.ts';
import { actionAsAtFragment, type ActionAsAt } from './action-as-at.queries.ts';
import type { NamedMeeting, ToldReport } from './timeline.rules.ts';
import type { Wording } from './wording.rules.ts';

export type ShownAction = Omit<ActionPartsFragment, 'reports'> & {
  readonly reports: readonly ToldReport[];
  readonly theme: {
    readonly ref: string;
    readonly refIsDerived: boolean;
    readonly title: string;
    readonly language: string;
  };
  readonly wordings: readonly Wording[];
  readonly groupAssessment: {
    readonly meeting: NamedMeeting | null;
  } | null;
  readonly asAt?: ActionAsAt | null;
};

interface PlanWithAction {
  readonly slug: string;
  readonly title: string;
  readonly asAtFrom: string;
  readonly action: ShownAction | null;
}

/** What an action said over time, with all that its changes are told from. */
export const wordingParts =
  'fragment WordingParts on ActionWording { number since title detail language leadText dueText leads { name } }';

const document = withFragments(
  `query ActionPage($council: String!, $plan: String!, $ref: String!, $language: String!, $day: Date!, $isAsAt: Boolean!) {
    council(slug: $council) { ...CouncilParts plan(slug: $plan) { slug title asAtFrom action(ref: $ref) {
      ...ActionParts
      theme { ref refIsDerived title language }
      wordings { ...WordingParts }
      groupAssessment { meeting { uuid day } }
      reports { uuid groupAssessments { number since view reason language assessedOn meeting { uuid day } }
        councilResponses { number since text language respondedOn } }
      asAt(date: $day) @include(if: $isAsAt) { ...ActionAsAtParts }
    } } } }`,
  councilParts,
  actionPartsFragment,
  wordingParts,
  actionAsAtFragment,
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
