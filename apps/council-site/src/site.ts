import { createHash } from 'node:crypto';
import { renderPlain } from '@open-sanctuary/widgets/render-plain';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { accessibilityPage } from './about/accessibility.page.ts';
import { howWeCountPage } from './about/how-we-count.page.ts';
import { privacyPage } from './about/privacy.page.ts';
import { actionPage } from './action/action.page.ts';
import { comparePage } from './compare/compare.page.ts';
import { councilPage } from './council/council.page.ts';
import { councilsPage } from './council/councils.page.ts';
import { developersPage } from './developers/developers.page.ts';
import { embedPage } from './embed/embed.page.ts';
import type { Environment } from './environment.ts';
import { createAddresses } from './page/addresses.ts';
import { meetingPage } from './members/meeting.page.ts';
import { membersPage } from './members/members.page.ts';
import { namesPage } from './members/names.page.ts';
import {
  brokenPage,
  crowdedPage,
  notFoundPage,
  refusedPage,
  unreachablePage,
  unreadablePage,
} from './page/failure.view.ts';
import { NotFound, type Download, type MakePage, type Page, type Site, type Visit } from './page/page.ts';
import { pageView } from './page/page.view.ts';
import { liveScript, liveScriptPath } from './live/live-script.ts';
import { stylesheet, stylesheetPath } from './page/stylesheet.ts';
import { planChangesPage } from './plan/plan-changes.page.ts';
import { planPage } from './plan/plan.page.ts';
import { connectRegister, QuestionRefused, RegisterUnreachable, TooManyAtOnce } from './register/register.ts';
import { reloadPages } from './reload.ts';
import { reportInWord, reportPage } from './report/report.page.ts';
import { missedHelpPage } from './services/missed-help.page.ts';
import { organisationPage } from './services/organisation.page.ts';
import { nextSession, servicePage } from './services/service.page.ts';
import { servicesPage } from './services/services.page.ts';
import { describeRobots, listAddresses, writeSitemap } from './sitemap/sitemap.ts';
import { themePage } from './theme/theme.page.ts';

const councilPages: Readonly<Record<string, MakePage>> = {
  '': councilPage,
  '/members': membersPage,
  '/members/names': namesPage,
  '/members/meetings/:meeting': meetingPage,
  '/plans/:plan': planPage,
  '/plans/:plan/report': reportPage,
  '/plans/:plan/report.docx': reportInWord,
  '/plans/:plan/changes': planChangesPage,
  '/plans/:plan/themes/:ref': themePage,
  '/plans/:plan/actions/:ref': actionPage,
  '/how-we-count': howWeCountPage,
  '/embed': embedPage,
  '/services': servicesPage,
  '/services/missing': missedHelpPage,
  '/services/:service': servicePage,
  '/services/:service/next.ics': nextSession,
  '/organisations/:organisation': organisationPage,
};

/** Pages that answer what is posted to them, so that it stands in no address. */
const councilForms: Readonly<Record<string, MakePage>> = {
  '/services': servicesPage,
  '/services/missing': missedHelpPage,
  '/services/:service': servicePage,
};

/** A search with its answers, written in any script, and the place to go on from. */
const longestForm = 8192;

const commonPages: Readonly<Record<string, MakePage>> = {
  '/developers': developersPage,
  '/accessibility': accessibilityPage,
  '/privacy': privacyPage,
};

const pagesOfAll: Readonly<Record<string, MakePage>> = {
  '/': councilsPage,
  '/compare': comparePage,
  '/how-we-count': howWeCountPage,
};

