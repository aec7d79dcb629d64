// The heart of a lock, in a thread of its own: a long query must not look like death to another machine, and
// an engine whose lock was taken must end even in the middle of one.
import { readFileSync, utimesSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { file, content } = workerData as { file: string; content: string };

setInterval(() => {
  try {
    if (readFileSync(file, 'utf8') === content) return utimesSync(file, new Date(), new Date());
  } catch {
    // A lock that cannot be read or touched protects nobody.
  }
  process.kill(process.pid, 'SIGKILL');
}, 1000);
