import { html, nothing, type TemplateResult } from 'lit/html.js';
import { follow } from '../live/live.ts';
import { frameView } from '../look/frame.view.ts';
import { findWebAddress } from '../look/link.view.ts';
import { ask, AskError, askUrl, forget, type Answered, type Failure } from '../query/ask.ts';
import { formatTime } from '../words/dates.ts';
import { fetchWords } from '../words/fetch-words.ts';
import { findLanguage, getWords, type Language, type WidgetName, type Words } from '../words/words.ts';
import type { InTurn } from './in-turn.ts';
import { whenIdle } from './when-idle.ts';
import { WidgetElement } from './widget-element.ts';

/** Where this script came from is where the data is, unless the tag says otherwise. */
const scriptOrigin = new URL(import.meta.url).origin;

/**
 * After a change was heard, the answer is asked for again so many milliseconds later if it is still an old one; last
 * when a cache on the way, which may keep it for a minute, has let go of it.
 */
const secondTries = [500, 4000, 61_000];

/** So many lines of a list are drawn at once, which a slow phone does in a frame or two. */
const linesAtOnce = 1;

/** Who is ready again within so many milliseconds gets twice as many. */
const quick = 20;

/** A page may turn dark with it. */
const darkness = matchMedia('(prefers-color-scheme: dark)');

/** What every answer holds. */
export interface CouncilData {
  readonly council?: {
    readonly slug: string;
    readonly siteUrl: string | null;
    readonly timeZone: string;
    readonly revision: number;
  } | null;
}

/** Asks for a document, without one for the tag's own; the language comes to the variables. */
export type Ask = <Data>(variables: object, documentId?: string) => Promise<Answered<Data>>;

/**
 * What all tags share that show a council's data: document id and variables in, `content(data, words)` out.
 *
 * It waits until the element is near the screen, asks by GET (two tags that ask the same share the request), keeps
 * what it has while it asks again, follows the council's live stream (one for the page), chooses the language and
 * fetches its words, says why there is no answer and offers to try again, says since when nothing was heard, and goes
 * with light and dark. While there is nothing to show the page's own content, a plain link, stays.
 *
 * A tag of its own needs:
 * - `name`: also the file of its words (`<name>.ar.json`), which begin with `the.<name>` ("The plan") and `no.<name>`
 *   ("No such plan is published here."). Its English words it adds itself: `addPack('en', …)`.
 * - `documentId`, and `variables()` when it asks for more than the council in a language. They stand in a web address,
 *   so nothing that a reader types or chooses may be among them: filter what came, in `content`.
 * - `has(data)`: whether there is what the tag asks for; `describe(data)`: what `sanctuary-ready` tells of it.
 * - `content(data, words)`: all that is shown, framed by `frameView`. It may throw at an answer of another shape; then
 *   what was shown before stays. It is called whenever something changed; call `requestUpdate()` after changing state
 *   of your own. Pass `this.onLanguage` to `languagesView`, and `this.inTurn` to what draws a lot.
 * - `styles`: `look` and its own; `attributes`: `[...DataWidget.attributes, …]`, each is a property too (`declare` it).
 *
 * It may have `refine`, `accepted`, `always`, `isPrinting` and, of `WidgetElement`, `drawn(root)` and `tell(event, detail)`.
 * Every byte is on old phones: private names (`#name`) are shortened in the built script, protected ones stay, and
 * spreading an object (`{ ...one }`) costs 0.4 kB, for which reason there is none.
 */
export abstract class DataWidget<Data extends CouncilData> extends WidgetElement {
  static override readonly attributes: readonly string[] = [
    'council',
    'lang',
    'loading',
    'heading-level',
    'api',
    'site',
    'theme',
  ];

  declare council: string;
  declare loading: string;
  declare headingLevel: string;
  declare api: string;
  declare site: string;
  declare theme: string;

  protected abstract readonly name: WidgetName;
  protected abstract readonly documentId: string;

