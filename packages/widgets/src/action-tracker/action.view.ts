import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ActionPartsFragment } from '../../generated/operations.ts';
import { isPage } from '../look/is-page.ts';
import { describeAge, formatDay } from '../words/dates.ts';
import { asWritten, originalView, paragraphView, textView } from '../words/text.view.ts';
import type { TrackerContext } from './context.ts';
import { historyView, sidesView } from './report.view.ts';
import { statusView } from './status.view.ts';
import { targetsView } from './target.view.ts';

/** What the line of an action tells besides its title; today, or on any other day. */
export type ActionLine = Pick<
  ActionPartsFragment,
  | 'ref'
  | 'language'
  | 'status'
  | 'strengths'
  | 'strengthsAreDerived'
  | 'leadText'
  | 'dueText'
  | 'isOverdue'
  | 'daysLate'
  | 'isStale'
  | 'lastReportedOn'
  | 'leftDocumentOn'
  | 'groupView'
>;

/** Lead, timescale as written, strength and age of the last report, each in words. */
export function factsView(action: ActionLine, { words, today }: TrackerContext): TemplateResult {
  const { t } = words;
  const strengths = action.strengths.map((strength) => t(`strength.${strength}`)).join(t('comma'));
  const age = action.lastReportedOn
    ? t('reportedAgo', { ago: describeAge(action.lastReportedOn, today, words) }) +
      (action.isStale ? ` (${t('stale')})` : '')
    : t('neverReported');
  return html`<span class="facts quiet">
    <span
      >${action.leadText ? asWritten(action, action.leadText) : html`<em>${t('noLeadPublished')}</em>`}</span
    >
    <span
      >${action.dueText ? asWritten(action, action.dueText) : html`<em>${t('noDatePublished')}</em>`}</span
    >
    ${strengths ? html`<span>${strengths}${action.strengthsAreDerived ? ` (${t('ourReading')})` : ''}</span>` : nothing}
    <span>${age}</span>
    ${action.leftDocumentOn ? html`<span>${t('leftDocument', { date: formatDay(action.leftDocumentOn, words) })}</span>` : nothing}
  </span>`;
}

/** Status, lateness and disagreement of an action as tags. */
export function tagsView(action: ActionLine, { words, updated }: TrackerContext): TemplateResult {
  const { t } = words;
  const { groupView } = action;
  return html`<span class="tags">
    ${statusView(action.status, words)}
    ${action.isOverdue ? html`<span class="tag late">${t('lateBy', { n: action.daysLate })}</span>` : nothing}
    ${groupView === 'DISAGREES' || groupView === 'PARTLY_AGREES' ? html`<span class="tag ${groupView}">${t(`groupView.${groupView}`)}</span>` : nothing}
    ${updated && updated.has(action.ref) ? html`<span class="tag updated">${t('updated')}</span>` : nothing}
  </span>`;
}

/** The steps on the way, each with its day or its date. */
export function milestonesView({ milestones }: ActionPartsFragment, { words }: TrackerContext) {
  if (milestones.length === 0) return nothing;
  return html`<div>
    <p class="label">${words.t('milestones')}</p>
    <ul class="milestones">
      ${milestones.map(
        (milestone) =>
          html`<li>
            ${textView(milestone, 'title', words)}
            <span class="quiet"
              >·
              ${
                milestone.metOn
                  ? words.t('met', { date: formatDay(milestone.metOn, words) })
                  : milestone.dueText
                    ? asWritten(milestone, milestone.dueText)
                    : words.t('noDatePublished')
              }
            </span>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** All about one action: both sides, history, milestones, targets. */
export function openedActionView(action: ActionPartsFragment, context: TrackerContext): TemplateResult {
  const { words } = context;
  return html`${originalView(action, 'title', words)} ${paragraphView(action, 'detail', words)}
  ${sidesView(action, context)} ${historyView(action, context)} ${milestonesView(action, context)}
  ${targetsView(action.targets, context)}`;
}

/** What an action's line opens to. */
export const insideView = (action: ActionPartsFragment, context: TrackerContext): TemplateResult =>
  html`${openedActionView(action, context)}
    <p class="links">
      <a href="${context.planUrl}/actions/${encodeURIComponent(action.ref)}" rel="noreferrer"
        >${context.words.t('permalink', { ref: action.ref })}</a
      >
    </p>`;

/** One action in a list: its line, which opens to all about it. */
export function actionView(action: ActionPartsFragment, context: TrackerContext): TemplateResult {
  // The element draws this by itself: when the action is opened, or when there is time.
  const inside = isPage ? insideView(action, context) : nothing;
  return html`<details
    class="action"
    part="action"
    data-ref=${action.ref}
    ?open=${context.opened && context.opened.has(action.ref)}
    @toggle=${context.onToggle}
  >
    <summary>
      <span class="ref">${action.refIsDerived ? nothing : action.ref}</span>
      <span class="title">${textView(action, 'title', context.words)}</span>
      ${tagsView(action, context)} ${factsView(action, context)}
    </summary>
    <div class="opened">${inside}</div>
  </details>`;
}
