// What of the record stood at the end of a day, in the council's time zone.

import { calendarDate, type CalendarDate } from './calendar.rules.ts';

export interface EndOfDay {
  day: CalendarDate;
  timeZone: string;
}

/** Whether a moment lies before the end of the day. */
export function isBy(moment: Date, { day, timeZone }: EndOfDay): boolean {
  return calendarDate(moment, timeZone) <= day;
}

/** Of records in the order in which they came, the last that had come by then. */
export function newestBy<T extends { since: Date }>(records: readonly T[], end: EndOfDay): T | undefined {
  return records.findLast(({ since }) => isBy(since, end));
}

/**
 * The state that was declared for a plan by then; null while it was a draft. What is known first counts for the days
 * before it as well, since wordings may be older than their record here.
 */
export function stateBy<State extends string>(
  standings: readonly { since: Date; state: State }[],
  end: EndOfDay,
): Exclude<State, 'DRAFT'> | null {
  const state = (newestBy(standings, end) ?? standings[0])?.state ?? 'DRAFT';
  return state === 'DRAFT' ? null : (state as Exclude<State, 'DRAFT'>);
}

/** From when a plan was public at first; null when that was so as far back as anything is known. */
export function publicSince(standings: readonly { since: Date; state: string }[]): Date | null {
  const isBornPublic = standings[0]?.state !== 'DRAFT';
  return isBornPublic ? null : (standings.find(({ state }) => state !== 'DRAFT')?.since ?? null);
}

/**
 * When an action left the document, if it was out of it at the end of the day. `turns` are all moments at which it
 * left or returned, oldest first; `leftAt` is when it left for good, or null when it stands there.
 */
export function leftBy(leftAt: Date | null, turns: readonly Date[], end: EndOfDay): Date | null {
  const before = leftAt ? [...turns.filter((turn) => turn < leftAt), leftAt] : turns;
  const last = before.findLastIndex((turn) => isBy(turn, end));
  const turnsSince = before.length - 1 - last;
  const isOut = (turnsSince % 2 === 0) === (leftAt !== null);
  return isOut ? (before[last] ?? null) : null;
}

export interface Creation {
  revision: number;
  at: Date;
}

/** Since when a part has been there. What was recorded in one write with its whole came with it, however old that is. */
export function partSince(part: Creation | undefined, whole: Creation | undefined, wholeSince: Date): Date {
  return part && whole && part.revision !== whole.revision ? part.at : wholeSince;
}
