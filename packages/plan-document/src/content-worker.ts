import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentContent } from './document-content.ts';
import { UnreadableDocument, type UnreadableCode } from './unreadable-document.ts';
import { tooMuchInside } from './zip.ts';

/** What the thread is given. */
export type ContentTask = { kind: 'PDF' | 'ZIPPED'; bytes: Uint8Array } | { kind: 'WEB_PAGE'; text: string };

/** What the thread answers. */
export type ContentAnswer =
  | { content: DocumentContent }
  | { refusal: { code: UnreadableCode; message: string } }
  | { progress: string };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
const tell = (answer: ContentAnswer) => parentPort?.postMessage(answer);

/** Each reader is loaded only when it is needed: that of PDFs takes as long as reading one. */
async function readContent(task: ContentTask): Promise<DocumentContent> {
  if (task.kind === 'WEB_PAGE') return (await import('./web-page.ts')).readWebPage(task.text);
  if (task.kind === 'ZIPPED') return (await import('./zipped-document.ts')).readZippedDocument(task.bytes);
  const { readPdf } = await import('./pdf.ts');
  return readPdf(task.bytes, (progress) => tell({ progress }));
}

try {
  tell({ content: await readContent(workerData as ContentTask) });
} catch (error) {
  // Elements within elements without end exhaust the stack.
  const refusal = error instanceof RangeError ? tooMuchInside() : error;
  if (!(refusal instanceof UnreadableDocument)) throw refusal;
  tell({ refusal: { code: refusal.code, message: refusal.message } });
}
