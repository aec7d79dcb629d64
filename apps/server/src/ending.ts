import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';

const sweepMilliseconds = 100;
const graceMilliseconds = 5000;

/**
 * A server that ends lets the answers under way be finished, for five seconds at most. A connection that a browser
 * opened and never used would keep it from ending: to Node it is not idle before its first request.
 */
export function endConnections(app: FastifyInstance) {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));

  app.addHook('preClose', async () => {
    const endsAt = performance.now() + graceMilliseconds;
    for (const socket of unused) socket.destroy();
    const sweep = setInterval(() => {
      if (performance.now() < endsAt) app.server.closeIdleConnections();
      else app.server.closeAllConnections();
    }, sweepMilliseconds);
    app.server.once('close', () => clearInterval(sweep));
  });
}
