import { Agent, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';

const perAddress = 50;

export interface Streams {
  /** When each stream told of a revision, by performance.now(); Infinity until it has. */
  waitFor(revision: number, deadline: number): Promise<number[]>;
  close(): void;
}

/** Opens live streams as that many pages would, each with a connection of its own. */
export async function openStreams(url: string, council: string, count: number): Promise<Streams> {
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
  const heard: Map<number, number>[] = [];
  const open: IncomingMessage[] = [];
  let wake = () => {};

  const openOne = async (index: number) => {
    const headers = { 'x-forwarded-for': `192.0.2.${Math.floor(index / perAddress)}` };
    const request = get(`${url}/live/${council}`, { agent, headers });
    const [stream] = (await once(request, 'response')) as [IncomingMessage];
    if (stream.statusCode !== 200) throw new Error(`A stream was refused with ${stream.statusCode}.`);
    const times = new Map<number, number>();
    heard.push(times);
    open.push(stream);
    stream.setEncoding('utf8');
    stream.on('error', () => {});
    stream.on('data', (text: string) => {
      const at = performance.now();
      for (const [, revision] of text.matchAll(/^id: (\d+)$/gm)) times.set(Number(revision), at);
      wake();
    });
  };
  for (let index = 0; index < count; index += perAddress) {
    await Promise.all(
      Array.from({ length: Math.min(perAddress, count - index) }, (_, step) => openOne(index + step)),
    );
  }

  return {
    waitFor(revision, deadline) {
      const read = () => heard.map((times) => times.get(revision) ?? Infinity);
      return new Promise((done) => {
        const finish = () => {
          clearTimeout(late);
          wake = () => {};
          done(read());
        };
        const late = setTimeout(finish, deadline);
        wake = () => {
          if (heard.every((times) => times.has(revision))) finish();
        };
        wake();
      });
    },
    close() {
      for (const stream of open) stream.destroy();
      agent.destroy();
    },
  };
}
