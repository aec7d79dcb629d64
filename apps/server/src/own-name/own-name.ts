import { findOwnEntry, type OwnEntry, withdrawByCode } from '@open-sanctuary/graphql-schema';
import type { ManagementDatabase } from '@open-sanctuary/database/client';
import { renderPlain } from '@open-sanctuary/widgets/render-plain';
import { look } from '@open-sanctuary/widgets/look';
import { getWords } from '@open-sanctuary/widgets/words';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { html, nothing, type TemplateResult } from 'lit';
import type { Revisions } from '../revisions.ts';
import { type OwnNameLanguage, ownNameWords } from './own-name.words.ts';

const longestBody = 2000;

/**
 * /my-name: somebody who sits on a steering group takes their own name away, by the code of their own link and without
 * an account. A link carries the code behind its `#`, which no browser sends and no log keeps; forms carry it in their
 * body.
 */
export function serveOwnName(
  app: FastifyInstance,
  management: Pick<ManagementDatabase, 'read' | 'write'>,
  revisions: Revisions,
) {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestBody },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.get<{ Querystring: { lang?: unknown } }>('/my-name', async (request, reply) =>
      send(reply, languageOf(request.query.lang), (words) => codeForm(words)),
    );
    scope.get('/my-name.js', async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(fillInCode),
    );
    scope.get('/my-name.css', async (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(style),
    );
    scope.post<{ Body: Record<string, string> | undefined }>('/my-name', async (request, reply) => {
      const { code = '', wish = '', lang } = request.body ?? {};
      const language = languageOf(lang);
      const entry = code.length <= 100 ? await findOwnEntry(management, code) : null;
      if (!entry) return send(reply.code(404), language, (words) => codeForm(words, words.wrong));
      if (wish !== 'withdraw' && wish !== 'hide')
        return send(reply, language, (words) => entryView(words, entry, code, language), code);
      await withdrawByCode(management, code, wish === 'hide');
      // What this process acknowledges it must not contradict with an older answer.
      await revisions.refresh();
      return send(
        reply,
        language,
        (words) =>
          html`<p class="done" role="status">${wish === 'hide' ? words.doneHidden : words.done}</p>
            <p>${words.again}</p>`,
        code,
      );
    });
  });
}

type Words = (typeof ownNameWords)[OwnNameLanguage];

const languageOf = (given: unknown): OwnNameLanguage => (given === 'ar' ? 'ar' : 'en');

const codeForm = (words: Words, problem?: string): TemplateResult =>
  html`<p>${words.intro}</p>
    <form method="post" action="/my-name">
      <input type="hidden" name="lang" value=${words.direction === 'rtl' ? 'ar' : 'en'} />
      <label for="code">${words.code}</label>
      <p class="hint" id="hint">${words.hint}</p>
      ${problem ? html`<p class="problem" id="problem">${problem}</p>` : nothing}
      <input
        id="code"
        name="code"
        dir="ltr"
        required
        maxlength="60"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby=${problem ? 'problem hint' : 'hint'}
        aria-invalid=${problem ? 'true' : nothing}
      />
      <button>${words.look}</button>
    </form>
    ${takeBackView(words)}`;

const takeBackView = (words: Words): TemplateResult =>
  html`<h2>${words.can}</h2>
    <ul>
      ${words.canList.map((line) => html`<li>${line}</li>`)}
    </ul>
    <h2>${words.cannot}</h2>
    <ul>
      ${words.cannotList.map((line) => html`<li>${line}</li>`)}
    </ul>`;

function entryView(words: Words, entry: OwnEntry, code: string, language: OwnNameLanguage): TemplateResult {
  const wish = (name: 'withdraw' | 'hide', label: string, hint: string) =>
    html`<form method="post" action="/my-name">
      <input type="hidden" name="lang" value=${language} />
      <input type="hidden" name="code" value=${code} />
      <button name="wish" value=${name} aria-describedby=${name}>${label}</button>
      <p class="hint" id=${name}>${hint}</p>
    </form>`;
  return html`<h2>${words.entry}</h2>
    <p>${words.group(entry.groupName, entry.councilName)} ${words.asPart(entry.constituencyName)}</p>
    <p class="entry">${describeName(words, entry, language)}</p>
    ${takeBackView(words)} ${entry.name ? wish('withdraw', words.withdraw, words.withdrawHint) : nothing}
    ${entry.isSeatHidden ? nothing : wish('hide', words.hide, words.hideHint)}`;
}

function describeName(words: Words, entry: OwnEntry, language: OwnNameLanguage): string {
  const { name, isNameShown, startsOn, endsOn } = entry;
  if (!name) return entry.isSeatHidden ? words.hidden : words.unnamed;
  const written = (day: string) => formatDay(day, getWords(language));
  const until = endsOn && words.until(written(endsOn));
  if (isNameShown) return [words.named(name), until].filter(Boolean).join(' ');
  if (startsOn) return [words.recorded(name), words.from(written(startsOn)), until].filter(Boolean).join(' ');
  return words.recorded(name);
}

/** To the same page in the other language. A code that was sent goes along as it came, and in no address. */
function languageSwitch(words: Words, other: OwnNameLanguage, code: string | undefined): TemplateResult {
  if (code === undefined)
    return html`<p class="languages">
      <a href="/my-name?lang=${other}" lang=${other}>${words.language}</a>
    </p>`;
  return html`<form class="languages" method="post" action="/my-name">
    <input type="hidden" name="lang" value=${other} />
    <input type="hidden" name="code" value=${code} />
    <button lang=${other}>${words.language}</button>
  </form>`;
}

function send(
  reply: FastifyReply,
  language: OwnNameLanguage,
  view: (words: Words) => TemplateResult,
  code?: string,
) {
  const words = ownNameWords[language];
  const other = language === 'ar' ? 'en' : 'ar';
  const body = html`<main class="sanctuary own">
    ${languageSwitch(words, other, code)}
    <h1>${words.title}</h1>
    ${view(words)}
  </main>`;
  return reply
    .headers({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="${language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="stylesheet" href="/my-name.css">
<script src="/my-name.js" defer></script>
</head>
<body>${renderPlain(body)}</body>
</html>`);
}

/**
 * Fills in the code of the link, and takes it out of the address at once: a shared screen or history keeps none. Who
 * changes the language takes it along, behind the `#` again.
 */
const fillInCode = `const field = document.getElementById('code');
const code = decodeURIComponent(location.hash.slice(1));
if (field && code) field.value = code;
if (code) history.replaceState(null, '', location.pathname + location.search);
const language = document.querySelector('a[lang]');
if (language) language.addEventListener('click', () => { language.hash = field.value; });
`;

const style = `${look}
body { margin: 0; padding: 1rem; }
main { max-width: 38rem; margin: 0 auto; }
h1 { font-size: clamp(1.375rem, 5vw, 2rem); line-height: 1.25; }
h2 { font-size: 1.0625rem; margin-block: 1.5rem 0.25rem; }
form { margin-block: 1.5rem; }
label { font-weight: 600; }
input[name='code'] { display: block; inline-size: 100%; box-sizing: border-box; min-block-size: 44px; font: inherit; letter-spacing: 0.05em; margin-block: 0.5rem 1rem; }
button { min-block-size: 44px; padding-inline: 1.25rem; font: inherit; font-weight: 600; }
.hint { margin-block: 0.25rem 0; }
.problem { border-inline-start: 4px solid; padding-inline-start: 0.75rem; font-weight: 600; }
.entry, .done { border: 1px solid; border-radius: 4px; padding: 1rem; font-size: 1.125rem; }
`;
