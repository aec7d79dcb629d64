// When a service is open: wall-clock days and times only, so that no clock, time zone or change of clocks is hidden here.

import { addDays, dayFacts, type WallClock } from './day.rules.ts';
import { orderedBy } from './order.rules.ts';

export { wallClock, type WallClock } from './day.rules.ts';

type Maybe<Value> = Value | null | undefined;

/** What a schedule and an exception share. */
interface Row {
  /** Which of the service's places it is for; none is for all, or for telephone and online. */
  readonly place?: Maybe<string>;
  readonly note?: Maybe<string>;
  readonly language?: Maybe<string>;
}

export interface Schedule extends Row {
  readonly frequency: 'WEEKLY' | 'FORTNIGHTLY' | 'MONTHLY';
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  /** With MONTHLY and weekdays: 1 to 5, or -1 for the last of the month. */
  readonly weekOfMonth?: Maybe<number>;
  /** With MONTHLY: days of the month, -1 for its last. A day that a month lacks is left out. */
  readonly monthDays?: Maybe<readonly number[]>;
  readonly opensAt: string;
  /** Not after `opensAt`: on the next day. */
  readonly closesAt: string;
  /** With FORTNIGHTLY its week is the first of the pairs. */
  readonly firstOn?: Maybe<string>;
  readonly lastOn?: Maybe<string>;
  readonly isByAppointment?: Maybe<boolean>;
  readonly opensOnBankHolidays?: Maybe<boolean>;
}

/** Days that are closed or, with times, an extra or changed session in the place of all others of its day. */
export interface ScheduleException extends Row {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly isClosed: boolean;
  readonly opensAt?: Maybe<string>;
  readonly closesAt?: Maybe<string>;
}

export type HoursKind = 'SCHEDULED' | 'BY_APPOINTMENT' | 'UNKNOWN' | 'WITHHELD';

export interface Hours {
  readonly kind: HoursKind;
  readonly schedules: readonly Schedule[];
  readonly exceptions: readonly ScheduleException[];
}

export interface Session {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly isByAppointment: boolean;
  /** The row that says so, with its place and note. */
  readonly from: Schedule | ScheduleException;
}

export interface NextSession {
  readonly day: string;
  readonly opensAt: string;
  readonly closesAt: string;
}

export interface Opening {
  readonly isOpen: boolean;
  /** 'HH:MM', over lunch closures that are none; null when closed, or open for another 24 hours. */
  readonly until: string | null;
  /** The session that begins next, up to 62 days ahead. */
  readonly next: NextSession | null;
  /** Whether the session that is on, or else the next one, is for people with an appointment. */
  readonly isByAppointment: boolean;
}

/** The hours as a service has them: its own, and those at each of its places. */
export interface ServiceHours {
  readonly hours: HoursKind;
  readonly schedules: readonly Schedule[];
  readonly exceptions: readonly ScheduleException[];
  readonly locations: readonly {
    readonly schedules?: Maybe<readonly Schedule[]>;
    readonly exceptions?: Maybe<readonly ScheduleException[]>;
  }[];
}

/** The hours of a service with those at its places; `place` is then the place's number in the list. */
export function hoursOf({ hours, schedules, exceptions, locations }: ServiceHours): Hours {
  const withPlace = <One>(rows: Maybe<readonly One[]>, index: number) =>
    (rows || []).map((row) => Object.assign({}, row, { place: String(index) }));
  return {
    kind: hours,
    schedules: schedules.concat(...locations.map((each, index) => withPlace(each.schedules, index))),
    exceptions: exceptions.concat(...locations.map((each, index) => withPlace(each.exceptions, index))),
  };
}

