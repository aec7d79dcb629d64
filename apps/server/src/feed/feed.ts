import type { FastifyInstance } from 'fastify';
import { type Answers, toAnswer } from '../answers.ts';
import { createCouncilAddresses, refuseCouncil } from '../council-addresses.ts';
import { describeLicence } from '@open-sanctuary/widgets/words/licence';
import type { Environment } from '../environment.ts';
import { sendError } from '../errors.ts';
import type { Revisions } from '../revisions.ts';
import { sendAnswer } from '../send-answer.ts';
import { findUnsafeValue } from '../text-safety.ts';
import { writeAtom } from './atom.ts';
import { writeJsonFeed } from './json-feed.ts';
import { findFeedFacts } from './updates.queries.ts';
import { listUpdates, type Feed } from './updates.rules.ts';

/** The year in which these tags were first given; with the host it makes them nobody else's. */
const tagYear = 2026;

const formats = [
  { ending: 'atom', type: 'application/atom+xml', write: writeAtom },
  { ending: 'json', type: 'application/feed+json', write: writeJsonFeed },
] as const;

/** GET /feeds/<council>/updates.atom and updates.json: what was reported, said and changed last. */
export function serveFeeds(
  app: FastifyInstance,
  answers: Answers,
  revisions: Revisions,
  environment: Environment,
) {
  app.addHook('onRequest', async ({ url }, reply) => {
    if (!url.startsWith('/feeds/')) return;
    reply.headers({ 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' });
  });

  for (const { ending, type, write } of formats) {
    const name = `updates.${ending}`;
    app.get<{ Params: { council: string } }>(`/feeds/:council/${name}`, async (request, reply) => {
      const { council: slug } = request.params;
      const problem = findUnsafeValue(slug);
      if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
      const council = await revisions.find(slug);
      if (!council) return refuseCouncil(reply, environment);
      const answer = await answers.keep(council, name, async () => {
        const feed = await makeFeed(answers, slug, name, environment);
        return { ...toAnswer(Buffer.from(write(feed))), modified: new Date(feed.updated) };
      });
      if (council.isExample) reply.header('x-robots-tag', 'noindex');
      return sendAnswer(request, reply, answer, `${type}; charset=utf-8`, 'public, max-age=0, s-maxage=60');
    });
  }
}

async function makeFeed(
  answers: Answers,
  slug: string,
  name: string,
  environment: Environment,
): Promise<Feed> {
  const facts = await findFeedFacts(await answers.startAsking(), slug);
  if (!facts) throw new Error('A council went away while its feed was written.');
  const { council, changes } = facts;
  const updates = listUpdates(facts);
  const addresses = createCouncilAddresses(council, environment);
  const licence = describeLicence(council.dataLicence);
  return {
    id: `tag:${new URL(environment.publicUrl).hostname},${tagYear}:${encodeURIComponent(slug)}`,
    title: `${council.name}: what changed in its sanctuary plans`,
    subtitle: council.isExample
      ? `${council.name} is not a real council. Everything here is invented.`
      : 'What the council reports, what the group says, and what changed in the plans.',
    author: council.name,
    rights: licence.name,
    licenceUrl: licence.url,
    selfUrl: `${environment.publicUrl}/feeds/${encodeURIComponent(slug)}/${name}`,
    homeUrl: addresses.home,
    isExample: council.isExample,
    updated: updates[0]?.updated ?? changes[0]?.at ?? '1970-01-01T00:00:00.000Z',
    updates,
    urlOf: ({ plan, ref }) => (ref === null ? addresses.plan(plan) : addresses.action(plan, ref)),
  };
}
