import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, encode } from './answers.ts';

/** Sends kept bytes in the encoding that the caller takes, or nothing but 304 when it has them already. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  type: string,
  cacheControl: string,
) {
  reply
    .header('etag', `W/${answer.etag}`)
    .header('cache-control', cacheControl)
    .header('vary', 'Accept-Encoding')
    .type(type);
  const known = request.headers['if-none-match'] ?? '';
  if (known === '*' || known.includes(answer.etag)) return reply.code(304).send();
  const accepted = request.headers['accept-encoding'] ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  if (!encoding) return reply.send(answer.body);
  reply.header('content-encoding', encoding);
  const encoded = answer.encoded[encoding];
  return encoded ? reply.send(encoded) : encode(answer, encoding).then((bytes) => reply.send(bytes));
}
