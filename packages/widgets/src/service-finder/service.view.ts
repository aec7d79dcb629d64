import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ServicePartsFragment } from '../../generated/operations.ts';
import { heading } from '../look/heading.view.ts';
import { isPage } from '../look/is-page.ts';
import { findWebAddress, linkView } from '../look/link.view.ts';
import { formatDay } from '../words/dates.ts';
import { asWritten, originalView, textView } from '../words/text.view.ts';
import type { Words } from '../words/words.ts';
import type { FinderContext, FoundService } from './context.ts';
import { checkedView, describeOpening, hoursView } from './opening.view.ts';
import type { FinderWordKey } from './words.en.ts';

type Contact = ServicePartsFragment['contacts'][number];

/** Such as "0.4 miles"; metres are the measure of the rules, miles that of the signs in the street. */
export function describeDistance(metres: number, { t }: Words): string {
  const miles = Math.round(metres / 160.9344) / 10;
  return miles < 0.1 ? t('nearer') : t('miles', { n: miles });
}

/** The telephone is what most people use: it can be touched, and reads left to right. */
export const callView = ({ value, label, language, note }: Contact, { t }: Words): TemplateResult =>
  html`<a class="call" href="tel:${value.replace(/[^+\d]/g, '')}"
      >${t('call', { number: `\u2066${value}\u2069` })}</a
    >${label ? asWritten({ language }, label) : nothing} ${note ? asWritten({ language }, note) : nothing}`;

function contactView(contact: Contact, words: Words) {
  const { kind, value, label, language, note } = contact;
  if (kind === 'TELEPHONE') return callView(contact, words);
  const name = words.t(`contact.${kind}`);
  const number = value.replace(/[^+\d]/g, '');
  const address =
    kind === 'EMAIL'
      ? `mailto:${value}`
      : kind === 'SMS'
        ? `sms:${number}`
        : kind === 'WHATSAPP'
          ? `https://wa.me/${number.replace(/^\+/, '').replace(/^0/, '44')}`
          : findWebAddress(value);
  return html`${address ? html`<a href=${address} rel="noreferrer">${name}: <bdi>${value}</bdi></a>` : nothing}
  ${label ? asWritten({ language }, label) : nothing} ${note ? asWritten({ language }, note) : nothing}`;
}

/** Who can use it, in one line: "People seeking asylum, women only, from 18 years". */
export function describeWho(service: ServicePartsFragment, { t }: Words): string {
  const { eligibleGroups, minimumAge, maximumAge } = service;
  const ages =
    minimumAge !== null && maximumAge !== null
      ? t('agesBetween', { from: minimumAge, to: maximumAge })
      : minimumAge !== null
        ? t('agesFrom', { n: minimumAge })
        : maximumAge !== null && t('agesTo', { n: maximumAge });
  return [
    ...eligibleGroups.map((group) => t(`who.${group}`)),
    service.isWomenOnly && t('womenOnly'),
    service.isForFamilies && t('forFamilies'),
    ages,
  ]
    .filter(Boolean)
    .join(t('comma'));
}

const describeInterpreters = ({ interpreters }: ServicePartsFragment, { t }: Words) =>
  interpreters === 'ALWAYS'
    ? t('interpretersAlways')
    : interpreters === 'ON_REQUEST'
      ? t('interpretersOnRequest')
      : '';

/** Languages by their own names, each in its own script. */
const languagesOf = ({ languages }: Pick<ServicePartsFragment, 'languages'>) =>
  languages.map(({ language, ownName }) => html`<bdi lang=${language}>${ownName}</bdi> `);

