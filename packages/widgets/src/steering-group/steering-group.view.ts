import { html, nothing, type TemplateResult } from 'lit/html.js';
import { exampleView, languagesView } from '../look/frame.view.ts';
import { heading } from '../look/heading.view.ts';
import { findWebAddress } from '../look/link.view.ts';
import { atOnce } from '../widget/in-turn.ts';
import { asWritten, originalView, textView } from '../words/text.view.ts';
import { inLanguage, type Language } from '../words/words.ts';
import type { Constituency, Group, GroupContext, GroupCouncil } from './context.ts';
import { meetingView, nextMeetingView } from './meeting.view.ts';
import { describeSeats, formerView, seatView } from './seat.view.ts';

/** The group's name, its rhythm and what it is for. */
function headerView(group: Group, { words, headingLevel }: GroupContext): TemplateResult {
  const { t } = words;
  const rhythm = group.meetsEveryMonths
    ? t('meetsEvery', { n: group.meetsEveryMonths })
    : group.hasEnded
      ? ''
      : t('rhythmNotPublished');
  return html`<header part="title">
    ${heading(headingLevel, textView(group, 'name', group.name, words))}
    ${originalView(group, 'name', group.name, words)}
    ${rhythm ? html`<p class="quiet">${rhythm}</p>` : nothing}
    ${
      group.hasEnded
        ? html`<p class="note">
            ${t('groupEnded')} ${group.periodText ? t('groupMet', { period: group.periodText }) : nothing}
          </p>`
        : nothing
    }
    ${group.purpose ? html`<p class="own">${textView(group, 'purpose', group.purpose, words)}</p>` : nothing}
  </header>`;
}

function constituencyView(constituency: Constituency, place: number, context: GroupContext): TemplateResult {
  const { words, headingLevel, inTurn = atOnce } = context;
  const { t } = words;
  const { seats, termText, note } = constituency;
  return html`<section class="constituency" part="constituency">
    ${heading(headingLevel + 2, textView(constituency, 'name', constituency.name, words))}
    <p class="quiet">
      ${describeSeats(constituency, words)}${termText ? html` · ${t('termOf', { term: termText })}` : nothing}
    </p>
    ${note ? html`<p class="own">${textView(constituency, 'note', note, words)}</p>` : nothing}
    ${
      seats.length > 0
        ? html`<ul class="seats">
            ${seats.map((seat, seatPlace) => inTurn(`seat ${place} ${seatPlace}`, () => seatView(seat, context)))}
          </ul>`
        : html`<p class="quiet">${t('nobodyNamed')}</p>`
    }
    ${inTurn(
      `rest ${place}`,
      () =>
        html`${constituency.isListComplete ? nothing : html`<p class="quiet">${t('othersNotNamed')}</p>`}
        ${
          constituency.howToJoin
            ? html`<p>${textView(constituency, 'howToJoin', constituency.howToJoin, words)}</p>`
            : nothing
        }
        ${formerView(constituency, context)}`,
      0,
    )}
  </section>`;
}

/** How to join, what is paid and what help there is: each said, or said to be not published. */
function joinView(group: Group, context: GroupContext) {
  const { words, headingLevel } = context;
  const { t } = words;
  if (group.hasEnded || !(group.howToJoin || group.vacantCount > 0)) return nothing;
  const line = (label: string, field: 'howToJoin' | 'whatIsPaid' | 'whatHelp') => {
    const text = group[field];
    return html`<div>
      <dt>${label}</dt>
      <dd>
        ${text ? textView(group, field, text, words) : t('notPublished')}
        ${text ? originalView(group, field, text, words) : nothing}
      </dd>
    </div>`;
  };
  const address = findWebAddress(group.contactUrl);
  return html`<section class="join" part="join">
    ${heading(headingLevel + 1, t('joinGroup'))}
    ${group.vacantCount > 0 ? html`<p>${t('vacancies', { n: group.vacantCount })}</p>` : nothing}
    <dl>
      ${line(t('waysToJoin'), 'howToJoin')} ${line(t('pay'), 'whatIsPaid')} ${line(t('help'), 'whatHelp')}
    </dl>
    <p class="links">
      ${group.contactEmail ? html`<a href="mailto:${group.contactEmail}"><bdi>${group.contactEmail}</bdi></a>` : nothing}
      ${address ? html`<a href=${address} rel="noreferrer">${t('contact')}</a>` : nothing}
    </p>
  </section>`;
}

