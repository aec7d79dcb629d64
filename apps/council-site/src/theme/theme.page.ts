import { actionView } from '@open-sanctuary/widgets/action-tracker/action.view';
import { targetsView } from '@open-sanctuary/widgets/action-tracker/target.view';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { actionAsAtView } from '../action/action-as-at.view.ts';
import { describeDayProblem, keepDay, readAskedDay } from '../page/as-at.rules.ts';
import { asAtBanner, asAtForm, asAtProblemView } from '../page/as-at.view.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { findThemeAsAt, type ThemeAsAt } from '../plan/plan-as-at.queries.ts';
import { english } from '../page/english.ts';
import { pageContext } from '../plan/plan.words.ts';
import { getTheme } from './theme.queries.ts';

type Found = Awaited<ReturnType<typeof getTheme>>;

export async function themePage(site: Site, { council: slug, params, query }: Visit): Promise<Page> {
  const names = { council: slug, plan: params['plan'] ?? '', ref: params['ref'] ?? '' };
  const asked = readAskedDay(query);
  const [found, then] = await Promise.all([
    getTheme(site.register, names),
    asked.day ? findThemeAsAt(site.register, { ...names, day: asked.day }) : null,
  ]);
  const { council, plan, theme } = found;
  const days = { from: plan.asAtFrom, today: council.today };
  const problem = asked.text && !then ? describeDayProblem(asked, days, 'theme') : undefined;
  const day = then ? asked.day : undefined;
  const path = site.addresses.theme(slug, plan.slug, theme.ref);
  const planUrl = keepDay(site.addresses.plan(slug, plan.slug), day);
  const count = english.t('shown', { n: (then ?? theme).actions.length });
  const title = theme.refIsDerived ? theme.title : `${theme.ref}. ${theme.title}`;
  return {
    title: day ? `${title}, as at ${formatDay(day, english)}` : title,
    ...(!theme.refIsDerived && { crumb: `Theme ${theme.ref}` }),
    description: `${theme.title}: ${count} that ${council.name} promised, with what has happened since.`,
    path,
    crumbs: crumbsTo(site, council, { name: plan.title, path: planUrl }),
    council,
    ...(problem && { status: 400 }),
    isIndexed: query.size === 0,
    isLive: !day && !problem,
    content: html`${day ? asAtBanner(day, days, path) : asAtProblemView(problem)}
      <p class="kicker">
        Theme ${theme.refIsDerived ? nothing : theme.ref} of <a href=${planUrl}>${plan.title}</a>
      </p>
      <h1 lang=${theme.language}>${theme.title}</h1>
      ${theme.detail ? html`<p class="tagline" lang=${theme.language}>${theme.detail}</p>` : nothing}
      <div class="sanctuary">
        ${then && day ? thenView(site, found, then, day) : todayView(found, planUrl)}
      </div>
      ${then ? html`<p class="quiet">The theme carries its name of today. Targets are shown for today only.</p>` : nothing}
      <p>
        <a class="button" href="${planUrl}${day ? '&' : '?'}theme=${theme.ref}">See this theme in the plan</a>
      </p>
      ${asAtForm(asked, days, problem)}`,
  };
}

function todayView({ council, theme }: Found, planUrl: string): TemplateResult {
  const context = pageContext(council, planUrl, { headingLevel: 0 });
  const ownTargets = theme.targets.filter(({ action }) => !action);
  return html`${targetsView(ownTargets, context)}
  ${listView(theme.actions.map((action) => actionView(action, context)))}`;
}

function thenView(
  { addresses }: Site,
  { council, plan }: Found,
  { actions }: ThemeAsAt,
  day: string,
): TemplateResult {
  const context = pageContext({ today: day }, '');
  return listView(
    actions.map((action) =>
      actionAsAtView(action, keepDay(addresses.action(council.slug, plan.slug, action.ref), day), context),
    ),
  );
}

function listView(actions: readonly TemplateResult[]): TemplateResult {
  if (actions.length === 0) return html`<p class="result">${english.t('emptyTheme')}</p>`;
  return html`<p class="result">${english.t('shown', { n: actions.length })}</p>
    <ul class="actions">
      ${actions.map((action) => html`<li>${action}</li>`)}
    </ul>`;
}
