import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import fastify from 'fastify';
import { readEnvironment, type Environment } from './environment.ts';
import { reloadPages } from './reload.ts';
import { listPolicies } from './strict-policy.ts';

export interface CharitySite {
  readonly url: string;
  close(): Promise<void>;
}

const pages = new URL('../pages/', import.meta.url);

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Serves the files of `pages/` as any web space would, on an origin of its own. */
export async function startCharitySite(environment: Environment): Promise<CharitySite> {
  const site = fastify({ forceCloseConnections: true });
  if (environment.reloadUrl) reloadPages(site, environment.reloadUrl);
  const policies = listPolicies(new URL(environment.serverUrl).origin);

  for (const name of readdirSync(pages)) {
    const content = writeAddresses(readFileSync(new URL(name, pages), 'utf8'), environment);
    const headers = {
      'content-type': contentTypes[extname(name)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      ...(policies.has(name) && { 'content-security-policy': policies.get(name) }),
    };
    site.get(name === 'index.html' ? '/' : `/${name}`, (_request, reply) =>
      reply.headers(headers).send(content),
    );
  }

  let reports = 0;
  site.addContentTypeParser('application/csp-report', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  site.post('/csp-reports', (_request, reply) => {
    reports += 1;
    return reply.code(204).send();
  });
  site.get('/csp-reports', () => ({ reports }));

  const listening = new URL(await site.listen({ port: environment.port, host: '0.0.0.0' }));
  return { url: `http://localhost:${listening.port}`, close: () => site.close() };
}

/**
 * The only thing done to a page: a volunteer pastes the addresses of the real server, and here it may stand somewhere
 * else than on the usual ports.
 */
const writeAddresses = (content: string, { serverUrl, councilSiteUrl }: Environment): string =>
  content.replaceAll(/http:\/\/localhost:(4000|4001)\b/g, (_address, port) =>
    port === '4000' ? serverUrl : councilSiteUrl,
  );

if (import.meta.main) {
  try {
    const { url, close } = await startCharitySite(readEnvironment(process.env));
    console.log(`Charity site: ${url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        void close();
        // A connection that a browser opened and never used would keep the site from ending.
        setTimeout(() => process.exit(), 5000).unref();
      });
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
