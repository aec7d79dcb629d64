import type { RunningServer } from './processes.ts';
import { planSlug } from '../src/testing/many-councils.ts';

/** Publishes reports on the first action of a council's plan, as its officer does. */
export async function startPublishing(server: RunningServer, council: string) {
  const token = await server.getToken();
  const manage = async (query: string, variables: object) => {
    const response = await fetch(`${server.url}/manage/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data: Answer | null;
      errors?: { message: string }[];
    };
    if (!data || errors) throw new Error(errors?.[0]?.message ?? 'There is no answer.');
    return data;
  };
  return {
    /** Publishes one; gives the revision that it made and the moment of the acknowledgement. */
    async publish() {
      const { council: before } = await manage(readAction, { council, plan: planSlug });
      const { id, version } = before?.plan.action ?? {};
      const input = {
        actionId: id,
        expectedVersion: version,
        status: 'IN_PROGRESS',
        whatHappened: 'One more session was held.',
      };
      await manage('mutation ($input: PublishReportInput!) { publishReport(input: $input) { uuid } }', {
        input,
      });
      return { revision: (before?.revision ?? 0) + 1, at: performance.now() };
    },
  };
}

const readAction = `query ($council: String!, $plan: String!) {
  council(slug: $council) { revision plan(slug: $plan) { action(ref: "1.1") { id version } } } }`;

interface Answer {
  council?: { revision: number; plan: { action: { id: string; version: number } } };
}
