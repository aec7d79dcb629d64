import { createHash } from 'node:crypto';
import {
  callView,
  serviceDetailsView,
  serviceFactsView,
} from '@open-sanctuary/widgets/service-finder/service.view';
import { createCalendarFile } from '@open-sanctuary/widgets/service-finder/calendar-file';
import { shareView } from '@open-sanctuary/widgets/service-finder/share.view';
import { getWords, inLanguage, type Words } from '@open-sanctuary/widgets/words';
import { textView } from '@open-sanctuary/widgets/words/text.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { NotFound, type Download, type Page, type Site, type Visit } from '../page/page.ts';
import { contextOf, crumbsToHelp, find, topView, type HelpContext } from './help-context.ts';
import { describeForMachines, writeStructuredData } from './structured-data.rules.ts';
import { getService, reportEntryProblem, type ProblemKind, type WholeService } from './services.queries.ts';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

async function visitService(site: Site, { council: slug, params, query, form }: Visit) {
  const words = getWords(form?.get('lang') ?? query.get('lang'));
  const names = { council: slug, language: words.language };
  const { council, service } = await getService(site.register, names, params['service'] ?? '');
  return { service, context: contextOf(site, council, words) };
}

/** All that is known of one service; and to a form that is posted, that what is wrong was counted. */
export async function servicePage(site: Site, visit: Visit): Promise<Page> {
  const { service, context } = await visitService(site, visit);
  const kinds = Object.keys(context.own.wrongKinds) as ProblemKind[];
  const kind = kinds.find((each) => each === visit.form?.get('kind'));
  if (kind) {
    await reportEntryProblem(site.register, { service: service.uuid, kind });
    return thanksPage(service, context);
  }
  const { council, words, own } = context;
  const path = site.addresses.service(council.slug, service.slug);
  const staysOut = service.staysOutOfOpenData || service.organisation.staysOutOfOpenData;
  const isShared = uuid.test(visit.params['service'] ?? '');
  return {
    title: nameIn(service, words),
    words,
    hasWayOut: true,
    description: `${service.name}, ${service.organisation.name}: what it is, who can use it, when and where.`,
    path,
    crumbs: crumbsToHelp(context),
    council,
    isIndexed: !visit.form && visit.query.size === 0,
    ...(visit.form && { status: 400 }),
    ...(isShared && {
      preview: {
        title: 'A place to know',
        description: 'Somebody shared this page with you.',
        path: site.addresses.service(council.slug, service.uuid),
      },
    }),
    content: html`${topView(context)}
      <article class="help-page" lang=${words.language} dir=${words.direction}>
        <p class="kicker">
          <a href=${inLanguage(site.addresses.organisation(council.slug, service.organisation.uuid), words)}
            ><bdi>${service.organisation.name}</bdi></a
          >
        </p>
        <h1>${textView(service, 'name', words)}</h1>
        <div class="sanctuary"><div class="service-page">${wholeView(service, context)}</div></div>
        <div class="sanctuary">${wrongForm(context, Boolean(visit.form))}</div>
        <p class="quiet back"><a href=${context.finder}>${own.allHelp}</a></p>
      </article>
      ${isShared || staysOut ? nothing : structuredDataView(service, context)}`,
  };
}

/** The name as plain text, translated where it can be had. */
const nameIn = ({ name, language, translations }: WholeService, words: Words): string =>
  (language !== words.language && translations.find(({ field }) => field === 'name')?.text) || name;

function wholeView(service: WholeService, context: HelpContext): TemplateResult {
  const { site, words, own } = context;
  const found = find(service, context);
  const telephone = service.contacts.find((contact) => contact.kind === 'TELEPHONE');
  const hasEnded = service.state === 'ENDED';
  return html`${
      hasEnded
        ? html`<p class="note late">${own.ended} <a href=${context.finder}>${own.findOther}</a></p>`
        : nothing
    }
    <div class="first">
      ${serviceFactsView(found, context)}
      ${telephone && !hasEnded ? html`<p class="links">${callView(telephone, words)}</p>` : nothing}
    </div>
    ${serviceDetailsView(service, context)}
    ${
      hasEnded
        ? nothing
        : html`<section class="hand-on">
            ${
              // Whoever gets a message needs the whole address.
              shareView(found, { ...context, siteUrl: site.addresses.absolute(context.siteUrl) })
            }
            <p class="quiet">${found.opening.next ? own.calendarNote : nothing} ${own.shareNote}</p>
          </section>`
    }`;
}

/** Choices only: words could name somebody. */
function wrongForm({ words, own }: HelpContext, hasChosenNothing: boolean): TemplateResult {
  return html`<form method="post" class="say" id="wrong" aria-labelledby="wrong-title">
    <input type="hidden" name="lang" value=${words.language} />
    <h2 id="wrong-title">${words.t('wrongEntry')}</h2>
    <p id="wrong-intro">${own.wrongIntro}</p>
    ${hasChosenNothing ? html`<p class="note late" role="alert">${own.wrongChoose}</p>` : nothing}
    <fieldset aria-labelledby="wrong-title" aria-describedby="wrong-intro">
      ${(Object.entries(own.wrongKinds) as [ProblemKind, string][]).map(
        ([kind, text]) =>
          html`<label class="toggle"
            ><input type="radio" name="kind" value=${kind} required /> ${text}</label
          >`,
      )}
    </fieldset>
    <p><button>${own.wrongSend}</button></p>
  </form>`;
}

function thanksPage(service: WholeService, context: HelpContext): Page {
  const { site, council, words, own } = context;
  const path = site.addresses.service(council.slug, service.slug);
  return {
    title: own.thanks,
    words,
    hasWayOut: true,
    description: 'It is counted, and nothing else is kept.',
    path,
    crumbs: crumbsToHelp(context),
    council,
    isIndexed: false,
    content: html`${topView(context)}
      <div class="help-page" lang=${words.language} dir=${words.direction}>
        <h1>${own.thanks}</h1>
        <p class="tagline">${own.wrongThanks}</p>
        <p>
          <a class="button" href=${inLanguage(path, words)}>${own.backToService}</a>
          <a class="button" href=${context.finder}>${own.findOther}</a>
        </p>
      </div>`,
  };
}

const structuredDataView = (service: WholeService, { site, council }: HelpContext) =>
  // Lit binds nothing inside a script.
  unsafeHTML(
    `<script type="application/ld+json">${writeStructuredData(
      describeForMachines(service, {
        areaServed: council.name,
        url: site.addresses.absolute(site.addresses.service(council.slug, service.slug)),
      }),
    )}</script>`,
  );

/** The next session for a calendar, which says no more than "Appointment". */
export async function nextSession(site: Site, visit: Visit): Promise<Download> {
  const { service, context } = await visitService(site, visit);
  const found = find(service, context);
  const write = (stamp: Date) => createCalendarFile(found, context.own.calendarTitle, stamp);
  const lasting = service.state === 'ENDED' ? undefined : write(new Date(0));
  if (!lasting) throw new NotFound('No next time is published.');
  return {
    name: 'appointment.ics',
    type: 'text/calendar; charset=utf-8',
    tag: createHash('sha256').update(lasting).digest('base64url').slice(0, 22),
    write: async () => Buffer.from(write(new Date()) ?? lasting),
  };
}
