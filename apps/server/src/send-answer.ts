import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from './answers.ts';

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
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(answer.br);
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(answer.gzip);
  return reply.send(answer.body);
}
