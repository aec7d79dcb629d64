import type { Environment } from './environment.ts';

/** Where a council's pages lie: on its own site, or on ours. */
export function createCouncilAddresses(
  { slug, siteUrl }: { slug: string; siteUrl: string | null },
  { councilSiteUrl }: Pick<Environment, 'councilSiteUrl'>,
) {
  const home = siteUrl ?? `${councilSiteUrl}/${encodeURIComponent(slug)}`;
  const plan = (planSlug: string) => `${home}/plans/${encodeURIComponent(planSlug)}`;
  return {
    home,
    plan,
    action: (planSlug: string, ref: string) => `${plan(planSlug)}/actions/${encodeURIComponent(ref)}`,
    howWeCount: `${home}/how-we-count`,
  };
}

export type CouncilAddresses = ReturnType<typeof createCouncilAddresses>;
