import {
  foundPartsFragment,
  servicePartsFragment,
  translationPartsFragment,
} from '@open-sanctuary/widgets/documents';
import type {
  ServiceCategory,
  ServicePartsFragment,
  ServiceSearchQuery,
  TranslationPartsFragment,
} from '@open-sanctuary/widgets/operations';
import type { toFilter } from '@open-sanctuary/widgets/service-finder/search';
import type { UrgentService } from '@open-sanctuary/widgets/service-finder/safety.view';
import { councilParts, getCouncil, type CouncilParts } from '../council/council.queries.ts';
import { NotFound } from '../page/page.ts';
import { withFragments } from '../register/fragments.ts';
import { askAllPages, RegisterUnreachable, type Connection, type Register } from '../register/register.ts';

export type OrganisationKind = 'DEPARTMENT' | 'CHARITY' | 'COMMUNITY_GROUP' | 'HEALTH_BODY' | 'PUBLIC_BODY';

export type ProblemKind =
  'CLOSED' | 'MOVED' | 'WRONG_TIMES' | 'WRONG_CONTACT' | 'WRONG_LANGUAGE' | 'NOT_WELCOME' | 'OTHER';

interface Names {
  readonly council: string;
  readonly language: string;
}

/** What every page about help needs: whom to call at once, and which days are holidays. */
export interface HelpingCouncil extends CouncilParts {
  readonly bankHolidays: readonly string[];
  readonly urgentServices: readonly UrgentService[];
}

const helpParts = `fragment HelpParts on Council { ...CouncilParts bankHolidays urgentServices {
  slug name language contacts { kind value } translations(language: $language) { ...TranslationParts } } }`;

const withHelpParts = (document: string, ...fragments: readonly string[]): string =>
  withFragments(document, councilParts, helpParts, translationPartsFragment, ...fragments);

export type FoundServices = NonNullable<ServiceSearchQuery['council']>['services'] &
  Pick<Connection<unknown>, 'pageInfo'>;

const searchDocument = withHelpParts(
  `query Services($council: String!, $language: String!, $filter: ServiceFilter!, $after: String) {
    council(slug: $council) { ...HelpParts services(filter: $filter, first: 20, after: $after) {
      pageInfo { hasNextPage endCursor } ...FoundParts } } }`,
  servicePartsFragment,
  foundPartsFragment,
);

/** One page of what fits. Its failures say nothing of what was looked for, since failures are logged. */
export async function searchServices(
  register: Register,
  names: Names,
  filter: ReturnType<typeof toFilter>,
  after: string | null,
) {
  type Answer = { readonly council: (HelpingCouncil & { readonly services: FoundServices }) | null };
  const variables = { ...names, filter, after };
  const answer = await register.ask<Answer>(searchDocument, variables).catch((error: unknown) => {
    throw error instanceof RegisterUnreachable
      ? new RegisterUnreachable('The register did not answer a search.')
      : error;
  });
  return getCouncil(answer.council, names.council);
}

const urgentDocument = withFragments(
  `query UrgentServices($council: String!, $language: String!) {
    council(slug: $council) { urgentServices { ...ServiceParts } } }`,
  servicePartsFragment,
);

/** All that is known of what helps tonight. */
export async function listUrgentServices(register: Register, names: Names) {
  type Answer = { readonly council: { readonly urgentServices: readonly ServicePartsFragment[] } | null };
  const { council } = await register.ask<Answer>(urgentDocument, names);
  return council?.urgentServices ?? [];
}

/** What is public of an organisation that helps. */
export interface HelpingOrganisation {
  readonly uuid: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly charityNumber: string | null;
  readonly website: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
  readonly staysOutOfOpenData: boolean;
}

const organisationFields = 'uuid name kind charityNumber website telephone email staysOutOfOpenData';

export type WholeService = ServicePartsFragment & {
  readonly staysOutOfOpenData: boolean;
  readonly organisation: HelpingOrganisation;
};

const serviceDocument = withHelpParts(
  `query Service($council: String!, $language: String!, $service: String!) {
    council(slug: $council) { ...HelpParts service(slug: $service) {
      ...ServiceParts staysOutOfOpenData organisation { ${organisationFields} } } } }`,
  servicePartsFragment,
);

