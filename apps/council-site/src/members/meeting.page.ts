import { languagesView } from '@open-sanctuary/widgets/look/frame.view';
import { findWebAddress } from '@open-sanctuary/widgets/look/link.view';
import type { MeetingPartsFragment } from '@open-sanctuary/widgets/operations';
import { describeTime } from '@open-sanctuary/widgets/steering-group/meeting.view';
import { getWords, inLanguage, type Words } from '@open-sanctuary/widgets/words';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { asWritten, paragraphView, textView } from '@open-sanctuary/widgets/words/text.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { calendarAddress } from '../page/data-addresses.ts';
import { factsView, type Fact } from '../page/facts.view.ts';
import { frameWords } from '../page/frame.words.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { getMeeting, type ShownMeeting } from './members.queries.ts';
import { describeClock, findMeetingState } from './meeting.rules.ts';
import { meetingWords, type MeetingWords } from './meeting.words.ts';

interface Context {
  readonly site: Site;
  /** The council's short name. */
  readonly slug: string;
  readonly timeZone: string;
  readonly words: Words;
  readonly own: MeetingWords;
}

/** One meeting of a group: when, who may come, what it is about and what it decided. */
export async function meetingPage(site: Site, { council: slug, params, query }: Visit): Promise<Page> {
  const words = getWords(query.get('lang'));
  const names = { council: slug, language: words.language };
  const { council, group, meeting } = await getMeeting(site.register, names, params['meeting'] ?? '');
  const context = {
    site,
    slug,
    timeZone: council.timeZone,
    words,
    own: meetingWords[words.language],
  };
  const day = formatDay(meeting.day, words);
  const title = context.own.title.replace('{day}', day);
  const members = inLanguage(site.addresses.members(slug), words);
  return {
    title: `${title}: ${group.name}`,
    crumb: title,
    words,
    description: `Meeting of the ${group.name} of ${council.name} on ${day}: who may come, what it is about, what it decided.`,
    path: site.addresses.meeting(slug, meeting.uuid),
    crumbs: crumbsTo(site, council, { name: frameWords[words.language].members, path: members }),
    council,
    isIndexed: query.size === 0,
    isLive: true,
    content: html`<p class="kicker"><a href=${members}>${textView(group, 'name', words)}</a></p>
      <h1>${title}</h1>
      <div class="sanctuary one-meeting" lang=${words.language} dir=${words.direction}>
        ${languagesView(words)} ${stateView(meeting, context)} ${aboutView(meeting, context)}
        ${decisionsView(meeting, context)}
        <p><a href=${members}>${context.own.backTo}</a></p>
      </div>`,
  };
}

function stateView(meeting: ShownMeeting, { own }: Context): TemplateResult {
  const state = findMeetingState(meeting);
  return html`<p class=${state === 'cancelled' || state === 'unrecorded' ? 'note' : 'quiet'}>
    ${own[state]}
  </p>`;
}

function aboutView(meeting: ShownMeeting, context: Context): TemplateResult {
  const { site, slug, words, own } = context;
  const { t } = words;
  const isToCome = findMeetingState(meeting) === 'planned';
  const link = (url: string | null, text: string) => {
    const address = findWebAddress(url);
    return address ? html`<a href=${address} rel="noreferrer">${text}</a>` : undefined;
  };
  const online = isToCome && link(meeting.joiningUrl, t('joinOnline'));
  const facts: readonly Fact[] = [
    [own.when, whenView(meeting, context)],
    [own.whoMayCome, meeting.isOpen ? t('openToAll') : own.membersOnly],
    [
      own.where,
      meeting.place ? asWritten(meeting, meeting.place) : meeting.isOpen ? own.noPlace : t('forMembers'),
    ],
    [own.online, online],
    [
      t('agendaLink'),
      html`${paragraphView(meeting, 'agenda', words)}
      ${link(meeting.agendaUrl, own.readAgenda) ?? (meeting.agenda ? nothing : own.noAgenda)}`,
    ],
    [t('minutes'), meeting.state === 'HELD' && (link(meeting.minutesUrl, own.readMinutes) ?? own.noMinutes)],
  ];
  return html`<section>
    <h2>${own.about}</h2>
    ${factsView(facts)}
    ${isToCome ? html`<p><a href=${calendarAddress(site.environment, slug)}>${t('addToCalendar')}</a></p>` : nothing}
  </section>`;
}

/** The time on the clock there, with the name of that clock. */
function whenView(meeting: ShownMeeting, { words, timeZone }: Context): TemplateResult {
  const { startsAt, day } = meeting;
  const clock = startsAt && describeClock(startsAt, timeZone, words.language);
  return html`<time datetime=${startsAt ?? day}>${describeTime(meeting, words)}</time>${
      clock ? html`${words.t('comma')}${clock} (<bdi>${timeZone}</bdi>)` : nothing
    }`;
}

function decisionsView(meeting: ShownMeeting, context: Context) {
  const { words, own } = context;
  const state = findMeetingState(meeting);
  if (state === 'cancelled') return nothing;
  return html`<section>
    <h2>${own.decisions}</h2>
    ${
      meeting.decisions.length > 0
        ? html`<ol class="decisions">
            ${meeting.decisions.map((decision) => html`<li>${decisionView(decision, context)}</li>`)}
          </ol>`
        : html`<p>${state === 'planned' ? own.notHeldYet : words.t('noDecisions')}</p>`
    }
  </section>`;
}

function decisionView(decision: MeetingPartsFragment['decisions'][number], context: Context): TemplateResult {
  const { site, slug, words } = context;
  return html`${paragraphView(decision, 'text', words)}
  ${
    decision.recusalCount > 0
      ? html`<p class="quiet">${words.t('recused', { n: decision.recusalCount })}</p>`
      : nothing
  }
  ${decision.assessedActions.map(
    (action) =>
      html`<p>
        ${words.t('about')}:
        <a href=${site.addresses.action(slug, action.plan.slug, action.ref)}
          >${action.ref} ${asWritten(action, action.title)}</a
        >
      </p>`,
  )}`;
}
