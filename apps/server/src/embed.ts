import { actionTrackerView } from '@open-sanctuary/widgets/action-tracker/action-tracker.view';
import { findPlan } from '@open-sanctuary/widgets/action-tracker/plan-choice';
import { actionTrackerStyles } from '@open-sanctuary/widgets/action-tracker/action-tracker.styles';
import { look } from '@open-sanctuary/widgets/look';
import { partsStyles } from '@open-sanctuary/widgets/look/parts.styles';
import type { ActionTrackerQuery } from '@open-sanctuary/widgets/operations';
import widgetsPackage from '@open-sanctuary/widgets/package.json' with { type: 'json' };
import { actionTrackerDocumentId } from '@open-sanctuary/widgets/documents';
import { renderPlain } from '@open-sanctuary/widgets/render-plain';
import { getWords } from '@open-sanctuary/widgets/words';
import type { FastifyInstance } from 'fastify';
import { html } from 'lit';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { type Answer, type Answers, encode, toAnswer, toQuestion } from './answers.ts';
import { createCouncilAddresses } from './council-addresses.ts';
import type { Environment } from './environment.ts';
import { sendError } from './errors.ts';
import { sendAnswer } from './send-answer.ts';
import { findUnsafeValue } from './text-safety.ts';

const { version } = widgetsPackage;
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
  const script = files.get('sanctuary.js');
  if (!script) throw new Error('The widgets have not been built. Run "npm run build" first.');

  const manifest = {
    evergreen: '/embed/v1/sanctuary.js',
    versions: [
      {
        version,
        path: `/embed/${version}/sanctuary.js`,
        integrity: `sha384-${createHash('sha384').update(script.body).digest('base64')}`,
        bytes: script.body.length,
        brotliBytes: script.encoded.br?.length,
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

  app.get('/embed/page.css', async (request, reply) =>
    sendAnswer(request, reply, await style, 'text/css; charset=utf-8', evergreen),
  );

  app.get<{ Params: { council: string }; Querystring: { plan?: unknown; lang?: unknown } }>(
    '/embed/action-tracker/:council',
    async (request, reply) => {
      const { council: slug } = request.params;
      const words = getWords(request.query.lang === 'ar' ? 'ar' : 'en');
      const ask = async (plan: string) => {
        const { body } = await answers.answer(
          toQuestion(actionTrackerDocumentId, { council: slug, plan, language: words.language }),
        );
        return (JSON.parse(String(body)) as { data: ActionTrackerQuery }).data.council;
      };
      const slugOfPlan = typeof request.query.plan === 'string' ? request.query.plan : '';
      const problem = findUnsafeValue([slug, slugOfPlan]);
      if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
      let council = await ask(slugOfPlan);
      if (council && !slugOfPlan) council = await ask(findPlan(council.plans)?.slug ?? '');
      if (!council?.plan) return sendError(reply, 404, 'NOT_FOUND', 'There is no such council or plan.');
      const { plan } = council;
      const tracker = html`<sanctuary-action-tracker
        council=${council.slug}
        plan=${plan.slug}
        lang=${words.language}
        loading="eager"
      >
        <div class="sanctuary own">
          ${actionTrackerView(council, plan, {
            words,
            today: council.today,
            headingLevel: 2,
            planUrl: createCouncilAddresses(council, environment).plan(plan.slug),
          })}
        </div>
      </sanctuary-action-tracker>`;
      return reply
        .headers({
          'content-security-policy':
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *; require-trusted-types-for 'script'; trusted-types lit-html",
          'referrer-policy': 'no-referrer',
          'cache-control': 'public, max-age=0, s-maxage=60',
        })
        .type('text/html; charset=utf-8')
        .send(
          pageOf({
            language: words.language,
            title: `${plan.title} · ${council.name}`,
            isIndexed: !council.isExample,
            body: renderPlain(tracker),
          }),
        );
    },
  );

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

const style = toFile(
  Buffer.from(`${look}\n${partsStyles}\n${actionTrackerStyles}\nbody { margin: 1rem; }\n`),
);

/** Lit binds nothing inside a title, so the frame of the page is put together here. */
const pageOf = (page: {
  language: string;
  title: string;
  isIndexed: boolean;
  body: string;
}) => `<!doctype html>
<html lang="${page.language}" dir="${page.language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${page.isIndexed ? '' : '<meta name="robots" content="noindex">'}
<title>${renderPlain(html`${page.title}`)}</title>
<link rel="stylesheet" href="/embed/page.css">
<script type="module" src="/embed/v1/sanctuary.js"></script>
</head>
<body>${page.body}</body>
</html>`;
