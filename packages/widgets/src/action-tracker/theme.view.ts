import { html, nothing, type TemplateResult } from 'lit/html.js';
import { heading } from '../look/heading.view.ts';
import { originalView, paragraphView, textView } from '../words/text.view.ts';
import {
  everything,
  listEntries,
  listShown,
  sortActions,
  type ActionFilter,
} from './action-tracker.filter.ts';
import { actionView } from './action.view.ts';
import type { Theme, TrackerContext } from './context.ts';
import { atOnce } from '../widget/in-turn.ts';
import { targetsView } from './target.view.ts';

/** The theme's name with its reference. */
export const themeTitleView = (theme: Theme, { words }: TrackerContext): TemplateResult =>
  html`${theme.refIsDerived ? nothing : html`<span class="ref">${theme.ref}</span> `}${textView(theme, 'title', words)}`;

/** One theme with those of its actions that are asked for; nothing when a filter leaves none, or none is drawn yet. */
export function themeView(theme: Theme, context: TrackerContext, filter: ActionFilter = everything) {
  const { words, headingLevel, inTurn = atOnce } = context;
  const shown = listShown(theme, filter);
  const count = shown.length;
  if (count === 0 && (theme.actions.length > 0 || listEntries(filter).length > 0)) return nothing;
  const lines = sortActions(theme.actions, filter, context.ordered).map((action) =>
    shown.includes(action)
      ? inTurn(action.ref, () => html`<li>${actionView(action, context)}</li>`)
      : nothing,
  );
  if (count > 0 && lines.every((line) => line === nothing)) return nothing;
  return html`<section class="theme" part="theme">
    ${heading(headingLevel + 1, html`${themeTitleView(theme, context)} <span class="number">${count || nothing}</span>`)}
    ${originalView(theme, 'title', words)} ${paragraphView(theme, 'detail', words)}
    ${inTurn(
      `targets ${theme.ref}`,
      () =>
        targetsView(
          theme.targets.filter(({ action }) => !action),
          context,
        ),
      3,
    )}
    ${
      count === 0
        ? html`<p class="quiet">${words.t('emptyTheme')}</p>`
        : html`<ul class="actions">
            ${lines}
          </ul>`
    }
  </section>`;
}

/**
 * All themes that the filter leaves. What is filtered out keeps its place as nothing, so that the rest stays the same
 * nodes in the page: open, focused and where it was.
 */
export function themesView(
  themes: readonly Theme[],
  context: TrackerContext,
  filter: ActionFilter = everything,
): TemplateResult {
  return html`${themes.map((theme) => themeView(theme, context, filter))}`;
}
