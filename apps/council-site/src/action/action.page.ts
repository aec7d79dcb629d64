import { milestonesView, tagsView } from '@open-sanctuary/widgets/action-tracker/action.view';
import { sidesView } from '@open-sanctuary/widgets/action-tracker/report.view';
import { targetsView } from '@open-sanctuary/widgets/action-tracker/target.view';
import { describeAge, formatDay } from '@open-sanctuary/widgets/words/dates';
import { asWritten } from '@open-sanctuary/widgets/words/text.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { describeDayProblem, keepDay, readAskedDay, type KnownDays } from '../page/as-at.rules.ts';
import { asAtBanner, asAtForm, asAtProblemView } from '../page/as-at.view.ts';
import { toDay } from '../page/day.ts';
import { factsView, type Fact } from '../page/facts.view.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { english } from '../page/english.ts';
import { pageContext } from '../plan/plan.words.ts';
import type { ActionAsAt } from './action-as-at.queries.ts';
import { getAction, type ShownAction } from './action.queries.ts';
import { decidingMeetingView, type MeetingAddress } from './deciding-meeting.view.ts';
import { listTimeline } from './timeline.rules.ts';
import { timelineView } from './timeline.view.ts';
import { findFirstWording } from './wording.rules.ts';

type Found = Awaited<ReturnType<typeof getAction>>;

export async function actionPage(site: Site, { council: slug, params, query }: Visit): Promise<Page> {
  const names = { council: slug, plan: params['plan'] ?? '', ref: params['ref'] ?? '' };
  const asked = readAskedDay(query);
  const found = await getAction(site.register, names, asked.day);
  const { council, plan, action } = found;
  const days = knownDays(found);
  const then = action.asAt ?? undefined;
  const problem = asked.text && !then ? describeDayProblem(asked, days, 'action') : undefined;
  const day = then && asked.day;
  const { title: promise } = then ?? action;
  const path = site.addresses.action(slug, plan.slug, action.ref);
  const planUrl = keepDay(site.addresses.plan(slug, plan.slug), day);
  const themeUrl = keepDay(site.addresses.theme(slug, plan.slug, action.theme.ref), day);
  const meetingAddress = (uuid: string) => site.addresses.meeting(slug, uuid);
  const title = action.refIsDerived ? promise : `${action.ref} ${promise}`;
  return {
    title: day ? `${title}, as at ${formatDay(day, english)}` : title,
    ...(!action.refIsDerived && { crumb: `Action ${action.ref}` }),
    description: `${council.name} promised: ${promise}. ${english.t(`status.${(then ?? action).status}`)}. Who leads it, what was reported, what the group says.`,
    path,
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
    ...(problem && { status: 400 }),
    isIndexed: query.size === 0,
    isLive: !day && !problem,
    content: html`${day ? asAtBanner(day, days, path) : asAtProblemView(problem)}
      <p class="kicker">
        Action ${action.refIsDerived ? nothing : action.ref} of <a href=${planUrl}>${plan.title}</a>
      </p>
      <h1 lang=${(then ?? action).language} dir="auto">${promise}</h1>
      ${then && day ? thenView(found, then, day, meetingAddress) : todayView(found, planUrl, meetingAddress)}
      ${asAtForm(asked, days, problem)}`,
  };
}

function todayView(
  { council, action }: Found,
  planUrl: string,
  meetingAddress: MeetingAddress,
): TemplateResult {
  const context = pageContext(council, planUrl, { headingLevel: 0 });
  return html`<div class="sanctuary action-tags">${tagsView(action, context)}</div>
    ${factsView(
      listFacts(
        action,
        council.today,
        action.groupAssessment?.meeting &&
          decidingMeetingView(action.groupAssessment.meeting, meetingAddress),
      ),
    )}
    <div class="sanctuary opened-action">
      ${action.detail ? html`<p class="own">${asWritten(action, action.detail)}</p>` : nothing}
      ${sidesView(action, context)} ${milestonesView(action, context)} ${targetsView(action.targets, context)}
    </div>
    ${timelineView(listTimeline(action, council.timeZone), context, meetingAddress)}`;
}

