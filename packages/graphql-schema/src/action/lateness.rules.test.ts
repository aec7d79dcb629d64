import { describe, expect, test } from 'vitest';
import type { ActionStatus } from '../report/report.rules.ts';
import { daysLate, effectivePlanState, endedWithoutReport, isOverdue, isStale } from './lateness.rules.ts';
import type { PlanState } from './lateness.rules.ts';
import type { Timescale } from './timescale.rules.ts';

const due = (to: string): Timescale => ({ from: null, to, kind: 'DATED' });
const undated: Timescale = { from: null, to: null, kind: 'UNDATED' };
const ongoing: Timescale = { from: '2026-01-01', to: null, kind: 'ONGOING' };
const recurring: Timescale = { from: null, to: null, kind: 'RECURRING' };

describe('late', () => {
  test.each<[string, Timescale, ActionStatus, PlanState, boolean | null, number]>([
    ['the day before it is due is not late', due('2026-03-11'), 'IN_PROGRESS', 'CURRENT', false, 0],
    ['the day it is due is not late', due('2026-03-10'), 'IN_PROGRESS', 'CURRENT', false, 0],
    ['the day after is one day late', due('2026-03-09'), 'IN_PROGRESS', 'CURRENT', true, 1],
    ['months later is as many days late', due('2025-12-31'), 'DELAYED', 'CURRENT', true, 69],
    ['nothing reported is late as well', due('2026-03-07'), 'NOT_REPORTED', 'CURRENT', true, 3],
    ['not started is late as well', due('2026-03-07'), 'NOT_STARTED', 'CURRENT', true, 3],
    ['done is never late', due('2025-03-07'), 'DONE', 'CURRENT', false, 0],
    ['stopped is never late', due('2025-03-07'), 'STOPPED', 'CURRENT', false, 0],
    ['undated is neither late nor on time', undated, 'IN_PROGRESS', 'CURRENT', null, 0],
    ['undated and done is neither as well', undated, 'DONE', 'CURRENT', null, 0],
    ['ongoing is neither late nor on time', ongoing, 'IN_PROGRESS', 'CURRENT', null, 0],
    ['recurring is neither late nor on time', recurring, 'IN_PROGRESS', 'CURRENT', null, 0],
    ['nothing is late in a draft', due('2025-03-07'), 'IN_PROGRESS', 'DRAFT', false, 0],
    ['nothing is late in a plan that ended', due('2025-03-07'), 'IN_PROGRESS', 'ENDED', false, 0],
    ['nothing is late in a superseded plan', due('2025-03-07'), 'IN_PROGRESS', 'SUPERSEDED', false, 0],
  ])('on 10 March 2026: %s', (_name, timescale, status, planState, overdue, days) => {
    const facts = { timescale, status, planState };
    expect([isOverdue(facts, '2026-03-10'), daysLate(facts, '2026-03-10')]).toEqual([overdue, days]);
  });

  test('days are counted across the night when the clocks change', () => {
    expect(
      daysLate({ timescale: due('2026-03-28'), status: 'DELAYED', planState: 'CURRENT' }, '2026-03-30'),
    ).toBe(2);
  });
});

describe('stale', () => {
  const quarterly = {
    lastReportedAt: '2026-01-31',
    planFrom: '2025-01-01',
    reportingEveryMonths: 3,
    status: 'IN_PROGRESS',
    planState: 'CURRENT',
  } as const;

  test.each([
    ['exactly one rhythm after the last report it is not stale', {}, '2026-04-30', false],
    ['a day later it is', {}, '2026-05-01', true],
    ['a new report makes it fresh', { lastReportedAt: '2026-04-30' }, '2026-05-01', false],
    ['done is not stale', { status: 'DONE' }, '2027-05-01', false],
    ['stopped is not stale', { status: 'STOPPED' }, '2027-05-01', false],
    ['a council without a rhythm has no stale actions', { reportingEveryMonths: null }, '2030-01-01', false],
    ['a rhythm of no months is none', { reportingEveryMonths: 0 }, '2030-01-01', false],
    ['in a plan that ended nothing is stale', { planState: 'ENDED' }, '2030-01-01', false],
    ['in a draft nothing is stale', { planState: 'DRAFT' }, '2030-01-01', false],
    [
      'never reported, exactly one rhythm after the plan began, is not stale',
      { lastReportedAt: null, status: 'NOT_REPORTED' },
      '2025-04-01',
      false,
    ],
    [
      'never reported, a day later, is stale',
      { lastReportedAt: null, status: 'NOT_REPORTED' },
      '2025-04-02',
      true,
    ],
    [
      'never reported before the plan begins is not stale',
      { lastReportedAt: null, status: 'NOT_REPORTED' },
      '2024-06-01',
      false,
    ],
    [
      'never reported in a plan without a first day is not stale',
      { lastReportedAt: null, planFrom: null, status: 'NOT_REPORTED' },
      '2030-01-01',
      false,
    ],
  ] as const)('%s', (_name, change, today, stale) => {
    expect(isStale({ ...quarterly, ...change }, today)).toBe(stale);
  });
});

describe('the state of a plan', () => {
  test.each<[PlanState, string | null, string, PlanState]>([
    ['CURRENT', '2026-12-31', '2026-12-30', 'CURRENT'],
    ['CURRENT', '2026-12-31', '2026-12-31', 'CURRENT'],
    ['CURRENT', '2026-12-31', '2027-01-01', 'ENDED'],
    ['CURRENT', null, '2099-01-01', 'CURRENT'],
    ['DRAFT', '2026-12-31', '2027-01-01', 'DRAFT'],
    ['SUPERSEDED', '2026-12-31', '2027-01-01', 'SUPERSEDED'],
    ['ENDED', '2026-12-31', '2026-01-01', 'ENDED'],
  ])('declared %s with the last day %s is, on %s, %s', (state, to, today, effective) => {
    expect(effectivePlanState({ state, period: { from: '2024-01-01', to } }, today)).toBe(effective);
  });
});

describe('ended without a report', () => {
  test.each<[ActionStatus, PlanState, boolean]>([
    ['NOT_REPORTED', 'ENDED', true],
    ['NOT_REPORTED', 'CURRENT', false],
    ['NOT_REPORTED', 'SUPERSEDED', false],
    ['IN_PROGRESS', 'ENDED', false],
    ['DONE', 'ENDED', false],
  ])('%s in a plan that is %s: %s', (status, planState, answer) => {
    expect(endedWithoutReport({ status, planState })).toBe(answer);
  });
});
