import type { GroupContext } from '@open-sanctuary/widgets/steering-group/context';
import { describeTime, meetingView } from '@open-sanctuary/widgets/steering-group/meeting.view';
import { describeSeats, formerView, seatView } from '@open-sanctuary/widgets/steering-group/seat.view';
import { steeringGroupView } from '@open-sanctuary/widgets/steering-group/steering-group.view';
import { getWords } from '@open-sanctuary/widgets/words';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { asWritten } from '@open-sanctuary/widgets/words/text.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { calendarAddress, ownNameAddress } from '../page/data-addresses.ts';
import { crumbsTo, type Page, type Site, type Visit } from '../page/page.ts';
import { english } from '../plan/plan-words.ts';
import { getCouncilWithGroups, type CouncilWithGroups, type ListedGroup } from './members.queries.ts';

/** Who sits on a council's steering group, by the widget's own views. */
export async function membersPage(site: Site, { council: slug, query }: Visit): Promise<Page> {
  const words = getWords(query.get('lang'));
  const council = await getCouncilWithGroups(site.register, { council: slug, language: words.language });
  const group = council.steeringGroups.find((each) => each.slug === council.steeringGroup?.slug);
  const page = {
    crumb: 'Members',
    path: site.addresses.members(slug),
    crumbs: crumbsTo(site, council),
    council,
    mayHoldNames: true,
  };
  if (!group) return { ...page, ...noGroup(site, council), isIndexed: false };
  const context: GroupContext = {
    words,
    headingLevel: 2,
    siteUrl: site.addresses.root(slug),
    calendarUrl: calendarAddress(site.environment, slug),
  };
  const others = council.steeringGroups.filter((each) => each !== group);
  return {
    ...page,
    title: `Members of the ${group.name}`,
    description: `Who sits on the ${group.name} of ${council.name}, when it meets, what it decided and how to join.`,
    isIndexed: query.size === 0,
    content: html`<h1 class="kicker">${council.name}: members of the steering group</h1>
      <div class="sanctuary whole-group" lang=${words.language} dir=${words.direction}>
        ${
          // That it is an example the page says itself, above.
          steeringGroupView({ ...council, isExample: false, steeringGroup: group }, group, context)
        }
      </div>
      ${group.hasEnded ? nothing : datesView(site, council, group)} ${othersView(others, context)}
      ${ownNameView(site)}`,
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
function datesView({ addresses, environment }: Site, { slug }: CouncilWithGroups, group: ListedGroup) {
  const later = group.meetings
    .filter(({ isOver, state, uuid }) => !isOver && state === 'PLANNED' && uuid !== group.nextMeeting?.uuid)
    .toReversed();
  return html`<section class="block">
    <h2>Dates to come</h2>
    ${
      later.length > 0
        ? html`<ul>
            ${later.map(
              (meeting) =>
                html`<li>
                  <a href=${addresses.meeting(slug, meeting.uuid)}>${describeTime(meeting, english)}</a>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <p>
      <a href=${calendarAddress(environment, slug)} type="text/calendar"
        >All published meetings for your calendar</a
      >
      <span class="quiet">The file says no more than that there is a meeting.</span>
    </p>
  </section>`;
}

/** The council's other groups, such as the one that wrote a plan. */
function othersView(others: readonly ListedGroup[], context: GroupContext) {
  if (others.length === 0) return nothing;
  const shown = { ...context, words: english, headingLevel: 4 };
  return html`<section class="block">
    <h2>Other groups of this council</h2>
    ${others.map((group) => otherView(group, shown))}
  </section>`;
}

function otherView(group: ListedGroup, context: GroupContext): TemplateResult {
  const period = describePeriod(group);
  return html`<article class="brief">
    <h3>${asWritten(group, group.name)}</h3>
    <p class="quiet">
      ${group.hasEnded ? 'This group has ended.' : nothing} ${period ? `It met: ${period}.` : nothing}
    </p>
    ${group.purpose ? html`<p>${asWritten(group, group.purpose)}</p>` : nothing}
    <div class="sanctuary">
      <div class="constituencies">
        ${group.constituencies.map(
          (each) =>
            html`<section class="constituency">
              <h4>${asWritten(each, each.name)}</h4>
              <p class="quiet">${describeSeats(each, english)}</p>
              <ul class="seats">
                ${each.seats.map((seat) => seatView(seat, context))}
              </ul>
              ${formerView(each, context)}
            </section>`,
        )}
      </div>
      ${group.meetings.map((meeting) => meetingView(meeting, context))}
    </div>
  </article>`;
}

/** The group's own words for its time, else its days. */
function describePeriod({ periodText, startsOn, endsOn, datesAreDerived }: ListedGroup): string | null {
  if (periodText || !startsOn || !endsOn) return periodText;
  const days = english.t('fromTo', { from: formatDay(startsOn, english), to: formatDay(endsOn, english) });
  return datesAreDerived ? `${days} (${english.t('ourReading')})` : days;
}

const ownNameView = ({ environment }: Site): TemplateResult =>
  html`<section class="block">
    <h2>Names on this page</h2>
    <p>People are shown by role only, unless they chose to be named.</p>
    <p>
      <a href=${ownNameAddress(environment)}>Take your own name away</a>
    </p>
  </section>`;
