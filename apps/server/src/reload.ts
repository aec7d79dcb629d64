// npm run dev: open pages load themselves again when the site that made them has started again.
import type { FastifyInstance } from 'fastify';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const pageScript = `const { origin, searchParams } = new URL(document.currentScript.src);
const starts = origin + '/starts?room=' + searchParams.get('room') + '&since=' + performance.timeOrigin;
new EventSource(starts).onmessage = () => location.reload();
`;

/**
 * The door that all three sites report their starts to, on a port of its own, and that their open pages listen at:
 * GET /reload.js?room=… is the pages' script, POST /starts?room=… a site's report.
 */
export async function openReloadDoor(): Promise<{ url: string; close(): void }> {
  const startedAt = new Map<string, number>();
  const pages = new Map<ServerResponse, string>();
  // Whatever a page shows comes from the server in the end.
  const concerns = (page: string, room: string) => page === room || room === 'server';
  const tell = (page: ServerResponse) => page.write('data: started\n\n');

  const door = createServer((request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const room = searchParams.get('room') ?? '';
    reply.setHeader('access-control-allow-origin', '*').setHeader('cache-control', 'no-store');
    if (pathname === '/reload.js') {
      reply.setHeader('content-type', 'text/javascript; charset=utf-8').end(pageScript);
    } else if (pathname === '/starts' && request.method === 'POST') {
      startedAt.set(room, Date.now());
      for (const [page, pageRoom] of pages) if (concerns(pageRoom, room)) tell(page);
      reply.writeHead(204).end();
    } else if (pathname === '/starts') {
      reply.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      reply.write('retry: 1000\n\n');
      pages.set(reply, room);
      reply.once('close', () => pages.delete(reply));
      // A start while the page was loading would otherwise be missed.
      const since = Number(searchParams.get('since'));
      if ([...startedAt].some(([started, at]) => concerns(room, started) && at > since)) tell(reply);
    } else reply.writeHead(404).end();
  });
  await new Promise<void>((done) => {
    door.listen(0, 'localhost', done);
  });
  return {
    url: `http://localhost:${(door.address() as AddressInfo).port}`,
    close() {
      door.close();
      door.closeAllConnections();
    },
  };
}

/** Puts the door's script into every page of the server, and reports its start. */
export function reloadPages(app: FastifyInstance, reloadUrl: string) {
  app.addHook('onSend', async (_request, reply, payload) => {
    if (!String(reply.getHeader('content-type')).startsWith('text/html')) return payload;
    const policy = String(reply.getHeader('content-security-policy'));
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': policy.replaceAll(/\b(script|connect)-src\b/g, `$& ${reloadUrl}`),
    });
    const script = `<script src="${reloadUrl}/reload.js?room=server"></script>`;
    return String(payload).replace('</head>', `${script}</head>`);
  });
  app.addHook('onListen', async () => {
    await fetch(`${reloadUrl}/starts?room=server`, { method: 'POST' }).catch(() => {});
  });
}
