import { wallClock, type WallClock } from '@open-sanctuary/service-rules/day';
import { serviceFinderDocumentId, serviceSearchDocumentId } from '../../generated/documents.ts';
import type {
  ServiceFinderQuery,
  ServicePartsFragment,
  ServiceSearchQuery,
} from '../../generated/operations.ts';
import { html, nothing } from 'lit/html.js';
import { formStyles } from '../look/form.styles.ts';
import { look } from '../look/look.styles.ts';
import { partsStyles } from '../look/parts.styles.ts';
import { askByPost, type Failure } from '../query/ask.ts';
import { exampleView, frameView, languagesView } from '../look/frame.view.ts';
import { DataWidget } from '../widget/data-widget.ts';
import { addPack, type Words } from '../words/words.ts';
import type { FinderContext, FinderCouncil } from './context.ts';
import { findOnDevice, weekOnDevice } from './on-device.ts';
import type { Choices } from './questions.view.ts';
import { readFindings } from './from-server.ts';
import { readSearch, toFilter, without, type Question, type Search } from './search.ts';
import { safetyView } from './safety.view.ts';
import { serviceFinderStyles } from './service-finder.styles.ts';
import { serviceFinderView, type Findings, type FinderView } from './service-finder.view.ts';
import { serviceDetailsView } from './service.view.ts';
import { shareView } from './share.view.ts';
import { timetableView } from './timetable.view.ts';
import { finderWords } from './words.en.ts';

addPack('en', finderWords);

/** So many services are drawn at first, and again each time that more are asked for. */
const pageSize = 20;

/** What is open changes with the minute. */
const minute = 60_000;

