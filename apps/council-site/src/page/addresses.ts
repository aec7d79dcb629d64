import type { Environment } from '../environment.ts';

/** Where the pages of this site lie. */
export interface Addresses {
  /** What the paths of a council's pages begin with; empty where they stand at the root. */
  root(council: string): string;
  home(council: string): string;
  members(council: string): string;
  meeting(council: string, uuid: string): string;
  names(council: string): string;
  plan(council: string, plan: string): string;
  report(council: string, plan: string): string;
  theme(council: string, plan: string, ref: string): string;
  action(council: string, plan: string, ref: string): string;
  planChanges(council: string, plan: string): string;
  howWeCount(council?: string): string;
  embed(council: string): string;
  services(council: string): string;
  /** By its short name or its UUID. */
  service(council: string, name: string): string;
  missedHelp(council: string): string;
  organisation(council: string, uuid: string): string;
  compare(): string;
  /** A path with this site's own address before it. */
  absolute(path: string): string;
}

/** A site of one council has its pages at the root. */
export function createAddresses({ council: only, siteUrl }: Environment): Addresses {
  const of = (council: string) => (only ? '' : `/${encodeURIComponent(council)}`);
  const plan = (council: string, slug: string) => `${of(council)}/plans/${encodeURIComponent(slug)}`;
  return {
    root: of,
    home: (council) => of(council) || '/',
    members: (council) => `${of(council)}/members`,
    meeting: (council, uuid) => `${of(council)}/members/meetings/${encodeURIComponent(uuid)}`,
    names: (council) => `${of(council)}/members/names`,
    plan,
    report: (council, slug) => `${plan(council, slug)}/report`,
    theme: (council, slug, ref) => `${plan(council, slug)}/themes/${encodeURIComponent(ref)}`,
    action: (council, slug, ref) => `${plan(council, slug)}/actions/${encodeURIComponent(ref)}`,
    planChanges: (council, slug) => `${plan(council, slug)}/changes`,
    howWeCount: (council) => `${council ? of(council) : ''}/how-we-count`,
    embed: (council) => `${of(council)}/embed`,
    services: (council) => `${of(council)}/services`,
    service: (council, name) => `${of(council)}/services/${encodeURIComponent(name)}`,
    missedHelp: (council) => `${of(council)}/services/missing`,
    organisation: (council, uuid) => `${of(council)}/organisations/${encodeURIComponent(uuid)}`,
    compare: () => '/compare',
    absolute: (path) => siteUrl + path,
  };
}
