import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PlanPartsFragment } from '../../generated/operations.ts';
import { isPage } from '../look/is-page.ts';
import { heading } from '../look/heading.view.ts';
import type { WordKey } from '../words/words.ts';
import { textView, type Worded } from '../words/text.view.ts';
import {
  isChosen,
  listEntries,
  listShown,
  listValues,
  sorts,
  statuses,
  strengths,
  type ActionFilter,
  type FilteredAction,
  type FilterName,
} from './action-tracker.filter.ts';
import { atOnce } from '../widget/in-turn.ts';
import type { TrackerContext } from './context.ts';

/** Of which filter which value needs attention; its words have the same name. */
const concerns = [
  'late',
  'stale',
  'groupView.DISAGREES',
  'groupView.PARTLY_AGREES',
  'noDate',
  'noLead',
  'noMeasure',
] as const satisfies readonly WordKey[];

/** What needs attention: each with its count, each a filter. Belongs inside the form of `filterForm`. */
export function attentionView(
  plan: FilteredPlan,
  filter: ActionFilter,
  context: TrackerContext,
): TemplateResult {
  const { t } = context.words;
  return html`<fieldset class="attention" part="attention">
    <legend>${t('attention')}</legend>
    ${concerns.map((label) => {
      const [name, value = '1'] = label.split('.') as [FilterName, string?];
      const concern = { [name]: [value] };
      const count = plan.themes
        .flatMap((theme) => listShown(theme, concern))
        .filter(({ leftDocumentOn }) => !leftDocumentOn).length;
      const isOn = isChosen(filter, name, value);
      return html`<label class="toggle">
        <input type="checkbox" name=${name} value=${value} ?checked=${isOn} ?disabled=${!count && !isOn} />
        <b>${count}</b> ${t(label)}
      </label>`;
    })}
  </fieldset>`;
}

/** Of a plan, what its filters are made from. */
export interface FilteredPlan {
  readonly leads: PlanPartsFragment['leads'];
  readonly themes: readonly (Pick<PlanPartsFragment['themes'][number], 'ref' | 'refIsDerived' | 'title'> &
    Worded & { readonly actions: readonly FilteredAction[] })[];
}

type Choice = readonly [value: string, label: unknown];

/** The filters proper. Belongs inside the form of `filterForm`. */
export function filtersView(
  plan: FilteredPlan,
  filter: ActionFilter,
  { words }: TrackerContext,
): TemplateResult {
  const { t } = words;
  const selectView = (name: FilterName & WordKey, choices: readonly Choice[], first: WordKey = 'all') =>
    html`<label class="field">
      <span>${t(name)}</span>
      <select name=${name}>
        <option value="" ?selected=${!filter[name]}>${t(first)}</option>
        ${choices.map(([value, label]) => html`<option value=${value} ?selected=${isChosen(filter, name, value)}>${label}</option>`)}
      </select>
    </label>`;
  const enumView = (name: 'status' | 'strength' | 'sort', values: readonly string[], first?: WordKey) =>
    selectView(
      name,
      values.map((value) => [value, t(`${name}.${value}` as WordKey)]),
      first,
    );
  return html`<div class="filters" part="filters">
    ${selectView(
      'theme',
      plan.themes.map((theme) => [
        theme.ref,
        html`${theme.refIsDerived ? '' : `${theme.ref}. `}${textView(theme, 'title', words)}`,
      ]),
    )}
    ${selectView(
      'lead',
      plan.leads.map(({ name, actionCount }) => [name, `${name} (${actionCount})`]),
    )}
    ${enumView('status', statuses)} ${enumView('strength', strengths)}
    <label class="field">
      <span>${t('words')}</span>
      <input type="search" name="words" value=${listValues(filter, 'words')[0] || ''} autocomplete="off" />
    </label>
    ${enumView('sort', sorts, 'sort.REF')}
  </div>`;
}

/** Attention and filters in one form, which works as a GET form without script. */
export function filterForm(
  plan: FilteredPlan,
  filter: ActionFilter,
  context: TrackerContext,
): TemplateResult {
  const { words, headingLevel, inTurn = atOnce, onChange, onClear } = context;
  const { t } = words;
  const isFiltering = listEntries(filter).length > 0;
  return html`<form
    method="get"
    class="finder"
    role="search"
    aria-label=${t('filters')}
    @input=${onChange}
    @submit=${onChange}
  >
    ${inTurn('concerns', () => attentionView(plan, filter, context), 4)}
    ${inTurn(
      'choices',
      () => html`${heading(headingLevel + 1, t('filters'))} ${filtersView(plan, filter, context)}`,
      4,
    )}
    ${inTurn(
      'buttons',
      () =>
        html`<p class="buttons">
          ${!isPage ? nothing : html`<input type="hidden" name="lang" value=${words.language} /><button class="button">${t('show')}</button>`}
          ${
            !isFiltering
              ? nothing
              : !isPage
                ? html`<button class="button" type="button" @click=${onClear}>${t('clear')}</button>`
                : html`<a class="button" href="?lang=${words.language}">${t('clear')}</a>`
          }
        </p>`,
      0,
    )}
  </form>`;
}
