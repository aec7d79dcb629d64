import {
  isShown,
  sortActions,
  type ActionFilter,
} from '@open-sanctuary/widgets/action-tracker/action-tracker.filter';
import { planHeaderView } from '@open-sanctuary/widgets/action-tracker/action-tracker.view';
import { attentionView, filtersView } from '@open-sanctuary/widgets/action-tracker/filters.view';
import { progressView } from '@open-sanctuary/widgets/action-tracker/progress.view';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { asWritten } from '@open-sanctuary/widgets/words/text.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { actionAsAtView, toFiltered } from '../action/action-as-at.view.ts';
import { keepDay } from '../page/as-at.rules.ts';
import { asAtBanner, asAtForm } from '../page/as-at.view.ts';
import { crumbsTo, type Page, type Site } from '../page/page.ts';
import type { getPlanAsAt, PlanAsAt } from './plan-as-at.queries.ts';
import { isFiltering, readPlanFilter } from './plan-filter.ts';
import { english } from '../page/english.ts';
import { pageContext } from './plan.words.ts';

type Found = Omit<Awaited<ReturnType<typeof getPlanAsAt>>, 'asAt'> & { readonly asAt: PlanAsAt };

/** A plan on a day that is over: nothing in it is live, and every link keeps to the day. */
export function planAsAtPage(site: Site, found: Found, day: string, query: URLSearchParams): Page {
  const { council, plan, asAt } = found;
  const path = site.addresses.plan(council.slug, plan.slug);
  const days = { from: plan.asAtFrom, today: council.today };
  const context = pageContext({ today: day }, path);
  const header = { ...plan, ...asAt, translations: [] };
  return {
    title: `${plan.title}, as at ${formatDay(day, english)}`,
    crumb: plan.title,
    description: `${council.name} promised ${asAt.progress.total} actions in its plan. How each stood on ${formatDay(day, english)}.`,
    path,
    crumbs: crumbsTo(site, council),
    council,
    isIndexed: false,
    content: html`${asAtBanner(day, days, path)}
      <h1 class="kicker">${council.name}: plan and progress</h1>
      <div class="sanctuary">
        ${planHeaderView(header, context)} ${progressView(asAt.progress, context)}
        ${actionsView(site, found, day, readPlanFilter(query))}
      </div>
      <p class="quiet">
        Themes carry the names of today. Targets, figures and milestones are shown for today only.
      </p>
      ${asAtForm({ text: day, day }, days)}`,
  };
}

function actionsView(
  { addresses }: Site,
  { council, plan, asAt }: Found,
  day: string,
  filter: ActionFilter,
): TemplateResult {
  const path = addresses.plan(council.slug, plan.slug);
  const context = pageContext({ today: day }, path);
  const themes = asAt.themes.map((theme) => ({ ...theme, actions: theme.actions.map(toFiltered) }));
  const shown = themes
    .map((theme) => ({
      ...theme,
      actions: sortActions(theme.actions, filter).filter((action) => isShown(action, theme.ref, filter)),
    }))
    .filter(({ actions }) => actions.length > 0 || !isFiltering(filter));
  const countOf = (some: typeof themes) => some.reduce((sum, { actions }) => sum + actions.length, 0);
  const [count, total] = [countOf(shown), countOf(themes)];
  const filterable = { ...asAt, themes };
  return html`${
      total === 0
        ? nothing
        : html`<form method="get" class="finder" role="search" aria-label=${english.t('filters')}>
            <input type="hidden" name="asAt" value=${day} />
            ${attentionView(filterable, filter, context)}
            <h3>${english.t('filters')}</h3>
            ${filtersView(filterable, filter, context)}
            <p class="buttons">
              <button class="button">${english.t('show')}</button>
              ${isFiltering(filter) ? html`<a class="button" href=${keepDay(path, day)}>${english.t('clear')}</a>` : nothing}
            </p>
          </form>`
    }
    <p class="result" role="status">
      ${
        total === 0
          ? english.t('emptyPlan')
          : count === 0
            ? html`${english.t('none')} <a href=${keepDay(path, day)}>${english.t('clear')}</a>`
            : count === total
              ? english.t('shown', { n: total })
              : english.t('shownOf', { some: count, n: total })
      }
    </p>
    ${shown.map(
      (theme) =>
        html`<section class="theme">
          <h3>
            <a href=${keepDay(addresses.theme(council.slug, plan.slug, theme.ref), day)}
              >${theme.refIsDerived ? nothing : html`<span class="ref">${theme.ref}</span> `}${asWritten(theme, theme.title)}</a
            >
            <span class="number">${theme.actions.length || nothing}</span>
          </h3>
          ${
            theme.actions.length === 0
              ? html`<p class="quiet">${english.t('emptyTheme')}</p>`
              : html`<ul class="actions">
                  ${theme.actions.map(
                    (action) =>
                      html`<li>
                        ${actionAsAtView(
                          action,
                          keepDay(addresses.action(council.slug, plan.slug, action.ref), day),
                          context,
                        )}
                      </li>`,
                  )}
                </ul>`
          }
        </section>`,
    )}`;
}
