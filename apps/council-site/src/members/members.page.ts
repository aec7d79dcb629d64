import type { GroupContext } from '@open-sanctuary/widgets/steering-group/context';
import {
  describeTime,
  meetingView,
  nextMeetingView,
} from '@open-sanctuary/widgets/steering-group/meeting.view';
import { describeSeats, formerView, seatView } from '@open-sanctuary/widgets/steering-group/seat.view';
import {
  listPastMeetings,
  steeringGroupView,
} from '@open-sanctuary/widgets/steering-group/steering-group.view';
import { getWords, inLanguage, type Words } from '@open-sanctuary/widgets/words';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { textView } from '@open-sanctuary/widgets/words/text.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { calendarAddress, ownNameAddress } from '../page/data-addresses.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { frameWords } from '../page/frame.words.ts';
import { getCouncilWithGroups, type CouncilWithGroups, type ListedGroup } from './members.queries.ts';
import { membersWords, type MembersWords } from './members.words.ts';

/** Who sits on a council's steering group, by the widget's own views. */
export async function membersPage(site: Site, { council: slug, query }: Visit): Promise<Page> {
  const words = getWords(query.get('lang'));
  const council = await getCouncilWithGroups(site.register, { council: slug, language: words.language });
  const group = council.steeringGroups.find((each) => each.slug === council.steeringGroup?.slug);
  const page = {
    crumb: frameWords[words.language].members,
    words,
    path: site.addresses.members(slug),
    crumbs: crumbsTo(site, council),
    council,
    mayHoldNames: true,
    isLive: true,
  };
  if (!group) return { ...page, ...noGroup(site, council), isIndexed: false };
  const context: GroupContext = {
    words,
    headingLevel: 2,
    siteUrl: site.addresses.root(slug),
    calendarUrl: calendarAddress(site.environment, slug),
  };
  const own = membersWords[words.language];
  const others = council.steeringGroups.filter((each) => each !== group);
  return {
    ...page,
    title: `Members of the ${group.name}`,
    description: `Who sits on the ${group.name} of ${council.name}, when it meets, what it decided and how to join.`,
    isIndexed: query.size === 0,
    content: html`<h1 class="kicker"><bdi>${council.name}</bdi>: ${own.heading}</h1>
      <div class="sanctuary whole-group" lang=${words.language} dir=${words.direction}>
        ${
          // That it is an example the page says itself, above.
          steeringGroupView({ ...council, isExample: false, steeringGroup: group }, group, context)
        }
      </div>
      ${group.hasEnded ? nothing : datesView(site, council, group, context, own)}
      ${othersView(others, context, own)} ${ownNameView(site, words, own)}`,
  };
}

const noGroup = (
  { addresses }: Site,
  { slug, name }: CouncilWithGroups,
): Pick<Page, 'title' | 'description' | 'content'> => ({
  title: 'Members of the steering group',
  description: `${name} has published no steering group here yet.`,
  content: html`<div class="prose">
    <h1>Members of the steering group</h1>
    <p>${name} has published no steering group here yet.</p>
    <p><a class="button" href=${addresses.home(slug)}>What ${name} promised</a></p>
  </div>`,
});

/** Meetings to come after the next, and the file that brings them all into a calendar. */
function datesView(
  { addresses, environment }: Site,
  { slug }: CouncilWithGroups,
  group: ListedGroup,
  { words }: GroupContext,
  own: MembersWords,
) {
  const later = group.meetings
    .filter(({ isOver, state, uuid }) => !isOver && state === 'PLANNED' && uuid !== group.nextMeeting?.uuid)
    .toReversed();
  return html`<section class="block ways">
    <h2>${own.datesToCome}</h2>
    ${
      later.length > 0
        ? html`<ul>
            ${later.map(
              (meeting) =>
                html`<li>
                  <a href=${inLanguage(addresses.meeting(slug, meeting.uuid), words)}
                    >${describeTime(meeting, words)}</a
                  >
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <p>
      <a href=${calendarAddress(environment, slug)} type="text/calendar">${own.allMeetings}</a>
      <span class="quiet">${own.calendarNote}</span>
    </p>
  </section>`;
}

/** The council's other groups, such as the one that wrote a plan. */
function othersView(others: readonly ListedGroup[], context: GroupContext, own: MembersWords) {
  if (others.length === 0) return nothing;
  const shown = { ...context, headingLevel: 3 };
  return html`<section class="block">
    <h2>${own.others}</h2>
    ${others.map((group) => otherView(group, shown, own))}
  </section>`;
}

function otherView(group: ListedGroup, context: GroupContext, own: MembersWords): TemplateResult {
  const { words } = context;
  const period = describePeriod(group, words, own);
  return html`<article class="brief">
    <h3>${textView(group, 'name', words)}</h3>
    <p class="quiet">
      ${group.hasEnded ? html`${own.ended} ${period ? `${own.met}: ` : ''}` : nothing}
      ${period ? html`<bdi>${period}</bdi>.` : nothing}
    </p>
    ${group.purpose ? html`<p>${textView(group, 'purpose', words)}</p>` : nothing}
    <div class="sanctuary">
      <div class="constituencies">
        ${group.constituencies.map(
          (each) =>
            html`<div class="constituency">
              <h4>${textView(each, 'name', words)}</h4>
              <p class="quiet">${describeSeats(each, words)}</p>
              <ul class="seats">
                ${each.seats.map((seat) => seatView(seat, context))}
              </ul>
              ${formerView(each, context)}
            </div>`,
        )}
      </div>
      ${group.nextMeeting ? nextMeetingView(group.nextMeeting, context) : nothing}
      ${listPastMeetings(group).map((meeting) => meetingView(meeting, context))}
    </div>
  </article>`;
}

/** The group's own words for its time, else its days. */
function describePeriod(
  { periodText, startsOn, endsOn, datesAreDerived }: ListedGroup,
  words: Words,
  own: MembersWords,
): string | null {
  if (periodText || !startsOn || !endsOn) return periodText;
  const days = `${own.from} ${formatDay(startsOn, words)} ${own.to} ${formatDay(endsOn, words)}`.trim();
  return datesAreDerived ? `${days} (${words.t('ourReading')})` : days;
}

const ownNameView = ({ environment }: Site, words: Words, own: MembersWords): TemplateResult =>
  html`<section class="block ways">
    <h2>${own.names}</h2>
    <p>${own.byRole}</p>
    <p>
      <a href=${ownNameAddress(environment, words)}>${own.takeAway}</a>
    </p>
  </section>`;
