import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ServicePartsFragment } from '../../generated/operations.ts';
import { heading } from '../look/heading.view.ts';
import { formatDay } from '../words/dates.ts';
import type { FinderContext } from './context.ts';
import { describeTimes, nameOfDay } from './opening.view.ts';
import { serviceLinkView } from './service-link.view.ts';

/** What an organisation offers on one day, in the order of the clock. */
export interface TimetableDay {
  readonly day: string;
  /** 1 is Monday. */
  readonly weekday: number;
  readonly sessions: readonly {
    readonly service: ServicePartsFragment;
    readonly place: string | null;
    readonly opensAt: string;
    readonly closesAt: string;
  }[];
}

/** An organisation's week: a table on a wide screen, and the same table as a list on a phone. */
export function timetableView(
  organisation: string,
  days: readonly TimetableDay[],
  context: FinderContext,
): TemplateResult {
  const { words, headingLevel } = context;
  const { t } = words;
  return html`<section part="timetable">
    <header>${heading(headingLevel, t('weekOf', { organisation }))}</header>
    <table class="timetable">
      <thead>
        <tr>
          <th scope="col">${t('day')}</th>
          <th scope="col">${t('times')}</th>
          <th scope="col">${t('service')}</th>
          <th scope="col">${t('place')}</th>
        </tr>
      </thead>
      ${days.map(
        ({ day, weekday, sessions }) =>
          html`<tbody>
            ${
              sessions.length === 0
                ? html`<tr>
                    <th scope="rowgroup">
                      ${nameOfDay(weekday, words)} <small>${formatDay(day, words)}</small>
                    </th>
                    <td colspan="3" class="quiet">${t('nothingThatDay')}</td>
                  </tr>`
                : nothing
            }
            ${sessions.map(
              ({ service, place, opensAt, closesAt }, index) =>
                html`<tr>
                  ${index === 0 ? html`<th scope="rowgroup" rowspan=${sessions.length}>${nameOfDay(weekday, words)} <small>${formatDay(day, words)}</small></th>` : nothing}
                  <td>${describeTimes(opensAt, closesAt)}</td>
                  <td>${serviceLinkView(service, context)}</td>
                  <td>${place ? html`<bdi>${place}</bdi>` : nothing}</td>
                </tr>`,
            )}
          </tbody>`,
      )}
    </table>
  </section>`;
}
