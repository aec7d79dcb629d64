import { planHeaderView } from '@open-sanctuary/widgets/action-tracker/action-tracker.view';
import { languagesView } from '@open-sanctuary/widgets/look/frame.view';
import { listEntries, type ActionFilter } from '@open-sanctuary/widgets/action-tracker/action-tracker.filter';
import type { TrackerContext } from '@open-sanctuary/widgets/action-tracker/context';
import { filterForm } from '@open-sanctuary/widgets/action-tracker/filters.view';
import { progressView } from '@open-sanctuary/widgets/action-tracker/progress.view';
import { themesView } from '@open-sanctuary/widgets/action-tracker/theme.view';
import { findWebAddress } from '@open-sanctuary/widgets/look/link.view';
import type { PlanPartsFragment } from '@open-sanctuary/widgets/operations';
import { getWords } from '@open-sanctuary/widgets/words';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { describeDayProblem, readAskedDay, type AskedDay } from '../page/as-at.rules.ts';
import { asAtForm, asAtProblemView } from '../page/as-at.view.ts';
import { factsView, type Fact } from '../page/facts.view.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { planAsAtPage } from './plan-as-at.page.ts';
import { getPlanAsAt } from './plan-as-at.queries.ts';
import { latestChangesView } from './plan-changes.view.ts';
import { filterArguments, findAttributes, isFiltering, readPlanFilter } from './plan-filter.ts';
import { pageContext } from './plan.words.ts';
import { takeDataView } from './take-data.view.ts';
import { getPlan, listActionRefs, type ShownPlan } from './plan.queries.ts';

export async function planPage(site: Site, visit: Visit): Promise<Page> {
  const { council, params, query } = visit;
  const asked = readAskedDay(query);
  if (!asked.day) return planToday(site, visit, asked);
  const found = await getPlanAsAt(site.register, { council, plan: params['plan'] ?? '', day: asked.day });
  const { asAt, ...known } = found;
  return asAt ? planAsAtPage(site, { ...known, asAt }, asked.day, query) : planToday(site, visit, asked);
}

async function planToday(
  site: Site,
  { council: slug, params, query }: Visit,
  asked: AskedDay,
): Promise<Page> {
  const names = { council: slug, plan: params['plan'] ?? '' };
  const filter = readPlanFilter(query);
  const words = getWords(query.get('lang'));
  const [shown, refs] = await Promise.all([
    getPlan(site.register, { ...names, language: words.language }),
    isFiltering(filter) ? listActionRefs(site.register, names, filterArguments(filter)) : undefined,
  ]);
  const { council, plan, story } = shown;
  const path = site.addresses.plan(slug, plan.slug);
  const context = pageContext(council, path, { words });
  const attributes = findAttributes(filter);
  const days = { from: story.asAtFrom, today: council.today };
  const problem = asked.text ? describeDayProblem(asked, days, 'plan') : undefined;
  const tracker = html`<div class="sanctuary" lang=${words.language} dir=${words.direction}>
    ${trackerView(plan, filter, refs, context)}
  </div>`;
  return {
    title: plan.title,
    description: `${council.name} promised ${plan.progress.total} actions in its plan. What has happened with each, and who leads it.`,
    path,
    crumbs: crumbsTo(site, council),
    council,
    ...(problem && { status: 400 }),
    isIndexed: query.size === 0,
    hasWidget: Boolean(attributes),
    // The widget follows the changes itself.
    isLive: !attributes && !problem,
    content: html`${asAtProblemView(problem)}
      <h1 class="kicker">${council.name}: plan and progress</h1>
      ${
        attributes
          ? html`<sanctuary-action-tracker
              council=${slug}
              plan=${plan.slug}
              site=${site.addresses.absolute(site.addresses.home(slug))}
              lang=${words.language}
              loading="eager"
              theme-ref=${attributes.themeRef ?? nothing}
              lead=${attributes.lead ?? nothing}
              status=${attributes.status ?? nothing}
              >${tracker}</sanctuary-action-tracker
            >`
          : tracker
      }
      ${themeLinksView(site, shown)} ${latestChangesView(site, council, { ...plan, themes: story.themes })}
      ${asAtForm(asked, days, problem)} ${storyView(site, shown)} ${takeDataView(site, shown)}`,
  };
}

