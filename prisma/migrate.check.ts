// Fails, with the SQL that is missing, when the migrations do not make what the models describe.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findEnginePid, openEmbedded } from './embedded/embedded.ts';
import { describeDrift } from './migrate.ts';

const folder = await mkdtemp(join(tmpdir(), 'sanctuary-check-'));
try {
  const scratch = await openEmbedded(folder, { idleSeconds: 10 });
  const missing = await describeDrift(scratch, scratch);
  if (missing) {
    console.error(`The migrations do not make what the models describe. What is missing:\n\n${missing}`);
    process.exitCode = 1;
  }
} finally {
  const pid = findEnginePid(folder);
  if (pid) process.kill(pid, 'SIGKILL');
  while (findEnginePid(folder)) await wait(20);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
