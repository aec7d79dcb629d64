import { html, nothing, type TemplateResult } from 'lit/html.js';
import { exampleView, languagesView } from '../look/frame.view.ts';
import { heading } from '../look/heading.view.ts';
import { furtherLinkView, pageLinkView } from '../look/link.view.ts';
import { atOnce } from '../widget/in-turn.ts';
import { asWritten, paragraphView, originalView, textView } from '../words/text.view.ts';
import type { Language } from '../words/words.ts';
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
    ${heading(headingLevel, textView(group, 'name', words))} ${originalView(group, 'name', words)}
    ${rhythm ? html`<p class="quiet">${rhythm}</p>` : nothing}
    ${
      group.hasEnded
        ? html`<p class="note">
            ${t('groupEnded')} ${group.periodText ? t('groupMet', { period: group.periodText }) : nothing}
          </p>`
        : nothing
    }
    ${paragraphView(group, 'purpose', words)}
  </header>`;
}

function constituencyView(constituency: Constituency, place: number, context: GroupContext): TemplateResult {
  const { words, headingLevel, inTurn = atOnce } = context;
  const { t } = words;
  const { seats, termText } = constituency;
  return html`<div class="constituency" part="constituency">
    ${heading(headingLevel + 2, textView(constituency, 'name', words))}
    <p class="quiet">
      ${describeSeats(constituency, words)}${termText ? html` · ${t('termOf')} ${asWritten(constituency, termText)}` : nothing}
    </p>
    ${paragraphView(constituency, 'note', words)}
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
        ${paragraphView(constituency, 'howToJoin', words)} ${formerView(constituency, context)}`,
      0,
    )}
  </div>`;
}

/** How to join, what is paid and what help there is: each said, or said to be not published. */
function joinView(group: Group, context: GroupContext) {
  const { words, headingLevel } = context;
  const { t } = words;
  if (group.hasEnded || !(group.howToJoin || group.vacantCount > 0)) return nothing;
  const line = (label: string, field: 'howToJoin' | 'whatIsPaid' | 'whatHelp') =>
    html`<div>
      <dt>${label}</dt>
      <dd>${group[field] ? paragraphView(group, field, words) : t('notPublished')}</dd>
    </div>`;
  return html`<section part="join">
    ${heading(headingLevel + 1, t('joinGroup'))}
    ${group.vacantCount > 0 ? html`<p>${t('vacancies', { n: group.vacantCount })}</p>` : nothing}
    <dl>
      ${line(t('waysToJoin'), 'howToJoin')} ${line(t('pay'), 'whatIsPaid')} ${line(t('help'), 'whatHelp')}
    </dl>
    <p class="links">
      ${group.contactEmail ? html`<a href="mailto:${group.contactEmail}"><bdi>${group.contactEmail}</bdi></a>` : nothing}
      ${furtherLinkView(group.contactUrl, t('contact'))}
    </p>
  </section>`;
}

/** In how many reports of each plan in force the group agrees with the council. */
function saidView({ plans }: GroupCouncil, { hasEnded }: Group, context: GroupContext) {
  const { t } = context.words;
  const said = plans
    .filter(({ state }) => state === 'CURRENT')
    .map((plan) => {
      const { agreed: agrees, partlyAgreed: partly, disagreed: disagrees } = plan.progress;
      const hasAssessed = agrees + partly + disagrees > 0;
      // A group that has ended will not assess what it has not.
      if (hasEnded && !hasAssessed) return nothing;
      return html`<p>
        ${pageLinkView(`/plans/${encodeURIComponent(plan.slug)}`, asWritten(plan, plan.title), context)}<br />${
          hasAssessed ? t('saidCounts', { agrees, partly, disagrees }) : t('saidNothing')
        }
      </p>`;
    })
    .filter((each) => each !== nothing);
  if (said.length === 0) return nothing;
  return html`<section class="said-about-plan">
    ${heading(context.headingLevel + 1, t('saidAboutPlan'))} ${said}
  </section>`;
}

const membersView = ({ constituencies }: Group, context: GroupContext): TemplateResult => {
  const { words, headingLevel, inTurn = atOnce } = context;
  const { t } = words;
  return html`<section part="members">
    ${heading(headingLevel + 1, t('membersLabel'))}
    <div class="constituencies">
      ${constituencies.map((each, place) => inTurn(`constituency ${place}`, () => constituencyView(each, place, context)))}
    </div>
    ${inTurn('names', () => html`<p class="links">${pageLinkView('/members/names', t('howNamesAppear'), context)}</p>`, 0)}
  </section>`;
};

/** Those that are over, and those that were cancelled. */
export const listPastMeetings = ({ meetings }: Pick<Group, 'meetings'>) =>
  meetings.filter(({ isOver, state }) => isOver || state === 'CANCELLED');

/** How to join, the meetings of the past, what the group says about the plan, and where to read on. */
function restView(council: GroupCouncil, group: Group, context: GroupContext): TemplateResult {
  const { words, headingLevel, inTurn = atOnce } = context;
  const { t } = words;
  const over = listPastMeetings(group);
  return html`${inTurn('join', () => joinView(group, context), 4)}
  ${
    over.length > 0
      ? html`<section>
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
        ${pageLinkView('/members', t('allMembers'), context)} ${furtherLinkView(group.sourceUrl, t('source'))}
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
  return html`${exampleView(council, words)} ${languagesView(words, view.onLanguage)}
  ${headerView(group, view)} ${view.note ? html`<p class="note">${view.note}</p>` : nothing}
  ${group.hasEnded ? nothing : inTurn('next', () => nextMeetingView(group.nextMeeting, view), 4)}
  ${inTurn('members', () => membersView(group, view), 0)}
  ${inTurn('rest', () => restView(council, group, view), 0)}`;
}
