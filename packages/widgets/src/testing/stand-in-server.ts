import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

export async function listen(handler: Handler): Promise<Listening> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

export interface StandInServer extends Listening {
  /** What the next questions are answered with; a function may answer in any way it likes. */
  answer: unknown;
  /** Refuses live streams with this status. */
  refuseStreams: number | undefined;
  /** The paths and queries that were asked for. */
  readonly asked: string[];
  /** How many live streams are open. */
  streams(): number;
  /** Says on all streams that there is something new. */
  change(revision: number): void;
}

/** Serves the built script and answers persisted documents, as the real server does, from an example. */
export async function startStandInServer(): Promise<StandInServer> {
  const asked: string[] = [];
  const open = new Set<ServerResponse>();
  const files = new URL('../../dist/', import.meta.url);
  const listening = await listen((request, response) => {
    const url = new URL(request.url ?? '', 'http://stand.in');
    asked.push(url.pathname + url.search);
    response.setHeader('access-control-allow-origin', '*');
    if (url.pathname.startsWith('/embed/v1/')) {
      const name = url.pathname.slice('/embed/v1/'.length);
      response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'application/json');
      response.end(readFileSync(new URL(name, files)));
    } else if (url.pathname.startsWith('/live/')) {
      if (server.refuseStreams) return void response.writeHead(server.refuseStreams).end();
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    } else if (typeof server.answer === 'function') {
      (server.answer as Handler)(request, response);
    } else {
      response.setHeader('content-type', 'application/json');
      response.setHeader('cache-control', 'no-cache');
      response.end(JSON.stringify({ data: server.answer }));
    }
  });
  const server: StandInServer = {
    ...listening,
    answer: undefined,
    refuseStreams: undefined,
    asked,
    streams: () => open.size,
    change(revision) {
      for (const stream of open) stream.write(`event: change\ndata: {"revision":${revision}}\n\n`);
    },
  };
  return server;
}
