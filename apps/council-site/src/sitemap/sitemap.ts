import { renderPlain } from '@open-sanctuary/widgets/render-plain';
import { html } from 'lit/html.js';
import { listAllCouncils } from '../council/council.queries.ts';
import type { Addresses } from '../page/addresses.ts';
import type { Site } from '../page/page.ts';
import type { Register } from '../register/register.ts';
import { listServiceNames } from '../services/services.queries.ts';

interface MappedPlan {
  readonly slug: string;
  readonly themes: readonly { readonly ref: string; readonly actions: readonly { readonly ref: string }[] }[];
}

interface MappedCouncil {
  readonly slug: string;
  readonly isExample: boolean;
  readonly plans: readonly MappedPlan[];
  readonly steeringGroups: readonly { readonly meetings: readonly { readonly uuid: string }[] }[];
}

const document = `query Sitemap($first: Int!, $after: String, $slugs: [String!]) {
  councils(first: $first, after: $after, slugs: $slugs) { slug isExample steeringGroups { meetings { uuid } } plans { slug themes { ref actions { ref } } } } }`;

/** Every page that search engines may know: none of a council that is invented. */
export async function listAddresses({ register, addresses, environment }: Site): Promise<string[]> {
  const only = environment.council && { slugs: [environment.council] };
  const councils = await listAllCouncils<MappedCouncil>(register, document, 25, only || {});
  const real = councils.filter(({ isExample }) => !isExample);
  const help: string[] = [];
  for (const { slug } of real) help.push(...(await listHelp(register, addresses, slug)));
  const common = environment.council ? [] : ['/', addresses.compare(), addresses.howWeCount()];
  return [
    ...common,
    '/developers',
    '/accessibility',
    '/privacy',
    ...real.flatMap((council) => listOfCouncil(addresses, council)),
    ...help,
  ].map((path) => addresses.absolute(path));
}

/** What there is to say of help: nothing of a council without services. */
async function listHelp(register: Register, addresses: Addresses, slug: string): Promise<string[]> {
  const { services, organisations } = await listServiceNames(register, slug);
  if (services.length === 0) return [];
  return [
    addresses.services(slug),
    addresses.missedHelp(slug),
    ...services.map((service) => addresses.service(slug, service)),
    ...organisations.map((uuid) => addresses.organisation(slug, uuid)),
  ];
}

const listOfCouncil = (addresses: Addresses, { slug, plans, steeringGroups }: MappedCouncil): string[] => [
  addresses.home(slug),
  addresses.howWeCount(slug),
  addresses.embed(slug),
  ...(steeringGroups.length > 0 ? [addresses.members(slug), addresses.names(slug)] : []),
  ...steeringGroups.flatMap(({ meetings }) => meetings.map(({ uuid }) => addresses.meeting(slug, uuid))),
  ...plans.flatMap((plan) => [
    addresses.plan(slug, plan.slug),
    addresses.planChanges(slug, plan.slug),
    ...plan.themes.flatMap((theme) => [
      addresses.theme(slug, plan.slug, theme.ref),
      ...theme.actions.map(({ ref }) => addresses.action(slug, plan.slug, ref)),
    ]),
  ]),
];

export const writeSitemap = (addresses: readonly string[]): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
  addresses.map((address) => `  <url><loc>${renderPlain(html`${address}`)}</loc></url>\n`).join('') +
  '</urlset>\n';

export const describeRobots = (addresses: Addresses): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${addresses.absolute('/sitemap.xml')}\n`;
