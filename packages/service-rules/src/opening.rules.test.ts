import { describe, expect, test } from 'vitest';
import {
  hoursOf,
  isOpenAt,
  openingAt,
  sessionsOn,
  wallClock,
  type Hours,
  type Schedule,
  type ScheduleException,
} from './opening.rules.ts';

const GOOD_FRIDAY = '2026-04-03';
const bankHolidays = [GOOD_FRIDAY, '2026-04-06', '2026-12-25', '2026-12-28'];

const weekly = (weekdays: number[], opensAt: string, closesAt: string, more: Partial<Schedule> = {}) => ({
  frequency: 'WEEKLY' as const,
  weekdays,
  opensAt,
  closesAt,
  ...more,
});
const monthly = (more: Partial<Schedule>): Schedule => ({
  ...weekly([], '10:00', '12:00'),
  frequency: 'MONTHLY',
  ...more,
});
const hours = (schedules: Schedule[], exceptions: ScheduleException[] = []): Hours => ({
  kind: 'SCHEDULED',
  schedules,
  exceptions,
});
const closed = (firstDay: string, lastDay = firstDay, place?: string): ScheduleException => ({
  firstDay,
  lastDay,
  isClosed: true,
  place,
});
const session = (day: string, opensAt: string, closesAt: string, place?: string): ScheduleException => ({
  firstDay: day,
  lastDay: day,
  isClosed: false,
  opensAt,
  closesAt,
  place,
});

const timesOn = (given: Hours, day: string) =>
  sessionsOn(given, day, bankHolidays).map(({ opensAt, closesAt }) => `${opensAt}-${closesAt}`);

/** The days from March to June 2026 on which there is a session. */
const daysOf = (given: Hours, from = '2026-03-01', days = 122) =>
  Array.from({ length: days }, (_, offset) =>
    new Date(Date.parse(from) + offset * 86_400_000).toISOString().slice(0, 10),
  ).filter((day) => timesOn(given, day).length > 0);

