import { describe, expect, test } from 'vitest';
import { createCalendar } from './calendar.ts';

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

describe.each([
  ['a morning', '2026-11-22T09:00:00Z', '2026-11-22', '28 Sept 2025'],
  ['the last hour of a winter day', '2026-11-22T23:53:00Z', '2026-11-22', '28 Sept 2025'],
  ['the first hour of a summer day', '2026-06-30T23:30:00Z', '2026-07-01', '7 May 2025'],
  ['the last hour of a summer day', '2026-07-01T22:30:00Z', '2026-07-01', '7 May 2025'],
])('a demo loaded in %s', (_, moment, today, longAgo) => {
  const calendar = createCalendar(new Date(moment));

  test('begins on the day that its councils have', () => {
    expect(calendar.today).toBe(today);
    expect(calendar.momentBefore(0)).toEqual(new Date(moment));
  });

  test('has what was said 420 days ago on that day, whatever the clocks did since', () => {
    expect(london.format(calendar.momentBefore(420))).toBe(longAgo);
    expect(london.format(calendar.dayBefore(420))).toBe(longAgo);
  });
});
