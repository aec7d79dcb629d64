import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ServicePartsFragment } from '../../generated/operations.ts';
import { heading } from '../look/heading.view.ts';
import { isPage } from '../look/is-page.ts';
import { findWebAddress, furtherLinkView } from '../look/link.view.ts';
import { asWritten, describeUntranslated, paragraphView, textView } from '../words/text.view.ts';
import { atOnce } from '../widget/in-turn.ts';
import type { Words } from '../words/words.ts';
import type { FinderContext, FoundService } from './context.ts';
import { checkedView, describeCheck, describeOpening, hoursView } from './opening.view.ts';
import { digitsOf, findTelephone, serviceLinkView, telephoneView } from './service-link.view.ts';

type Contact = ServicePartsFragment['contacts'][number];

/** Such as "0.4 miles"; metres are the measure of the rules, miles that of the signs in the street. */
export function describeDistance(metres: number, { t }: Words): string {
  const miles = Math.round(metres / 160.9344) / 10;
  return miles < 0.1 ? t('nearer') : t('miles', { n: miles });
}

const notesOf = ({ label, language, note }: Contact) =>
  [label, note].map((text) => text && asWritten({ language }, text));

/** A telephone number with what is said of it. */
export const callView = (contact: Contact, words: Words): TemplateResult =>
  html`${telephoneView(contact.value, words)} ${notesOf(contact)}`;

/** A British number without its zero, which is how WhatsApp writes it. */
const abroad = (number: string) => number.replace(/^\+/, '').replace(/^0/, '44');

function contactView(contact: Contact, words: Words) {
  const { kind, value } = contact;
  if (kind === 'TELEPHONE') return callView(contact, words);
  const number = digitsOf(value);
  const address = {
    EMAIL: `mailto:${value}`,
    SMS: `sms:${number}`,
    WHATSAPP: `https://wa.me/${abroad(number)}`,
    WEB: findWebAddress(value),
  }[kind];
  return html`${address ? html`<a href=${address} rel="noreferrer">${words.t(`contact.${kind}`)}: <bdi>${value}</bdi></a>` : nothing}
  ${notesOf(contact)}`;
}

