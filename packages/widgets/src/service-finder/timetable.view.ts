import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ServicePartsFragment } from '../../generated/operations.ts';
import { heading } from '../look/heading.view.ts';
import { formatDay } from '../words/dates.ts';
import type { FinderContext } from './context.ts';
import { describeTimes, limitTimes, staleView, weekdayOf } from './opening.view.ts';
import { serviceLinkView } from './service-link.view.ts';
import { stateView } from './service.view.ts';

/** What an organisation offers on one day, in the order of the clock. */
export interface TimetableDay {
  readonly day: string;
  readonly sessions: readonly {
    readonly service: ServicePartsFragment;
    readonly place: string | null;
    readonly opensAt: string;
    readonly closesAt: string;
    readonly isByAppointment: boolean;
  }[];
}

/**
 * An organisation's week: a table on a wide screen, and the same table as a list on a phone. Who publishes no times is
 * not shut: without any there is no table.
 */
export function timetableView(
  organisation: string,
  days: readonly TimetableDay[],
  context: FinderContext,
): TemplateResult {
  const { words, headingLevel } = context;
  const { t } = words;
  return html`<section part="timetable">
    <header>${heading(headingLevel, t('weekOf', { organisation }))}</header>
    ${
      days.every(({ sessions }) => sessions.length === 0)
        ? nothing
        : html`<table class="timetable">
            <thead>
              <tr>
                ${(['dayLabel', 'timesLabel', 'serviceLabel', 'placeLabel'] as const).map((label) => html`<th scope="col">${t(label)}</th>`)}
              </tr>
            </thead>
            ${days.map(
              ({ day, sessions }) =>
                html`<tbody>
                  ${(sessions.length > 0 ? sessions : [null]).map(
                    (session, index) =>
                      html`<tr>
                        ${index === 0 ? html`<th scope="rowgroup" rowspan=${sessions.length || 1}>${weekdayOf(day, words)} <small>${formatDay(day, words)}</small></th>` : nothing}
                        ${
                          session
                            ? html`<td>
                                  ${limitTimes(describeTimes(session.opensAt, session.closesAt), session.isByAppointment, words)}
                                </td>
                                <td>
                                  ${serviceLinkView(session.service, context)}
                                  ${stateView(session.service, words)} ${staleView(session.service, context)}
                                </td>
                                <td>${session.place ? html`<bdi>${session.place}</bdi>` : nothing}</td>`
                            : html`<td colspan="3" class="quiet">${t('nothingThatDay')}</td>`
                        }
                      </tr>`,
                  )}
                </tbody>`,
            )}
          </table>`
    }
  </section>`;
}
