// npm start: the server and both sites, each a process of its own as in real life, ended together.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { readEnvironment, WrongEnvironment } from './environment.ts';
import { openReloadDoor } from './reload.ts';

const isWatching = process.argv.includes('--watch');
const script = isWatching ? 'dev' : 'start';
const rooms = ['server', 'council-site', 'charity-site', ...(isWatching ? ['widgets'] : [])];

const environment = (() => {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (!(error instanceof WrongEnvironment)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
})();

await refuseTakenPorts({
  PORT: environment.port,
  COUNCIL_SITE_PORT: environment.councilSitePort,
  CHARITY_SITE_PORT: environment.charitySitePort,
});

const reloadDoor = isWatching ? await openReloadDoor() : null;

const children: ChildProcess[] = rooms.map((room) =>
  spawn('npm', ['run', '--silent', script, '--workspace', `@open-sanctuary/${room}`], {
    cwd: `${import.meta.dirname}/../../..`,
    stdio: 'inherit',
    // A group of its own: npm hands no signal on to what it started.
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      PUBLIC_URL: environment.publicUrl,
      COUNCIL_SITE_URL: environment.councilSiteUrl,
      CHARITY_SITE_URL: environment.charitySiteUrl,
      RELOAD_URL: reloadDoor?.url,
    },
  }),
);

/** Said before anything starts, in words that name the way out. */
async function refuseTakenPorts(ports: Readonly<Record<string, number>>) {
  for (const [variable, port] of Object.entries(ports)) {
    const door = createServer();
    const isTaken = await new Promise<boolean>((done) => {
      door.once('error', (error: NodeJS.ErrnoException) => done(error.code === 'EADDRINUSE'));
      door.listen(port, '0.0.0.0', () => door.close(() => done(false)));
    });
    if (!isTaken) continue;
    console.error(
      `Port ${port} is in use. End what uses it, or choose another: ${variable}=${port + 100} npm start`,
    );
    process.exit(1);
  }
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess) {
  if (!pid || exitCode !== null || signalCode !== null) return;
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
}

let isEnding = false;
function end(code: number) {
  if (isEnding) return;
  isEnding = true;
  for (const child of children) endGroup(child);
  setTimeout(() => process.exit(code), 8000).unref();
  void Promise.all(
    children.map(
      (child) => child.exitCode ?? child.signalCode ?? new Promise((done) => child.once('exit', done)),
    ),
  ).then(() => process.exit(code));
}

for (const child of children) child.once('exit', (code) => end(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));