/** What matters first about a service, in the order in which a person decides whether to go. */
export function serviceFactsView(found: FoundService, context: FinderContext): TemplateResult {
  const { words } = context;
  const { t } = words;
  const { service, metres } = found;
  const { state, notice, asksForPapers, cost, access, languages } = service;
  const interpreters = describeInterpreters(service, words);
  const isHidden = service.locations.some(({ location }) => location.kind === 'ON_CONTACT');
  const facts = [
    ...access.map((way) => t(`access.${way}`)),
    cost === 'UNKNOWN' ? '' : t(`cost.${cost}`),
    t(`papers.${asksForPapers}`),
  ].filter(Boolean);
  return html`${state === 'FULL' || state === 'ONLINE_ONLY' ? html`<p><span class="tag late">${t(`state.${state}`)}</span></p>` : nothing}
    ${notice ? html`<p class="note late">${textView(service, 'notice', notice, words)}</p>` : nothing}
    <p class="opens"><b>${describeOpening(found, context)}</b> ${checkedView(service, context)}</p>
    <p class="known">
      ${metres === null ? (isHidden ? html`<span>${t('onContact')}</span>` : nothing) : html`<b>${describeDistance(metres, words)}</b>`}
      ${languages.length > 0 ? html`<span class="languages-spoken">${languagesOf(service)}</span>` : nothing}
      ${interpreters ? html`<span>${interpreters}</span>` : nothing}
    </p>
    <p class="known">
      <span>${describeWho(service, words)}</span> ${facts.map((fact) => html`<span>${fact}</span>`)}
    </p>`;
}

/** One service of the list. */
export function serviceView(
  found: FoundService,
  context: FinderContext,
  opened?: { readonly isOpen: boolean; readonly onToggle: (event: Event) => void; readonly inside: unknown },
): TemplateResult {
  const { words, siteUrl, headingLevel } = context;
  const { service } = found;
  const address = `${siteUrl}/services/${service.slug}`;
  const telephone = service.contacts.find(({ kind }) => kind === 'TELEPHONE');
  return html`<li class="service" part="service">
    ${heading(
      headingLevel + 1,
      html`<a href=${address} rel="noreferrer">${textView(service, 'name', service.name, words)}</a>`,
    )}
    <p class="quiet"><bdi>${service.organisation.name}</bdi></p>
    ${serviceFactsView(found, context)}
    <p class="links">${telephone ? callView(telephone, words) : nothing}</p>
    ${
      isPage
        ? nothing
        : html`<details data-uuid=${service.uuid} ?open=${opened?.isOpen} @toggle=${opened?.onToggle}>
            <summary>${words.t('moreAbout')}</summary>
            ${opened?.isOpen ? opened.inside : nothing}
          </details>`
    }
  </li>`;
}

/** Where a service is: address, how to get there in words, and how one gets in; or that it is told on contact. */
function placeView(place: ServicePartsFragment['locations'][number], context: FinderContext): TemplateResult {
  const { note, location } = place;
  const { t } = context.words;
  const address = [location.name, location.address, location.city].filter(Boolean).join(', ');
  const access = location.accessibility.map((feature) => t(`accessible.${feature}`)).join(t('comma'));
  return html`<div class="place">
    ${
      location.kind === 'ON_CONTACT'
        ? html`<p>${t('onContact')}</p>`
        : html`<p>
            <bdi>${address}</bdi>
            ${location.postcode ? html`<bdi dir="ltr">${location.postcode}</bdi>` : nothing}
          </p>`
    }
    ${location.directions ? html`<p>${asWritten(location, location.directions)}</p>` : nothing}
    ${note ? html`<p>${asWritten(location, note)}</p>` : nothing} ${access ? html`<p>${access}</p>` : nothing}
    ${location.accessibilityNote ? html`<p>${asWritten(location, location.accessibilityNote)}</p>` : nothing}
    ${hoursView(place, context)}
  </div>`;
}

