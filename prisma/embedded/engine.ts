// The embedded engine: PGlite in a process of its own, speaking the PostgreSQL protocol on a Unix socket.
// Started by openEmbedded; says "ready" or why not on its standard output, and stops by itself when idle.
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { takeLock } from './lock.ts';
import { socketFile, socketFolder } from './socket.ts';
import { withTurns } from './turns.ts';

const idleSeconds = 30;
const folder = process.argv[2];
if (!folder) throw new Error('Usage: engine.ts FOLDER');

for (const path of [folder, socketFolder(folder)]) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
}

const lock = await takeLock(folder, () => process.exit(1)).catch((error: Error) => {
  console.log(`refused: ${error.message}`);
  process.exit(1);
});

const database = await PGlite.create(`${folder}/pg`);
const socket = socketFile(folder);
rmSync(socket, { force: true });
const server = new PGLiteSocketServer({ db: withTurns(database), path: socket, maxConnections: 50 });
await server.start();
chmodSync(socket, 0o600);
console.log('ready');

let idleSince = Date.now();
setInterval(() => {
  if (server.getStats().activeConnections > 0) idleSince = Date.now();
  else if (Date.now() - idleSince > idleSeconds * 1000) void stop();
}, 1000);

process.on('SIGTERM', stop);
process.on('SIGINT', stop);

async function stop() {
  await server.stop();
  await database.close();
  lock.release();
  process.exit(0);
}
