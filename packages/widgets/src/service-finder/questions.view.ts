import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isPage } from '../look/is-page.ts';
import type { FinderContext, FinderCouncil } from './context.ts';
import { nameOf } from './language-names.ts';
import { nameOfDay } from './opening.view.ts';
import type { Question, Search } from './search.ts';
import type { FinderWordKey } from './words.en.ts';

type Choice = readonly [value: string, label: unknown];

/** What can be chosen: only what occurs among a council's services. */
export interface Choices {
  readonly categories: readonly string[];
  readonly languages: readonly string[];
  readonly who: readonly string[];
  readonly modes: readonly string[];
}

/** What the services of a council offer to choose from, the most frequent needs in the order of the enum. */
export function listChoices(services: NonNullable<FinderCouncil['allServices']>): Choices {
  const all = (values: readonly (readonly string[])[]) => [...new Set(values.flat())].toSorted();
  return {
    categories: all(services.map(({ categories }) => categories)),
    languages: all(services.map(({ languages }) => languages.map(({ language }) => language))),
    who: all(services.map(({ eligibleGroups }) => eligibleGroups)).filter((who) => who !== 'ANYONE'),
    modes: all(services.map(({ modes }) => modes)),
  };
}

/** The handlers by which the element follows the form; without them it is an ordinary form that is posted. */
export interface FormHandlers {
  readonly onChange: (event: Event) => void;
  readonly onClear: (event: Event) => void;
}

/**
 * Three questions, and more for those who want them. On a page the form is posted, so that the answers stand in no
 * address.
 */
export function questionsView(
  choices: Choices,
  search: Search,
  { words }: FinderContext,
  handlers?: FormHandlers,
): TemplateResult {
  const { t } = words;
  const selectView = (name: Question, label: FinderWordKey, none: FinderWordKey, options: readonly Choice[]) =>
    html`<label class="field">
      <span>${t(label)}</span>
      <select name=${name}>
        <option value="" ?selected=${!search[name]}>${t(none)}</option>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${search[name] === value}>${text}</option>`)}
      </select>
    </label>`;
  const toggleView = (name: Question, label: FinderWordKey) =>
    html`<label class="toggle">
      <input type="checkbox" name=${name} value="1" ?checked=${Boolean(search[name])} /> ${t(label)}
    </label>`;
  const named = (values: readonly string[], kind: 'category' | 'who' | 'mode') =>
    values.map((value): Choice => [value, t(`${kind}.${value}` as FinderWordKey)]);
  const byName = (some: Choice, other: Choice) => String(some[1]).localeCompare(String(other[1]), words.language);
  const hasMore = ['words', 'who', 'when', 'mode', 'free', 'noPapers', 'women'].some(
    (name) => search[name as Question],
  );
  return html`<form
    method="post"
    class="finder"
    role="search"
    part="questions"
    aria-label=${t('findHelp')}
    @input=${handlers?.onChange}
    @submit=${handlers?.onChange}
  >
    <div class="filters">
      ${selectView('need', 'need', 'anything', named(choices.categories, 'category').toSorted(byName))}
      <label class="field">
        <span>${t('where')}</span>
        <input
          name="where"
          value=${search.where ?? ''}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          dir="ltr"
          maxlength="20"
          aria-describedby="where-hint"
        />
        <small id="where-hint">${t('whereHint')}</small>
      </label>
      <div>
        ${selectView(
          'language',
          'spoken',
          'anyLanguage',
          choices.languages.map((code): Choice => [code, nameOf(code)]),
        )}
        ${toggleView('orInterpreter', 'orInterpreter')}
      </div>
    </div>
    <details class="more" ?open=${hasMore}>
      <summary>${t('moreChoices')}</summary>
      <div class="filters">
        <label class="field">
          <span>${t('ownWords')}</span>
          <input type="search" name="words" value=${search.words ?? ''} autocomplete="off" maxlength="100" dir="auto" />
        </label>
        ${selectView('who', 'forWhom', 'everybody', named(choices.who, 'who'))}
        ${selectView('when', 'when', 'anyDay', [
          ['now', t('openNow')],
          ...[1, 2, 3, 4, 5, 6, 7].map((day): Choice => [String(day), nameOfDay(day, words)]),
        ])}
        ${selectView('mode', 'how', 'inAnyWay', named(choices.modes, 'mode'))}
      </div>
      <div class="attention">
        ${toggleView('free', 'onlyFree')} ${toggleView('noPapers', 'noPapers')} ${toggleView('women', 'onlyForWomen')}
      </div>
    </details>
    <p class="buttons">
      ${isPage ? html`<input type="hidden" name="lang" value=${words.language} /><button class="button">${t('showServices')}</button>` : nothing}
      ${
        Object.keys(search).length === 0
          ? nothing
          : isPage
            ? html`<a class="button" href="?lang=${words.language}">${t('clear')}</a>`
            : html`<button class="button" type="button" @click=${handlers?.onClear}>${t('clear')}</button>`
      }
    </p>
  </form>`;
}
