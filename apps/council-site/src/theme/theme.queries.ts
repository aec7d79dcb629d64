import {
  actionPartsFragment,
  targetPartsFragment,
  themePartsFragment,
} from '@open-sanctuary/widgets/documents';
import type { PlanPartsFragment } from '@open-sanctuary/widgets/operations';
import { councilParts, getCouncil, type CouncilParts } from '../council/council.queries.ts';
import { NotFound } from '../page/page.ts';
import { withFragments } from '../register/fragments.ts';
import type { Register } from '../register/register.ts';

type Theme = PlanPartsFragment['themes'][number];

interface PlanWithTheme {
  readonly slug: string;
  readonly title: string;
  readonly asAtFrom: string;
  readonly theme: Theme | null;
}

const document = withFragments(
  `query ThemePage($council: String!, $plan: String!, $ref: String!, $language: String!) {
    council(slug: $council) { ...CouncilParts plan(slug: $plan) { slug title asAtFrom theme(ref: $ref) {
      ...ThemeParts targets { ...TargetParts action { ref } } actions { ...ActionParts }
    } } } }`,
  councilParts,
  themePartsFragment,
  targetPartsFragment,
  actionPartsFragment,
);

export async function getTheme(
  register: Register,
  names: { readonly council: string; readonly plan: string; readonly ref: string },
) {
  type Answer = { readonly council: (CouncilParts & { readonly plan: PlanWithTheme | null }) | null };
  const answer = await register.ask<Answer>(document, { ...names, language: 'en' });
  const council = getCouncil(answer.council, names.council);
  const { plan } = council;
  if (!plan?.theme)
    throw new NotFound(`${council.name} has no theme “${names.ref}” in a plan called “${names.plan}”.`);
  return { council, plan, theme: plan.theme };
}
