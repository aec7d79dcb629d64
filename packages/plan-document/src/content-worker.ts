import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentContent } from './document-content.ts';
import { readPdf } from './pdf.ts';
import { UnreadableDocument, type UnreadableCode } from './unreadable-document.ts';
import { readWebPage } from './web-page.ts';
import { readZippedDocument } from './zipped-document.ts';

/** What the thread is given. */
export type ContentTask = { kind: 'PDF' | 'ZIPPED'; bytes: Uint8Array } | { kind: 'WEB_PAGE'; text: string };

/** What the thread answers. */
export type ContentAnswer =
  | { content: DocumentContent }
  | { refusal: { code: UnreadableCode; message: string } }
  | { progress: string };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
const tell = (answer: ContentAnswer) => parentPort?.postMessage(answer);

async function readContent(task: ContentTask): Promise<DocumentContent> {
  if (task.kind === 'WEB_PAGE') return readWebPage(task.text);
  if (task.kind === 'ZIPPED') return readZippedDocument(task.bytes);
  return readPdf(task.bytes, (progress) => tell({ progress }));
}

try {
  tell({ content: await readContent(workerData as ContentTask) });
} catch (error) {
  if (!(error instanceof UnreadableDocument)) throw error;
  tell({ refusal: { code: error.code, message: error.message } });
}
