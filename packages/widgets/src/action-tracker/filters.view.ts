import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PlanPartsFragment } from '../../generated/operations.ts';
import { heading } from '../look/heading.view.ts';
import type { WordKey } from '../words/en.ts';
import { textView, type Worded } from '../words/text.view.ts';
import {
  isChosen,
  isShown,
  listEntries,
  sorts,
  statuses,
  strengths,
  type ActionFilter,
  type FilteredAction,
  type FilterName,
} from './action-tracker.filter.ts';
import type { TrackerContext } from './context.ts';

const concerns: readonly [label: WordKey, name: FilterName, value: string][] = [
  ['late', 'late', '1'],
  ['stale', 'stale', '1'],
  ['disagrees', 'groupView', 'DISAGREES'],
  ['partlyAgrees', 'groupView', 'PARTLY_AGREES'],
  ['noDate', 'noDate', '1'],
  ['noLead', 'noLead', '1'],
  ['noMeasure', 'noMeasure', '1'],
];

/** What needs attention: each with its count, each a filter. Belongs inside the form of `filterForm`. */
export function attentionView(
  plan: FilteredPlan,
  filter: ActionFilter,
  context: TrackerContext,
): TemplateResult {
  const { t } = context.words;
  return html`<fieldset class="attention" part="attention">
    <legend>${t('attention')}</legend>
    ${concerns.map(([label, name, value]) => {
      const concern = { [name]: [value] };
      const count = plan.themes
        .flatMap(({ ref, actions }) => actions.filter((action) => isShown(action, ref, concern)))
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

interface Choice {
  readonly value: string;
  readonly label: unknown;
}

function selectView(
  label: string,
  name: FilterName,
  filter: ActionFilter,
  choices: readonly Choice[],
  all?: string,
) {
  return html`<label class="field">
    <span>${label}</span>
    <select name=${name}>
      ${all ? html`<option value="" ?selected=${!filter[name]}>${all}</option>` : nothing}
      ${choices.map((choice) => html`<option value=${choice.value} ?selected=${isChosen(filter, name, choice.value)}>${choice.label}</option>`)}
    </select>
  </label>`;
}

/** The filters proper. Belongs inside the form of `filterForm`. */
export function filtersView(
  plan: FilteredPlan,
  filter: ActionFilter,
  { words }: TrackerContext,
): TemplateResult {
  const { t } = words;
  return html`<div class="filters" part="filters">
    ${selectView(
      t('theme'),
      'theme',
      filter,
      plan.themes.map((theme) => ({
        value: theme.ref,
        label: html`${theme.refIsDerived ? '' : `${theme.ref}. `}${textView(theme, 'title', theme.title, words)}`,
      })),
      t('all'),
    )}
    ${selectView(
      t('lead'),
      'lead',
      filter,
      plan.leads.map(({ name, actionCount }) => ({ value: name, label: `${name} (${actionCount})` })),
      t('all'),
    )}
    ${selectView(
      t('status'),
      'status',
      filter,
      statuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
      t('all'),
    )}
    ${selectView(
      t('strength'),
      'strength',
      filter,
      strengths.map((strength) => ({ value: strength, label: t(`strength.${strength}`) })),
      t('all'),
    )}
    <label class="field">
      <span>${t('words')}</span>
      <input type="search" name="words" value=${filter.words?.[0] ?? ''} autocomplete="off" />
    </label>
    ${selectView(
      t('sort'),
      'sort',
      filter,
      sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) })),
    )}
  </div>`;
}

/** The handlers by which the element follows the form at once; without them it is an ordinary GET form. */
export interface FormHandlers {
  readonly onChange: (event: Event) => void;
  readonly onClear: (event: Event) => void;
}

/** Attention and filters in one form, which works as a GET form without script. */
export function filterForm(
  plan: FilteredPlan,
  filter: ActionFilter,
  context: TrackerContext,
  handlers?: FormHandlers,
): TemplateResult {
  const { t } = context.words;
  const isFiltering = listEntries(filter).length > 0;
  return html`<form
    method="get"
    class="finder"
    role="search"
    aria-label=${t('filters')}
    @input=${handlers?.onChange}
    @submit=${handlers?.onChange}
  >
    ${attentionView(plan, filter, context)} ${heading(context.headingLevel + 1, t('filters'))}
    ${filtersView(plan, filter, context)}
    <p class="buttons">
      ${handlers ? nothing : html`<input type="hidden" name="lang" value=${context.words.language} /><button class="button">${t('show')}</button>`}
      ${
        !isFiltering
          ? nothing
          : handlers
            ? html`<button class="button" type="button" @click=${handlers.onClear}>${t('clear')}</button>`
            : html`<a class="button" href="?lang=${context.words.language}">${t('clear')}</a>`
      }
    </p>
  </form>`;
}
