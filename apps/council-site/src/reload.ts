import type { FastifyInstance } from 'fastify';

/** In development alone: every page listens at `reloadUrl`, and loads itself again when this site has started again. */
export function reloadPages(site: FastifyInstance, reloadUrl: string): void {
  site.addHook('onRequest', async (request) => {
    // A copy of before knows nothing of the listening, or listens at a door that is closed.
    delete request.headers['if-none-match'];
  });
  site.addHook('onSend', async (_request, reply, payload) => {
    if (!String(reply.getHeader('content-type')).startsWith('text/html')) return payload;
    const policy = String(reply.getHeader('content-security-policy'));
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': policy.replaceAll(/\b(script|connect)-src\b/g, `$& ${reloadUrl}`),
    });
    const script = `<script src="${reloadUrl}/reload.js?room=council-site"></script>`;
    return String(payload).replace('</head>', `${script}</head>`);
  });
  site.addHook('onListen', async () => {
    await fetch(`${reloadUrl}/starts?room=council-site`, { method: 'POST' }).catch(() => {});
  });
}
