import { html, nothing, render } from 'lit/html.js';
import { actionTrackerDocumentId } from '../../generated/documents.ts';
import type { ActionTrackerQuery, PlanPartsFragment } from '../../generated/operations.ts';
import { follow } from '../live/live.ts';
import { look } from '../look/look.styles.ts';
import { ask, AskError, askUrl, forget, type Answered, type Failure } from '../query/ask.ts';
import { whenIdle } from '../widget/when-idle.ts';
import { WidgetElement } from '../widget/widget-element.ts';
import { formatTime } from '../words/dates.ts';
import { fetchWords } from '../words/fetch-words.ts';
import { findLanguage, getWords, type Language, type Words } from '../words/words.ts';
import {
  everything,
  listEntries,
  listValues,
  readFilter,
  type ActionFilter,
  type FilterName,
} from './action-tracker.filter.ts';
import { actionTrackerStyles } from './action-tracker.styles.ts';
import { actionTrackerView, frameView, type TrackerView } from './action-tracker.view.ts';
import { insideView } from './action.view.ts';
import { describeChanges, listChanged } from './changes.ts';
import { findWebAddress } from '../look/link.view.ts';
import { findPlan } from './plan-choice.ts';

/** Where this script came from is where the data is, unless the tag says otherwise. */
const scriptOrigin = new URL(import.meta.url).origin;

/** How long a changed action carries the word "updated". */
const updatedFor = 20_000;

/** At first the plan is drawn without its actions; then so many follow each time that there is time. */
const actionsAtOnce = 8;

/** What is drawn in idle time stops after so many milliseconds, on a slow phone after the first thing. */
const slice = 6;

/** A page may turn dark with it. */
const darkness = matchMedia('(prefers-color-scheme: dark)');

/**
 * What a council of sanctuary promised, who leads it, and what has happened since.
 *
 * @summary Shows an action plan and follows it live.
 * @tagname sanctuary-action-tracker
 *
 * @attr {string} council - The council's short name, as in its web address. Needed.
 * @attr {string} plan - The plan's short name; without it the current sanctuary plan.
 * @attr {string} lang - `en` or `ar`; without it the language of the page around.
 * @attr {'lazy' | 'eager'} [loading=lazy] - `lazy` waits until the element is near the screen.
 * @attr {number} [heading-level=2] - The level of the plan's heading, 2 to 4.
 * @attr {string} api - The address of the API; without it the one that served the script.
 * @attr {string} site - Where permanent links lead; without it the address that the council set.
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] - `auto` goes with the page; the others bring their own ground.
 * @attr {string} theme-ref - Shows one theme at first.
 * @attr {string} lead - Shows one lead's actions at first.
 * @attr {string} status - Shows one status at first, such as `DONE`.
 *
 * @slot - A plain link to the plan. It shows until the plan is there, and stays if it cannot be loaded.
 *
 * @csspart example - The line that says that everything is invented.
 * @csspart title - The plan's heading.
 * @csspart progress - Progress in words, as a bar and in numbers.
 * @csspart attention - The toggles of what needs attention.
 * @csspart filters - The filters.
 * @csspart theme - One theme with its actions.
 * @csspart action - One action.
 * @csspart status - An action's status.
 * @csspart footer - The links below the plan.
 *
 * @cssprop --sanctuary-accent - Colour of links and controls.
 * @cssprop --sanctuary-paper - Ground of controls, and of the widget when `theme` is light or dark.
 * @cssprop --sanctuary-ink - Text colour when `theme` is light or dark.
 * @cssprop --sanctuary-line - Borders of controls.
 * @cssprop --sanctuary-font-size - Size of the text; by default the page's, at least 16 px.
 *
 * @fires {CustomEvent} sanctuary-ready - The plan is shown for the first time. Detail: council, plan, actions.
 * @fires {CustomEvent} sanctuary-error - The plan could not be shown. Detail: code.
 * @fires {CustomEvent} sanctuary-filter - A filter was set or cleared. Detail: names of the filters in use.
 * @fires {CustomEvent} sanctuary-open - An action was opened or closed. Detail: ref, isOpen.
 */
export class ActionTracker extends WidgetElement {
  static override readonly attributes = [
    'council',
    'plan',
    'lang',
    'loading',
    'heading-level',
    'api',
    'site',
    'theme',
    'theme-ref',
    'lead',
    'status',
  ];
  static override readonly styles = look + actionTrackerStyles;

  declare council: string;
  declare plan: string;
  declare loading: string;
  declare headingLevel: string;
  declare api: string;
  declare site: string;
  declare theme: string;
  declare themeRef: string;
  declare lead: string;
  declare status: string;

