import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { MeetingPartsFragment } from '../../generated/operations.ts';
import { heading } from '../look/heading.view.ts';
import { furtherLinkView, pageLinkView } from '../look/link.view.ts';
import { asWritten, paragraphView } from '../words/text.view.ts';
import { formatDay } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import type { GroupContext } from './context.ts';

/** "16 December 2026, 17:30–19:00" by the clock on the wall there. */
export function describeTime({ day, startTime, endTime }: MeetingPartsFragment, words: Words): string {
  const time = startTime
    ? `\u2066${startTime}${endTime ? `–${endTime}` : ''}\u2069`
    : words.t('timeNotPublished');
  return formatDay(day, words) + words.t('comma') + time;
}

const meetingLinkView = ({ uuid }: MeetingPartsFragment, context: GroupContext): TemplateResult =>
  pageLinkView(`/members/meetings/${uuid}`, context.words.t('meetingPage'), context);

/** The next meeting, with all that is needed to come; or that none is published. */
export function nextMeetingView(meeting: MeetingPartsFragment | null, context: GroupContext): TemplateResult {
  const { words, headingLevel } = context;
  const { t } = words;
  return html`<section class="next-meeting" part="next-meeting">
    ${heading(headingLevel + 1, t('nextMeeting'))}
    ${
      meeting
        ? html`<p class="when">${describeTime(meeting, words)}</p>
            <p>
              ${meeting.isOpen ? t('openToAll') : meeting.place ? nothing : t('forMembers')}
              ${asWritten(meeting, meeting.place)}
            </p>
            ${paragraphView(meeting, 'agenda', words)}
            <p class="links">
              ${furtherLinkView(meeting.joiningUrl, t('joinOnline'))}
              ${furtherLinkView(meeting.agendaUrl, t('agendaLink'))}
              <a href=${context.calendarUrl}>${t('addToCalendar')}</a> ${meetingLinkView(meeting, context)}
            </p>`
        : html`<p>${t('noNextMeeting')}</p>`
    }
  </section>`;
}

/** One meeting of the past, or one that was cancelled, with its decisions. */
export function meetingView(meeting: MeetingPartsFragment, context: GroupContext): TemplateResult {
  const { words, opened, onToggle } = context;
  const { t } = words;
  const state =
    meeting.state === 'CANCELLED'
      ? t('meetingCancelled')
      : meeting.state === 'PLANNED'
        ? t('meetingUnrecorded')
        : '';
  return html`<details
    class="meeting"
    part="meeting"
    data-meeting=${meeting.uuid}
    ?open=${opened && opened.has(meeting.uuid)}
    @toggle=${onToggle}
  >
    <summary>
      ${describeTime(meeting, words)}
      ${state ? html`<span class="tag NOT_REPORTED">${state}</span>` : nothing}
      ${meeting.decisions.length > 0 ? html`<span class="number">${t('decisionCount', { n: meeting.decisions.length })}</span>` : nothing}
    </summary>
    <div class="opened">
      ${
        meeting.decisions.length > 0
          ? html`<ul>
              ${meeting.decisions.map(
                (decision) =>
                  html`<li>
                    ${paragraphView(decision, 'text', words)}
                    ${decision.recusalCount > 0 ? html`<p class="quiet">${t('recused', { n: decision.recusalCount })}</p>` : nothing}
                    ${decision.assessedActions.map(
                      (action) =>
                        html`<p class="quiet">
                          ${t('about')}:
                          ${pageLinkView(
                            `/plans/${encodeURIComponent(action.plan.slug)}/actions/${encodeURIComponent(action.ref)}`,
                            html`${action.ref} ${asWritten(action, action.title)}`,
                            context,
                          )}
                        </p>`,
                    )}
                  </li>`,
              )}
            </ul>`
          : html`<p class="quiet">${t('noDecisions')}</p>`
      }
      <p class="links">
        ${furtherLinkView(meeting.agendaUrl, t('agendaLink'))}
        ${furtherLinkView(meeting.minutesUrl, t('minutes'))} ${meetingLinkView(meeting, context)}
      </p>
    </div>
  </details>`;
}
