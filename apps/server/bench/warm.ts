import { actionTrackerDocumentId } from '@open-sanctuary/widgets/documents';
import { join } from 'node:path';
import { planSlug } from '../src/testing/many-councils.ts';
import type { Bench } from './bench.ts';
import { startRival, startServer } from './processes.ts';
import { atLeast, formatNumber, formatRatio, type Row } from './report.ts';
import { type Contender, median, raceSideBySide, ratioOf } from './side-by-side.ts';

/** The tracker's answer that everybody asks for, beside its bytes from memory. */
export async function measureWarm({ databases, folder, say }: Bench): Promise<Row[]> {
  const server = await startServer(await (await databases()).copy(), join(folder, 'warm'));
  const path = trackerPath({ council: 'council-1', plan: planSlug, language: 'en' });
  const memory = await startRival('memory', { SOURCE: server.url + path });

  const headers = { 'accept-encoding': 'br' };
  const ours: Contender = { name: 'ours', process: server, questions: [{ path, headers }] };
  const theirs: Contender = { name: 'memory', process: memory, questions: [{ path: '/', headers }] };
  const speeds = await raceSideBySide([ours, theirs], { rounds: 7, seconds: 2 }, say);
  const [our = [], their = []] = [speeds.get(ours), speeds.get(theirs)];

  const describe = (of: typeof our) =>
    `${formatNumber(median(of.map(({ rate }) => rate)))}/s, ${formatNumber(median(of.map(({ processor }) => processor)) * 1000)} µs`;
  // The one that asks may tire before those who answer: what counts is the processor time of an answer.
  const ratio = ratioOf(their, our, ({ processor }) => processor);
  return [
    {
      what: 'Warm: the tracker’s document, by processor time of an answer',
      ours: describe(our),
      beside: `memory ${describe(their)}: ${formatRatio(ratio)}`,
      ...atLeast(ratio, 0.7),
    },
  ];
}

/** The address by which a widget asks for the tracker's answer. */
export const trackerPath = (variables: { council: string; plan: string; language: string }) =>
  `/graphql?documentId=${actionTrackerDocumentId}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
