import widgetsPackage from '@open-sanctuary/widgets/package.json' with { type: 'json' };
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { type Answer, type Answers, encode, toAnswer } from './answers.ts';
import { serveEmbedPages } from './embed-pages.ts';
import type { Environment } from './environment.ts';
import { sendError } from './errors.ts';
import { sendAnswer } from './send-answer.ts';

const { version } = widgetsPackage;
const tags = ['action-tracker', 'service-finder', 'steering-group'];
const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
const keptAWhile = 'public, max-age=300, stale-while-revalidate=86400';
const forEver = 'public, max-age=31536000, immutable';

/** /embed: the script that partner sites load, and pages for those who can only link or frame. */
export async function serveEmbed(app: FastifyInstance, answers: Answers, environment: Environment) {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@open-sanctuary/widgets/package.json')),
    'dist',
  );
  const files = new Map(
    await Promise.all(
      (await readdir(folder))
        .filter((name) => types[name.split('.').at(-1) ?? ''])
        .map(async (name) => [name, await toFile(await readFile(join(folder, name)))] as const),
    ),
  );
  const describeFile = (name: string) => {
    const file = files.get(name);
    if (!file) throw new Error('The widgets have not been built. Run "npm run build" first.');
    return {
      path: `/embed/${version}/${name}`,
      integrity: `sha384-${createHash('sha384').update(file.body).digest('base64')}`,
      bytes: file.body.length,
      brotliBytes: file.encoded.br?.length,
    };
  };
  const manifest = {
    evergreen: '/embed/v1/sanctuary.js',
    versions: [
      {
        version,
        // All tags in one script, and for pages that show only one of them a script for each.
        ...describeFile('sanctuary.js'),
        tags: tags.map((name) => ({ tag: `sanctuary-${name}`, ...describeFile(`${name}.js`) })),
      },
    ],
  };
  // In development a page that loads itself again must not meet the script of before.
  const evergreen = environment.reloadUrl ? 'no-cache' : keptAWhile;
  const anySite = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

  app.get('/embed/manifest.json', async (_request, reply) =>
    reply.headers(anySite).header('cache-control', 'public, max-age=60').send(manifest),
  );

  app.get<{ Params: { version: string; file: string } }>('/embed/:version/:file', async (request, reply) => {
    const { file } = request.params;
    const answer = files.get(file);
    const isPinned = request.params.version === version;
    if (!answer || !(isPinned || request.params.version === 'v1')) {
      return sendError(
        reply,
        404,
        'NOT_FOUND',
        `There is no such file. /embed/manifest.json lists what there is.`,
      );
    }
    reply.headers(anySite).header('x-content-type-options', 'nosniff');
    return sendAnswer(
      request,
      reply,
      answer,
      types[file.split('.').at(-1) ?? ''] ?? '',
      isPinned ? forEver : evergreen,
    );
  });

  serveEmbedPages(app, answers, environment, evergreen);

  app.get<{ Params: { '*': string } }>('/go/*', async (request, reply) => {
    const path = request.params['*'].split('/').map(encodeURIComponent).join('/');
    return reply
      .header('referrer-policy', 'no-referrer')
      .redirect(`${environment.councilSiteUrl}/${path}`, 302);
  });
}

/** Compressed as small as it gets, since every page loads it. */
async function toFile(body: Buffer): Promise<Answer> {
  const file = toAnswer(body);
  await encode(file, 'br', 11);
  return file;
}
