import { actionTrackerStyles } from '@open-sanctuary/widgets/action-tracker/action-tracker.styles';
import { actionTrackerView } from '@open-sanctuary/widgets/action-tracker/action-tracker.view';
import { findPlan } from '@open-sanctuary/widgets/action-tracker/plan-choice';
import {
  actionTrackerDocumentId,
  serviceFinderDocumentId,
  serviceSearchDocumentId,
  steeringGroupDocumentId,
} from '@open-sanctuary/widgets/documents';
import { look } from '@open-sanctuary/widgets/look';
import { formStyles } from '@open-sanctuary/widgets/look/form.styles';
import { partsStyles } from '@open-sanctuary/widgets/look/parts.styles';
import { statusStyles } from '@open-sanctuary/widgets/look/status.styles';
import type {
  ActionTrackerQuery,
  ServiceFinderQuery,
  ServiceSearchQuery,
  SteeringGroupQuery,
} from '@open-sanctuary/widgets/operations';
import { renderPlain } from '@open-sanctuary/widgets/render-plain';
import { readFindings } from '@open-sanctuary/widgets/service-finder/from-server';
import { readSearch, toFilter } from '@open-sanctuary/widgets/service-finder/search';
import { serviceFinderStyles } from '@open-sanctuary/widgets/service-finder/service-finder.styles';
import { serviceFinderView } from '@open-sanctuary/widgets/service-finder/service-finder.view';
import { steeringGroupStyles } from '@open-sanctuary/widgets/steering-group/steering-group.styles';
import { steeringGroupView } from '@open-sanctuary/widgets/steering-group/steering-group.view';
import { getWords } from '@open-sanctuary/widgets/words';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'lit';
import { wallClock } from '@open-sanctuary/service-rules/day';
import { type Answers, encode, FailedAnswer, toAnswer, toQuestion } from './answers.ts';
import { createCouncilAddresses } from './council-addresses.ts';
import type { Environment } from './environment.ts';
import { sendError } from './errors.ts';
import { keptAMinute, sendAnswer } from './send-answer.ts';
import { findUnsafeValue } from './text-safety.ts';

interface Asked<Options> {
  Params: { council: string };
  Querystring: { lang?: unknown } & Options;
}

