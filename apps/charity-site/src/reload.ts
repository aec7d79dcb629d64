import type { FastifyInstance } from 'fastify';

/** In development alone: every page without a policy listens at `reloadUrl`, and loads itself again when this site has started again. */
export function reloadPages(site: FastifyInstance, reloadUrl: string): void {
  site.addHook('onSend', async (_request, reply, payload) => {
    if (!String(reply.getHeader('content-type')).startsWith('text/html')) return payload;
    // Such a page shows what the widgets work under, so its policy stays as it is.
    if (reply.hasHeader('content-security-policy')) return payload;
    const script = `<script src="${reloadUrl}/reload.js?room=charity-site"></script>`;
    return String(payload).replace('</head>', `${script}</head>`);
  });
  site.addHook('onListen', async () => {
    await fetch(`${reloadUrl}/starts?room=charity-site`, { method: 'POST' }).catch(() => {});
  });
}
