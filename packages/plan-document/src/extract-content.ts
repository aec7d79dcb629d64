import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ContentAnswer, ContentTask } from './content-worker.ts';
import type { DocumentContent } from './document-content.ts';
import { UnreadableDocument } from './unreadable-document.ts';

const MOST_SECONDS = 60;
const MOST_MEGABYTES = 1024;

interface ExtractOptions {
  mostSeconds?: number;
  /** Of memory. */
  mostMegabytes?: number;
  onProgress?: (what: string) => void;
}

/**
 * Takes the content out of a file in a thread of its own, which sees no environment and can be ended: a file that
 * was made to take time or memory without end is refused.
 */
export function extractContent(
  task: ContentTask,
  { mostSeconds = MOST_SECONDS, mostMegabytes = MOST_MEGABYTES, onProgress = () => {} }: ExtractOptions = {},
): Promise<DocumentContent> {
  return new Promise((done, fail) => {
    const worker = new Worker(join(import.meta.dirname, 'content-worker.ts'), {
      workerData: task,
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const end = (finish: () => void) => {
      clearTimeout(deadline);
      void worker.terminate();
      finish();
    };
    const deadline = setTimeout(() => end(() => fail(tookTooLong(mostSeconds))), mostSeconds * 1000);
    worker.on('message', (answer: ContentAnswer) => {
      if ('progress' in answer) onProgress(answer.progress);
      else if ('content' in answer) end(() => done(answer.content));
      else end(() => fail(new UnreadableDocument(answer.refusal.code, answer.refusal.message)));
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(() => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tookTooMuchMemory() : error)),
    );
    worker.once('exit', () => end(() => fail(tookTooMuchMemory())));
  });
}

function tookTooLong(seconds: number): UnreadableDocument {
  return new UnreadableDocument(
    'TOO_SLOW',
    `This file could not be read within ${seconds} seconds. Save the plan alone, without its pictures, as text or CSV.`,
  );
}

function tookTooMuchMemory(): UnreadableDocument {
  return new UnreadableDocument(
    'TOO_LARGE',
    'This file needs more memory than reading a plan may take. Save the plan alone, as text or CSV.',
  );
}
