// Days as people write them, 'YYYY-MM-DD', and the time on the wall, 'HH:MM'. Both sort as text.

import { remember } from './remember.rules.ts';

const HOUR = 36e5;
const DAY = 24 * HOUR;

/** What the clock and the calendar on a wall show. */
export interface WallClock {
  readonly day: string;
  readonly time: string;
}

export interface DayFacts {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Weeks from Monday to Sunday, counted on without an end. */
  readonly week: number;
  readonly dayOfMonth: number;
  /** Whether its month has no such weekday after it. */
  readonly isLastWeek: boolean;
  readonly isLastDay: boolean;
}

/** British Summer Time begins and ends on the last Sundays of March and October, at one o'clock in Greenwich. */
function isBritishSummer(instant: Date): boolean {
  const [start = 0, end = 0] = [2, 9].map((month) => {
    const lastDay = new Date(Date.UTC(instant.getUTCFullYear(), month + 1, 0, 1));
    return Number(lastDay) - lastDay.getUTCDay() * DAY;
  });
  return start <= Number(instant) && Number(instant) < end;
}

/** What an instant is called by people in a time zone. In the night of autumn one hour is shown twice. */
export function wallClock(instant: Date, timeZone: string): WallClock {
  if (timeZone === 'Europe/London') {
    // The browser's own calendar takes a slow phone longer than all that is found by it.
    const shown = new Date(Number(instant) + (isBritishSummer(instant) ? HOUR : 0)).toISOString();
    return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
  }
  const text = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn-hc-h23', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
  const [day, month, year, hour, minute] = text.match(/\d+/g) || [];
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

const format = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => format(Date.parse(day) + days * DAY);

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = Date.UTC(year, month + months, 0);
  return format(Math.min(Date.UTC(year, month - 1 + months, date), last));
}

const known = new Map<string, DayFacts>();

/** Remembered, because a search asks about the same few days for every service. */
export function dayFacts(day: string): DayFacts {
  // A server that runs for years meets more days than it has to know.
  if (known.size > 999) known.clear();
  return remember(known, day, () => {
    // The first of January 1970 was a Thursday.
    const days = Date.parse(day) / DAY + 3;
    const isAnotherMonth = (after: number) => addDays(day, after).slice(0, 7) !== day.slice(0, 7);
    return {
      weekday: (days % 7) + 1,
      week: Math.floor(days / 7),
      dayOfMonth: Number(day.slice(8)),
      isLastWeek: isAnotherMonth(7),
      isLastDay: isAnotherMonth(1),
    };
  });
}
