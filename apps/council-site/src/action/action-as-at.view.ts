import type { FilteredAction } from '@open-sanctuary/widgets/action-tracker/action-tracker.filter';
import { factsView, tagsView } from '@open-sanctuary/widgets/action-tracker/action.view';
import type { TrackerContext } from '@open-sanctuary/widgets/action-tracker/context';
import { asWritten } from '@open-sanctuary/widgets/words/text.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ActionAsAt } from './action-as-at.queries.ts';

/** One action in the list of an earlier day; it leads to its own page on that day. */
export const actionAsAtView = (
  action: ActionAsAt,
  address: string,
  context: TrackerContext,
): TemplateResult =>
  html`<article class="action-then" data-ref=${action.ref}>
    <span class="ref">${action.refIsDerived ? nothing : action.ref}</span>
    <a class="title" href=${address}>${asWritten(action, action.title)}</a>
    ${tagsView(action, context)} ${factsView(action, context)}
  </article>`;

/** An action of an earlier day as the filters know it. */
export const toFiltered = (action: ActionAsAt): ActionAsAt & FilteredAction => ({
  ...action,
  targets: action.hasMeasure ? [action.ref] : [],
  translations: [],
});
