import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../dist/playground');
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The playground's page, at the address of the API itself. */
export function sendPlayground(_request: FastifyRequest, reply: FastifyReply) {
  return reply
    .headers({
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    })
    .type('text/html; charset=utf-8')
    .send(readFileSync(join(folder, 'index.html')));
}

/** Its scripts and styles, from our own origin. */
export async function servePlayground(app: FastifyInstance) {
  if (!existsSync(folder)) throw new Error('The playground has not been built. Run "npm run build" first.');
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/playground/',
    index: false,
    immutable: true,
    maxAge: '365d',
  });
}