/** All pages over HTTP. */
export function createSite(environment: Environment): FastifyInstance {
  const site: Site = {
    environment,
    register: connectRegister(environment),
    addresses: createAddresses(environment),
  };
  const { origin } = new URL(environment.publicUrl);
  const [policy, livePolicy] = [describePolicy(origin), describeLivePolicy(origin)];
  const app = fastify({
    forceCloseConnections: true,
    frameworkErrors: (_error, request, reply) => {
      send(request, reply, refusedPage('It holds signs that no address of ours has.'));
    },
  });
  if (environment.reloadUrl) reloadPages(app, environment.reloadUrl);

  function send(request: FastifyRequest, reply: FastifyReply, page: Page) {
    if (page.isLive) reply.header('content-security-policy', livePolicy);
    return sendText(
      request,
      reply.code(page.status ?? 200),
      renderPlain(pageView(site, page, stylesheetPath)),
    );
  }

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: longestForm },
    async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
  );

  const serve = (url: string, makePage: MakePage, method: 'GET' | 'POST' = 'GET') =>
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        const made = await makePage(site, readVisit(request, environment));
        return 'write' in made ? sendDownload(request, reply, made) : send(request, reply, made);
      },
    });

  const prefix = environment.council ? '' : '/:council';
  for (const [path, makePage] of Object.entries(commonPages)) serve(path, makePage);
  for (const [path, makePage] of Object.entries(councilPages)) serve(prefix + path || '/', makePage);
  for (const [path, makePage] of Object.entries(councilForms)) serve(prefix + path, makePage, 'POST');
  // Whoever shortens an address by hand finds the plans there.
  app.get<{ Params: { council?: string } }>(`${prefix}/plans`, (request, reply) =>
    reply.redirect(site.addresses.home(request.params.council ?? ''), 302),
  );
  if (environment.council) {
    // The addresses that a site of many councils would have lead to the same pages here.
    app.get(`/${environment.council}`, (_request, reply) => reply.redirect('/', 301));
    app.get(`/${environment.council}/*`, (request, reply) =>
      // One slash only: two would lead to another site.
      reply.redirect(request.url.slice(`/${environment.council}`.length).replace(/^[/\\]+/, '/'), 301),
    );
  } else for (const [path, makePage] of Object.entries(pagesOfAll)) serve(path, makePage);

  for (const [path, type, text] of [
    [stylesheetPath, 'text/css', stylesheet],
    [liveScriptPath, 'text/javascript', liveScript],
  ] as const)
    app.get(path, (_request, reply) =>
      reply
        .headers({
          'cache-control': 'public, max-age=31536000, immutable',
          'content-type': `${type}; charset=utf-8`,
        })
        .send(text),
    );
  app.get('/robots.txt', async (request, reply) =>
    sendText(request, reply, describeRobots(site.addresses), 'text/plain'),
  );
  app.get('/sitemap.xml', async (request, reply) =>
    sendText(request, reply, writeSitemap(await listAddresses(site)), 'application/xml'),
  );

  async function sendNotFound(request: FastifyRequest, reply: FastifyReply, sentence: string) {
    const [, path = '/', query = ''] = /^([^?]*)(.*)$/s.exec(request.url) ?? [];
    if (request.method === 'GET' || request.method === 'HEAD')
      for (const meant of listMeantPaths(path)) {
        const { statusCode } = await app.inject({ method: 'HEAD', url: meant });
        if (statusCode !== 404) return reply.redirect(meant + query, 308);
      }
    return send(request, reply, notFoundPage(sentence));
  }

  app.setNotFoundHandler((request, reply) =>
    sendNotFound(request, reply, 'We have no page at this address.'),
  );
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof NotFound) return sendNotFound(request, reply, error.message);
    if (error instanceof QuestionRefused) return send(request, reply, refusedPage(error.message));
    if (error instanceof TooManyAtOnce)
      return send(request, reply.header('retry-after', '60'), crowdedPage(error.message, request.url));
    // A form that Fastify refuses is the sender's fault, and no line of a log.
    if (isRefusedForm(error)) return send(request, reply, unreadablePage());
    console.error(`${describePath(request)}:`, error);
    if (!(error instanceof RegisterUnreachable)) return send(request, reply, brokenPage());
    return send(request, reply.header('retry-after', '30'), unreachablePage(request.url));
  });
  return app;
}

function sendText(request: FastifyRequest, reply: FastifyReply, text: string, type = 'text/html') {
  if (reply.statusCode !== 200 || request.method === 'POST') reply.header('cache-control', 'no-store');
  else {
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    if (isKnown(request, reply.header('etag', tag), tag)) return reply.code(304).send();
  }
  return reply.type(`${type}; charset=utf-8`).send(text);
}

async function sendDownload(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, type, tag, write }: Download,
) {
  reply.headers({
    // The bytes hold the moment they were written; what they say is the same.
    etag: `W/"${tag}"`,
    // A day's figures are not what a search should find.
    'x-robots-tag': 'noindex',
    'content-disposition': `attachment; filename="${name}"`,
  });
  if (isKnown(request, reply, `"${tag}"`)) return reply.code(304).send();
  return reply.type(type).send(await write());
}

/** Whether the reader has it already. Says how long it keeps. */
function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  // Nobody hands out an older copy when this site is away: it may hold what was taken back.
  reply.header('cache-control', 'public, max-age=60, must-revalidate');
  const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? [];
  return known.includes(tag) || known.includes(`W/${tag}`);
}

function readVisit(request: FastifyRequest, environment: Environment): Visit {
  const { council = environment.council ?? '', ...params } = request.params as Record<string, string>;
  const [, query = ''] = request.url.split(/\?(.*)/s);
  return {
    council,
    params,
    query: new URLSearchParams(query),
    ...(request.body instanceof URLSearchParams && { form: request.body }),
  };
}

/** The addresses that somebody may mean who wrote capitals or a slash at the end. */
function listMeantPaths(path: string): string[] {
  // One slash only at the start: two would lead to another site.
  const trimmed = path.replace(/^[/\\]+/, '/').replace(/(?<=.)\/+$/, '');
  return [trimmed.toLowerCase(), trimmed].filter((each) => each !== path);
}

const isRefusedForm = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('FST_ERR_CTP_');

/**
 * The path only, and of services no more than what sort of page it was: what a reader looked for is in no log of ours.
 */
function describePath({ url, routeOptions }: FastifyRequest): string {
  const [path = '/'] = url.split('?');
  return /\/(?:services|organisations)\b/.test(path) ? (routeOptions.url ?? '/') : path;
}

/** For pages that may hold a widget. */
const describePolicy = (origin: string) => writePolicy(origin, origin, 'lit-html');

/** For pages that follow the changes by a script of this site. */
const describeLivePolicy = (origin: string) =>
  writePolicy("'self'", `'self' ${origin}`, 'open-sanctuary-page');

const writePolicy = (scripts: string, connections: string, trustedTypes: string): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `script-src ${scripts}`,
    `connect-src ${connections}`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join('; ');