describe('there are sessions', () => {
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  test.each<[string, Schedule, string[]]>([
    [
      'every week',
      weekly([2], '10:00', '12:00', { lastOn: '2026-03-20' }),
      ['2026-03-03', '2026-03-10', '2026-03-17'],
    ],
    [
      'on two days of a week',
      weekly([1, 7], '10:00', '12:00', { lastOn: '2026-03-09' }),
      ['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09'],
    ],
    [
      'from the first day to the last',
      weekly(everyDay, '10:00', '12:00', { firstOn: '2026-05-30', lastOn: '2026-06-01' }),
      ['2026-05-30', '2026-05-31', '2026-06-01'],
    ],
    [
      'every second week from its first',
      {
        ...weekly([1, 4], '10:00', '12:00'),
        frequency: 'FORTNIGHTLY',
        firstOn: '2026-03-05',
        lastOn: '2026-04-20',
      },
      ['2026-03-05', '2026-03-16', '2026-03-19', '2026-03-30', '2026-04-02', '2026-04-13', '2026-04-16'],
    ],
    [
      'every second week, over a new year with 53 weeks',
      {
        ...weekly([3], '10:00', '12:00'),
        frequency: 'FORTNIGHTLY',
        firstOn: '2020-12-23',
        lastOn: '2026-03-31',
      },
      ['2026-03-11', '2026-03-25'],
    ],
    [
      'on the first Tuesday',
      monthly({ weekdays: [2], weekOfMonth: 1 }),
      ['2026-03-03', '2026-04-07', '2026-05-05', '2026-06-02'],
    ],
    [
      'on the third Thursday',
      monthly({ weekdays: [4], weekOfMonth: 3 }),
      ['2026-03-19', '2026-04-16', '2026-05-21', '2026-06-18'],
    ],
    [
      'on the fifth Sunday, where there is one',
      monthly({ weekdays: [7], weekOfMonth: 5 }),
      ['2026-03-29', '2026-05-31'],
    ],
    [
      'on the last Saturday',
      monthly({ weekdays: [6], weekOfMonth: -1 }),
      ['2026-03-28', '2026-04-25', '2026-05-30', '2026-06-27'],
    ],
    ['on the 31st, where there is one', monthly({ monthDays: [31] }), ['2026-03-31', '2026-05-31']],
    [
      'on the 1st and the 15th',
      monthly({ monthDays: [1, 15] }),
      [
        '2026-03-01',
        '2026-03-15',
        '2026-04-01',
        '2026-04-15',
        '2026-05-01',
        '2026-05-15',
        '2026-06-01',
        '2026-06-15',
      ],
    ],
    [
      'on the last day of the month',
      monthly({ monthDays: [-1] }),
      ['2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
    ],
    [
      'every second week without its first: never',
      { ...weekly([1], '10:00', '12:00'), frequency: 'FORTNIGHTLY' },
      [],
    ],
  ])('%s', (_, schedule, days) => {
    expect(daysOf(hours([schedule]))).toEqual(days);
  });

  test('on the last day of February in a leap year', () => {
    expect(daysOf(hours([monthly({ monthDays: [-1] })]), '2028-02-01', 29)).toEqual(['2028-02-29']);
  });
});

describe('on one day', () => {
  const lunch = [weekly([3], '13:30', '17:00'), weekly([3], '09:00', '12:30')];
  test.each<[string, Hours, string, string[]]>([
    [
      'with a lunch closure, the morning is first',
      hours(lunch),
      '2026-03-11',
      ['09:00-12:30', '13:30-17:00'],
    ],
    ['on another weekday', hours(lunch), '2026-03-12', []],
    ['closed', hours(lunch, [closed('2026-03-11')]), '2026-03-11', []],
    [
      'on the last of several closed days',
      hours(lunch, [closed('2026-03-01', '2026-03-11')]),
      '2026-03-11',
      [],
    ],
    [
      'after several closed days',
      hours(lunch, [closed('2026-03-01', '2026-03-10')]),
      '2026-03-11',
      ['09:00-12:30', '13:30-17:00'],
    ],
    ['changed', hours(lunch, [session('2026-03-11', '10:00', '11:00')]), '2026-03-11', ['10:00-11:00']],
    ['extra', hours(lunch, [session('2026-03-14', '10:00', '11:00')]), '2026-03-14', ['10:00-11:00']],
    [
      'extra twice',
      hours([], [session('2026-03-14', '14:00', '15:00'), session('2026-03-14', '10:00', '11:00')]),
      '2026-03-14',
      ['10:00-11:00', '14:00-15:00'],
    ],
    [
      'extra amid closed days',
      hours(lunch, [closed('2026-03-09', '2026-03-15'), session('2026-03-11', '10:00', '11:00')]),
      '2026-03-11',
      ['10:00-11:00'],
    ],
    ['on a bank holiday', hours([weekly([5], '09:00', '12:00')]), GOOD_FRIDAY, []],
    [
      'on a bank holiday, where it opens then',
      hours([weekly([5], '09:00', '12:00', { opensOnBankHolidays: true })]),
      GOOD_FRIDAY,
      ['09:00-12:00'],
    ],
    [
      'on a bank holiday with an extra session',
      hours([weekly([5], '09:00', '12:00')], [session(GOOD_FRIDAY, '10:00', '11:00')]),
      GOOD_FRIDAY,
      ['10:00-11:00'],
    ],
    [
      'at two places, one closed',
      hours(
        [weekly([3], '09:00', '12:00', { place: '0' }), weekly([3], '13:00', '15:00', { place: '1' })],
        [closed('2026-03-11', '2026-03-11', '0')],
      ),
      '2026-03-11',
      ['13:00-15:00'],
    ],
    [
      'at two places, both closed at once',
      hours(
        [weekly([3], '09:00', '12:00', { place: '0' }), weekly([3], '13:00', '15:00', { place: '1' })],
        [closed('2026-03-11')],
      ),
      '2026-03-11',
      [],
    ],
    [
      'by telephone, while a place is closed',
      hours([weekly([3], '09:00', '12:00')], [closed('2026-03-11', '2026-03-11', '0')]),
      '2026-03-11',
      ['09:00-12:00'],
    ],
  ])('%s', (_, given, day, times) => {
    expect(timesOn(given, day)).toEqual(times);
  });
});

/** In words, as an interface would say it. */
function say(given: Hours, day: string, time: string): string {
  const { isOpen, until, next, isByAppointment } = openingAt(given, { day, time }, bankHolidays);
  return [
    isOpen ? (until ? `open until ${until}` : 'always open') : 'closed',
    ...(next ? [`next ${next.day} ${next.opensAt}-${next.closesAt}`] : []),
    ...(isByAppointment ? ['by appointment'] : []),
  ].join(', ');
}

describe('on Wednesday 11 March 2026', () => {
  const lunch = hours([weekly([3], '09:00', '12:30'), weekly([3], '13:30', '17:00')]);
  const night = hours([weekly([2, 3], '22:00', '02:00')]);
  const always = hours([weekly([1, 2, 3, 4, 5, 6, 7], '00:00', '00:00')]);
  const appointment = { isByAppointment: true };
  test.each<[string, Hours, string, string]>([
    ['before it opens: it opens today', lunch, '08:59', 'closed, next 2026-03-11 09:00-12:30'],
    ['at the minute it opens', lunch, '09:00', 'open until 12:30, next 2026-03-11 13:30-17:00'],
    ['a minute before lunch', lunch, '12:29', 'open until 12:30, next 2026-03-11 13:30-17:00'],
    ['at lunch', lunch, '12:30', 'closed, next 2026-03-11 13:30-17:00'],
    ['in the afternoon', lunch, '16:59', 'open until 17:00, next 2026-03-18 09:00-12:30'],
    ['when it has closed', lunch, '17:00', 'closed, next 2026-03-18 09:00-12:30'],
    [
      'sessions that meet are one',
      hours([weekly([3], '09:00', '12:00'), weekly([3], '12:00', '17:00')]),
      '10:00',
      'open until 17:00, next 2026-03-18 09:00-12:00',
    ],
    [
      'sessions that overlap are one',
      hours([weekly([3], '09:00', '13:00'), weekly([3], '11:00', '12:00')]),
      '11:30',
      'open until 13:00, next 2026-03-18 09:00-13:00',
    ],
    [
      'after midnight, from the evening before',
      night,
      '01:59',
      'open until 02:00, next 2026-03-11 22:00-02:00',
    ],
    ['after the night', night, '02:00', 'closed, next 2026-03-11 22:00-02:00'],
    ['late in the evening', night, '23:00', 'open until 02:00, next 2026-03-17 22:00-02:00'],
    [
      'until midnight',
      hours([weekly([3], '18:00', '00:00')]),
      '23:59',
      'open until 00:00, next 2026-03-18 18:00-00:00',
    ],
    ['day and night', always, '12:00', 'always open'],
    [
      'day and night, but closed tomorrow',
      hours(always.schedules.slice(), [closed('2026-03-12')]),
      '12:00',
      'open until 00:00, next 2026-03-13 00:00-00:00',
    ],
    [
      'changed today',
      hours(lunch.schedules.slice(), [session('2026-03-11', '11:00', '11:30')]),
      '10:00',
      'closed, next 2026-03-11 11:00-11:30',
    ],
    [
      'closed next week',
      hours(lunch.schedules.slice(), [closed('2026-03-18')]),
      '18:00',
      'closed, next 2026-03-25 09:00-12:30',
    ],
    [
      'closed on days that begin last night: the night goes on',
      hours(night.schedules.slice(), [closed('2026-03-11')]),
      '01:00',
      'open until 02:00, next 2026-03-17 22:00-02:00',
    ],
    [
      '62 days ahead',
      hours([], [session('2026-05-12', '10:00', '11:00')]),
      '10:00',
      'closed, next 2026-05-12 10:00-11:00',
    ],
    ['63 days ahead', hours([], [session('2026-05-13', '10:00', '11:00')]), '10:00', 'closed'],
    [
      'no session any more',
      hours([weekly([3], '09:00', '12:00', { lastOn: '2026-03-10' })]),
      '10:00',
      'closed',
    ],
    [
      'by appointment now',
      hours([weekly([3], '09:00', '12:00', appointment)]),
      '10:00',
      'open until 12:00, next 2026-03-18 09:00-12:00, by appointment',
    ],
    [
      'by appointment next',
      hours([weekly([4], '09:00', '12:00', appointment)]),
      '10:00',
      'closed, next 2026-03-12 09:00-12:00, by appointment',
    ],
    [
      'drop-in and then by appointment',
      hours([weekly([3], '09:00', '11:00'), weekly([3], '11:00', '12:00', appointment)]),
      '10:00',
      'open until 11:00, next 2026-03-11 11:00-12:00',
    ],
    [
      'drop-in during appointments',
      hours([weekly([3], '09:00', '17:00', appointment), weekly([3], '12:00', '13:00')]),
      '10:00',
      'open until 17:00, next 2026-03-11 12:00-13:00, by appointment',
    ],
    [
      'by appointment only, with no times',
      { ...hours([]), kind: 'BY_APPOINTMENT' },
      '10:00',
      'closed, by appointment',
    ],
    ['unknown hours', { ...hours([]), kind: 'UNKNOWN' }, '10:00', 'closed'],
  ])('%s', (_, given, time, said) => {
    expect(say(given, '2026-03-11', time)).toBe(said);
    expect(isOpenAt(given, { day: '2026-03-11', time }, bankHolidays)).toBe(!said.startsWith('closed'));
  });

  test('over Easter it opens after the holidays', () => {
    const mondays = hours([weekly([1, 5], '09:00', '12:00')]);
    expect(say(mondays, '2026-04-02', '12:00')).toBe('closed, next 2026-04-10 09:00-12:00');
  });
});

describe('in the nights in which the clocks change, what the clock on the wall shows counts', () => {
  const nights = hours([weekly([6], '22:00', '05:00'), weekly([7], '01:30', '01:45')]);
  test.each([
    ['spring: a minute before', '2026-03-29T00:59:00Z', '2026-03-29 00:59', 'open until 05:00'],
    ['spring: the clock jumps to two', '2026-03-29T01:00:00Z', '2026-03-29 02:00', 'open until 05:00'],
    ['spring: five in the morning', '2026-03-29T04:00:00Z', '2026-03-29 05:00', 'closed'],
    ['spring: an hour before five', '2026-03-29T03:59:00Z', '2026-03-29 04:59', 'open until 05:00'],
    ['autumn: before the hour comes twice', '2026-10-25T00:30:00Z', '2026-10-25 01:30', 'open until 05:00'],
    ['autumn: the hour that comes twice', '2026-10-25T01:30:00Z', '2026-10-25 01:30', 'open until 05:00'],
    ['autumn: five in the morning', '2026-10-25T05:00:00Z', '2026-10-25 05:00', 'closed'],
    [
      'a summer evening is on the next day already',
      '2026-07-04T23:30:00Z',
      '2026-07-05 00:30',
      'open until 05:00',
    ],
    ['midnight is 00:00', '2026-01-11T00:00:00Z', '2026-01-11 00:00', 'open until 05:00'],
  ])('%s', (_, instant, shown, said) => {
    const now = wallClock(new Date(instant), 'Europe/London');
    expect(`${now.day} ${now.time}`).toBe(shown);
    expect(say(nights, now.day, now.time).split(',')[0]).toBe(said);
  });
});

test('the clock of London is that of the browser’s own calendar, in every hour of forty years', () => {
  const calendar = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const differing: string[] = [];
  for (let time = Date.UTC(2000); time < Date.UTC(2040); time += 36e5) {
    const { day, time: shown } = wallClock(new Date(time), 'Europe/London');
    if (calendar.format(time) !== `${day} ${shown}`) differing.push(new Date(time).toISOString());
  }
  expect(differing).toEqual([]);
});

test('other places have their own clocks', () => {
  expect(wallClock(new Date('2026-07-04T12:00:00Z'), 'Asia/Kabul')).toEqual({
    day: '2026-07-04',
    time: '16:30',
  });
});

test('a week has the sessions of each of its days, with their notes, and none on a bank holiday', () => {
  const all = hours(
    [weekly([1, 4, 5], '09:00', '12:00'), weekly([1], '13:00', '14:00', { note: 'Women only' })],
    [closed('2026-04-02')],
  );
  const week = ['2026-03-30', '2026-03-31', '2026-04-02', GOOD_FRIDAY, '2026-04-09'].map((day) =>
    sessionsOn(all, day, bankHolidays),
  );
  expect(week.map((sessions) => sessions.length)).toEqual([2, 0, 0, 0, 1]);
  expect(week[0]?.[1]?.from.note).toBe('Women only');
});

test('the hours of a service and of its places are one, and a place closes alone', () => {
  const all = hoursOf({
    hours: 'SCHEDULED',
    schedules: [weekly([3], '09:00', '10:00')],
    exceptions: [],
    locations: [
      { schedules: [weekly([3], '11:00', '12:00')], exceptions: [closed('2026-03-11')] },
      { schedules: [weekly([3], '13:00', '14:00')] },
    ],
  });
  expect(timesOn(all, '2026-03-11')).toEqual(['09:00-10:00', '13:00-14:00']);
  expect(timesOn(all, '2026-03-18')).toEqual(['09:00-10:00', '11:00-12:00', '13:00-14:00']);
});
