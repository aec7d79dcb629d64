import { expect, test } from 'vitest';
import { describeClock, findMeetingState } from './meeting.rules.ts';

test.each([
  ['PLANNED', false, 'planned'],
  ['PLANNED', true, 'unrecorded'],
  ['HELD', true, 'held'],
  ['HELD', false, 'held'],
  ['CANCELLED', false, 'cancelled'],
  ['CANCELLED', true, 'cancelled'],
] as const)('a meeting that is %s, its day over: %s, is %s', (state, isOver, expected) => {
  expect(findMeetingState({ state, isOver })).toBe(expected);
});

test.each([
  ['2026-12-16T17:30:00Z', 'Europe/London', 'en', 'Greenwich Mean Time'],
  ['2026-07-01T16:30:00Z', 'Europe/London', 'en', 'British Summer Time'],
  ['2026-12-16T17:30:00Z', 'Europe/London', 'ar', 'توقيت غرينتش'],
])('at %s the clock of %s is called in %s %s', (moment, timeZone, language, expected) => {
  expect(describeClock(moment, timeZone, language)).toBe(expected);
});
