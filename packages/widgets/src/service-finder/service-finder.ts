import { wallClock, type WallClock } from '@open-sanctuary/service-rules/day';
import {
  moreServicesDocumentId,
  serviceFinderDocumentId,
  serviceSearchDocumentId,
} from '../../generated/documents.ts';
import type {
  MoreServicesQuery,
  ServiceFinderQuery,
  ServicePartsFragment,
  ServiceSearchQuery,
} from '../../generated/operations.ts';
import { html, nothing } from 'lit/html.js';
import { formStyles } from '../look/form.styles.ts';
import { look } from '../look/look.styles.ts';
import { partsStyles } from '../look/parts.styles.ts';
import { askByPost, AskError, type Answered, type Failure } from '../query/ask.ts';
import { exampleView, frameView, languagesView } from '../look/frame.view.ts';
import { DataWidget, type Ask } from '../widget/data-widget.ts';
import { whenIdle } from '../widget/when-idle.ts';
import { readAhead } from '@open-sanctuary/service-rules/search';
import { addPack, type Words } from '../words/words.ts';
import type { FinderContext, FinderCouncil } from './context.ts';
import { findOnDevice, weekOnDevice } from './on-device.ts';
import type { Choices } from './questions.view.ts';
import { readFindings } from './from-server.ts';
import { readSearch, toFilter, without, type Question, type Search } from './search.ts';
import { safetyView } from './safety.view.ts';
import { serviceFinderStyles } from './service-finder.styles.ts';
import { serviceFinderView, type Findings, type FinderView } from './service-finder.view.ts';
import { serviceDetailsView, servicesView } from './service.view.ts';
import { shareView } from './share.view.ts';
import { timetableView } from './timetable.view.ts';
import { finderWords } from './words.en.ts';

addPack('en', finderWords);

/** So many services are drawn at first, and again each time that more are asked for. */
const pageSize = 20;

/** So many services come in the first answer. */
const atFirst = 200;

/** A slow phone reads so many within a frame or two. */
const readAtOnce = 60;

/** More than an organisation has; the most that the API answers at once. */
const wholeWeek = 100;

/** What is open changes with the minute. */
const minute = 60_000;

/** Who types is not interrupted. */
const pause = 400;

/** Or what the API would refuse. */
const isUuid = /^[\da-f-]{36}$/i;

type Pending = 'loading' | `failed.${Failure}` | undefined;

type Answer = NonNullable<ServiceSearchQuery['council']>['services'];

/**
 * Help near somebody, in their language, open when they can go. What they look for stays on their device; where a
 * council has too many services for that, it is sent, but neither kept nor logged.
 *
 * @summary Finds services for people seeking sanctuary.
 * @tagname sanctuary-service-finder
 *
 * @attr {string} council - The council's short name, as in its web address. Needed.
 * @attr {string} lang - `en` or `ar`; without it the language of the page around.
 * @attr {'lazy' | 'eager'} [loading=lazy] - `lazy` waits until the element is near the screen.
 * @attr {number} [heading-level=2] - The level of the heading, 2 to 4.
 * @attr {string} api - The address of the API; without it the one that served the script.
 * @attr {string} site - Where permanent links lead; without it the address that the council set.
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] - `auto` goes with the page; the others bring their own ground.
 * @attr {'list' | 'timetable'} [view=list] - `timetable` shows the week of one organisation.
 * @attr {string} organisation - The name of an organisation, or its number: shows its services only.
 * @attr {string} need - Shows one category at first, such as `ENGLISH_CLASSES`.
 * @attr {string} where - A postcode or the first part of one to begin with.
 * @attr {string} spoken - A language to begin with, by its code, such as `ti`.
 * @attr {string} who - A group of people to begin with, such as `PEOPLE_SEEKING_ASYLUM`.
 *
 * @slot - A plain link to the services. It shows until they are there, and stays if they cannot be loaded.
 *
 * @csspart example - The line that says that everything is invented.
 * @csspart title - The heading.
 * @csspart safety - Whom to call in danger, urgent help, and the way to leave the page.
 * @csspart questions - The questions.
 * @csspart services - The services that fit.
 * @csspart service - One service.
 * @csspart timetable - The week of an organisation.
 * @csspart footer - The links below.
 *
 * @cssprop --sanctuary-accent - Colour of links and controls.
 * @cssprop --sanctuary-paper - Ground of controls, and of the widget when `theme` is light or dark.
 * @cssprop --sanctuary-ink - Text colour when `theme` is light or dark.
 * @cssprop --sanctuary-line - Borders of controls.
 * @cssprop --sanctuary-font-size - Size of the text; by default the page's, at least 16 px.
 *
 * @fires {CustomEvent} sanctuary-ready - The services are shown for the first time. Detail: council, services.
 * @fires {CustomEvent} sanctuary-error - They could not be shown. Detail: code.
 * @fires {CustomEvent} sanctuary-filter - An answer was given or cleared. Detail: answered (how many; never which).
 * @fires {CustomEvent} sanctuary-open - A service was opened or closed. Detail: isOpen; never which.
 */
