import { Agent } from 'node:http';
import { join } from 'node:path';
import { planSlug } from '../src/testing/many-councils.ts';
import type { Bench } from './bench.ts';
import { ask, describeTimes, percentile } from './live.ts';
import { startServer } from './processes.ts';
import { startPublishing } from './publishing.ts';
import { atMost, type Row } from './report.ts';
import { openStreams } from './streams.ts';
import { trackerPath } from './warm.ts';

const council = 'council-1';
const publications = 20;
const mostPauseMilliseconds = 250;

/** Two servers over one PostgreSQL: what one acknowledges, the other knows soon, and the one never forgets. */
export async function measureReplicas({ databases, folder, say }: Bench): Promise<Row[]> {
  const databaseUrl = await (await databases()).copy();
  const writer = await startServer(databaseUrl, join(folder, 'writer'));
  const reader = await startServer(databaseUrl, join(folder, 'reader'));
  const publisher = await startPublishing(writer, council);
  const path = trackerPath({ council, plan: planSlug, language: 'en' });
  const agent = new Agent({ keepAlive: true });
  const streams = await openStreams(reader.url, council, 100);

  const told: number[] = [];
  const shown: number[] = [];
  let older = 0;
  for (let publication = 1; publication <= publications; publication += 1) {
    say(`report ${publication} of ${publications}`);
    const { revision, at } = await publisher.publish();
    const isNew = async (url: string) => (await ask(url + path, agent)).includes(`"revision":${revision}`);
    if (!(await isNew(writer.url))) older += 1;
    while (!(await isNew(reader.url)) && performance.now() - at < 5000);
    shown.push(performance.now() - at);
    for (const moment of await streams.waitFor(revision, 5000)) told.push(Math.max(0, moment - at));
    // The next comes at another moment between two looks at the database.
    await new Promise((done) => setTimeout(done, (mostPauseMilliseconds * publication) / publications));
  }
  streams.close();
  agent.destroy();

  return [
    {
      what: 'Two replicas: acknowledged by one → told on the streams of the other',
      ours: describeTimes(told),
      beside: '',
      ...atMost(percentile(told, 99), 1000, 'ms p99'),
    },
    {
      what: 'Two replicas: acknowledged by one → new answer from the other',
      ours: describeTimes(shown),
      beside: '',
      ...atMost(percentile(shown, 99), 1000, 'ms p99'),
    },
    {
      what: 'Two replicas: older answers from the one that acknowledged',
      ours: `${older} of ${publications}`,
      beside: '',
      ...atMost(older, 0, ''),
    },
  ];
}
