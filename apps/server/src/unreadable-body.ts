import type { FastifyInstance } from 'fastify';
import { sendError } from './errors.ts';

/** Refuses a body that would be read as something else than what it is: one that is compressed, or not UTF-8. */
export function refuseUnreadableBodies(app: FastifyInstance) {
  // Behind the hooks that let pages of other sites read why.
  app.addHook('preParsing', async ({ headers }, reply, body) => {
    const problem =
      (headers['content-encoding'] ?? 'identity') !== 'identity'
        ? 'A compressed body is not read here. Send it uncompressed.'
        : isUtf8(headers['content-type'] ?? '')
          ? null
          : 'A body is read as UTF-8 here. Send it so, and say so or leave "charset" out.';
    if (!problem) return body;
    sendError(reply, 415, 'UNSUPPORTED_MEDIA_TYPE', problem);
    return reply;
  });
}

/** Whether a content type that says in what its text is written says UTF-8. */
const isUtf8 = (type: string) =>
  /^utf-?8$/i.test(/;\s*charset\s*=\s*"?([^\s";]*)/i.exec(type)?.[1] ?? 'utf-8');
