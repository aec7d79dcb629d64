import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isIPv6 } from 'node:net';
import { sendError } from './errors.ts';
import type { KnownCouncil, Revisions } from './revisions.ts';

const heartbeatMilliseconds = 15_000;
const mostStreams = 10_000;
const mostStreamsOfOneAddress = 100;
const mostUnreadBytes = 256 * 1024;

/** Nothing was written, and yet much reads otherwise: who is in office, what is late. A page asks again whatever it has. */
const dayChange = 'event: change\ndata: {"revision":null}\n\n';

/** GET /live/<council>: tells each open page that something changed, and nothing else. */
export function serveLive(app: FastifyInstance, revisions: Revisions) {
  const streams = new Map<ServerResponse, string>();
  const perAddress = new Map<string, number>();
  let isClosing = false;

  const send = (to: ServerResponse, text: string) => {
    // A reader that does not read must not cost memory; its page will connect again.
    if (to.writableLength > mostUnreadBytes) to.destroy();
    else to.write(text);
  };
  const describe = ({ revision }: KnownCouncil) =>
    `event: change\nid: ${revision}\ndata: ${JSON.stringify({ revision })}\n\n`;

  revisions.on('change', (council) => {
    const text = describe(council);
    for (const [stream, slug] of streams) if (slug === council.slug) send(stream, text);
  });
  revisions.on('day', ({ slug: of }) => {
    for (const [stream, slug] of streams) if (slug === of) send(stream, dayChange);
  });
  const heartbeat = setInterval(() => {
    for (const stream of streams.keys()) send(stream, ':\n\n');
  }, heartbeatMilliseconds);

  app.get<{ Params: { council: string } }>('/live/:council', async (request, reply) => {
    const council = await revisions.find(request.params.council);
    reply.header('access-control-allow-origin', '*');
    if (!council) return sendError(reply, 404, 'NOT_FOUND', 'There is no such council.');
    // Whoever came while the server ends would keep it from ending.
    if (isClosing) return sendError(reply, 503, 'CLOSING', 'The server is ending. Ask again soon.');
    const address = bucketOf(request.ip);
    const open = perAddress.get(address) ?? 0;
    if (streams.size >= mostStreams || open >= mostStreamsOfOneAddress) {
      reply.header('retry-after', '60');
      return sendError(
        reply,
        429,
        'TOO_MANY_STREAMS',
        'Too many live streams are open. Ask again every minute instead.',
      );
    }
    reply.hijack();
    const stream = reply.raw;
    // Whoever left while we looked has been closed already, and will not say so again.
    if (stream.destroyed) return reply;
    stream.on('error', () => {});
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'access-control-allow-origin': '*',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') {
      stream.end();
      return reply;
    }
    // Jitter, so that a restart does not bring everybody back in one second.
    send(stream, `retry: ${2000 + Math.round(Math.random() * 6000)}\n${describe(council)}`);
    streams.set(stream, council.slug);
    perAddress.set(address, open + 1);
    stream.once('close', () => {
      streams.delete(stream);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
    return reply;
  });

  app.addHook('preClose', async () => {
    isClosing = true;
    clearInterval(heartbeat);
    for (const stream of streams.keys()) stream.end();
    streams.clear();
  });
}

/** One household or hotel: an IPv4 address, or the /64 of an IPv6 one. Kept in memory only while a stream is open. */
function bucketOf(ip: string): string {
  const plain = ip.replace(/^::ffff:/, '');
  if (!isIPv6(plain)) return plain;
  const [start = '', end] = plain.split('::');
  const before = start ? start.split(':') : [];
  const after = end ? end.split(':') : [];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
