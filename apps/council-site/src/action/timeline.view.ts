import { evidenceView } from '@open-sanctuary/widgets/action-tracker/report.view';
import { statusView } from '@open-sanctuary/widgets/action-tracker/status.view';
import type { TrackerContext } from '@open-sanctuary/widgets/action-tracker/context';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { asWritten } from '@open-sanctuary/widgets/words/text.view';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { english } from '../page/english.ts';
import { decidingMeetingView, type MeetingAddress } from './deciding-meeting.view.ts';
import type { Event, TimelineDay } from './timeline.rules.ts';
import { wordingChangeView } from './wording-change.view.ts';

/** What happened, day by day, newest first. */
export function timelineView(
  days: readonly TimelineDay[],
  context: TrackerContext,
  meetingAddress: MeetingAddress,
): TemplateResult {
  return html`<section class="block">
    <h2 id="history">What happened, newest first</h2>
    <ol class="timeline" aria-labelledby="history">
      ${days.map(
        ({ day, events }) =>
          html`<li>
            <h3><time datetime=${day}>${formatDay(day, english)}</time></h3>
            ${events.map(
              ({ event, time }) =>
                html`<div class="event">
                  ${time ? html`<p class="quiet">${time}</p>` : nothing}
                  ${eventView(event, day, context, meetingAddress)}
                </div>`,
            )}
          </li>`,
      )}
    </ol>
  </section>`;
}

/** The day on which something was decided, where it was recorded on another. */
const decidedView = (words: string, decidedOn: string, day: string) =>
  decidedOn === day ? nothing : html`<p class="quiet">${words} ${formatDay(decidedOn, english)}.</p>`;

const aboutView = (publishedOn: string) =>
  html`<p class="quiet">About the report of ${formatDay(publishedOn, english)}.</p>`;

function eventView(
  event: Event,
  day: string,
  context: TrackerContext,
  meetingAddress: MeetingAddress,
): TemplateResult {
  switch (event.kind) {
    case 'recorded':
      return html`<p>The action was first recorded here.</p>`;
    case 'left':
      return html`<p>A newer version of the council’s document no longer holds this action.</p>`;
    case 'rewording':
      return html`<p class="label">The wording changed</p>
        ${event.rewording.changes.map(wordingChangeView)}`;
    case 'report': {
      const { report, isCorrected } = event;
      return html`<p class="label">The council reported ${inlineView(statusView(report.status, english))}</p>
        ${report.corrects ? html`<p class="quiet">${english.t('corrects', { date: formatDay(report.corrects.publishedOn, english) })}</p>` : nothing}
        ${isCorrected ? html`<p class="quiet">${english.t('corrected')}</p>` : nothing}
        <p>${asWritten(report, report.whatHappened)}</p>
        <div class="sanctuary">${evidenceView(report, context)}</div>`;
    }
    case 'view': {
      const { assessment, report } = event;
      const words = assessment.number === 1 ? 'The group said' : 'The group changed what it says';
      return html`<p class="label">
          ${words}
          ${inlineView(html`<span class="tag ${assessment.view}">${english.t(`view.${assessment.view}`)}</span>`)}
        </p>
        ${aboutView(report.publishedOn)}
        ${
          assessment.meeting
            ? html`<p class="quiet">${decidingMeetingView(assessment.meeting, meetingAddress)}.</p>`
            : decidedView('Decided on', assessment.assessedOn, day)
        }
        ${assessment.reason ? html`<p>${asWritten(assessment, assessment.reason)}</p>` : nothing}`;
    }
    case 'response': {
      const { response, report } = event;
      return html`<p class="label">
          ${response.number === 1 ? 'The council responded to the group' : 'The council changed its response'}
        </p>
        ${aboutView(report.publishedOn)} ${decidedView('Dated', response.respondedOn, day)}
        <p>${asWritten(response, response.text)}</p>`;
    }
  }
}

const inlineView = (tag: TemplateResult) => html`<span class="sanctuary inline">${tag}</span>`;
