// The embedded engine: PGlite in a process of its own, speaking the PostgreSQL protocol on a Unix socket or a port.
// Started by openEmbedded; says "ready" or why not on its standard output, and stops by itself when idle.
import { PGlite } from '@electric-sql/pglite';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase } from './fresh-database.ts';
import { type Lock, takeLock } from './lock.ts';
import { demandPassword, loopback, portFile, writeEntry } from './port.ts';
import { claimFolders, socketFile } from './socket.ts';
import { withTurns } from './turns.ts';

const [folder = '', idleSeconds = '30', door = 'socket'] = process.argv.slice(2);
const tickMilliseconds = 250;

// Whoever started it may be gone before it is ready; others wait for it too.
process.stdout.on('error', () => {});

try {
  await run();
} catch (error) {
  console.log(`refused: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function run() {
  const isOverPort = door === 'port';
  claimFolders(folder, isOverPort);
  const lock = await takeLock(folder);
  const database = await openDatabase(lock);
  const entrance = isOverPort ? portFile(folder) : socketFile(folder);
  rmSync(entrance, { force: true });

  let answeredAt = 0;
  const turns = withTurns(database, {
    before: lock.check,
    // Whoever watches the engine sees by the date of its entrance that it works.
    after() {
      if (Date.now() - answeredAt < tickMilliseconds) return;
      answeredAt = Date.now();
      utimesSync(entrance, new Date(), new Date());
    },
  });
  const password = randomBytes(32).toString('base64url');
  const server = new PGLiteSocketServer({
    db: turns,
    maxConnections: 50,
    ...(isOverPort ? { host: loopback, port: 0 } : { path: entrance }),
  });
  if (isOverPort) demandPassword(server, password);
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
    rmSync(entrance, { force: true });
    await database.close();
    await lock.release();
    process.exit(0);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);

  await server.start();
  if (isOverPort) {
    const port = Number(server.getServerConn().split(':')[1]);
    writeEntry(entrance, { port, password, pid: process.pid });
  } else chmodSync(entrance, 0o600);
  console.log('ready');
}

/** A new database is copied aside and put in place when it is whole: an end in the middle leaves nothing behind. */
async function openDatabase(lock: Lock): Promise<PGlite> {
  const place = join(folder, 'pg');
  if (!existsSync(place)) {
    if (!existsSync(freshDatabase)) {
      throw new Error('The empty database to begin with has not been made. Run "npm run generate" first.');
    }
    const unfinished = join(folder, 'pg.unfinished');
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(freshDatabase, unfinished, { recursive: true });
    lock.check();
    renameSync(unfinished, place);
  }
  const database = await PGlite.create(place, { extensions: { fuzzystrmatch } });
  // For all connections, which share this session: here too, a row by its key costs hardly more than the next one.
  await database.exec('SET random_page_cost = 1.1');
  return database;
}