/** Who can use it, in one line: "People seeking asylum, women only, from 18 years". */
export function describeWho(service: ServicePartsFragment, { t }: Words): string {
  const { eligibleGroups, minimumAge, maximumAge } = service;
  const ages =
    minimumAge === null
      ? maximumAge !== null && t('agesTo', { n: maximumAge })
      : maximumAge === null
        ? t('agesFrom', { n: minimumAge })
        : t('agesBetween', { from: minimumAge, to: maximumAge });
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

/** A language by its own name, in its own script. */
const languageView = ({ language, ownName }: ServicePartsFragment['languages'][number]): TemplateResult =>
  html`<bdi lang=${language}>${ownName}</bdi>`;

const factsView = (facts: readonly unknown[]): TemplateResult =>
  html`<p class="known">${facts.filter(Boolean).map((fact) => html`<span>${fact}</span>`)}</p>`;

/** Whether it takes nobody, or is in no place. */
export const stateView = ({ state }: ServicePartsFragment, { t }: Words) =>
  state === 'FULL' || state === 'ONLINE_ONLY'
    ? html`<p><span class="tag late">${t(`state.${state}`)}</span></p>`
    : nothing;

/** What matters first about a service, in the order in which a person decides whether to go. */
export function serviceFactsView(found: FoundService, context: FinderContext): TemplateResult {
  const { words } = context;
  const { t } = words;
  const { service, metres } = found;
  const { stateNote, notice, asksForPapers, cost, access, languages } = service;
  const isHidden = service.locations.some(({ location }) => location.kind === 'ON_CONTACT');
  return html`${stateView(service, words)}
    ${stateNote ? html`<p class="note">${asWritten(service, stateNote)}</p>` : nothing}
    ${notice ? html`<p class="note late">${textView(service, 'notice', words)}</p>` : nothing}
    <p class="opens"><b>${describeOpening(found, context)}</b>. ${checkedView(service, context)}</p>
    ${factsView([
      metres === null ? isHidden && t('onContact') : html`<b>${describeDistance(metres, words)}</b>`,
      ...languages.map(languageView),
      describeInterpreters(service, words),
    ])}
    ${factsView([
      describeWho(service, words),
      ...access.map((way) => t(`access.${way}`)),
      cost !== 'UNKNOWN' && t(`cost.${cost}`),
      t(`papers.${asksForPapers}`),
    ])}`;
}

/** What a line shows when it is open. */
export interface Opened {
  readonly isOpen: boolean;
  readonly onToggle: (event: Event) => void;
  readonly inside: unknown;
}

/** One service of the list. */
export function serviceView(found: FoundService, context: FinderContext, opened?: Opened): TemplateResult {
  const { words, headingLevel } = context;
  const { service } = found;
  const telephone = findTelephone(service);
  return html`<li class="service" part="service">
    ${heading(headingLevel + 1, serviceLinkView(service, context))}
    <p class="quiet"><bdi>${service.organisation.name}</bdi></p>
    ${serviceFactsView(found, context)}
    <p class="links">${telephone ? callView(telephone, words) : nothing}</p>
    ${
      isPage || !opened
        ? nothing
        : html`<details data-uuid=${service.uuid} ?open=${opened.isOpen} @toggle=${opened.onToggle}>
            <summary>${words.t('moreAbout')}</summary>
            ${opened.inside}
          </details>`
    }
  </li>`;
}

/** The services of a list, in their order; what a line shows when it is open, the element draws only then. */
export const servicesView = (
  found: readonly FoundService[],
  context: FinderContext,
  opened?: (each: FoundService) => Opened,
): TemplateResult =>
  html`<ol class="services" part="services">
    ${found.map((each) =>
      (context.inTurn || atOnce)(each.service.uuid, () => serviceView(each, context, opened && opened(each))),
    )}
  </ol>`;

/** Lines under a label; where nothing is known, what is said instead, or nothing. */
function rowView(
  label: string,
  lines: readonly unknown[],
  instead?: string,
): TemplateResult | typeof nothing {
  const known = lines.filter((line) => line && line !== nothing);
  if (known.length === 0 && instead) known.push(instead);
  if (known.length === 0) return nothing;
  return html`<div>
    <dt>${label}</dt>
    ${known.map((line) => html`<dd>${line}</dd>`)}
  </div>`;
}

/** Where a service is and how to get there in words; or that it is told on contact. */
function placeLines(
  { note, location }: ServicePartsFragment['locations'][number],
  { t }: Words,
): readonly unknown[] {
  const { directions, accessibility, accessibilityNote } = location;
  const own = (text: string | null) => text && asWritten(location, text);
  return [
    location.kind === 'ON_CONTACT'
      ? t('onContact')
      : html`<bdi>${[location.name, location.address, location.city].filter(Boolean).join(', ')}</bdi>
          <bdi dir="ltr">${location.postcode}</bdi>`,
    own(directions),
    own(note),
    ...accessibility.map((feature) => t(`accessible.${feature}`)),
    own(accessibilityNote),
  ];
}

/** Everything else that is known of a service. What is not known, and matters, is said to be not known. */
export function serviceDetailsView(service: ServicePartsFragment, context: FinderContext): TemplateResult {
  const { words } = context;
  const { t } = words;
  const own = (text: string | null) => text && asWritten(service, text);
  const { locations, areas, hours, waitingWeeks, regulator, regulatorNumber } = service;
  const untranslated = describeUntranslated(service, words);
  return html`<div class="opened">
    ${untranslated ? html`<p class="quiet">${untranslated}</p>` : nothing}
    ${paragraphView(service, 'summary', words)}
    <dl>
      ${rowView(t('timesLabel'), [
        hours !== 'SCHEDULED' && t(`hours.${hours}`),
        hoursView(service, context),
        ...locations.map((place) =>
          hoursView(place, context, locations.length > 1 ? place.location.name : null),
        ),
        own(service.hoursNote),
        waitingWeeks && t('waitingWeeks', { n: waitingWeeks }),
        own(service.capacityNote),
      ])}
      ${locations.map((place) => rowView(t('placeLabel'), placeLines(place, words)))}
      ${rowView(t('howToGetIn'), [
        ...service.access.map((way) => t(`access.${way}`)),
        service.referralBy && t('referredBy', { who: service.referralBy }),
        own(service.accessNote),
        ...service.modes.map((mode) => t(`mode.${mode}`)),
      ])}
      ${rowView(
        t('spokenThere'),
        [
          ...service.languages.map((each) => html`${languageView(each)} ${own(each.note)}`),
          describeInterpreters(service, words),
          service.interpreterNames.length > 0 &&
            factsView(service.interpreterNames.map((name) => html`<bdi>${name}</bdi>`)),
          own(service.interpreterNote),
        ],
        t('notSaid'),
      )}
      ${rowView(t('whoCanUse'), [describeWho(service, words), own(service.eligibilityNote)], t('notSaid'))}
      ${rowView(t('papersLabel'), [t(`papers.${service.asksForPapers}`), own(service.papersNote)])}
      ${rowView(t('sharing'), [own(service.dataSharing)], t('notSaid'))}
      ${rowView(t('costLabel'), [service.cost !== 'UNKNOWN' && t(`cost.${service.cost}`), own(service.costNote)])}
      ${rowView(t('helpLabel'), [
        service.helpsWithTravel && t('travelHelp'),
        service.helpsWithChildcare && t('childcare'),
        own(service.helpNote),
      ])}
      ${rowView(t('area'), [areas.map(({ name }) => name).join(t('comma'))])}
      ${rowView(
        t('getInTouch'),
        service.contacts.map((contact) => contactView(contact, words)),
      )}
    </dl>
    ${regulator && regulatorNumber ? html`<p>${t('regulated', { regulator, number: regulatorNumber })}</p>` : nothing}
    <p class="quiet">${describeCheck(service, words)} ${furtherLinkView(service.sourceUrl, t('source'))}</p>
  </div>`;
}