  /** What was asked for: where, what, and in which language. */
  #asked = '';
  #answer: Answered<Data> | undefined;
  #failure: Failure | undefined;
  #url = '';
  #isNear = false;
  #chosenLanguage: Language | undefined;
  #said = '';
  #silentSince: Date | undefined;
  #unfollow = (): void => undefined;
  /** The parts that are there, those that are being drawn, and how much more of them may be. */
  #parts: ReadonlySet<string> = new Set();
  #drawing = new Set<string>();
  #room = 0;
  #roomAtOnce = linesAtOnce;
  #drawnIn: Language | undefined;
  readonly #observer = new IntersectionObserver(
    (entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      this.#isNear = true;
      this.requestUpdate();
    },
    { rootMargin: '400px' },
  );

  /** Whether there is what the tag asks for. */
  protected abstract has(data: Data): boolean;

  /** Everything that is shown of an answer. */
  protected abstract content(data: Data, words: Words): unknown;

  /** What stands there also while there is no answer. */
  protected always(_words: Words): unknown {
    return nothing;
  }

  /** What to ask for; the language comes to it. */
  protected variables(): object {
    return { council: this.council };
  }

  /** Asks for something else, now that this came, or for more: for a tag that leaves a choice to us, or has two parts. */
  protected refine(answer: Answered<Data>, _ask: Ask): Answered<Data> | Promise<Answered<Data>> {
    return answer;
  }

  /** After each answer, before it is shown; with the one before in the same language. */
  protected accepted(_data: Data, _before: Data | undefined): void {}

  /** What `sanctuary-ready` tells, once all is shown. */
  protected abstract describe(data: Data): object;

  /** Whether paper is made of what is drawn now: paper has no later. */
  protected isPrinting = false;

  /**
   * Draws a part of the whole when its turn comes, until then nothing: all at once it would keep a slow phone from
   * answering. What is there stays.
   */
  protected readonly inTurn: InTurn = (name, draw, size = 1) => {
    // Without a size of its own it belongs below all that is still to come.
    if (!size || !this.#parts.has(name)) {
      if (this.#room < 1) {
        this.#room = -1;
        return nothing;
      }
      this.#room -= size;
    }
    this.#drawing.add(name);
    return draw();
  };

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
      forget(this.#url);
      this.#asked = '';
    });
  }

  override attributeChangedCallback(name?: string): void {
    if (name === 'lang') this.#chosenLanguage = undefined;
    super.attributeChangedCallback();
  }

  /** The answer that is shown. */
  protected get data(): Data | undefined {
    return this.#answer && this.#answer.data;
  }

  /** A sentence for readers when only a part could be answered. */
  protected note({ t }: Words): string {
    return this.#answer && this.#answer.isPartial ? t('partial') : '';
  }

  /** The level of the widget's own heading, from 2 to 4. */
  protected get level(): number {
    return /^[234]$/.test(this.headingLevel) ? Number(this.headingLevel) : 2;
  }

  protected get apiAddress(): string {
    return (findWebAddress(this.api) || scriptOrigin).replace(/\/+$/, '');
  }

  /** The address of the council's pages, where permanent links lead. */
  protected siteAddress(council: NonNullable<CouncilData['council']>): string {
    const site =
      findWebAddress(this.site) || findWebAddress(council.siteUrl) || `${this.apiAddress}/go/${council.slug}`;
    return site.replace(/\/+$/, '');
  }

  protected readonly onLanguage = (language: Language): void => {
    this.#chosenLanguage = language;
    this.requestUpdate();
  };

  /** Says something to those who listen to the page. */
  protected say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  /** What was shown turned out to be of no use. */
  protected drop(): void {
    this.#answer = this.#before;
    this.#before = undefined;
    this.#fail();
  }

  /** The chosen language, else that of the tag, else of the nearest element that has one, else English. */
  protected get language(): Language {
    return this.#chosenLanguage || findLanguage(this.lang) || findLanguageAround(this);
  }

  /** Asks again when something else is wanted; what is shown stays until the same comes in another language. */
  #ensureAsked(language: Language) {
    if (this.loading === 'eager') this.#isNear = true;
    const wanted = JSON.stringify([this.apiAddress, this.variables()]);
    const asked = wanted + language;
    if (!this.#isNear || !this.council || asked === this.#asked) return;
    if (!this.#asked.startsWith(wanted)) this.#answer = undefined;
    this.#asked = asked;
    this.#failure = undefined;
    // The stream begins by telling the newest revision: opened first, it would only repeat the request.
    void this.#load(false).then(() => this.isConnected && this.#follow());
  }

  #follow() {
    const unfollow = this.#unfollow;
    this.#unfollow = follow(this.apiAddress, this.council, {
      onChange: (revision = Infinity) => {
        const load = () => {
          const { council } = this.data || {};
          if (!council || revision > council.revision) void this.#load(true);
        };
        load();
        // The request may have been under way already, or met a server that had not heard yet.
        if (revision < Infinity) for (const wait of secondTries) setTimeout(load, wait);
      },
      onSilence: (since) => {
        this.#silentSince = since;
        this.requestUpdate();
      },
    });
    // Only now: the stream stays open while somebody listens.
    unfollow();
  }

  async #load(isFresh: boolean): Promise<void> {
    const asked = this.#asked;
    const language = this.language;
    const { apiAddress } = this;
    let url = '';
    const askFor: Ask = (variables, documentId = this.documentId) => {
      url = askUrl(apiAddress, documentId, Object.assign(variables, { language }));
      return ask(url, isFresh);
    };
    try {
      const answer = await this.refine(await askFor<Data>(this.variables()), askFor);
      if (asked !== this.#asked) return;
      if (this.#url !== url) forget(this.#url);
      this.#url = url;
      this.#accept(answer, language);
    } catch (error) {
      if (asked === this.#asked) this.#fail((error as { failure?: Failure }).failure);
    }
  }

  #answeredIn: Language | undefined;
  #isUntold = false;
  /** What was shown before this answer, which stays if this one turns out to be of no use. */
  #before: Answered<Data> | undefined;

  #accept(answer: Answered<Data>, language: Language) {
    const { data, isPartial } = answer;
    const before = this.data;
    const has = this.has(data);
    if (!has && (isPartial || data.council === undefined)) throw new AskError('malformed');
    this.accepted(data, this.#answeredIn === language ? before : undefined);
    this.#before = this.#answer;
    this.#answer = answer;
    this.#answeredIn = language;
    this.#failure = undefined;
    this.#isUntold ||= !before;
    this.requestUpdate();
  }

  #fail(failure: Failure = 'malformed') {
    this.#failure = failure;
    if (!this.#answer) this.tell('error', { code: failure });
    this.requestUpdate();
  }

  readonly #onPrint = () => {
    this.isPrinting = true;
    this.update();
  };

  readonly #onRetry = ({ target }: Event) => {
    // The button goes; without this the keyboard would start again at the top of the page.
    const status = (target as Element).previousElementSibling as HTMLElement;
    status.tabIndex = -1;
    status.focus();
    this.#failure = undefined;
    this.requestUpdate();
    void this.#load(true);
  };

  protected override draw(): unknown {
    const language = this.language;
    this.#ensureAsked(language);
    const fetching = fetchWords(this.name, language);
    if (fetching) void fetching.then(this.requestUpdate);
    const words = getWords(fetching ? 'en' : language);
    this.#room = this.#roomAtOnce;
    // In other letters everything is laid out anew, which takes as long as the first time: it goes first.
    if (this.#drawnIn !== words.language) {
      this.#parts = new Set();
      this.#room = 0;
    }
    this.#drawnIn = words.language;
    if (this.isPrinting) this.#room = Infinity;
    const isOwn = this.theme === 'light' || this.theme === 'dark';
    const isDark = isOwn ? this.theme === 'dark' : isLight(getComputedStyle(this).color);
    return html`<div
      class="sanctuary ${isOwn ? 'own' : ''} ${isDark ? 'dark' : ''}"
      lang=${words.language}
      dir=${words.direction}
    >
      ${this.#show(words, !fetching)}
      <p class="unseen" aria-live="polite">${this.#said}</p>
      <p class="age" aria-live="polite">${this.#describeAge(words)}</p>
    </div>`;
  }

  protected override drawn(_root: ShadowRoot): void {
    this.isPrinting = false;
    this.#parts = this.#drawing;
    this.#drawing = new Set();
    const room = this.#roomAtOnce;
    const began = performance.now();
    this.#roomAtOnce = linesAtOnce;
    if (this.#room >= 0) {
      this.#tellOnce();
      return;
    }
    // After a frame, or the browser would lay out several parts at once.
    requestAnimationFrame(() =>
      whenIdle(() => {
        if (performance.now() - began < quick) this.#roomAtOnce = room * 2;
        this.requestUpdate();
      }),
    );
  }

  /** What came is shown whole. */
  #tellOnce() {
    const { data } = this;
    if (!data) return;
    this.#before = undefined;
    if (!this.#isUntold) return;
    this.#isUntold = false;
    if (this.has(data)) this.tell('ready', this.describe(data));
    else this.tell('error', { code: 'not-found' });
  }

  #show(words: Words, hasWords: boolean): TemplateResult {
    const { t } = words;
    const { data } = this;
    if (data && this.has(data)) {
      try {
        return this.content(data, words) as TemplateResult;
      } catch {
        this.drop();
        return this.#show(words, hasWords);
      }
    }
    const what = t(`the.${this.name}`);
    const isLoading = this.#asked && !data && !this.#failure && hasWords;
    return frameView(
      // Not in the live region: that stays one node, and would jump down the page when the answer comes.
      html`${this.always(words)}<slot></slot>${isLoading ? html`<p>${t('loading', { what })}</p>` : nothing}`,
      this.#failure ? t(`failed.${this.#failure}`, { what }) : data ? t(`no.${this.name}`) : nothing,
      this.#failure ? html`<button type="button" @click=${this.#onRetry}>${t('tryAgain')}</button>` : nothing,
    );
  }

  /** While nothing can be heard, says since when; an answer that came later by other ways ends that. */
  #describeAge({ t }: Words) {
    if (!this.#answer) return nothing;
    const { at, data } = this.#answer;
    const since = this.#silentSince && this.#silentSince > at ? this.#silentSince : this.#failure && at;
    return since
      ? html`<span
          >${t('notUpdated', { time: formatTime(since, data.council ? data.council.timeZone : 'Europe/London') })}</span
        >`
      : nothing;
  }
}

type Place = Partial<Pick<ShadowRoot & HTMLElement, 'parentNode' | 'host' | 'lang'>>;

/** The language of the nearest element around that has one, also outside of the shadow trees it stands in. */
function findLanguageAround(element: Place): Language {
  const around: Place | null | undefined = element.parentNode || element.host;
  if (!around) return 'en';
  return around.lang ? findLanguage(around.lang) || 'en' : findLanguageAround(around);
}

/** Light text means a dark page, whatever the page calls it. */
function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) || []).map(Number);
  return 3 * red + 6 * green + blue > 1270;
}
