// Calendar days as people write them, 'YYYY-MM-DD'. They sort as text, and no clock or time zone is hidden in them.

export type CalendarDate = string;

const DAY_IN_MILLISECONDS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day it is at this instant for people in this time zone. */
export function calendarDate(instant: Date, timeZone: string): CalendarDate {
  // Day, month and year with a slash between them; taken apart, it would take four times as long.
  const [day, month, year = ''] = formatterFor(timeZone).format(instant).split('/');
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

/**
 * The moment at which the clock on the wall shows a time (`HH:MM`) on a day. A time that the clock leaves out in spring
 * is met an hour later; of one that comes twice in autumn it is the first.
 */
export function momentOf(day: CalendarDate, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const candidates = [-1, 1].map(
    (side) => wanted - offsetAt(new Date(wanted + side * DAY_IN_MILLISECONDS), timeZone),
  );
  const exact = candidates.filter((moment) => moment + offsetAt(new Date(moment), timeZone) === wanted);
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...candidates));
}

/**
 * The moment at which something that lasts from one time to a later one is over. Where the clock leaves out its
 * beginning, which is met an hour later, it lasts as long as it would have.
 */
export function endMomentOf(day: CalendarDate, from: string, to: string, timeZone: string): Date {
  const [start, end] = [momentOf(day, from, timeZone), momentOf(day, to, timeZone)];
  if (end > start) return end;
  return new Date(start.getTime() + Date.parse(`${day}T${to}Z`) - Date.parse(`${day}T${from}Z`));
}

/** How far the clock on the wall is ahead of Greenwich at a moment, in milliseconds. */
function offsetAt(moment: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn-hc-h23', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).formatToParts(moment);
  const [day, month, year, hour, minute, second] = parts
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => Number(value));
  const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return wall - Math.floor(moment.getTime() / 1000) * 1000;
}

export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
  // The parser rolls 30 February over into March, so only a day that comes back unchanged is real.
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && fromDayNumber(milliseconds / DAY_IN_MILLISECONDS) === text;
}

/** Whole days from one day to the other; negative when `to` is the earlier one. */
export function calendarDaysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const monthNumber = year * 12 + (month - 1) + months;
  const first = formatDate(Math.floor(monthNumber / 12), (((monthNumber % 12) + 12) % 12) + 1, 1);
  return first.slice(0, 8) + String(Math.min(day, daysInMonth(first))).padStart(2, '0');
}

export function startOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 7)}-01`;
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 8)}${daysInMonth(date)}`;
}

export function formatDate(year: number, month: number, day: number): CalendarDate {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

function daysInMonth(date: CalendarDate): number {
  const day = new Date(`${startOfMonth(date)}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1, 0);
  return day.getUTCDate();
}

function dayNumber(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_IN_MILLISECONDS;
}

function fromDayNumber(days: number): CalendarDate {
  return new Date(days * DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
}

// Making a formatter takes far longer than using it, and a page asks for the same zone again and again.
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}