/** Everything else that is known of a service. What is not known, and matters, is said to be not known. */
export function serviceDetailsView(service: ServicePartsFragment, context: FinderContext): TemplateResult {
  const { words } = context;
  const { t } = words;
  const own = (text: string | null) => (text ? html`<p>${asWritten(service, text)}</p>` : nothing);
  const row = (label: FinderWordKey, content: unknown) =>
    html`<div>
      <dt>${t(label)}</dt>
      <dd>${content}</dd>
    </div>`;
  const line = (text: unknown) => (text ? html`<p>${text}</p>` : nothing);
  const {
    languages,
    locations,
    contacts,
    areas,
    hours,
    lastCheckedOn,
    checkedBy,
    regulator,
    regulatorNumber,
  } = service;
  const source = findWebAddress(service.sourceUrl);
  return html`<div class="opened">
    <p class="own">${textView(service, 'summary', service.summary, words)}</p>
    ${originalView(service, 'summary', service.summary, words)} ${own(service.stateNote)}
    <dl>
      ${
        // Where all of them are those of places, they stand there.
        hours !== 'SCHEDULED' ||
        service.schedules.length + service.exceptions.length > 0 ||
        service.hoursNote ||
        service.capacityNote ||
        service.waitingWeeks !== null
          ? row(
              'times',
              html`${hours === 'SCHEDULED' ? nothing : line(t(hours === 'WITHHELD' ? 'timesWithheld' : hours === 'UNKNOWN' ? 'timesUnknown' : 'byAppointment'))}
              ${hoursView(service, context)} ${own(service.hoursNote)}
              ${line(service.waitingWeeks !== null && t('waitingWeeks', { n: service.waitingWeeks }))}
              ${own(service.capacityNote)}`,
            )
          : nothing
      }
      ${
        locations.length > 0
          ? row(
              'place',
              locations.map((each) => placeView(each, context)),
            )
          : nothing
      }
      ${row(
        'howToGetIn',
        html`${line(service.access.map((way) => t(`access.${way}`)).join(t('comma')))}
        ${line(service.referralBy && t('referredBy', { who: service.referralBy }))} ${own(service.accessNote)}
        ${line(service.modes.map((mode) => t(`mode.${mode}`)).join(t('comma')))}`,
      )}
      ${row(
        'spokenThere',
        html`${languages.some(({ note }) => !note) ? html`<p class="languages-spoken">${languagesOf({ languages: languages.filter(({ note }) => !note) })}</p>` : nothing}
        ${languages.map(({ language, ownName, note }) => note && html`<p><bdi lang=${language}>${ownName}</bdi> ${asWritten(service, note)}</p>`)}
        ${line(describeInterpreters(service, words))}
        ${service.interpreterNames.length > 0 ? html`<p>${service.interpreterNames.map((name) => html`<bdi>${name}</bdi> `)}</p>` : nothing}
        ${own(service.interpreterNote)}
        ${line(languages.length === 0 && !describeInterpreters(service, words) && !service.interpreterNote && t('notSaid'))}`,
      )}
      ${row('whoCanUse', html`${line(describeWho(service, words) || (!service.eligibilityNote && t('notSaid')))} ${own(service.eligibilityNote)}`)}
      ${row('papersLabel', html`${line(t(`papers.${service.asksForPapers}`))} ${own(service.papersNote)}`)}
      ${row('sharing', service.dataSharing ? own(service.dataSharing) : t('notSaid'))}
      ${service.cost === 'UNKNOWN' && !service.costNote ? nothing : row('costLabel', html`${line(service.cost !== 'UNKNOWN' && t(`cost.${service.cost}`))} ${own(service.costNote)}`)}
      ${
        service.helpsWithTravel || service.helpsWithChildcare || service.helpNote
          ? row(
              'helpLabel',
              html`${line(service.helpsWithTravel && t('travelHelp'))}
              ${line(service.helpsWithChildcare && t('childcare'))} ${own(service.helpNote)}`,
            )
          : nothing
      }
      ${areas.length > 0 ? row('area', areas.map(({ name }) => name).join(t('comma'))) : nothing}
    </dl>
    ${regulator && regulatorNumber ? html`<p>${t('regulated', { regulator, number: regulatorNumber })}</p>` : nothing}
    <ul class="contacts">
      ${contacts.map((contact) => html`<li>${contactView(contact, words)}</li>`)}
    </ul>
    <p class="quiet">
      ${checkedBy ? t(`checkedBy.${checkedBy}`) : nothing}${checkedBy && lastCheckedOn ? t('comma') : nothing}${lastCheckedOn ? formatDay(lastCheckedOn, words) : nothing}
      ${source ? linkView(source, t('source')) : nothing}
    </p>
  </div>`;
}
