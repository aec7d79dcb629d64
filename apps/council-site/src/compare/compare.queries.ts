import { listAllCouncils, type CouncilKind } from '../council/council.queries.ts';
import type { Register } from '../register/register.ts';
import type { ComparedPlan, NamedCouncil } from './compare.rules.ts';

/** The names of all councils. */
export const listCouncilNames = (register: Register): Promise<NamedCouncil[]> =>
  listAllCouncils<NamedCouncil>(
    register,
    'query CouncilNames($first: Int!, $after: String) { councils(first: $first, after: $after) { slug name isExample } }',
    100,
  );

export interface ComparedCouncil extends NamedCouncil {
  readonly kind: CouncilKind;
  readonly today: string;
  readonly dataLicence: string;
  readonly reportingEveryMonths: number | null;
  readonly plans: readonly ComparedPlan[];
}

const document = `query ComparedCouncils($slugs: [String!]!, $first: Int!) { councils(slugs: $slugs, first: $first) {
  slug name isExample kind today dataLicence reportingEveryMonths
  plans { slug title language kind state periodText sourceUrl targets { uuid }
    progress { total byStatus { status count } delivered explored doneOfUnknownStrength stopped noDate noLead noMeasure
      late stale disagreed partlyAgreed notAssessed endedWithoutReport leftDocument }
    actions(first: 1, sort: LAST_REPORTED) { edges { node { lastReportedOn } } } } } }`;

type AskedPlan = Omit<ComparedPlan, 'lastReportedOn'> & {
  readonly actions: {
    readonly edges: readonly { readonly node: { readonly lastReportedOn: string | null } }[];
  };
};
type Asked = Omit<ComparedCouncil, 'plans'> & { readonly plans: readonly AskedPlan[] };

/** The counts of some councils, at most 100, in the order of their names here. */
export async function listComparedCouncils(
  register: Register,
  names: readonly NamedCouncil[],
): Promise<ComparedCouncil[]> {
  if (names.length === 0) return [];
  const slugs = names.map(({ slug }) => slug);
  const { councils } = await register.ask<{ councils: readonly Asked[] }>(document, {
    slugs,
    first: slugs.length,
  });
  return councils
    .map(({ plans, ...council }) => ({
      ...council,
      plans: plans.map(({ actions, ...plan }) => ({
        ...plan,
        lastReportedOn: actions.edges[0]?.node.lastReportedOn ?? null,
      })),
    }))
    .toSorted((one, other) => slugs.indexOf(one.slug) - slugs.indexOf(other.slug));
}
