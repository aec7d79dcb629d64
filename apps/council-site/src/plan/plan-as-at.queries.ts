import { progressPartsFragment } from '@open-sanctuary/widgets/documents';
import type { PlanPartsFragment, PlanState } from '@open-sanctuary/widgets/operations';
import { actionAsAtFragment, type ActionAsAt } from '../action/action-as-at.queries.ts';
import { councilParts, getCouncil, type CouncilParts } from '../council/council.queries.ts';
import { NotFound } from '../page/page.ts';
import { withFragments } from '../register/fragments.ts';
import type { Register } from '../register/register.ts';

export type ThemeAsAt = Pick<
  PlanPartsFragment['themes'][number],
  'ref' | 'refIsDerived' | 'title' | 'detail' | 'language'
> & { readonly actions: readonly ActionAsAt[] };

/** A plan as it stood at the end of a day. */
export interface PlanAsAt {
  readonly state: PlanState;
  readonly progress: PlanPartsFragment['progress'];
  readonly leads: PlanPartsFragment['leads'];
  readonly themes: readonly ThemeAsAt[];
}

type NamedPlan = Pick<PlanPartsFragment, 'slug' | 'title' | 'language' | 'periodText'> & {
  readonly asAtFrom: string;
};

const themeAsAtFragment =
  'fragment ThemeAsAtParts on ThemeAsAt { ref refIsDerived title detail language actions { ...ActionAsAtParts } }';

const planDocument = withFragments(
  `query PlanAsAt($council: String!, $plan: String!, $day: Date!) { council(slug: $council) { ...CouncilParts
    plan(slug: $plan) { slug title language periodText asAtFrom asAt(date: $day) {
      state progress { ...ProgressParts } leads { name actionCount } themes { ...ThemeAsAtParts }
    } } } }`,
  councilParts,
  progressPartsFragment,
  themeAsAtFragment,
  actionAsAtFragment,
);

export async function getPlanAsAt(
  register: Register,
  names: { readonly council: string; readonly plan: string; readonly day: string },
) {
  type Found = NamedPlan & { readonly asAt: PlanAsAt | null };
  type Answer = { readonly council: (CouncilParts & { readonly plan: Found | null }) | null };
  const answer = await register.ask<Answer>(planDocument, names);
  const council = getCouncil(answer.council, names.council);
  if (!council.plan) throw new NotFound(`${council.name} has no plan called “${names.plan}” here.`);
  const { asAt, ...plan } = council.plan;
  return { council, plan, asAt };
}

const themeDocument = withFragments(
  `query ThemeAsAt($council: String!, $plan: String!, $ref: String!, $day: Date!) { council(slug: $council) {
    plan(slug: $plan) { asAt(date: $day) { theme(ref: $ref) { ...ThemeAsAtParts } } } } }`,
  themeAsAtFragment,
  actionAsAtFragment,
);

/** A theme as it stood then; null when the plan did not have it, or could not be seen. */
export async function findThemeAsAt(
  register: Register,
  names: { readonly council: string; readonly plan: string; readonly ref: string; readonly day: string },
): Promise<ThemeAsAt | null> {
  type Plan = { readonly asAt: { readonly theme: ThemeAsAt | null } | null };
  type Answer = { readonly council: { readonly plan: Plan | null } | null };
  const { council } = await register.ask<Answer>(themeDocument, names);
  return council?.plan?.asAt?.theme ?? null;
}