/** The widget's own views; which actions a filter leaves, and in which order, the register says. */
function trackerView(
  plan: PlanPartsFragment,
  filter: ActionFilter,
  refs: readonly string[] | undefined,
  context: TrackerContext,
): TemplateResult {
  const { words } = context;
  const isEmpty = plan.themes.every(({ actions }) => actions.length === 0);
  const total = plan.themes.reduce((sum, { actions }) => sum + actions.length, 0);
  const count = refs?.length ?? total;
  return html`${languagesView(words, undefined, listEntries(filter))} ${planHeaderView(plan, context)}
    ${isEmpty ? nothing : html`${progressView(plan.progress, context)} ${filterForm(plan, filter, context)}`}
    <p class="result" role="status">
      ${
        isEmpty
          ? words.t('emptyPlan')
          : count === 0
            ? html`${words.t('none')} <a href=${context.planUrl}>${words.t('clear')}</a>`
            : count === total
              ? words.t('shown', { n: total })
              : words.t('shownOf', { some: count, n: total })
      }
    </p>
    ${themesView(refs ? keepActions(plan.themes, refs) : plan.themes, context)}`;
}

/** The themes with those of their actions that are named, in the order of the names. */
function keepActions(themes: PlanPartsFragment['themes'], refs: readonly string[]) {
  const places = new Map(refs.map((ref, place) => [ref, place]));
  const placeOf = ({ ref }: { readonly ref: string }) => places.get(ref) ?? Infinity;
  return themes
    .map((theme) => ({
      ...theme,
      targets: [],
      actions: theme.actions
        .filter(({ ref }) => places.has(ref))
        .toSorted((one, other) => placeOf(one) - placeOf(other)),
    }))
    .filter(({ actions }) => actions.length > 0);
}

function themeLinksView({ addresses }: Site, { council, plan }: ShownPlan): TemplateResult {
  return html`<nav class="block theme-links" aria-labelledby="themes">
    <h2 id="themes">Theme by theme</h2>
    <ul>
      ${plan.themes.map(
        (theme) =>
          html`<li>
            <a href=${addresses.theme(council.slug, plan.slug, theme.ref)} lang=${theme.language}
              >${theme.refIsDerived ? '' : `${theme.ref}. `}${theme.title}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

function storyView({ addresses }: Site, { council, plan, story }: ShownPlan): TemplateResult {
  const source = findWebAddress(plan.sourceUrl);
  const planLink = ({ slug, title }: { readonly slug: string; readonly title: string }) =>
    html`<a href=${addresses.plan(council.slug, slug)}>${title}</a>`;
  const replaced = [...(story.supersedes ? [planLink(story.supersedes)] : []), ...story.supersedesNames];
  const facts: readonly Fact[] = [
    ['In short', story.summary && html`<span lang=${story.language}>${story.summary}</span>`],
    ['Period', plan.periodText],
    ['Adopted', story.adoptedText],
    [
      'Written with',
      story.coProductionNote && html`<span lang=${story.language}>${story.coProductionNote}</span>`,
    ],
    [
      'Replaces',
      replaced.length > 0 &&
        html`<ul>
          ${replaced.map((each) => html`<li>${each}</li>`)}
        </ul>`,
    ],
    [
      'Replaced by',
      story.supersededBy.length > 0 &&
        html`<ul>
          ${story.supersededBy.map((each) => html`<li>${planLink(each)}</li>`)}
        </ul>`,
    ],
    [
      'Published document',
      source
        ? html`<a href=${source} rel="noreferrer">Read the plan as the council published it</a>`
        : 'No address published',
    ],
  ];
  return html`<section class="block">
    <h2>About this plan</h2>
    ${factsView(facts)}
    <p>
      <a href=${addresses.howWeCount(council.slug)}>How we count</a> ·
      <a href="${addresses.embed(council.slug)}?plan=${plan.slug}">Put this plan on your site</a>
    </p>
    <p>
      Report for a committee:
      <a href=${addresses.report(council.slug, plan.slug)}>read and print</a> ·
      <a href="${addresses.report(council.slug, plan.slug)}.docx">Word</a>
    </p>
  </section>`;
}
