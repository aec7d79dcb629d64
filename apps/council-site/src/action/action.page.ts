import { openedActionView, tagsView } from '@open-sanctuary/widgets/action-tracker/action.view';
import { statusView } from '@open-sanctuary/widgets/action-tracker/status.view';
import { describeAge, formatDay } from '@open-sanctuary/widgets/words/dates';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isDay, toDay } from '../page/day.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { english, pageContext } from '../plan/plan-words.ts';
import { getAction, type ActionAsAt } from './action.queries.ts';
import { listWordingChanges } from './wording.rules.ts';

type Found = Awaited<ReturnType<typeof getAction>>;

export async function actionPage(site: Site, { council: slug, params, query }: Visit): Promise<Page> {
  const names = { council: slug, plan: params['plan'] ?? '', ref: params['ref'] ?? '' };
  const asked = query.get('asAt')?.trim() ?? '';
  const isBad = asked !== '' && !isDay(asked);
  const found = await getAction(site.register, names, asked && !isBad ? asked : undefined);
  const { council, plan, action } = found;
  const planUrl = site.addresses.plan(slug, plan.slug);
  const themeUrl = site.addresses.theme(slug, plan.slug, action.theme.ref);
  const context = pageContext(council, planUrl, { headingLevel: 0 });
  const title = action.refIsDerived ? action.title : `${action.ref} ${action.title}`;
  return {
    title,
    ...(!action.refIsDerived && { crumb: `Action ${action.ref}` }),
    description: `${council.name} promised: ${action.title}. ${english.t(`status.${action.status}`)}. Who leads it, what was reported, what the group says.`,
    path: site.addresses.action(slug, plan.slug, action.ref),
    crumbs: crumbsTo(
      site,
      council,
      { name: plan.title, path: planUrl },
      {
        name: action.theme.refIsDerived ? action.theme.title : `${action.theme.ref}. ${action.theme.title}`,
        path: themeUrl,
      },
    ),
    council,
    ...(isBad && { status: 400 }),
    isIndexed: query.size === 0,
    content: html`<p class="kicker">
        Action ${action.refIsDerived ? nothing : action.ref} of <a href=${planUrl}>${plan.title}</a>
      </p>
      <h1 lang=${action.language}>${action.title}</h1>
      <div class="sanctuary action-tags">${tagsView(action, context)}</div>
      ${asAtView(found, isBad)} ${factsView(found)}
      <div class="sanctuary opened-action">${openedActionView(action, context)}</div>
      ${wordingsView(found)} ${asAtForm(asked, isBad, council.today)}`,
  };
}

const strengthWords = {
  DELIVER: 'will deliver',
  CONTINUE: 'will continue',
  EXPLORE: 'will explore',
} as const;

