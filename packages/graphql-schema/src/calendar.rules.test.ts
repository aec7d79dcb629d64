import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  calendarDate,
  calendarDaysBetween,
  endOfMonth,
  isCalendarDate,
  endMomentOf,
  momentOf,
  startOfMonth,
} from './calendar.rules.ts';

describe('the day it is, for people in a time zone', () => {
  test.each([
    ['2026-01-15T23:59:59Z', 'Europe/London', '2026-01-15', 'winter time is the time of the server'],
    ['2026-07-01T22:59:59Z', 'Europe/London', '2026-07-01', 'one second before midnight in summer'],
    ['2026-07-01T23:00:00Z', 'Europe/London', '2026-07-02', 'midnight in summer'],
    ['2026-07-01T23:30:00Z', 'Europe/London', '2026-07-02', 'half an hour into the next summer day'],
    ['2026-03-28T23:30:00Z', 'Europe/London', '2026-03-28', 'the evening before the clocks go forward'],
    ['2026-03-29T00:00:00Z', 'Europe/London', '2026-03-29', 'the first minute of the day with 23 hours'],
    ['2026-03-29T00:59:59Z', 'Europe/London', '2026-03-29', 'the last second before the clocks go forward'],
    ['2026-03-29T01:00:00Z', 'Europe/London', '2026-03-29', 'the hour that is left out'],
    ['2026-03-29T22:59:59Z', 'Europe/London', '2026-03-29', 'the end of the day with 23 hours'],
    ['2026-03-29T23:00:00Z', 'Europe/London', '2026-03-30', 'the day after the clocks went forward'],
    ['2026-10-24T22:59:59Z', 'Europe/London', '2026-10-24', 'the evening before the clocks go back'],
    ['2026-10-24T23:00:00Z', 'Europe/London', '2026-10-25', 'the first minute of the day with 25 hours'],
    ['2026-10-25T00:30:00Z', 'Europe/London', '2026-10-25', 'the hour that comes the first time'],
    ['2026-10-25T01:30:00Z', 'Europe/London', '2026-10-25', 'the hour that comes a second time'],
    ['2026-10-25T23:30:00Z', 'Europe/London', '2026-10-25', 'the end of the day with 25 hours'],
    ['2026-10-26T00:00:00Z', 'Europe/London', '2026-10-26', 'the day after the clocks went back'],
    ['2025-12-31T23:59:59Z', 'Europe/London', '2025-12-31', 'the end of the year'],
    ['2026-07-01T03:00:00Z', 'America/New_York', '2026-06-30', 'still yesterday across the ocean'],
    ['2026-06-30T11:00:00Z', 'Pacific/Auckland', '2026-06-30', 'late evening on the other side'],
    ['2026-06-30T12:00:00Z', 'Pacific/Auckland', '2026-07-01', 'already tomorrow on the other side'],
    ['2024-02-29T12:00:00Z', 'UTC', '2024-02-29', 'a leap day'],
  ])('%s in %s is %s: %s', (instant, timeZone, day) => {
    expect(calendarDate(new Date(instant), timeZone)).toBe(day);
  });

  test('a time zone that does not exist is refused', () => {
    expect(() => calendarDate(new Date(0), 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('the moment at which the clock on the wall shows a time', () => {
  test.each([
    ['2026-01-15', '17:30', 'Europe/London', '2026-01-15T17:30:00Z', 'in winter'],
    ['2026-07-15', '17:30', 'Europe/London', '2026-07-15T16:30:00Z', 'in summer'],
    [
      '2026-03-28',
      '23:59',
      'Europe/London',
      '2026-03-28T23:59:00Z',
      'the evening before the clocks go forward',
    ],
    ['2026-03-29', '00:59', 'Europe/London', '2026-03-29T00:59:00Z', 'just before they go forward'],
    [
      '2026-03-29',
      '01:30',
      'Europe/London',
      '2026-03-29T01:30:00Z',
      'a time that is left out, met an hour later',
    ],
    ['2026-03-29', '02:00', 'Europe/London', '2026-03-29T01:00:00Z', 'just after they went forward'],
    [
      '2026-10-25',
      '00:30',
      'Europe/London',
      '2026-10-24T23:30:00Z',
      'the night they go back, still summer time',
    ],
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00Z', 'a time that comes twice, the first'],
    ['2026-10-25', '02:00', 'Europe/London', '2026-10-25T02:00:00Z', 'after they went back'],
    ['2026-10-25', '18:00', 'Europe/London', '2026-10-25T18:00:00Z', 'the evening after they went back'],
    ['2026-07-15', '09:00', 'America/New_York', '2026-07-15T13:00:00Z', 'across the ocean'],
    ['2026-01-01', '00:15', 'Pacific/Auckland', '2025-12-31T11:15:00Z', 'on the other side'],
  ])('%s %s in %s is %s: %s', (day, time, timeZone, moment) => {
    expect(momentOf(day, time, timeZone)).toEqual(new Date(moment));
  });
});

describe('the moment at which a meeting is over', () => {
  test.each([
    ['2027-03-28', '17:30', '19:00', '2027-03-28T18:00:00Z', 'in summer time'],
    ['2027-03-28', '00:30', '02:15', '2027-03-28T01:15:00Z', 'after the hour that is left out'],
    ['2027-03-28', '01:30', '02:15', '2027-03-28T02:15:00Z', 'begun in the hour that is left out'],
    ['2027-03-28', '00:30', '01:30', '2027-03-28T01:30:00Z', 'ended in the hour that is left out'],
    ['2027-03-28', '01:15', '01:45', '2027-03-28T01:45:00Z', 'within the hour that is left out'],
    ['2027-10-31', '01:30', '02:15', '2027-10-31T02:15:00Z', 'begun in the hour that comes twice'],
  ])('%s, %s to %s: %s, %s', (day, from, to, moment) => {
    expect(endMomentOf(day, from, to, 'Europe/London')).toEqual(new Date(moment));
  });
});

describe('is it a calendar day?', () => {
  test.each([
    ['2026-03-31', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['0001-01-01', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-00-10', false],
    ['2026-13-01', false],
    ['2026-01-00', false],
    ['0000-00-00', false],
    ['0000-01-01', false],
    ['2026-3-31', false],
    ['2026-03-31T00:00:00Z', false],
    ['2026-03-31\n', false],
    ['31/03/2026', false],
    ['', false],
  ])('%j: %s', (text, answer) => {
    expect(isCalendarDate(text)).toBe(answer);
  });
});

describe('whole days between two days', () => {
  test.each([
    ['2026-03-28', '2026-03-28', 0],
    ['2026-03-28', '2026-03-29', 1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2026-03-07', '2026-03-10', 3],
    ['2026-03-10', '2026-03-07', -3],
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2026-01-01', '2027-01-01', 365],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(calendarDaysBetween(from, to)).toBe(days);
  });
});

describe('counting on from a day', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-01-01', 36, '2027-01-01'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (date, months, result) => {
    expect(addMonths(date, months)).toBe(result);
  });

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('%s and %i days is %s', (date, days, result) => {
    expect(addDays(date, days)).toBe(result);
  });

  test.each([
    ['2026-02-10', '2026-02-01', '2026-02-28'],
    ['2024-02-10', '2024-02-01', '2024-02-29'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
    ['2026-04-01', '2026-04-01', '2026-04-30'],
  ])('the month of %s goes from %s to %s', (date, start, end) => {
    expect([startOfMonth(date), endOfMonth(date)]).toEqual([start, end]);
  });

  test('every day of eight years is real, and follows the one before it', () => {
    for (let day = '2023-01-01'; day < '2031-01-01'; day = addDays(day, 1)) {
      expect(isCalendarDate(day)).toBe(true);
      expect(calendarDaysBetween(startOfMonth(day), day) + 1).toBe(Number(day.slice(8)));
      expect(addDays(endOfMonth(day), 1)).toBe(addMonths(startOfMonth(day), 1));
    }
  });
});
