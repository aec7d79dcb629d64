import { fold } from '@open-sanctuary/service-rules/fold';
import { orderedBy } from '@open-sanctuary/service-rules/order';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isPage } from '../look/is-page.ts';
import { atOnce } from '../widget/in-turn.ts';
import type { FinderContext } from './context.ts';
import { nameOfDay } from './opening.view.ts';
import type { Words } from '../words/words.ts';
import type { Question, Search } from './search.ts';
import type { FinderWordKey } from './words.en.ts';

type Choice = readonly [value: string, label: string];

interface Counted {
  readonly value: string;
  readonly count: number;
}

/** What can be chosen, with how many services there would be: only what occurs. */
export interface Choices {
  readonly categories: readonly Counted[];
  readonly languages: readonly Counted[];
  readonly who: readonly Counted[];
  readonly modes: readonly Counted[];
  /** "دری · Dari": its speakers find a language by its own name, those who help them by the other. */
  readonly nameOf: (language: string) => string;
}

/** The handlers by which the element follows the form; without them it is an ordinary form that is posted. */
export interface FormHandlers {
  readonly onChange: (event: Event) => void;
  readonly onClear: (event: Event) => void;
  /** Whether the further questions are open at first. */
  readonly isMoreOpen: boolean;
}

/** Of what can be chosen or ticked, the kind of its words, or the word itself. */
const kinds: Partial<Record<Question, string>> = { need: 'category', who: 'who', mode: 'mode' };
const ticks: Partial<Record<Question, FinderWordKey>> = {
  orInterpreter: 'withInterpreter',
  free: 'onlyFree',
  noPapers: 'papers.NO',
  women: 'onlyForWomen',
};

/** An answer of the reader as the form shows it: "English classes", "دری", "Open now". */
export function describeAnswer(question: Question, value: string, { nameOf }: Choices, words: Words): string {
  const { t } = words;
  const kind = kinds[question];
  const tick = ticks[question];
  if (kind) return t(`${kind}.${value}` as FinderWordKey);
  if (tick) return t(tick);
  if (question === 'language') return nameOf(value);
  if (question === 'when') return value === 'now' ? t('nowOpen') : nameOfDay(Number(value), words);
  return value;
}

/** The choices by name, with the one that is chosen, also where nothing fits it any more. */
function choicesOf(
  counted: readonly Counted[],
  chosen: string | undefined,
  describe: (value: string) => string,
): Choice[] {
  const gone = chosen && !counted.some(({ value }) => value === chosen) ? [{ value: chosen, count: 0 }] : [];
  const choices = counted
    .concat(gone)
    .map(({ value, count }): Choice => [value, `${describe(value)} (${count})`]);
  // The browser's own order takes a slow phone as long as all that is found.
  return orderedBy(choices, ([, text]) => [fold(text)]);
}

interface NamedLanguage {
  readonly name: string;
  readonly ownName: string;
}

/** What languages are called, by their codes; of one that is not known, its code. */
export function createNames(known: Iterable<readonly [code: string, names: NamedLanguage]>) {
  const names = new Map(known);
  return (code: string): string => {
    const { name, ownName } = names.get(code) || { name: code, ownName: code };
    return ownName === name ? name : `${ownName} · ${name}`;
  };
}

/** Those behind "More choices". */
const furtherQuestions: readonly Question[] = ['words', 'who', 'when', 'mode', 'free', 'noPapers', 'women'];

/**
 * Three questions, and more for those who want them. On a page the form is posted, so that the answers stand in no
 * address.
 */
export function questionsView(
  choices: Choices,
  search: Search,
  { words, inTurn = atOnce }: FinderContext,
  /** What becomes of the answers. */
  privacy: string,
  /** What is wrong with the place. */
  problem: string,
  { onChange, onClear, isMoreOpen }: Partial<FormHandlers> = {},
): TemplateResult {
  const { t } = words;
  const selectView = (
    name: Question,
    label: FinderWordKey,
    none: FinderWordKey,
    options: readonly Choice[],
  ) =>
    html`<label class="field">
      <span>${t(label)}</span>
      <select name=${name}>
        <option value="" ?selected=${!search[name]}>${t(none)}</option>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${search[name] === value}>${text}</option>`)}
      </select>
    </label>`;
  const describe = (name: Question, value: string) => describeAnswer(name, value, choices, words);
  const toggleView = (name: Question) =>
    html`<label class="toggle">
      <input type="checkbox" name=${name} value="1" ?checked=${Boolean(search[name])} /> ${describe(name, '')}
    </label>`;
  const named = (name: Question, counted: readonly Counted[]) =>
    choicesOf(counted, search[name], (value) => describe(name, value));
  return html`<form
    method="post"
    action=${isPage ? '#found' : nothing}
    class="finder"
    role="search"
    part="questions"
    aria-label=${t('findHelp')}
    @input=${onChange}
    @change=${onChange}
    @submit=${onChange}
  >
    ${inTurn(
      'questions',
      () =>
        html`<div class="filters">
          ${selectView('need', 'askNeed', 'anything', named('need', choices.categories))}
          <label class="field">
            <span>${t('askWhere')}</span>
            <input
              name="where"
              value=${search.where || ''}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              dir="ltr"
              maxlength="20"
              aria-describedby="where-hint"
              aria-invalid=${problem ? 'true' : nothing}
            />
            <small id="where-hint" class=${problem ? 'problem' : 'quiet'} aria-live="polite"
              >${problem || t('whereHint')}</small
            >
          </label>
          <div>
            ${selectView('language', 'askLanguage', 'anyLanguage', named('language', choices.languages))}
            ${toggleView('orInterpreter')}
          </div>
        </div>`,
      4,
    )}
    ${inTurn(
      'more',
      () =>
        html`<details
          class="more"
          ?open=${isPage ? furtherQuestions.some((name) => search[name]) : isMoreOpen}
        >
          <summary>${t('moreChoices')}</summary>
          <div class="filters">
            <label class="field">
              <span>${t('ownWords')}</span>
              <input
                type="search"
                name="words"
                value=${search.words || ''}
                autocomplete="off"
                maxlength="100"
                dir="auto"
              />
            </label>
            ${selectView('who', 'askWho', 'everybody', named('who', choices.who))}
            ${selectView(
              'when',
              'askWhen',
              'anyDay',
              ['now', '1', '2', '3', '4', '5', '6', '7'].map((value) => [value, describe('when', value)]),
            )}
            ${selectView('mode', 'askHow', 'inAnyWay', named('mode', choices.modes))}
          </div>
          <div class="buttons">${toggleView('free')} ${toggleView('noPapers')} ${toggleView('women')}</div>
        </details>`,
      4,
    )}
    ${inTurn(
      'buttons',
      () =>
        html`<p class="buttons">
            ${isPage ? html`<input type="hidden" name="lang" value=${words.language} /><button class="button">${t('showServices')}</button>` : nothing}
            ${
              Object.keys(search).length === 0
                ? nothing
                : isPage
                  ? html`<a class="button" href="?lang=${words.language}">${t('clear')}</a>`
                  : html`<button class="button" type="button" @click=${onClear}>${t('clear')}</button>`
            }
          </p>
          <p class="quiet">${privacy}</p>`,
      0,
    )}
  </form>`;
}