/** A service by its short name or UUID, or a page that says that there is none. */
export async function getService(register: Register, names: Names, service: string) {
  type Answer = { readonly council: (HelpingCouncil & { readonly service: WholeService | null }) | null };
  const answer = await register.ask<Answer>(serviceDocument, { ...names, service });
  const council = getCouncil(answer.council, names.council);
  if (!council.service) throw new NotFound(`${council.name} has published no such service.`);
  return { council, service: council.service };
}

export interface WholeOrganisation extends HelpingOrganisation {
  readonly language: string;
  readonly description: string | null;
  readonly thingsWanted: string | null;
  readonly thingsNotWanted: string | null;
  readonly withholdsTimes: boolean;
  readonly translations: readonly TranslationPartsFragment[];
  readonly services: readonly ServicePartsFragment[];
}

const organisationDocument = withHelpParts(
  `query Organisation($council: String!, $language: String!, $organisation: String!) {
    council(slug: $council) { ...HelpParts organisation(uuid: $organisation) {
      ${organisationFields} language description thingsWanted thingsNotWanted withholdsTimes
      translations(language: $language) { ...TranslationParts } services { ...ServiceParts } } } }`,
  servicePartsFragment,
);

export async function getOrganisation(register: Register, names: Names, organisation: string) {
  type Answer = {
    readonly council: (HelpingCouncil & { readonly organisation: WholeOrganisation | null }) | null;
  };
  const answer = await register.ask<Answer>(organisationDocument, { ...names, organisation });
  const council = getCouncil(answer.council, names.council);
  if (!council.organisation) throw new NotFound(`${council.name} has published no such organisation.`);
  return { council, organisation: council.organisation };
}

export interface MissedHelp {
  readonly category: ServiceCategory | null;
  readonly language: string | null;
  readonly count: number;
}

const missedDocument = withHelpParts(
  `query MissedHelp($council: String!, $language: String!) {
    council(slug: $council) { ...HelpParts missedHelp { category language count } } }`,
);

/** What visitors missed, as far as it may be shown. */
export async function getMissedHelp(register: Register, names: Names) {
  type Answer = {
    readonly council: (HelpingCouncil & { readonly missedHelp: readonly MissedHelp[] }) | null;
  };
  const { council } = await register.ask<Answer>(missedDocument, names);
  return getCouncil(council, names.council);
}

/** Counts that somebody missed help: in one language, with one need, and nothing else of them. */
export const reportNothingFound = (
  register: Register,
  missed: { readonly council: string; readonly category: string | null; readonly language: string | null },
) =>
  register.ask<{ readonly reportNothingFound: boolean }>(
    `mutation NothingFound($council: String!, $category: ServiceCategory, $language: String) {
      reportNothingFound(council: $council, category: $category, language: $language) }`,
    missed,
  );

/** Counts that somebody found an entry wrong. */
export const reportEntryProblem = (
  register: Register,
  problem: { readonly service: string; readonly kind: ProblemKind },
) =>
  register.ask<{ readonly reportEntryProblem: boolean }>(
    `mutation EntryProblem($service: String!, $kind: ProblemKind!) {
      reportEntryProblem(service: $service, kind: $kind) }`,
    problem,
  );

const namesDocument = `query ServiceNames($council: String!, $after: String) { council(slug: $council) {
  servingOrganisations { uuid }
  services(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { slug } } } } }`;

/** The addresses of all that helps in a council. */
export async function listServiceNames(register: Register, council: string) {
  type Answer = {
    readonly council: {
      readonly servingOrganisations: readonly { readonly uuid: string }[];
      readonly services: Connection<{ readonly slug: string }>;
    } | null;
  };
  const pages = await askAllPages<Answer>(
    register,
    namesDocument,
    { council },
    (answer) => answer.council?.services.pageInfo,
  );
  return {
    services: pages.flatMap((page) => page.council?.services.edges.map(({ node }) => node.slug) ?? []),
    organisations: pages.at(-1)?.council?.servingOrganisations.map(({ uuid }) => uuid) ?? [],
  };
}