const LOOKS_AHEAD = 62;
const MINUTES = 1440;

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function runsOn(schedule: Schedule, day: string): boolean {
  const { frequency, weekdays, weekOfMonth, monthDays, firstOn, lastOn } = schedule;
  if ((firstOn && day < firstOn) || (lastOn && day > lastOn)) return false;
  const { weekday, week, dayOfMonth, isLastWeek, isLastDay } = dayFacts(day);
  const isItsWeekday = weekdays.includes(weekday);
  if (frequency === 'WEEKLY') return isItsWeekday;
  if (frequency === 'FORTNIGHTLY') {
    return isItsWeekday && !!firstOn && (week - dayFacts(firstOn).week) % 2 === 0;
  }
  return (
    (isItsWeekday && (weekOfMonth === Math.ceil(dayOfMonth / 7) || (weekOfMonth === -1 && isLastWeek))) ||
    (monthDays || []).some((each) => each === dayOfMonth || (each === -1 && isLastDay))
  );
}

/** The sessions that begin on a day, the earliest first. */
export function sessionsOn(hours: Hours, day: string, bankHolidays: readonly string[]): Session[] {
  const isBankHoliday = bankHolidays.includes(day);
  const exceptions = hours.exceptions.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  const schedules = hours.schedules.filter(
    (schedule) =>
      (schedule.opensOnBankHolidays || !isBankHoliday) &&
      runsOn(schedule, day) &&
      !exceptions.some(({ place }) => !place || place === schedule.place),
  );
  const sessions: Session[] = [];
  for (const from of [...schedules, ...exceptions]) {
    const { opensAt, closesAt, isByAppointment } = from as Schedule;
    // What is closed has no times.
    if (opensAt) sessions.push({ opensAt, closesAt, isByAppointment: !!isByAppointment, from });
  }
  return orderedBy(sessions, ({ opensAt }) => [opensAt]);
}

interface Span {
  day: string;
  session: Session;
  /** In minutes from the midnight with which the day asked about begins. */
  start: number;
  end: number;
}

/** What begins on the days that lie so many after a day, the earliest first. */
function around(
  hours: Hours,
  from: string,
  offsets: readonly number[],
  bankHolidays: readonly string[],
): Span[] {
  const spans: Span[] = [];
  for (const offset of offsets) {
    const day = addDays(from, offset);
    for (const session of sessionsOn(hours, day, bankHolidays)) {
      const { opensAt, closesAt } = session;
      const midnight = offset * MINUTES;
      spans.push({
        day,
        session,
        start: midnight + minutes(opensAt),
        end: midnight + minutes(closesAt) + (closesAt > opensAt ? 0 : MINUTES),
      });
    }
  }
  return spans;
}

const isOnAt =
  (now: number) =>
  ({ start, end }: Span) =>
    start <= now && now < end;

/** Whether it is open at that time, until when, and when the next session begins. */
export function openingAt(hours: Hours, { day, time }: WallClock, bankHolidays: readonly string[]): Opening {
  const now = minutes(time);
  const spans = around(hours, day, [-1, 0, 1], bankHolidays);
  const on = spans.filter(isOnAt(now));
  const isOpen = on.length > 0;
  const isByAppointment = on.every(({ session }) => session.isByAppointment);
  let end = now;
  let until: string | null = null;
  // A session goes on in another of its kind that begins before it ends.
  const goesOn = ({ session, start }: Span) =>
    isOpen && session.isByAppointment === isByAppointment && start <= end;
  for (const span of spans) {
    if (goesOn(span) && span.end > end) {
      end = span.end;
      until = span.session.closesAt;
    }
  }
  const isWithoutEnd = end - now >= MINUTES;
  let next: Span | undefined;
  for (let offset = isWithoutEnd ? Infinity : 0; !next && offset <= LOOKS_AHEAD; offset += 1) {
    next = around(hours, day, [offset], bankHolidays).find((span) => span.start > now && !goesOn(span));
  }
  return {
    isOpen,
    until: isWithoutEnd ? null : until,
    next: next ? { day: next.day, opensAt: next.session.opensAt, closesAt: next.session.closesAt } : null,
    isByAppointment: isOpen
      ? isByAppointment
      : next
        ? next.session.isByAppointment
        : hours.kind === 'BY_APPOINTMENT',
  };
}

/** Whether a session is on at that time. */
export function isOpenAt(hours: Hours, { day, time }: WallClock, bankHolidays: readonly string[]): boolean {
  return around(hours, day, [-1, 0], bankHolidays).some(isOnAt(minutes(time)));
}