/** /embed/<widget>/<council>: a page for those who can only link or frame; without a script it shows the same. */
export function serveEmbedPages(
  app: FastifyInstance,
  answers: Answers,
  environment: Environment,
  kept: string,
) {
  const ask = async <Data>(documentId: string, variables: Record<string, unknown>): Promise<Data> => {
    const { body } = await answers.answer(toQuestion(documentId, variables));
    return (JSON.parse(String(body)) as { data: Data }).data;
  };
  const wordsOf = ({ lang }: { lang?: unknown }) => getWords(lang === 'ar' ? 'ar' : 'en');

  app.get('/embed/page.css', async (request, reply) =>
    sendAnswer(request, reply, await style, 'text/css; charset=utf-8', kept),
  );

  app.get<Asked<{ plan?: unknown }>>('/embed/action-tracker/:council', async (request, reply) => {
    const { council: slug } = request.params;
    const words = wordsOf(request.query);
    const slugOfPlan = typeof request.query.plan === 'string' ? request.query.plan : '';
    const problem = findUnsafeValue([slug, slugOfPlan]);
    if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
    const askFor = async (plan: string) =>
      (
        await ask<ActionTrackerQuery>(actionTrackerDocumentId, {
          council: slug,
          plan,
          language: words.language,
        })
      ).council;
    let council = await askFor(slugOfPlan);
    if (council && !slugOfPlan) council = await askFor(findPlan(council.plans)?.slug ?? '');
    if (!council?.plan) return sendError(reply, 404, 'NOT_FOUND', 'There is no such council or plan.');
    const { plan } = council;
    const addresses = createCouncilAddresses(council, environment);
    return sendPage(reply, {
      language: words.language,
      title: `${plan.title} · ${council.name}`,
      isIndexed: !council.isExample,
      body: html`<sanctuary-action-tracker
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
            planUrl: addresses.plan(plan.slug),
            siteUrl: addresses.home,
          })}
        </div>
      </sanctuary-action-tracker>`,
    });
  });

  app.get<Asked<object>>('/embed/steering-group/:council', async (request, reply) => {
    const { council: slug } = request.params;
    const words = wordsOf(request.query);
    const problem = findUnsafeValue([slug]);
    if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
    const { council } = await ask<SteeringGroupQuery>(steeringGroupDocumentId, {
      council: slug,
      language: words.language,
    });
    if (!council?.steeringGroup) {
      return sendError(reply, 404, 'NOT_FOUND', 'There is no such council, or it has published no group.');
    }
    const group = council.steeringGroup;
    return sendPage(reply, {
      language: words.language,
      title: `${group.name} · ${council.name}`,
      // Names may be taken away at any moment: no search engine keeps a copy.
      isIndexed: false,
      body: html`<sanctuary-steering-group council=${council.slug} lang=${words.language} loading="eager">
        <div class="sanctuary own">
          ${steeringGroupView(council, group, {
            words,
            headingLevel: 2,
            siteUrl: createCouncilAddresses(council, environment).home,
            calendarUrl: `/feeds/${encodeURIComponent(council.slug)}/meetings.ics`,
          })}
        </div>
      </sanctuary-steering-group>`,
    });
  });

  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestForm },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.get<Asked<object>>(finderPath, async (request, reply) => sendFinder(request, reply));
    // What somebody looks for comes in the body, and is kept nowhere.
    scope.post<Asked<object>>(finderPath, async (request, reply) =>
      sendFinder(request, reply.header('cache-control', 'no-store')),
    );
  });

  async function sendFinder(request: FastifyRequest<Asked<object>>, reply: FastifyReply) {
    const { council: slug } = request.params;
    const form = request.body instanceof URLSearchParams ? request.body : undefined;
    const problem = findUnsafeValue([slug, ...(form?.values() ?? [])]);
    if (problem) return sendError(reply, 400, 'BAD_USER_INPUT', problem);
    const words = wordsOf({ lang: form?.get('lang') ?? request.query.lang });
    const { language } = words;
    const { council } = await ask<ServiceFinderQuery>(serviceFinderDocumentId, { council: slug, language });
    if (!council) return sendError(reply, 404, 'NOT_FOUND', 'There is no such council.');
    const search = readSearch(form ?? []);
    const searched = await ask<ServiceSearchQuery>(serviceSearchDocumentId, {
      council: slug,
      language,
      filter: toFilter(search),
      first: firstServices,
    }).catch((error: unknown) => {
      if (error instanceof FailedAnswer && error.code !== 'INTERNAL_SERVER_ERROR') return null;
      throw error;
    });
    if (!searched?.council)
      return sendError(reply, 400, 'BAD_USER_INPUT', 'This is more than can be searched for at once.');
    const now = wallClock(new Date(), council.timeZone);
    const findings = readFindings(searched.council.services, search, now, council.bankHolidays);
    return sendPage(reply, {
      language,
      title: `${words.t('findHelp')} · ${council.name}`,
      isIndexed: !council.isExample && !form,
      body: html`<sanctuary-service-finder council=${council.slug} lang=${language} loading="eager">
        <div class="sanctuary own">
          ${serviceFinderView(council, {
            words,
            today: now.day,
            headingLevel: 2,
            siteUrl: createCouncilAddresses(council, environment).home,
            search,
            choices: findings.choices,
            findings,
            urgent: council.urgentServices,
            isOnDevice: false,
          })}
        </div>
      </sanctuary-service-finder>`,
    });
  }
}

const finderPath = '/embed/service-finder/:council';

/** The questions and their answers have room in so many bytes. */
const longestForm = 4096;

/** More are on the council's own pages. */
const firstServices = 50;

interface EmbedPage {
  readonly language: string;
  readonly title: string;
  readonly isIndexed: boolean;
  readonly body: unknown;
}

const sendPage = (reply: FastifyReply, page: EmbedPage) =>
  reply
    .headers({
      'cache-control': reply.getHeader('cache-control') ?? keptAMinute,
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors *; require-trusted-types-for 'script'; trusted-types lit-html",
      'referrer-policy': 'no-referrer',
    })
    .type('text/html; charset=utf-8')
    .send(writePage(page));

/** Lit binds nothing inside a title, so the frame of the page is put together here. */
const writePage = ({ language, title, isIndexed, body }: EmbedPage) => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${isIndexed ? '' : '<meta name="robots" content="noindex, noarchive">'}
<title>${renderPlain(html`${title}`)}</title>
<link rel="stylesheet" href="/embed/page.css">
<script type="module" src="/embed/v1/sanctuary.js"></script>
</head>
<body>${renderPlain(body)}</body>
</html>`;

/** All widgets' looks in one file, compressed as small as it gets. */
const style = (async () => {
  const file = toAnswer(
    Buffer.from(
      [
        look,
        statusStyles,
        partsStyles,
        formStyles,
        actionTrackerStyles,
        steeringGroupStyles,
        serviceFinderStyles,
        'body { margin: 1rem; }',
      ].join('\n'),
    ),
  );
  await encode(file, 'br', 11);
  return file;
})();