export class ServiceFinder extends DataWidget<ServiceFinderQuery> {
  static override readonly attributes = [
    ...DataWidget.attributes,
    'view',
    'organisation',
    'need',
    'where',
    'spoken',
    'who',
  ];
  static override readonly styles = look + partsStyles + formStyles + serviceFinderStyles;

  declare organisation: string;
  declare need: string;
  declare where: string;
  declare spoken: string;
  declare who: string;

  protected override readonly name = 'service-finder';
  protected override readonly documentId = serviceFinderDocumentId;

  #services: readonly ServicePartsFragment[] = [];
  #search: Search = {};
  #preset = '';
  #shown = pageSize;
  /** Where in the list the keyboard goes on, once it is there. */
  #goTo = -1;
  #isTyping = false;
  #isMoreOpen = false;
  readonly #opened = new Set<string>();
  /** What was found for what, so that it is found once. */
  #findings: (Findings & { readonly choices: Choices }) | undefined;
  #foundFor: unknown[] = [];
  /** What the API found, where it finds for the device, and for which search. */
  #answer: { readonly services: Answer; readonly search: Search } | undefined;
  /** What is said while it is asked, or because it did not answer. */
  #pending: Pending;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(this.requestUpdate, minute);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    clearTimeout(this.#asking);
    // Moved, it asks again for what it no longer waits for.
    this.#foundFor = [];
  }

  /** Many services come in two answers: to read them all at once would keep a slow phone from answering. */
  protected override async refine(answer: Answered<ServiceFinderQuery>, ask: Ask) {
    const { council } = answer.data;
    if (!council || !council.allServices || council.allServices.length < atFirst) return answer;
    const { data } = await ask<MoreServicesQuery>(this.variables(), moreServicesDocumentId);
    const more = data.council && data.council.allServices;
    // To find among them takes as long as to read them.
    await new Promise<void>(whenIdle);
    // There may be too many for a device by now.
    const allServices = more && council.allServices.concat(more);
    return Object.assign({}, answer, { data: { council: Object.assign({}, council, { allServices }) } });
  }

  protected override has({ council }: ServiceFinderQuery): boolean {
    return Boolean(council && (council.allServices === null || council.allServices.length > 0));
  }

  protected override describe({ council }: ServiceFinderQuery) {
    return { council: this.council, services: council && council.allServices && council.allServices.length };
  }

  /** What services are found by is read while nobody waits, a few at a time. */
  protected override accepted({ council }: ServiceFinderQuery): void {
    const services = council && council.allServices;
    const read = () =>
      this.isConnected &&
      council &&
      services === this.#services &&
      readAhead(services, council, readAtOnce) &&
      whenIdle(read);
    this.#services = services || [];
    if (!council || !services) return;
    // Before it is drawn, which is a task of its own.
    this.#readPreset(council);
    this.#find(council, this.#listServices(council), wallClock(new Date(), council.timeZone));
    whenIdle(read);
  }

  protected override always(words: Words): unknown {
    return safetyView([], { words, siteUrl: '' });
  }

  /** Those of the organisation that the tag names, else all; null when the device does not hold them. */
  #listServices({ allServices }: FinderCouncil): readonly ServicePartsFragment[] | null {
    const own = (allServices || []).filter(({ organisation: { uuid, name } }) =>
      [uuid, name].includes(this.organisation),
    );
    return own.length > 0 ? own : allServices;
  }

  #isNew(wanted: unknown[]) {
    const isNew = wanted.some((each, index) => each !== this.#foundFor[index]);
    if (isNew) this.#foundFor = wanted;
    return isNew;
  }

  /** Finds again when something changed that matters. */
  #find(council: FinderCouncil, services: readonly ServicePartsFragment[] | null, now: WallClock) {
    if (services) {
      this.#pending = undefined;
      const isNew = this.#isNew([council, this.#search, this.organisation, now.day + now.time]);
      if (isNew) this.#findings = findOnDevice(council, services, this.#search, now);
      return;
    }
    if (this.#isNew([council, this.#search, this.organisation, this.#shown])) this.#askSoon(council.slug);
    const answer = this.#answer;
    this.#findings = answer && readFindings(answer.services, answer.search, now, council.bankHolidays);
  }

  #askSoon(council: string) {
    clearTimeout(this.#asking);
    this.#pending = 'loading';
    this.#asking = setTimeout(() => void this.#ask(council), this.#answer ? pause : 0);
  }

  /** Sends what is looked for in the body of a request, where no address and no log keeps it. */
  async #ask(council: string) {
    const wanted = this.#foundFor;
    const search = this.#search;
    const organisation = isUuid.test(this.organisation) ? this.organisation : null;
    const filter = Object.assign(toFilter(search), { organisation });
    const variables = { council, language: this.language, filter, first: this.#shown };
    let pending: Pending;
    let services: Answer | null | undefined;
    try {
      const { data } = await askByPost<ServiceSearchQuery>(
        this.apiAddress,
        serviceSearchDocumentId,
        variables,
      );
      services = data.council && data.council.services;
      if (!services) throw new AskError('malformed');
    } catch (error) {
      pending = `failed.${(error as { failure?: Failure }).failure || 'malformed'}`;
      // The tag may begin with what the API does not know: then all is asked for.
      if (!this.#answer && Object.keys(search).length > 0) this.#search = readSearch([]);
    }
    // Something else is looked for by now.
    if (wanted !== this.#foundFor) return;
    this.#pending = pending;
    if (services) this.#answer = { services, search };
    this.requestUpdate();
  }

  readonly #onRetry = () => {
    this.#foundFor = [];
    this.requestUpdate();
  };

  protected override content({ council }: ServiceFinderQuery, words: Words): unknown {
    if (!council) return nothing;
    this.#readPreset(council);
    const { t } = words;
    const now = wallClock(new Date(), council.timeZone);
    // In another language it is drawn anew: what was opened stays open.
    const { shadowRoot } = this;
    const more = shadowRoot && shadowRoot.querySelector<HTMLDetailsElement>('.more');
    if (more) this.#isMoreOpen = more.open;
    const context: FinderContext = {
      words,
      today: now.day,
      headingLevel: this.level,
      siteUrl: this.siteAddress(council),
      inTurn: this.inTurn,
    };
    const services = this.#listServices(council);
    const isWeek =
      this.getAttribute('view') === 'timetable' &&
      (services ? services !== council.allServices : isUuid.test(this.organisation));
    if (isWeek) this.#shown = wholeWeek;
    this.#find(council, services, now);
    const findings = this.#findings;
    const hasFailed = this.#pending && this.#pending !== 'loading';
    const pending = this.#pending && {
      text: t(this.#pending, { what: t('the.service-finder') }),
      retry: hasFailed
        ? html`<p><button type="button" @click=${this.#onRetry}>${t('tryAgain')}</button></p>`
        : nothing,
    };
    const { urgentServices: urgent } = council;
    if (!findings) {
      return frameView(
        html`${safetyView(urgent, context)}<slot></slot>`,
        pending && pending.text,
        pending && pending.retry,
      );
    }
    // A week has all of them, whatever the tag begins with.
    const own = !isWeek ? [] : services ? findOnDevice(council, services, {}, now).found : findings.found;
    const [first] = own;
    if (first) {
      const week = weekOnDevice(
        council,
        own.map(({ service }) => service),
        now,
      );
      return frameView(
        html`${exampleView(council, words)} ${languagesView(words, this.onLanguage)}
        ${safetyView(urgent, context)} ${timetableView(first.service.organisation.name, week, context)}`,
        pending && pending.text,
        servicesView(own, context),
      );
    }
    const found = hasFailed ? [] : findings.found.slice(0, this.isPrinting ? Infinity : this.#shown);
    const view: Omit<FinderView, keyof FinderContext> = {
      findings: Object.assign({}, findings, {
        found,
        total: found.length && findings.total,
        // Half a postcode is no mistake while it is typed.
        problem: this.#isTyping ? null : findings.problem,
      }),
      choices: findings.choices,
      search: this.#search,
      urgent,
      isOnDevice: Boolean(services),
      note: this.note(words),
      pending,
      form: {
        onChange: this.#onChange,
        onClear: this.#onClear,
        isMoreOpen: this.#isMoreOpen || Boolean(this.who),
      },
      onLanguage: this.onLanguage,
      onRelax: this.#onRelax,
      onMore: this.#onMore,
      opened: (each) => {
        const isOpen = this.#opened.has(each.service.uuid);
        return {
          isOpen,
          onToggle: this.#onToggle,
          inside:
            isOpen || this.isPrinting
              ? html`${serviceDetailsView(each.service, context)}
                ${shareView(each, context, (text) => void this.#copy(text, words))}`
              : nothing,
        };
      },
    };
    return serviceFinderView(council, Object.assign(view, context));
  }

  /** What the tag's attributes say to begin with, as far as a service has it; a reader's own answers stay when they change. */
  #readPreset({ allServices }: FinderCouncil) {
    const { need, where, spoken, who } = this;
    const isKnown = (says: (service: ServicePartsFragment) => readonly string[], value: string) =>
      !allServices || allServices.some((each) => says(each).includes(value)) ? value : '';
    const answers = Object.entries({
      need: isKnown(({ categories }) => categories, need),
      where,
      language: isKnown(({ languages }) => languages.map(({ language }) => language), spoken),
      who: isKnown(({ eligibleGroups }) => eligibleGroups, who),
    });
    const preset = String(answers);
    if (preset === this.#preset) return;
    this.#preset = preset;
    this.#search = readSearch(answers);
  }

  #setSearch(search: Search) {
    this.#search = search;
    this.#shown = pageSize;
    this.requestUpdate();
    // Not even which: to tick "Only for women" says something of a person.
    this.tell('filter', { answered: Object.keys(search).length });
  }

  readonly #onChange = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    this.#isTyping = event.type === 'input' && event.target === form.elements.namedItem('where');
    const search = readSearch(new FormData(form) as unknown as Iterable<[string, unknown]>);
    // A choice is told twice, as input and as a change.
    if (JSON.stringify(search) === JSON.stringify(this.#search)) this.requestUpdate();
    else this.#setSearch(search);
  };

  readonly #onClear = (event: Event) => {
    // The button goes; without this the keyboard would start again at the top of the page.
    const { form } = event.target as HTMLButtonElement;
    const first = form && form.querySelector('select');
    if (first) first.focus();
    this.#setSearch({});
  };

  readonly #onRelax = (question: Question) => {
    this.#goTo = 0;
    this.#setSearch(without(this.#search, question));
  };

  readonly #onMore = () => {
    this.#goTo = this.#shown;
    this.#shown += pageSize;
    this.requestUpdate();
  };

  readonly #onToggle = (event: Event) => {
    const { open, dataset } = event.currentTarget as HTMLDetailsElement;
    const uuid = dataset['uuid'] || '';
    if (open === this.#opened.has(uuid)) return;
    if (open) this.#opened.add(uuid);
    else this.#opened.delete(uuid);
    this.requestUpdate();
    this.tell('open', { isOpen: open });
  };

  async #copy(text: string, { t }: Words) {
    try {
      await navigator.clipboard.writeText(text);
      this.say(t('copied'));
    } catch {
      // A page may forbid it. The address stands beside the button.
    }
  }

  protected override drawn(root: ShadowRoot): void {
    super.drawn(root);
    // A control that a person has used no longer follows its attribute.
    for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form [name]')) {
      const value = this.#search[control.name as Question] || '';
      if (control.type === 'checkbox') (control as HTMLInputElement).checked = Boolean(value);
      else if (control.value.trim() !== value) control.value = value;
    }
    const next = root.querySelectorAll<HTMLElement>('.service')[this.#goTo];
    if (!next || this.#pending === 'loading') return;
    this.#goTo = -1;
    const link = next.querySelector('a');
    if (link) link.focus();
  }
}
