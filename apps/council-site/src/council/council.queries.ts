import { progressPartsFragment } from '@open-sanctuary/widgets/documents';
import type { PlanKind, PlanState, ProgressPartsFragment } from '@open-sanctuary/widgets/operations';
import { NotFound } from '../page/page.ts';
import { withFragments } from '../register/fragments.ts';
import { askAllPages, type Register } from '../register/register.ts';

/** What every page of a council needs to know of it. */
export interface CouncilParts {
  readonly slug: string;
  readonly name: string;
  readonly isExample: boolean;
  readonly today: string;
  readonly timeZone: string;
  readonly dataLicence: string;
  readonly contactEmail: string | null;
  readonly contactUrl: string | null;
  readonly reportingEveryMonths: number | null;
  /** Counts the changes to anything of the council. */
  readonly revision: number;
}

export const councilParts =
  'fragment CouncilParts on Council { slug name isExample today timeZone dataLicence contactEmail contactUrl reportingEveryMonths revision }';

export interface PlanChoice {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly kind: PlanKind;
  readonly state: PlanState;
}

export interface PlanSummary extends PlanChoice {
  readonly periodText: string | null;
  readonly progress: ProgressPartsFragment & {
    readonly noDate: number;
    readonly noLead: number;
    readonly noMeasure: number;
    readonly late: number;
    readonly stale: number;
    readonly disagreed: number;
    readonly partlyAgreed: number;
  };
  readonly themes: readonly { readonly ref: string }[];
}

const planSummary = `fragment PlanSummary on Plan { slug title language kind state periodText
  progress { ...ProgressParts noDate noLead noMeasure late stale disagreed partlyAgreed } themes { ref } }`;

/** A council, or a page that says that there is none. */
export function getCouncil<Council>(council: Council | null, slug: string): Council {
  if (!council) throw new NotFound(`We have no council called “${slug}”.`);
  return council;
}

/** What the first page says of the group. */
export interface GroupSummary {
  readonly name: string;
  readonly language: string;
  readonly hasEnded: boolean;
  readonly vacantCount: number;
  readonly nextMeeting: { readonly uuid: string; readonly day: string } | null;
}

export interface CouncilHome extends CouncilParts {
  readonly steeringGroup: GroupSummary | null;
  readonly plans: readonly PlanSummary[];
  readonly services: { readonly totalCount: number };
}

const homeDocument = withFragments(
  `query CouncilHome($slug: String!) { council(slug: $slug) { ...CouncilParts plans { ...PlanSummary }
    steeringGroup { name language hasEnded vacantCount nextMeeting { uuid day } }
    services(first: 1) { totalCount } } }`,
  councilParts,
  planSummary,
  progressPartsFragment,
);

export async function getCouncilHome(register: Register, slug: string): Promise<CouncilHome> {
  const { council } = await register.ask<{ council: CouncilHome | null }>(homeDocument, { slug });
  return getCouncil(council, slug);
}

const partsDocument = withFragments(
  `query CouncilWithPlans($slug: String!) { council(slug: $slug) { ...CouncilParts
    plans { slug title language kind state translations { field language text } } steeringGroup { name } } }`,
  councilParts,
);

/** A plan with the words of it that somebody has translated. */
export interface TranslatedPlan extends PlanChoice {
  readonly translations: readonly {
    readonly field: string;
    readonly language: string;
    readonly text: string;
  }[];
}

export interface CouncilWithPlans extends CouncilParts {
  readonly plans: readonly TranslatedPlan[];
  readonly steeringGroup: { readonly name: string } | null;
}

/** A council with the names of its plans, and of its group. */
export async function getCouncilWithPlans(register: Register, slug: string): Promise<CouncilWithPlans> {
  const { council } = await register.ask<{ council: CouncilWithPlans | null }>(partsDocument, { slug });
  return getCouncil(council, slug);
}

export type CouncilKind = 'BOROUGH' | 'CITY' | 'COUNTY' | 'DISTRICT' | 'PARISH';

export interface ListedCouncil {
  readonly slug: string;
  readonly name: string;
  readonly kind: CouncilKind;
  readonly isExample: boolean;
  readonly plans: readonly (PlanChoice & { readonly progress: ProgressPartsFragment })[];
}

const councilsDocument = withFragments(
  `query Councils($first: Int!, $after: String) { councils(first: $first, after: $after) { slug name kind isExample
    plans { slug title language kind state progress { ...ProgressParts } } } }`,
  progressPartsFragment,
);

export const listCouncils = (register: Register): Promise<ListedCouncil[]> =>
  listAllCouncils<ListedCouncil>(register, councilsDocument, 100);

/** Asks for so many of `councils` at once, until there are no more. */
export async function listAllCouncils<Council extends { readonly slug: string }>(
  register: Register,
  document: string,
  first: number,
  others: object = {},
): Promise<Council[]> {
  type Answer = { readonly councils: readonly Council[] };
  const pages = await askAllPages<Answer>(register, document, { ...others, first }, ({ councils }) => ({
    hasNextPage: councils.length === first,
    endCursor: councils.at(-1)?.slug ?? null,
  }));
  return pages.flatMap(({ councils }) => councils);
}