const countAssessed = ({ agreed, partlyAgreed, disagreed }: GroupCouncil['plans'][number]['progress']) =>
  agreed + partlyAgreed + disagreed;

/** In how many reports of each plan in force the group agrees with the council. */
function saidView(
  { plans }: GroupCouncil,
  { hasEnded }: Group,
  { words, headingLevel, siteUrl }: GroupContext,
) {
  const { t } = words;
  // A group that has ended will not assess what it has not.
  const current = plans.filter(
    ({ state, progress }) => state === 'CURRENT' && !(hasEnded && countAssessed(progress) === 0),
  );
  if (current.length === 0) return nothing;
  return html`<section class="said-about-plan">
    ${heading(headingLevel + 1, t('saidAboutPlan'))}
    ${current.map(({ slug, title, language, progress }) => {
      const counts =
        countAssessed(progress) > 0
          ? t('saidCounts', {
              agrees: progress.agreed,
              partly: progress.partlyAgreed,
              disagrees: progress.disagreed,
            })
          : t('saidNothing');
      return html`<p>
        <a href=${inLanguage(`${siteUrl}/plans/${encodeURIComponent(slug)}`, words)} rel="noreferrer"
          >${asWritten({ language }, title)}</a
        ><br />${counts}
      </p>`;
    })}
  </section>`;
}

const membersView = ({ constituencies }: Group, context: GroupContext): TemplateResult => {
  const { words, headingLevel, siteUrl, inTurn = atOnce } = context;
  const { t } = words;
  return html`<section class="members" part="members">
    ${heading(headingLevel + 1, t('membersLabel'))}
    <div class="constituencies">
      ${constituencies.map((each, place) => inTurn(`constituency ${place}`, () => constituencyView(each, place, context)))}
    </div>
    ${inTurn(
      'names',
      () =>
        html`<p>
          <a href=${inLanguage(`${siteUrl}/members/names`, words)} rel="noreferrer">${t('howNamesAppear')}</a>
        </p>`,
      0,
    )}
  </section>`;
};

/** How to join, the meetings of the past, what the group says about the plan, and where to read on. */
function restView(council: GroupCouncil, group: Group, context: GroupContext): TemplateResult {
  const { words, headingLevel, siteUrl, inTurn = atOnce } = context;
  const { t } = words;
  const over = group.meetings.filter(({ isOver, state }) => isOver || state === 'CANCELLED');
  const source = findWebAddress(group.sourceUrl);
  return html`${inTurn('join', () => joinView(group, context), 4)}
  ${
    over.length > 0
      ? html`<section class="meetings">
          ${heading(headingLevel + 1, t('meetings'))}
          ${over.map((meeting) => inTurn(meeting.uuid, () => meetingView(meeting, context)))}
        </section>`
      : nothing
  }
  ${inTurn('said', () => saidView(council, group, context))}
  ${inTurn(
    'footer',
    () =>
      html`<footer part="footer">
        <a href=${inLanguage(`${siteUrl}/members`, words)} rel="noreferrer">${t('allMembers')}</a>
        ${source ? html`<a href=${source} rel="noreferrer">${t('source')}</a>` : nothing}
      </footer>`,
    0,
  )}`;
}

/** What the whole widget shows besides the data. */
export interface GroupView extends GroupContext {
  readonly onLanguage?: (language: Language) => void;
  /** A sentence about the data's age or completeness. */
  readonly note?: string;
}

/** The whole steering group: next meeting, members, how to join, meetings, what it says about the plan. */
export function steeringGroupView(council: GroupCouncil, group: Group, view: GroupView): TemplateResult {
  const { words, inTurn = atOnce } = view;
  return html`${council.isExample ? exampleView(council.name, words) : nothing}
  ${languagesView(words, view.onLanguage)} ${headerView(group, view)}
  ${view.note ? html`<p class="note">${view.note}</p>` : nothing}
  ${group.hasEnded ? nothing : inTurn('next', () => nextMeetingView(group.nextMeeting, view), 4)}
  ${inTurn('members', () => membersView(group, view), 0)}
  ${inTurn('rest', () => restView(council, group, view), 0)}`;
}