  /** What was asked for: API, council, plan and language. */
  #asked = '';
  #answer: (Answered<ActionTrackerQuery> & { readonly language: Language }) | undefined;
  #failure: Failure | undefined;
  #url = '';
  #isNear = false;
  #filter: ActionFilter = everything;
  #preset = '';
  /** The plan as it was when its actions were put in order. */
  #ordered: PlanPartsFragment | null | undefined;
  #chosenLanguage: Language | undefined;
  #said = '';
  #silentSince: Date | undefined;
  #mostActions = 0;
  #context: TrackerView | undefined;
  /** The language and action that are drawn inside of each line, so that nothing is drawn twice. */
  #inside = new WeakMap<Element, string>();
  /** The lines of actions whose insides may have to be drawn. */
  #lines: HTMLElement[] = [];
  #isDrawingOn = false;
  #isPrinting = false;
  readonly #opened = new Set<string>();
  readonly #updated = new Set<string>();
  #forgetUpdated: ReturnType<typeof setTimeout> | undefined;
  readonly #observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#comeNear();
    },
    { rootMargin: '400px' },
  );
  #followed = '';
  #unfollow = (): void => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    darkness.addEventListener('change', this.requestUpdate);
    window.addEventListener('beforeprint', this.#onPrint);
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    darkness.removeEventListener('change', this.requestUpdate);
    window.removeEventListener('beforeprint', this.#onPrint);
    this.#observer.disconnect();
    // A moved element is connected again before this; only one that is really gone lets go.
    void Promise.resolve().then(() => {
      if (this.isConnected) return;
      this.#unfollow();
      this.#followed = '';
      clearTimeout(this.#forgetUpdated);
      forget(this.#url);
      this.#asked = '';
    });
  }

  override attributeChangedCallback(name?: string): void {
    if (name === 'lang') this.#chosenLanguage = undefined;
    this.#inside = new WeakMap();
    super.attributeChangedCallback();
  }

  #comeNear() {
    this.#observer.disconnect();
    this.#isNear = true;
    this.requestUpdate();
  }

  get #plan(): PlanPartsFragment | null | undefined {
    return this.#answer?.data.council?.plan;
  }

  get #apiAddress(): string {
    return (findWebAddress(this.api) ?? scriptOrigin).replace(/\/+$/, '');
  }

  /** The chosen language, else that of the tag, else of the nearest element that has one, else English. */
  get #language(): Language {
    return this.#chosenLanguage ?? findLanguage(this.lang) ?? findLanguageAround(this);
  }

  /** Asks again when something else is wanted; what is shown stays until the same plan comes in another language. */
  #ensureAsked(language: Language) {
    if (this.loading === 'eager') this.#isNear = true;
    const plan = [this.#apiAddress, this.council, this.plan].join(' ');
    const asked = `${plan} ${language}`;
    if (!this.#isNear || !this.council || asked === this.#asked) return;
    if (!this.#asked.startsWith(`${plan} `)) this.#answer = undefined;
    this.#asked = asked;
    this.#failure = undefined;
    // The stream begins by telling the newest revision: opened first, it would only repeat the request.
    void this.#load(false).then(() => this.isConnected && this.#ensureFollowing());
  }

  #ensureFollowing() {
    const followed = `${this.#apiAddress} ${this.council}`;
    if (this.#followed === followed) return;
    this.#followed = followed;
    this.#unfollow();
    this.#unfollow = follow(this.#apiAddress, this.council, {
      onChange: (revision = Infinity) => {
        const isNews = () => revision > (this.#answer?.data.council?.revision ?? -1);
        const load = () => isNews() && void this.#load(true);
        load();
        // The request may have been under way already, or met a server that had not heard yet.
        if (revision < Infinity) setTimeout(load, 500);
      },
      onSilence: (since) => {
        this.#silentSince = since;
        this.requestUpdate();
      },
    });
  }

  async #load(isFresh: boolean): Promise<void> {
    const asked = this.#asked;
    const api = this.#apiAddress;
    const { council } = this;
    const language = this.#language;
    let url = '';
    try {
      const askFor = (plan: string) => {
        url = askUrl(api, actionTrackerDocumentId, { council, plan, language });
        return ask<ActionTrackerQuery>(url, isFresh);
      };
      let answer = await askFor(this.plan);
      const meant = this.plan || findPlan(answer.data.council?.plans ?? [])?.slug;
      if (!this.plan && meant) answer = await askFor(meant);
      if (asked !== this.#asked) return;
      if (this.#url !== url) forget(this.#url);
      this.#url = url;
      this.#accept(answer, language);
      this.requestUpdate();
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#fail((error as { failure?: Failure }).failure);
    }
  }

  #fail(failure: Failure = 'malformed') {
    this.#failure = failure;
    if (!this.#answer) this.tell('error', { code: failure });
    this.requestUpdate();
  }

  #accept({ data, isPartial, at }: Answered<ActionTrackerQuery>, language: Language) {
    const before = this.#answer;
    const planBefore = this.#plan;
    const plan = data.council?.plan;
    if (!plan && (isPartial || data.council === undefined)) throw new AskError('malformed');
    // Reading it once here keeps a strange answer out of the page.
    this.#view(data, getWords(language));
    this.#answer = { data, isPartial, at, language };
    this.#failure = undefined;
    this.#inside = new WeakMap();
    if (planBefore && plan && before?.language === language) this.#mark(listChanged(planBefore, plan));
    // In other letters every line is laid out anew, which takes as long as the first time.
    if (before?.language !== language) this.#mostActions = 0;
    if (before) return;
    this.#ordered = plan;
    void this.updateComplete.then(() =>
      plan
        ? this.tell('ready', {
            council: this.council,
            plan: plan.slug,
            actions: listActions(plan).length,
          })
        : this.tell('error', { code: 'not-found' }),
    );
  }

  #mark(changed: ReturnType<typeof listChanged>) {
    if (changed.length === 0) return;
    this.#said = describeChanges(changed, getWords(this.#language));
    for (const { ref } of changed) this.#updated.add(ref);
    clearTimeout(this.#forgetUpdated);
    this.#forgetUpdated = setTimeout(() => {
      this.#updated.clear();
      this.#said = '';
      this.requestUpdate();
    }, updatedFor);
  }

  #setFilter(filter: ActionFilter) {
    this.#filter = filter;
    this.#ordered = this.#plan;
    this.requestUpdate();
    this.tell('filter', { names: [...new Set(listEntries(filter).map(([name]) => name))] });
  }

  readonly #onChange = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    this.#setFilter(readFilter(new FormData(form) as unknown as Iterable<[string, unknown]>));
  };

  readonly #onClear = (event: Event) => {
    // The button goes; without this the keyboard would start again at the top of the page.
    (event.target as HTMLButtonElement).form?.querySelector('select')?.focus();
    this.#setFilter(everything);
  };

  readonly #onToggle = (event: Event) => {
    const { open, dataset } = event.currentTarget as HTMLDetailsElement;
    const ref = dataset['ref'] ?? '';
    if (open === this.#opened.has(ref)) return;
    if (open) this.#opened.add(ref);
    else this.#opened.delete(ref);
    this.requestUpdate();
    this.tell('open', { ref, isOpen: open });
  };

  readonly #onLanguage = (language: Language) => {
    this.#chosenLanguage = language;
    this.#mostActions = 0;
    this.requestUpdate();
  };

  /** Paper has no later. */
  readonly #onPrint = () => {
    this.#mostActions = Infinity;
    this.#isPrinting = true;
    this.requestUpdate();
  };

  readonly #onRetry = () => {
    this.#failure = undefined;
    this.requestUpdate();
    void this.#load(true);
  };

  protected override draw(): unknown {
    const language = this.#language;
    const preset = JSON.stringify([this.themeRef, this.lead, this.status]);
    if (preset !== this.#preset) {
      this.#preset = preset;
      this.#filter = readFilter([
        ['theme', this.themeRef],
        ['lead', this.lead],
        ['status', this.status],
      ]);
    }
    this.#ensureAsked(language);
    const fetching = fetchWords(language);
    void fetching?.then(this.requestUpdate);
    const words = getWords(language);
    const isOwn = this.theme === 'light' || this.theme === 'dark';
    const isDark = isOwn ? this.theme === 'dark' : isLight(getComputedStyle(this).color);
    return html`<div
      class="sanctuary ${isOwn ? 'own' : ''} ${isDark ? 'dark' : ''}"
      lang=${words.language}
      dir=${words.direction}
    >
      ${this.#show(words, Boolean(fetching))}
      <p class="unseen" aria-live="polite">${this.#said}</p>
      <p class="age" aria-live="polite">${this.#describeAge(words)}</p>
    </div>`;
  }

  #show(words: Words, isFetching: boolean) {
    if (this.#answer) return this.#view(this.#answer.data, words);
    const isLoading = this.#asked && !this.#failure && !isFetching;
    return frameView(
      // Not in the live region: that stays one node, and would jump down the page when the plan comes.
      html`<slot></slot>${isLoading ? html`<p>${words.t('loading')}</p>` : nothing}`,
      this.#failure ? words.t(`failed.${this.#failure}`) : nothing,
      this.#failure
        ? html`<button type="button" @click=${this.#onRetry}>${words.t('tryAgain')}</button>`
        : nothing,
    );
  }

  #view({ council }: ActionTrackerQuery, words: Words) {
    if (!council?.plan) return frameView(html`<slot></slot>`, words.t('notFound'), nothing);
    const site =
      findWebAddress(this.site) ??
      findWebAddress(council.siteUrl) ??
      `${this.#apiAddress}/go/${council.slug}`;
    this.#context = {
      words,
      today: council.today,
      headingLevel: /^[234]$/.test(this.headingLevel) ? Number(this.headingLevel) : 2,
      planUrl: `${site.replace(/\/+$/, '')}/plans/${encodeURIComponent(council.plan.slug)}`,
      filter: this.#filter,
      opened: this.#opened,
      updated: this.#updated,
      ordered: new Map(listActions(this.#ordered).map((action) => [action.ref, action] as const)),
      onToggle: this.#onToggle,
      onLanguage: this.#onLanguage,
      form: { onChange: this.#onChange, onClear: this.#onClear },
      note: this.#answer?.isPartial ? words.t('partial') : '',
      mostActions: this.#mostActions,
    };
    return actionTrackerView(council, council.plan, this.#context);
  }

  /** While nothing can be heard, says since when; an answer that came later by other ways ends that. */
  #describeAge({ t }: Words) {
    if (!this.#answer) return nothing;
    const { at, data } = this.#answer;
    const since = this.#silentSince && this.#silentSince > at ? this.#silentSince : this.#failure && at;
    return since
      ? html`<span
          >${t('notUpdated', { time: formatTime(since, data.council?.timeZone ?? 'Europe/London') })}</span
        >`
      : nothing;
  }

  protected override drawn(root: ShadowRoot): void {
    // A control that a person has used no longer follows its attribute.
    for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form [name]')) {
      const values = listValues(this.#filter, control.name as FilterName);
      const [value = ''] = values;
      if (control instanceof HTMLSelectElement) {
        control.value = value;
        // Without a value the order has none to show, but begins with the plan's own.
        if (control.selectedIndex < 0) control.selectedIndex = 0;
      } else if (control.type === 'checkbox') control.checked = values.includes(control.value);
      else if (control !== root.activeElement) control.value = value;
    }
    this.#lines = [...root.querySelectorAll<HTMLElement>('.action')];
    for (const line of this.#lines) {
      if (this.#isPrinting || line.hasAttribute('open')) this.#drawInside(line);
    }
    this.#isPrinting = false;
    this.#drawOn();
  }

  /** Draws what is not there yet bit by bit: all at once it would keep a slow phone from answering. */
  #drawOn() {
    if (this.#isDrawingOn) return;
    this.#isDrawingOn = true;
    whenIdle(() => {
      this.#isDrawingOn = false;
      if (!this.isConnected) return;
      if (this.#mostActions <= listActions(this.#plan).length) {
        this.#mostActions += actionsAtOnce;
        this.requestUpdate();
        return;
      }
      const end = performance.now() + slice;
      while (this.#lines.length > 0 && performance.now() < end) this.#drawInside(this.#lines.shift());
      if (this.#lines.length > 0) this.#drawOn();
    });
  }

  #drawInside(line: HTMLElement | undefined) {
    const context = this.#context;
    const action = listActions(this.#plan).find(({ ref }) => ref === line?.dataset['ref']);
    if (!line || !context || !action) return;
    const state = context.words.language + action.ref;
    if (this.#inside.get(line) === state) return;
    this.#inside.set(line, state);
    try {
      render(insideView(action, context), line.lastElementChild as HTMLElement);
    } catch {
      this.#answer = undefined;
      this.#fail();
    }
  }
}

const listActions = (plan: PlanPartsFragment | null | undefined) =>
  plan?.themes.flatMap(({ actions }) => actions) ?? [];

/** The language of the nearest element around that has one, also outside of the shadow trees it stands in. */
function findLanguageAround(element: Element): Language {
  let node: Partial<Pick<ShadowRoot & HTMLElement, 'parentNode' | 'host' | 'lang'>> | null | undefined =
    element;
  while (node) {
    node = node.parentNode ?? node.host;
    if (node?.lang) return findLanguage(node.lang) ?? 'en';
  }
  return 'en';
}

/** Light text means a dark page, whatever the page calls it. */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 127;
}