function factsView({ council, action }: Found): TemplateResult {
  const partners = action.leads.filter(({ role }) => role === 'PARTNER').map(({ name }) => name);
  const accountable = action.leads.filter(({ role }) => role === 'ACCOUNTABLE').map(({ name }) => name);
  const hasOthers = action.leads.some(({ role }) => role === 'OTHERS_NOT_NAMED');
  const facts: readonly (readonly [label: string, value: unknown, note?: string | undefined])[] = [
    ['Lead, as published', action.leadText ?? 'No lead published'],
    [
      'Who that is',
      action.leads.length > 0 &&
        [
          accountable.length > 0 ? `Accountable: ${accountable.join('; ')}.` : '',
          partners.length > 0 ? `With: ${partners.join('; ')}.` : '',
          hasOthers ? 'And others who are not named.' : '',
        ].join(' '),
      'our reading',
    ],
    ['Timescale, as published', action.dueText ?? 'No date published'],
    ['Which means', action.dueText && describeDue(action), 'our reading'],
    [
      'Strength of the promise',
      action.strengths.length > 0 &&
        `The council ${action.strengths.map((each) => strengthWords[each]).join(', ')}.`,
      action.strengthsAreDerived ? 'our reading' : undefined,
    ],
    [
      'Last report',
      (action.lastReportedOn
        ? `${formatDay(action.lastReportedOn, english)}, ${describeAge(action.lastReportedOn, council.today, english)}`
        : 'No report yet') + (action.isStale ? ': longer ago than the council set itself' : ''),
    ],
    [
      'No longer in the document',
      action.leftDocumentOn &&
        `A newer version does not hold it, since ${formatDay(action.leftDocumentOn, english)}.`,
    ],
  ];
  return html`<dl class="facts-list">
    ${facts
      .filter(([, value]) => value)
      .map(
        ([label, value, note]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}${note ? html` <span class="quiet">(${note})</span>` : nothing}</dd>
          </div>`,
      )}
  </dl>`;
}

function describeDue({ dueKind, dueFrom, dueTo }: Found['action']): string {
  const [from, to] = [dueFrom, dueTo].map((day) => day && formatDay(day, english));
  if (dueKind === 'RECURRING') return 'Again and again, without a last day';
  if (dueKind === 'ONGOING') return from ? `Ongoing from ${from}` : 'Ongoing, without a last day';
  if (dueKind === 'UNDATED') return 'No day that could be missed';
  return from ? `Between ${from} and ${to}` : `By ${to}`;
}

function wordingsView({ council, action }: Found): TemplateResult {
  const changes = listWordingChanges(action.wordings);
  const [first] = action.wordings.toSorted((one, other) => one.number - other.number);
  const quote = (text: string | null) =>
    text ? html`<q lang=${action.language}>${text}</q>` : 'nothing published';
  return html`<section class="block">
    <h2>How the wording changed</h2>
    <ul class="happenings">
      ${changes.map(
        ({ what, since, from, to }) =>
          html`<li>
            ${what} changed on ${formatDay(toDay(since, council.timeZone), english)} from ${quote(from)} to
            ${quote(to)}.
          </li>`,
      )}
      ${first ? html`<li>First recorded here on ${formatDay(toDay(first.since, council.timeZone), english)}${changes.length === 0 ? ', and not changed since' : ''}.</li>` : nothing}
    </ul>
  </section>`;
}

function asAtView({ action }: Found, isBad: boolean) {
  if (isBad || action.asAt === undefined) return nothing;
  if (!action.asAt) {
    return html`<section class="as-at">
      <h2>On that day</h2>
      <p>This action was not recorded here yet.</p>
    </section>`;
  }
  return knownAsAtView(action.asAt);
}

function knownAsAtView({
  date,
  title,
  detail,
  leadText,
  dueText,
  status,
  groupView,
}: ActionAsAt): TemplateResult {
  const facts = [
    ['Title', title],
    ['Detail', detail],
    ['Lead', leadText ?? 'No lead published'],
    ['Timescale', dueText ?? 'No date published'],
    ['Status', html`<span class="sanctuary inline">${statusView(status, english)}</span>`],
    ['The group', english.t(`view.${groupView}`)],
  ] as const;
  return html`<section class="as-at">
    <h2>As at ${formatDay(date, english)}</h2>
    <dl class="facts-list">
      ${facts
        .filter(([, value]) => value)
        .map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>
    <p>Below is what is known today.</p>
  </section>`;
}

function asAtForm(asked: string, isBad: boolean, today: string): TemplateResult {
  return html`<section class="block" id="as-at">
    <h2>Look back</h2>
    <form method="get" class="row">
      <label class="field">
        <span>What did this page say on this day?</span>
        <input
          name="asAt"
          type=${isBad ? 'text' : 'date'}
          max=${isBad ? nothing : today}
          value=${asked}
          aria-invalid=${isBad ? 'true' : nothing}
          aria-describedby=${isBad ? 'as-at-problem' : nothing}
        />
      </label>
      <button class="button">Show that day</button>
      ${isBad ? html`<p class="problem" id="as-at-problem">“${asked}” is not a day. Write it like 2026-03-01: year, month, day.</p>` : nothing}
    </form>
  </section>`;
}
