import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, encode, type Encoding } from './answers.ts';

/** A cache in between may keep it for a minute; a browser asks whether its copy still holds. */
export const keptAMinute = 'public, max-age=0, s-maxage=60';

/** Sends kept bytes in the encoding that the caller takes, or nothing but 304 when it has them already. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  type: string,
  cacheControl = keptAMinute,
) {
  reply
    .header('etag', `W/${answer.etag}`)
    .header('cache-control', cacheControl)
    .header('vary', 'Accept-Encoding')
    .type(type);
  if (answer.modified) reply.header('last-modified', answer.modified.toUTCString());
  if (isKnown(request, answer)) return reply.code(304).send();
  const accepted = request.headers['accept-encoding'] ?? '';
  const encoding = encodings.find((each) => isTaken(each, accepted));
  if (!encoding) return reply.send(answer.body);
  reply.header('content-encoding', encoding);
  const encoded = answer.encoded[encoding];
  return encoded ? reply.send(encoded) : encode(answer, encoding).then((bytes) => reply.send(bytes));
}

/** The smaller comes first. */
const encodings: readonly Encoding[] = ['br', 'gzip'];

/** Whether a caller names it, and not with "q=0", which takes it away. */
const isTaken = (encoding: Encoding, accepted: string): boolean =>
  accepted.split(',').some((each) => {
    const [name, ...weight] = each.split(';').map((part) => part.trim());
    return name === encoding && !weight.some((part) => /^q=0(?:\.0*)?$/i.test(part));
  });

/** A tag says more than a day, so it alone counts where both are sent. */
function isKnown({ headers }: FastifyRequest, { etag, modified }: Answer): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags === '*' || tags.includes(etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // The header counts whole seconds.
  return modified !== undefined && Math.floor(modified.getTime() / 1000) * 1000 <= since;
}
