import { Agent, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { planSlug } from '../src/testing/many-councils.ts';
import type { Bench } from './bench.ts';
import { startServer } from './processes.ts';
import { startPublishing } from './publishing.ts';
import { atMost, formatNumber, type Row } from './report.ts';
import { openStreams } from './streams.ts';
import { trackerPath } from './warm.ts';

const council = 'council-1';
const streamCount = 1000;
const publications = 12;
const pauseMilliseconds = 170;

/** How soon a thousand open widgets tell of a report, and what holding their streams costs. */
export async function measureLive({ databases, folder, say }: Bench): Promise<Row[]> {
  const server = await startServer(await (await databases()).copy(), join(folder, 'live'));
  const publisher = await startPublishing(server, council);
  const path = trackerPath({ council, plan: planSlug, language: 'en' });
  const widgets = new Agent({ keepAlive: true, maxSockets: streamCount });

  // What opening streams costs once is not what a stream costs.
  (await openStreams(server.url, council, 200)).close();
  await new Promise((done) => setTimeout(done, 500));
  const before = await server.measure('memory');
  say(`opening ${streamCount} streams`);
  const streams = await openStreams(server.url, council, streamCount);
  const after = await server.measure('memory');

  const told: number[] = [];
  const shown: number[] = [];
  for (let publication = 1; publication <= publications; publication += 1) {
    say(`report ${publication} of ${publications}`);
    const { revision, at } = await publisher.publish();
    for (const moment of await streams.waitFor(revision, 5000)) told.push(Math.max(0, moment - at));
    // Every widget that was told asks at once.
    const answers = await Promise.all(
      Array.from({ length: streamCount }, async () => {
        const answer = await ask(server.url + path, widgets);
        return answer.includes(`"revision":${revision}`) ? performance.now() - at : Infinity;
      }),
    );
    shown.push(...answers);
    await new Promise((done) => setTimeout(done, pauseMilliseconds));
  }
  streams.close();
  widgets.destroy();

  const perStream = (after - before) / streamCount / 1024;
  return [
    {
      what: `Live: report acknowledged → told on ${formatNumber(streamCount)} streams`,
      ours: describeTimes(told),
      beside: '',
      ...atMost(percentile(told, 99), 1000, 'ms p99'),
    },
    {
      what: `Live: report acknowledged → new answer in ${formatNumber(streamCount)} widgets`,
      ours: describeTimes(shown),
      beside: '',
      ...atMost(percentile(shown, 99), 1000, 'ms p99'),
    },
    {
      what: 'Live: memory of a stream',
      ours: `${formatNumber(perStream, 1)} kB`,
      beside: '',
      ...atMost(perStream, 30, 'kB'),
    },
  ];
}

/** The text of an answer, asked for as a page on another site does. */
export async function ask(url: string, agent: Agent): Promise<string> {
  const [response] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
  return text(response);
}

export const describeTimes = (times: readonly number[]) =>
  `p50 ${formatNumber(percentile(times, 50))} ms, p99 ${formatNumber(percentile(times, 99))} ms`;

export function percentile(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Infinity;
}