/** Who types is not interrupted. */
const pause = 400;

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
 * @fires {CustomEvent} sanctuary-filter - An answer was given or cleared. Detail: names of the questions answered.
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

  #search: Search = {};
  #preset = '';
  #shown = pageSize;
  #isTyping = false;
  readonly #opened = new Set<string>();
  /** What was found for what, so that it is found once. */
  #findings: (Findings & { readonly choices: Choices }) | undefined;
  #foundFor: unknown[] = [];
  /** Why the API did not answer, where it finds for the device. */
  #failure: Failure | undefined;
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
  }

  protected override has({ council }: ServiceFinderQuery): boolean {
    return Boolean(council && (council.allServices === null || council.allServices.length > 0));
  }

  protected override describe({ council }: ServiceFinderQuery) {
    return { services: council?.allServices?.length };
  }

  protected override accepted(): void {
    this.#foundFor = [];
  }

  /** Those of the organisation that the tag names, else all; null when the device does not hold them. */
  #listServices({ allServices }: FinderCouncil): readonly ServicePartsFragment[] | null {
    const { organisation } = this;
    if (!allServices || !organisation) return allServices;
    return allServices.filter((each) =>
      [each.organisation.uuid, each.organisation.name].includes(organisation),
    );
  }

  /** Finds again when something changed that matters: what is looked for, the services, or the minute. */
  #find(council: FinderCouncil, services: readonly ServicePartsFragment[] | null, now: WallClock) {
    const wanted = [council, this.#search, this.#shown, this.organisation, now.time];
    if (wanted.every((each, index) => each === this.#foundFor[index])) return;
    this.#foundFor = wanted;
    if (services) this.#findings = findOnDevice(council, services, this.#search, now);
    else this.#askSoon(council, now);
  }

  /** Sends what is looked for in the body of a request, where no address and no log keeps it. */
  #askSoon(council: FinderCouncil, now: WallClock) {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => void this.#ask(council, this.#search, now), this.#findings ? pause : 0);
  }

  async #ask(council: FinderCouncil, search: Search, now: WallClock) {
    const { slug, bankHolidays } = council;
    const filter = Object.assign(toFilter(search), { organisation: this.organisation || null });
    const variables = { council: slug, language: this.language, filter, first: this.#shown };
    try {
      const { data } = await askByPost<ServiceSearchQuery>(
        this.apiAddress,
        serviceSearchDocumentId,
        variables,
      );
      if (search !== this.#search || !data.council) return;
      this.#findings = readFindings(data.council.services, search, now, bankHolidays);
      this.#failure = undefined;
    } catch (error) {
      this.#failure = (error as { failure?: Failure }).failure ?? 'malformed';
    }
    this.requestUpdate();
  }

  protected override view({ council }: ServiceFinderQuery, words: Words): unknown {
    if (!council) return nothing;
    this.#readPreset();
    const now = wallClock(new Date(), council.timeZone);
    const context: FinderContext = {
      words,
      today: now.day,
      headingLevel: this.level,
      siteUrl: this.siteAddress(council),
    };
    const services = this.#listServices(council);
    const urgent = (council.allServices ?? []).filter(({ isUrgent, state }) => isUrgent && state !== 'ENDED');
    if (this.getAttribute('view') === 'timetable' && services) {
      const name = services[0]?.organisation.name ?? this.organisation;
      return frameView(
        html`${council.isExample ? exampleView(council.name, words) : nothing}
        ${languagesView(words, this.onLanguage)}
        ${timetableView(name, weekOnDevice(council, services, now), context)}`,
        nothing,
        safetyView(urgent, context),
      );
    }
    this.#find(council, services, now);
    const findings = this.#findings;
    const what = words.t('the.service-finder');
    if (!findings) {
      const failure = this.#failure && words.t(`failed.${this.#failure}`, { what });
      return frameView(html`<slot></slot>`, failure || words.t('loading', { what }), safetyView([], context));
    }
    const view: Omit<FinderView, keyof FinderContext> = {
      findings: Object.assign({}, findings, {
        found: findings.found.slice(0, this.#shown),
        // Half a postcode is no mistake while it is typed.
        problem: this.#isTyping ? null : findings.problem,
      }),
      choices: findings.choices,
      search: this.#search,
      urgent,
      isOnDevice: Boolean(services),
      note: this.#failure ? words.t(`failed.${this.#failure}`, { what }) : this.note(words),
      form: { onChange: this.#onChange, onClear: this.#onClear },
      onLanguage: this.onLanguage,
      onRelax: this.#onRelax,
      onMore: this.#onMore,
      opened: (found) => ({
        isOpen: this.#opened.has(found.service.uuid),
        onToggle: this.#onToggle,
        inside: html`${serviceDetailsView(found.service, context)}
        ${shareView(found, context, (text) => void this.#copy(text, words))}`,
      }),
    };
    return serviceFinderView(council, Object.assign(view, context));
  }

  /** What the tag's attributes say to begin with; a reader's own answers stay when they change. */
  #readPreset() {
    const { need, where, spoken, who } = this;
    const preset = JSON.stringify([need, where, spoken, who]);
    if (preset === this.#preset) return;
    this.#preset = preset;
    this.#search = readSearch(Object.entries({ need, where, language: spoken, who }));
  }

  #setSearch(search: Search) {
    this.#search = search;
    this.#shown = pageSize;
    this.requestUpdate();
    this.tell('filter', { names: Object.keys(search) });
  }

  readonly #onChange = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    this.#isTyping = event.type === 'input' && event.target === form.elements.namedItem('where');
    this.#setSearch(readSearch(new FormData(form) as unknown as Iterable<[string, unknown]>));
  };

  readonly #onClear = (event: Event) => {
    // The button goes; without this the keyboard would start again at the top of the page.
    (event.target as HTMLButtonElement).form?.querySelector('select')?.focus();
    this.#setSearch({});
  };

  readonly #onRelax = (question: Question) => {
    this.#setSearch(without(this.#search, question));
    this.shadowRoot?.querySelector('select')?.focus();
  };

  readonly #onMore = () => {
    this.#shown += pageSize;
    this.requestUpdate();
  };

  readonly #onToggle = (event: Event) => {
    const { open, dataset } = event.currentTarget as HTMLDetailsElement;
    const uuid = dataset['uuid'] ?? '';
    if (open === this.#opened.has(uuid)) return;
    if (open) this.#opened.add(uuid);
    else this.#opened.delete(uuid);
    this.requestUpdate();
    this.tell('open', { isOpen: open });
  };

  async #copy(text: string, { t }: Words) {
    await navigator.clipboard.writeText(text).catch(() => undefined);
    this.say(t('copied'));
  }

  protected override drawn(root: ShadowRoot): void {
    // A control that a person has used no longer follows its attribute.
    for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form [name]')) {
      const value = this.#search[control.name as Question] ?? '';
      if (control.type === 'checkbox') (control as HTMLInputElement).checked = Boolean(value);
      else if (control !== root.activeElement) control.value = value;
    }
  }
}
