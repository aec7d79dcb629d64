import { addDays, dayFacts } from '@open-sanctuary/service-rules/day';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type {
  ExceptionPartsFragment,
  SchedulePartsFragment,
  ServicePartsFragment,
} from '../../generated/operations.ts';
import { isPage } from '../look/is-page.ts';
import { formatDay } from '../words/dates.ts';
import { asWritten } from '../words/text.view.ts';
import type { Words } from '../words/words.ts';
import type { FinderContext, FoundService } from './context.ts';
import { findTelephone } from './service-link.view.ts';

/** Times stay left to right in every script. */
export const describeTimes = (opensAt: string, closesAt: string): string =>
  `\u2066${opensAt}–${closesAt}\u2069`;

/** The name of a weekday; 1 is Monday. */
export const nameOfDay = (weekday: number, { t }: Words): string =>
  t('weekdays').split(' ')[weekday - 1] || '';

/** The weekday of a day. */
export const weekdayOf = (day: string, words: Words): string => nameOfDay(dayFacts(day).weekday, words);

/** Times that are only for those who have an appointment say so. */
export const limitTimes = (times: string, isByAppointment: boolean, { t }: Words): string =>
  isByAppointment ? times + t('comma') + t('appointmentOnly') : times;

/** Who has no telephone cannot be phoned. */
const advise = (text: string, service: ServicePartsFragment, { t }: Words): string =>
  findTelephone(service) ? `${text}. ${t('phoneFirst')}` : text;

/** What a reader wants to know first: "Open now until 17:00", or when it next is, or how to find out. */
export function describeOpening({ service, opening }: FoundService, { words, today }: FinderContext): string {
  const { t } = words;
  const { isOpen, until, next, isByAppointment } = opening;
  const limited = (text: string) => limitTimes(text, isByAppointment, words);
  // Who looks for a service does not find one that has ended.
  if (isPage && service.state === 'ENDED') return t('serviceEnded');
  if (service.state === 'TEMPORARILY_CLOSED') return t('state.TEMPORARILY_CLOSED');
  if (service.hours !== 'SCHEDULED') {
    const text = t(`hours.${service.hours}`);
    return service.hours === 'UNKNOWN' ? advise(text, service, words) : text;
  }
  // Open for more than a day it has no end worth telling.
  if (isOpen) return limited(until ? t('openUntil', { time: until }) : t('nowOpen'));
  if (!next) return t('notOpenSoon');
  const { day, opensAt, closesAt } = next;
  if (day === today) return limited(t('opensToday', { time: opensAt }));
  if (day === addDays(today, 1)) return limited(t('opensTomorrow', { time: opensAt }));
  const name = `${weekdayOf(day, words)} ${formatDay(day, words)}`;
  return limited(t('opensOn', { day: name, time: describeTimes(opensAt, closesAt) }));
}

/** "Checked by the council, 3 March 2026"; of what was read in a public record no more is sure than the year. */
export const describeCheck = ({ checkedBy, lastCheckedOn }: ServicePartsFragment, words: Words): string =>
  [
    checkedBy && words.t(`checkedBy.${checkedBy}`),
    lastCheckedOn &&
      (checkedBy === 'PUBLIC_RECORD' ? lastCheckedOn.slice(0, 4) : formatDay(lastCheckedOn, words)),
  ]
    .filter(Boolean)
    .join(words.t('comma'));

const isRead = ({ checkedBy }: ServicePartsFragment) => checkedBy === 'PUBLIC_RECORD';

/** A plain warning when it was checked long ago. Nobody checked what was only read in a public record. */
export function staleView(service: ServicePartsFragment, { words }: FinderContext) {
  const { freshness } = service;
  return freshness === 'FRESH'
    ? nothing
    : html`<span class="stale"
        >${advise(words.t(`freshness.${isRead(service) ? 'NEVER' : freshness}`), service, words)}.</span
      >`;
}

/** How sure that is: "Checked on 3 March 2026", with a warning when that was long ago. */
export function checkedView(service: ServicePartsFragment, context: FinderContext): TemplateResult {
  const { words } = context;
  const { lastCheckedOn } = service;
  return html`${lastCheckedOn && (isRead(service) ? describeCheck(service, words) : words.t('asChecked', { date: formatDay(lastCheckedOn, words) }))}
  ${staleView(service, context)}`;
}

/** Such as "every other Monday" or "last Thursday of the month". */
function describeDays({ frequency, weekdays, weekOfMonth, monthDays }: SchedulePartsFragment, words: Words) {
  const { t } = words;
  const names = weekdays.map((weekday) => nameOfDay(weekday, words));
  if (frequency === 'FORTNIGHTLY') return names.map((day) => t('everyOther', { day })).join(t('comma'));
  if (frequency === 'WEEKLY') return names.join(t('comma'));
  const which = t('whichWeek').split(' ')[Math.max(weekOfMonth || 1, 0)] || '';
  return [
    ...names.map((day) => t('monthly', { which, day })),
    ...monthDays.map((n) => (n < 0 ? t('lastDay') : t('monthDay', { n }))),
  ].join(t('comma'));
}

/** Set apart, for a note may begin where a date ends. */
const noteView = (line: SchedulePartsFragment | ExceptionPartsFragment) =>
  line.note && html`· ${asWritten(line, line.note)}`;

/** One line of the opening hours, with what limits it. */
function scheduleView(schedule: SchedulePartsFragment, { words, today }: FinderContext): TemplateResult {
  const { t } = words;
  const { firstOn, lastOn } = schedule;
  const limits = [
    firstOn && firstOn > today && t('fromDay', { date: formatDay(firstOn, words) }),
    lastOn && t('untilDay', { date: formatDay(lastOn, words) }),
    schedule.isByAppointment && t('appointmentOnly'),
    schedule.opensOnBankHolidays && t('bankHolidaysToo'),
  ].filter(Boolean);
  return html`<li>
    ${describeDays(schedule, words)} ${describeTimes(schedule.opensAt, schedule.closesAt)}
    ${limits.length > 0 ? html`<span class="quiet">${limits.join(t('comma'))}</span>` : nothing}
    ${noteView(schedule)}
  </li>`;
}

function exceptionView(exception: ExceptionPartsFragment, { words }: FinderContext): TemplateResult {
  const { t } = words;
  const { firstDay, lastDay, isClosed, opensAt, closesAt } = exception;
  const date = formatDay(firstDay, words) + (lastDay === firstDay ? '' : `–${formatDay(lastDay, words)}`);
  return html`<li>
    ${isClosed ? t('closedOn', { date }) : t('extraOn', { date, time: describeTimes(opensAt || '', closesAt || '') })}
    ${noteView(exception)}
  </li>`;
}

/** Opening hours as lines, under the name of their place if it is given; those that are over are left out. */
export function hoursView(
  hours: {
    readonly schedules: readonly SchedulePartsFragment[];
    readonly exceptions: readonly ExceptionPartsFragment[];
  },
  context: FinderContext,
  place?: string | null,
) {
  const schedules = hours.schedules.filter(({ lastOn }) => !lastOn || lastOn >= context.today);
  const exceptions = hours.exceptions.filter(({ lastDay }) => lastDay >= context.today);
  if (schedules.length + exceptions.length === 0) return nothing;
  return html`${place && html`<bdi>${place}</bdi>`}
    <ul class="hours">
      ${schedules.map((each) => scheduleView(each, context))}${exceptions.map((each) => exceptionView(each, context))}
    </ul>`;
}
