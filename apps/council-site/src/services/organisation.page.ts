import { linkView } from '@open-sanctuary/widgets/look/link.view';
import { weekOnDevice } from '@open-sanctuary/widgets/service-finder/on-device';
import { serviceView } from '@open-sanctuary/widgets/service-finder/service.view';
import { timetableView } from '@open-sanctuary/widgets/service-finder/timetable.view';
import { getWords } from '@open-sanctuary/widgets/words';
import { asWritten, paragraphView } from '@open-sanctuary/widgets/words/text.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Page, Site, Visit } from '../page/page.ts';
import { contextOf, crumbsToHelp, find, topView, type HelpContext } from './help-context.ts';
import { getOrganisation, type WholeOrganisation } from './services.queries.ts';

/** Who helps: how to reach them, their week, their services, and what they can use. */
export async function organisationPage(site: Site, { council: slug, params, query }: Visit): Promise<Page> {
  const words = getWords(query.get('lang'));
  const names = { council: slug, language: words.language };
  const { council, organisation } = await getOrganisation(site.register, names, params['organisation'] ?? '');
  const context = contextOf(site, council, words);
  return {
    title: organisation.name,
    words,
    hasWayOut: true,
    description: `${organisation.name}: how to reach them, what they offer, and when.`,
    path: site.addresses.organisation(slug, organisation.uuid),
    crumbs: crumbsToHelp(context),
    council,
    isIndexed: query.size === 0,
    content: html`${topView(context)}
      <article class="help-page" lang=${words.language} dir=${words.direction}>
        <p class="kicker">${context.own.kinds[organisation.kind]}</p>
        <h1><bdi>${organisation.name}</bdi></h1>
        <div class="sanctuary">
          <div class="organisation">
            ${aboutView(organisation, context)} ${weekView(organisation, context)}
            ${servicesView(organisation, context)} ${thingsView(organisation, context)}
          </div>
        </div>
        <p class="quiet back"><a href=${context.finder}>${context.own.allHelp}</a></p>
      </article>`,
  };
}

function aboutView(organisation: WholeOrganisation, { words, own }: HelpContext): TemplateResult {
  const { telephone, email, website, charityNumber } = organisation;
  return html`<section>
    ${paragraphView(organisation, 'description', words)}
    ${
      telephone || email || website
        ? html`<h2>${own.contact}</h2>
            <ul class="contacts">
              ${telephone ? html`<li><a class="call" href="tel:${telephone.replace(/[^+\d]/g, '')}">${words.t('call', { number: `\u2066${telephone}\u2069` })}</a></li>` : nothing}
              ${
                email
                  ? html`<li>
                      <a href="mailto:${email}">${words.t('contact.EMAIL')}: <bdi>${email}</bdi></a>
                    </li>`
                  : nothing
              }
              ${website ? html`<li>${linkView(website, own.website)}</li>` : nothing}
            </ul>`
        : nothing
    }
    ${charityNumber ? html`<p class="quiet">${own.charity} <bdi>${charityNumber}</bdi></p>` : nothing}
  </section>`;
}

function weekView(organisation: WholeOrganisation, context: HelpContext) {
  const { council, now, own } = context;
  if (organisation.services.length === 0) return nothing;
  if (organisation.withholdsTimes) return html`<p class="note late">${own.withholds}</p>`;
  const days = weekOnDevice(council, organisation.services, now);
  return days.some(({ sessions }) => sessions.length > 0)
    ? timetableView(organisation.name, days, context)
    : html`<p>${own.noTimes}</p>`;
}

const servicesView = ({ services }: WholeOrganisation, context: HelpContext): TemplateResult =>
  html`<section>
    <h2>${context.own.itsServices}</h2>
    ${
      services.length === 0
        ? html`<p>${context.own.noServices}</p>`
        : html`<ol class="services">
            ${services.map((service) => serviceView(find(service, context), context))}
          </ol>`
    }
  </section>`;

function thingsView(organisation: WholeOrganisation, { own }: HelpContext) {
  const part = (title: string, text: string | null) =>
    text
      ? html`<section>
          <h2>${title}</h2>
          <p class="own">${asWritten(organisation, text)}</p>
        </section>`
      : nothing;
  return html`${part(own.thingsWanted, organisation.thingsWanted)}
  ${part(own.thingsNotWanted, organisation.thingsNotWanted)}`;
}
