import type { FastifyReply } from 'fastify';
import type { Environment } from './environment.ts';
import { sendError } from './errors.ts';

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

/** Says that there is no such council, and where those are listed that there are. */
export const refuseCouncil = (reply: FastifyReply, { councilSiteUrl }: Pick<Environment, 'councilSiteUrl'>) =>
  sendError(reply, 404, 'NOT_FOUND', `There is no such council. ${councilSiteUrl}/ lists them.`);
