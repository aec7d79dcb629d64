import type { FastifyInstance } from 'fastify';
import type { Revisions } from './revisions.ts';

/** /livez: the process runs. /readyz: it can answer, which takes the database. */
export function serveHealth(app: FastifyInstance, revisions: Revisions) {
  app.get('/livez', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  app.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return revisions.hasTouch ? { status: 'ready' } : reply.code(503).send({ status: 'no database' });
  });
}
