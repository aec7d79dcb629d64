import { startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOn } from './testing/start-on.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.close());

/** A connection that has said so much, and waits. */
async function connectTo(url: string, said: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await new Promise((done) => socket.once('connect', done));
  socket.write(said);
  return socket;
}

// Keep-alive alone would hold the server for more than a minute.
test.each([
  ['was opened and never used', ''],
  ['listens for changes', 'GET /live/fairmead HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['was answered and kept', 'GET /livez HTTP/1.1\r\nHost: a\r\n\r\n'],
  [
    'stopped in the middle of its question',
    'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n{',
  ],
])('a server ends though a connection %s', { timeout: 15_000 }, async (_connection, said) => {
  const server = await startOn(database.at);
  const socket = await connectTo(server.url, said);
  const heard = text(socket).catch((error: Error) => error.message);
  if (said.startsWith('GET')) await new Promise((done) => socket.once('readable', done));
  await server.close();
  if (said.startsWith('GET')) expect(await heard).toContain('HTTP/1.1 200');
  socket.destroy();
});
