import type { FastifyInstance } from 'fastify';
import { type Answers, toAnswer } from '../answers.ts';
import { createCouncilAddresses } from '../council-addresses.ts';
import { serveCouncilFile } from '../council-file.ts';
import { describeLicence } from '@open-sanctuary/widgets/words/licence';
import type { Environment } from '../environment.ts';
import type { Revisions } from '../revisions.ts';
import { sendAnswer } from '../send-answer.ts';
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
  for (const { ending, type, write } of formats) {
    const name = `updates.${ending}`;
    serveCouncilFile(
      app,
      `/feeds/:council/${name}`,
      { revisions, environment },
      async (council, request, reply) => {
        const answer = await answers.keep(council, name, async () => {
          const feed = await makeFeed(answers, council.slug, name, environment);
          return { ...toAnswer(Buffer.from(write(feed))), modified: new Date(feed.updated) };
        });
        return sendAnswer(request, reply, answer, `${type}; charset=utf-8`);
      },
    );
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
