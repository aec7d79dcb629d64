import { progressView } from '@open-sanctuary/widgets/action-tracker/progress.view';
import { describeAge, formatDay } from '@open-sanctuary/widgets/words/dates';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { toDay } from '../page/day.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { english } from '../page/english.ts';
import { describeState, pageContext } from '../plan/plan.words.ts';
import { getCouncilHome, type CouncilHome, type PlanSummary } from './council.queries.ts';
import { findUpdates, type Update } from './updates.ts';

const mostUpdates = 8;

export async function councilPage(site: Site, { council: slug }: Visit): Promise<Page> {
  const [council, updates] = await Promise.all([
    getCouncilHome(site.register, slug),
    findUpdates(site.register, slug),
  ]);
  const plans = council.plans.filter(({ kind }) => kind === 'SANCTUARY');
  const standing = plans.filter(({ state }) => state === 'CURRENT' || state === 'DRAFT');
  // A council whose plans are all over is still shown by them.
  const shown = standing.length > 0 ? standing : plans;
  const earlier = plans.filter((plan) => !shown.includes(plan));
  const related = council.plans.filter(({ kind }) => kind === 'RELATED');
  return {
    title: `${council.name}: promises to people seeking sanctuary`,
    crumb: council.name,
    description: `What ${council.name} promised to people seeking sanctuary, who leads it, and what has happened since.`,
    path: site.addresses.home(slug),
    crumbs: crumbsTo(site, council).slice(0, -1),
    council,
    isLive: true,
    content: html`<div class="hero">
        <h1>${council.name}</h1>
        <p class="tagline">What it promised to people seeking sanctuary, and what has happened since.</p>
      </div>
      ${helpView(site, council)}
      ${
        shown.length === 0
          ? html`<p>${council.name} has no sanctuary plan here yet.</p>`
          : shown.map((plan) => planView(site, council, plan))
      }
      ${listView(site, council, earlier, 'Earlier plans')}
      ${listView(site, council, related, 'Related plans', 'Not sanctuary plans, but they hold promises that matter here.')}
      ${groupView(site, council)} ${updatesView(site, council, updates)}`,
  };
}

/** Who needs help now should not have to read a plan first. */
function helpView({ addresses }: Site, { slug, services }: CouncilHome) {
  if (services.totalCount === 0) return nothing;
  return html`<section class="help-card">
    <h2>Looking for help?</h2>
    <p>
      Find help near you: in your language, for people in your situation. We do not keep what you look for.
    </p>
    <p>
      <a class="button" href=${addresses.services(slug)}>Find help</a>
      <a class="button" href="${addresses.services(slug)}?lang=ar" lang="ar" hreflang="ar" dir="rtl"
        >ابحث عن مساعدة</a
      >
    </p>
  </section>`;
}

function planView(site: Site, council: CouncilHome, plan: PlanSummary): TemplateResult {
  const address = site.addresses.plan(council.slug, plan.slug);
  const state = describeState(plan.state);
  return html`<section class="plan-card">
    <h2><a href=${address} lang=${plan.language}>${plan.title}</a></h2>
    <p class="quiet">${[plan.periodText, state].filter(Boolean).join(' · ')}</p>
    ${
      plan.progress.total === 0
        ? html`<p>
            This plan has ${plan.themes.length} themes and no actions yet.
            <a href=${address}>Read the plan</a>
          </p>`
        : html`<div class="sanctuary">${progressView(plan.progress, pageContext(council, address))}</div>
            ${attentionView(plan, address)}
            <p><a class="button" href=${address}>All ${plan.progress.total} actions</a></p>`
    }
  </section>`;
}

function listView(
  site: Site,
  council: CouncilHome,
  plans: readonly PlanSummary[],
  title: string,
  note?: string,
): TemplateResult | typeof nothing {
  if (plans.length === 0) return nothing;
  return html`<section class="block">
    <h2>${title}</h2>
    ${note ? html`<p class="quiet">${note}</p>` : nothing}
    ${plans.map((plan) => html`<article class="brief">${briefView(site, council, plan)}</article>`)}
  </section>`;
}

function briefView(site: Site, council: CouncilHome, plan: PlanSummary): TemplateResult {
  const { total, byStatus } = plan.progress;
  const silent = byStatus.find(({ status }) => status === 'NOT_REPORTED')?.count ?? 0;
  return html`<h3>
      <a href=${site.addresses.plan(council.slug, plan.slug)} lang=${plan.language}>${plan.title}</a>
    </h3>
    <p class="quiet">
      ${[
        plan.periodText,
        describeState(plan.state),
        total ? english.t('reportedOn', { some: total - silent, n: total }) : 'No actions',
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>`;
}

function attentionView({ progress }: PlanSummary, address: string) {
  const concerns = [
    [progress.late, 'late', 'late=1'],
    [progress.stale, 'with no recent report', 'stale=1'],
    [progress.disagreed, 'where the group disagrees', 'groupView=DISAGREES'],
    [progress.partlyAgreed, 'where the group partly agrees', 'groupView=PARTLY_AGREES'],
    [progress.noDate, 'without a date', 'noDate=1'],
    [progress.noLead, 'without a lead', 'noLead=1'],
    [progress.noMeasure, 'without a measure', 'noMeasure=1'],
  ] as const;
  const shown = concerns.filter(([count]) => count > 0);
  if (shown.length === 0) return nothing;
  return html`<h3>Needs attention</h3>
    <ul class="concerns">
      ${shown.map(
        ([count, words, query]) =>
          html`<li>
            <a href="${address}?${query}"><b>${count}</b> ${words}</a>
          </li>`,
      )}
    </ul>`;
}

function groupView({ addresses }: Site, { slug, steeringGroup: group }: CouncilHome) {
  if (!group) return nothing;
  const { nextMeeting, vacantCount } = group;
  return html`<section class="block">
    <h2>Members: <a href=${addresses.members(slug)} lang=${group.language}>${group.name}</a></h2>
    ${
      group.hasEnded
        ? html`<p>${english.t('groupEnded')}</p>`
        : html`<p>
              ${
                nextMeeting
                  ? html`${english.t('nextMeeting')}:
                      <a href=${addresses.meeting(slug, nextMeeting.uuid)}
                        >${formatDay(nextMeeting.day, english)}</a
                      >.`
                  : english.t('noNextMeeting')
              }
            </p>
            ${
              vacantCount > 0
                ? html`<p>
                    ${english.t('vacancies', { n: vacantCount })}
                    <a href=${addresses.members(slug)}>${english.t('joinGroup')}</a>
                  </p>`
                : nothing
            }`
    }
  </section>`;
}

function updatesView(
  site: Site,
  council: CouncilHome,
  updates: readonly Update[] | undefined,
): TemplateResult {
  return html`<section class="block">
    <h2>Latest changes</h2>
    ${
      !updates
        ? html`<p>They cannot be shown at the moment. Please come back later.</p>`
        : updates.length === 0
          ? html`<p>Nothing has changed yet.</p>`
          : html`<ul class="happenings">
              ${updates.slice(0, mostUpdates).map((update) => html`<li>${updateView(site, council, update)}</li>`)}
            </ul>`
    }
  </section>`;
}

function updateView({ addresses }: Site, council: CouncilHome, { title, at, plan, ref }: Update) {
  const day = toDay(at, council.timeZone);
  const address =
    ref === null ? addresses.plan(council.slug, plan) : addresses.action(council.slug, plan, ref);
  return html`<a href=${address}>${title}</a>,
    <time class="quiet" datetime=${day}>${describeAge(day, council.today, english)}</time>`;
}
