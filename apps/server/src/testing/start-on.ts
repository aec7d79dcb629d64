import type { DatabaseAddress } from '@open-sanctuary/database/client';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readEnvironment } from '../environment.ts';
import { startServer } from '../server.ts';

/** The real server on a free port over a test's database, with the demo in it. */
export async function startOn(at: DatabaseAddress, more: Record<string, string> = {}) {
  const place =
    'host' in at || 'portFile' in at
      ? { DATA_DIR: 'host' in at ? at.host : dirname(at.portFile) }
      : { DATABASE_URL: at.connectionString, DATA_DIR: await mkdtemp(join(tmpdir(), 'sanctuary-')) };
  const server = await startServer(readEnvironment({ PORT: '0', DEMO: '1', ...place, ...more }));

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    ...server,
    post,
    /** Asks as the public does. */
    async ask(query: string, variables: object = {}) {
      return (await (await post('/graphql', { query, variables })).json()) as Answer;
    },
    /** Asks as an editor with a token does. */
    async manage(token: string, query: string, variables: object = {}) {
      const headers = { authorization: `Bearer ${token}` };
      return (await (await post('/manage/graphql', { query, variables }, headers)).json()) as Answer;
    },
  };
}

export type RunningServer = Awaited<ReturnType<typeof startOn>>;

interface Answer {
  data?: Record<string, never> & { [field: string]: unknown };
  errors?: { message: string; extensions: { code: string } }[];
}
