import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ActionPartsFragment, ReportPartsFragment } from '../../generated/operations.ts';
import { heading } from '../look/heading.view.ts';
import { linkView, pageLinkView } from '../look/link.view.ts';
import { formatDay } from '../words/dates.ts';
import { paragraphView } from '../words/text.view.ts';
import type { TrackerContext } from './context.ts';
import { statusView } from './status.view.ts';

/** What shows that a report is true. */
export function evidenceView({ evidence }: ReportPartsFragment, { words }: TrackerContext) {
  if (evidence.length === 0) return nothing;
  return html`<p class="label">${words.t('evidence')}</p>
    <ul class="evidence">
      ${evidence.map(
        ({ kind, title, url, datedOn }) =>
          html`<li>
            ${linkView(url, title)}
            <span class="quiet"
              >·
              ${words.t(`evidence.${kind}`)}${datedOn ? words.t('comma') + formatDay(datedOn, words) : ''}</span
            >
          </li>`,
      )}
    </ul>`;
}

function reportedView(report: ReportPartsFragment, context: TrackerContext): TemplateResult {
  const { words } = context;
  const { t } = words;
  return html`<p class="said">
      ${statusView(report.status, words)} <span class="quiet">${formatDay(report.publishedOn, words)}</span>
    </p>
    ${report.isCorrected ? html`<p class="note">${t('corrected')}</p>` : nothing}
    ${report.corrects ? html`<p class="note">${t('corrects', { date: formatDay(report.corrects.publishedOn, words) })}</p>` : nothing}
    ${paragraphView(report, 'whatHappened', words)} ${evidenceView(report, context)}`;
}

function assessedView(
  { groupAssessment, councilResponse }: ReportPartsFragment,
  { words, siteUrl }: TrackerContext,
) {
  const { t } = words;
  const meeting = groupAssessment && groupAssessment.meeting;
  return html`${
    groupAssessment
      ? html`<p class="said">
            <span class="tag ${groupAssessment.view}">${t(`view.${groupAssessment.view}`)}</span>
            <span class="quiet">${formatDay(groupAssessment.assessedOn, words)}</span>
          </p>
          ${paragraphView(groupAssessment, 'reason', words)}
          ${meeting && siteUrl ? html`<p class="quiet">${pageLinkView(`/members/meetings/${meeting.uuid}`, t('decidedAt', { date: formatDay(meeting.day, words) }), { words, siteUrl })}</p>` : nothing}`
      : nothing
  }
  ${
    councilResponse
      ? html`<div class="response">
          <p class="label">
            ${t('councilResponse')}
            <span class="quiet">${formatDay(councilResponse.respondedOn, words)}</span>
          </p>
          ${paragraphView(councilResponse, 'text', words)}
        </div>`
      : nothing
  }`;
}

/** What the council reports and what the group says about the same report, side by side. */
export function sidesView(
  action: Pick<ActionPartsFragment, 'reports'>,
  context: TrackerContext,
): TemplateResult {
  const { t } = context.words;
  const [newest, ...earlier] = action.reports;
  const before =
    newest && newest.groupAssessment ? undefined : earlier.find(({ groupAssessment }) => groupAssessment);
  const level = context.headingLevel + 2;
  return html`<div class="sides">
    <div>
      ${heading(level, t('councilReports'))}
      ${newest ? reportedView(newest, context) : html`<p class="quiet">${t('nothingReported')}</p>`}
    </div>
    <div>
      ${heading(level, t('groupSays'))}
      ${
        newest && (newest.groupAssessment || newest.councilResponse)
          ? assessedView(newest, context)
          : before
            ? html`<p class="quiet">${t('notAssessedSince')}</p>
                ${assessedView(before, context)}`
            : html`<p class="quiet">${t('nothingAssessed')}</p>`
      }
    </div>
  </div>`;
}

/** Earlier reports, each with what the group said about it. */
export function historyView(action: Pick<ActionPartsFragment, 'reports'>, context: TrackerContext) {
  const [, ...earlier] = action.reports;
  if (earlier.length === 0) return nothing;
  return html`<details class="history">
    <summary>${context.words.t('earlierReports', { n: earlier.length })}</summary>
    <ol>
      ${earlier.map((report) => html`<li>${reportedView(report, context)} ${assessedView(report, context)}</li>`)}
    </ol>
  </details>`;
}
