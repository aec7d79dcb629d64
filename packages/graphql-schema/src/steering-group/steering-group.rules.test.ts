import { describe, expect, test } from 'vitest';
import { chooseGroup, findNextMeeting, hasEnded } from './steering-group.rules.ts';

const today = '2026-06-15';

test.each([
  [null, false],
  ['2026-06-14', true],
  ['2026-06-15', false],
  ['2026-06-16', false],
])('a group that ends on %s has ended: %s', (endsOn, ended) => {
  expect(hasEnded({ endsOn }, today)).toBe(ended);
});

describe('the group to show', () => {
  const group = (kind: 'STANDING' | 'TIME_BOUND', endsOn: string | null) => ({ kind, endsOn });
  const standing = group('STANDING', null);
  const standingUntilToday = group('STANDING', today);
  const writing = group('TIME_BOUND', '2026-12-31');
  const wroteLast = group('TIME_BOUND', '2025-11-30');
  const wroteFirst = group('TIME_BOUND', '2023-05-31');

  test.each([
    ['is none where there is none', [], null],
    ['is the standing one, wherever it stands', [wroteLast, writing, standing], standing],
    ['is the standing one on its last day', [writing, standingUntilToday], standingUntilToday],
    ['is one that still meets, before those that have ended', [wroteLast, writing], writing],
    ['is the last one that met, where all have ended', [wroteFirst, wroteLast], wroteLast],
  ])('%s', (_, groups, chosen) => {
    expect(chooseGroup(groups, today)).toBe(chosen);
  });
});

describe('the next meeting', () => {
  const at = (day: string, state: 'PLANNED' | 'HELD' | 'CANCELLED' = 'PLANNED') => ({ day, state });
  test.each([
    ['is none where there is none', [], null],
    ['is not one whose day is over', [at('2026-06-14')], null],
    ['may be today', [at('2026-06-14'), at(today)], 1],
    ['is not one that is cancelled', [at('2026-06-20', 'CANCELLED'), at('2026-07-01')], 1],
    ['is not one that was held today', [at(today, 'HELD'), at('2026-09-15')], 1],
  ])('%s', (_, meetings, position) => {
    expect(findNextMeeting(meetings, today)).toBe(position === null ? null : meetings[position]);
  });
});
