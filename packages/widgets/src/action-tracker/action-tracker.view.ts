import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ActionTrackerQuery, PlanPartsFragment } from '../../generated/operations.ts';
import { exampleView, frameView, languagesView } from '../look/frame.view.ts';
import { heading } from '../look/heading.view.ts';
import { asWritten, describeUntranslated, originalView, textView } from '../words/text.view.ts';
import type { Language, Words } from '../words/words.ts';
import { everything, listEntries, listShown, type ActionFilter } from './action-tracker.filter.ts';
import { furtherLinkView } from '../look/link.view.ts';
import { atOnce } from '../widget/in-turn.ts';
import type { TrackerContext } from './context.ts';
import { filterForm } from './filters.view.ts';
import { progressView } from './progress.view.ts';
import { themesView } from './theme.view.ts';

export type TrackerCouncil = NonNullable<ActionTrackerQuery['council']>;

/** The plan's name, its period and its state. */
export function planHeaderView(
  plan: Pick<PlanPartsFragment, 'title' | 'language' | 'state' | 'periodText' | 'translations'> & {
    readonly progress: Pick<PlanPartsFragment['progress'], 'endedWithoutReport'>;
  },
  { words, headingLevel }: TrackerContext,
): TemplateResult {
  const { t } = words;
  const notes = [
    t(`state.${plan.state}`),
    plan.progress.endedWithoutReport ? t('endedUnreported', { n: plan.progress.endedWithoutReport }) : '',
    describeUntranslated(plan, words),
  ].filter(Boolean);
  return html`<header part="title">
    ${heading(headingLevel, textView(plan, 'title', words))} ${originalView(plan, 'title', words)}
    ${plan.periodText ? html`<p class="quiet">${asWritten(plan, plan.periodText)}</p>` : nothing}
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
  </header>`;
}

/** How many actions the filter leaves. */
export const countShown = ({ themes }: PlanPartsFragment, filter: ActionFilter): number =>
  themes.flatMap((theme) => listShown(theme, filter)).length;

/** The same in words. */
export function describeCount(plan: PlanPartsFragment, filter: ActionFilter, { t }: Words): string {
  const all = countShown(plan, everything);
  const shown = countShown(plan, filter);
  if (all === 0) return t('emptyPlan');
  if (shown === 0) return t('none');
  return shown === all ? t('shown', { n: shown }) : t('shownOf', { some: shown, n: all });
}

/** What the whole widget shows besides the data. */
export interface TrackerView extends TrackerContext {
  readonly filter?: ActionFilter;
  readonly onLanguage?: (language: Language) => void;
  /** A sentence about the data's age or completeness. */
  readonly note?: string;
}

/** The whole action tracker: progress, attention, filters, actions by theme. */
export function actionTrackerView(
  council: TrackerCouncil,
  plan: PlanPartsFragment,
  view: TrackerView,
): TemplateResult {
  const { words, inTurn = atOnce } = view;
  const { t } = words;
  const filter = view.filter || everything;
  const isEmpty = countShown(plan, everything) === 0;
  const entries = listEntries(filter);
  const query = entries.length > 0 ? `?${new URLSearchParams(entries)}` : '';
  return frameView(
    html`${exampleView({ name: council.name, isExample: council.isExample || plan.isExample }, words)}
    ${languagesView(words, view.onLanguage)} ${inTurn('header', () => planHeaderView(plan, view), 4)}
    ${view.note ? html`<p class="note">${view.note}</p>` : nothing}
    ${isEmpty ? nothing : html`${progressView(plan.progress, view)} ${filterForm(plan, filter, view)}`}`,
    // What stands below of what comes later would be seen, and jump down.
    inTurn('count', () => describeCount(plan, filter, words), 0),
    html`${themesView(plan.themes, view, filter)}
    ${inTurn(
      'footer',
      () =>
        html`<footer part="footer">
          <a href=${view.planUrl + query} rel="noreferrer">${t('wholePlan')}</a>
          ${furtherLinkView(plan.sourceUrl, t('publishedDocument'))}
        </footer>`,
      0,
    )}`,
  );
}