/** Only what is kept with its day: no target, no figure and no milestone. */
function thenView(
  { council, action }: Found,
  then: ActionAsAt,
  day: string,
  meetingAddress: MeetingAddress,
): TemplateResult {
  const context = pageContext({ today: day }, '', { headingLevel: 0 });
  return html`<div class="sanctuary action-tags">${tagsView(then, context)}</div>
    ${factsView(listFacts(then, day))}
    ${then.detail ? html`<p class="own">${asWritten(then, then.detail)}</p>` : nothing}
    <p class="quiet">Targets, figures and milestones are shown for today only.</p>
    ${timelineView(listTimeline(action, council.timeZone, day), context, meetingAddress)}`;
}

/** From its first wording on, if its plan was published by then. */
function knownDays({ council, plan, action }: Found): KnownDays {
  const first = findFirstWording(action.wordings);
  const recorded = first ? toDay(first.since, council.timeZone) : plan.asAtFrom;
  return { from: recorded > plan.asAtFrom ? recorded : plan.asAtFrom, today: council.today };
}

const strengthWords = {
  DELIVER: 'will deliver',
  CONTINUE: 'will continue',
  EXPLORE: 'will explore',
} as const;

const ourReading = (value: unknown) => value && html`${value} <span class="quiet">(our reading)</span>`;

/** The facts of an action, seen from a day. */
function listFacts(action: ShownAction | ActionAsAt, today: string, decided?: TemplateResult | null): Fact[] {
  const partners = action.leads.filter(({ role }) => role === 'PARTNER').map(({ name }) => name);
  const accountable = action.leads.filter(({ role }) => role === 'ACCOUNTABLE').map(({ name }) => name);
  const hasOthers = action.leads.some(({ role }) => role === 'OTHERS_NOT_NAMED');
  const strength =
    action.strengths.length > 0 &&
    `The council ${action.strengths.map((each) => strengthWords[each]).join(', ')}.`;
  return [
    ['Lead, as published', action.leadText ? asWritten(action, action.leadText) : 'No lead published'],
    [
      'Who that is',
      ourReading(
        action.leads.length > 0 &&
          [
            accountable.length > 0 ? `Accountable: ${accountable.join('; ')}.` : '',
            partners.length > 0 ? `With: ${partners.join('; ')}.` : '',
            hasOthers ? 'And others who are not named.' : '',
          ].join(' '),
      ),
    ],
    ['Timescale, as published', action.dueText ? asWritten(action, action.dueText) : 'No date published'],
    ['Which means', ourReading(action.dueText && describeDue(action))],
    ['Strength of the promise', action.strengthsAreDerived ? ourReading(strength) : strength],
    [
      'Last report',
      (action.lastReportedOn
        ? `${formatDay(action.lastReportedOn, english)}, ${describeAge(action.lastReportedOn, today, english)}`
        : 'No report yet') + (action.isStale ? ': longer ago than the council set itself' : ''),
    ],
    [
      'The group says',
      html`${english.t(`view.${action.groupView}`)}${decided ? html`. ${decided}` : nothing}`,
    ],
    [
      'No longer in the document',
      action.leftDocumentOn &&
        `A newer version does not hold it, since ${formatDay(action.leftDocumentOn, english)}.`,
    ],
  ];
}

function describeDue({ dueKind, dueFrom, dueTo }: ActionAsAt | ShownAction): string {
  const [from, to] = [dueFrom, dueTo].map((day) => day && formatDay(day, english));
  if (dueKind === 'RECURRING') return 'Again and again, without a last day';
  if (dueKind === 'ONGOING') return from ? `Ongoing from ${from}` : 'Ongoing, without a last day';
  if (dueKind === 'UNDATED') return 'No day that could be missed';
  return from ? `Between ${from} and ${to}` : `By ${to}`;
}
