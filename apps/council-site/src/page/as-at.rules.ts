// Looking back: which day a reader asks for, and why it cannot be shown.

import { english } from './english.ts';
import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { isDay } from './day.ts';

/** What stands in the address as the day to look back to. */
export interface AskedDay {
  readonly text: string;
  /** The same, when it is a day of the calendar. */
  readonly day: string | undefined;
}

export function readAskedDay(query: URLSearchParams): AskedDay {
  const text = query.get('asAt')?.trim() ?? '';
  return { text, day: isDay(text) ? text : undefined };
}

/** The days that can be looked back to. */
export interface KnownDays {
  readonly from: string;
  readonly today: string;
}

/** Why nothing can be shown of the day, and the way out. */
export function describeDayProblem(
  { text, day }: AskedDay,
  { from, today }: KnownDays,
  noun: string,
): string {
  if (!day) return `“${text}” is not a day. Write it like 2026-03-01: year, month, day.`;
  if (day > today) return 'This day has not come yet. Choose today or a day before.';
  if (day < from) {
    return `This ${noun} was not recorded here yet. Choose ${formatDay(from, english)} or a later day.`;
  }
  return `This ${noun} was not published on that day. Choose another day.`;
}

/** An address that keeps to the day that is being looked at. */
export const keepDay = (path: string, day: string | undefined): string =>
  day ? `${path}?asAt=${day}` : path;
