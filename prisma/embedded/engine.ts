// The embedded engine: PGlite in a process of its own, speaking the PostgreSQL protocol on a Unix socket.
// Started by openEmbedded; says "ready" or why not on its standard output, and stops by itself when idle.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { chmodSync, existsSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Lock, takeLock } from './lock.ts';
import { claimFolders, socketFile } from './socket.ts';
import { withTurns } from './turns.ts';

const [folder = '', idleSeconds = '30'] = process.argv.slice(2);
const tickMilliseconds = 250;

try {
  await run();
} catch (error) {
  console.log(`refused: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function run() {
  claimFolders(folder);
  const lock = await takeLock(folder);
  const database = await openDatabase(lock);
  const socket = socketFile(folder);
  rmSync(socket, { force: true });

  let answeredAt = 0;
  const turns = withTurns(database, {
    before: lock.check,
    // Whoever watches the engine sees by the socket's date that it works.
    after() {
      if (Date.now() - answeredAt < tickMilliseconds) return;
      answeredAt = Date.now();
      utimesSync(socket, new Date(), new Date());
    },
  });
  const server = new PGLiteSocketServer({ db: turns, path: socket, maxConnections: 50 });
  let idleSince = Date.now();
  const rest = () => {
    idleSince = Date.now();
  };
  server.addEventListener('connection', rest);
  const clock = setInterval(() => {
    if (server.getStats().activeConnections > 0) rest();
    else if (Date.now() - idleSince > Number(idleSeconds) * 1000) void stop();
  }, tickMilliseconds);

  const stop = async () => {
    clearInterval(clock);
    process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT');
    await server.stop();
    await database.close();
    await lock.release();
    process.exit(0);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);

  await server.start();
  chmodSync(socket, 0o600);
  console.log('ready');
}

/** A new database is made aside and put in place when it is whole: an end in the middle leaves nothing behind. */
async function openDatabase(lock: Lock): Promise<PGlite> {
  const place = join(folder, 'pg');
  if (!existsSync(place)) {
    const unfinished = join(folder, 'pg.unfinished');
    rmSync(unfinished, { recursive: true, force: true });
    const fresh = await PGlite.create(unfinished);
    await fresh.close();
    lock.check();
    renameSync(unfinished, place);
  }
  const database = await PGlite.create(place);
  // For all connections, which share this session: here too, a row by its key costs hardly more than the next one.
  await database.exec('SET random_page_cost = 1.1');
  return database;
}
