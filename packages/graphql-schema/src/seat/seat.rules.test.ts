import { describe, expect, test } from 'vitest';
import { findOverlapping, runsOn, seatFacts } from './seat.rules.ts';

const today = '2026-06-15';
const term = (startsOn: string | null, endsOn: string | null) => ({ startsOn, endsOn });
const seat = (startsOn: string | null = null, endsOn: string | null = null) => ({ startsOn, endsOn });

describe('a term runs', () => {
  test.each([
    ['not on the day before it begins', term('2026-06-16', null), false],
    ['on its first day', term('2026-06-15', '2027-06-14'), true],
    ['on its last day', term('2025-06-16', '2026-06-15'), true],
    ['not on the day after its last', term('2025-06-15', '2026-06-14'), false],
    ['with an open end', term('2020-01-01', null), true],
    ['with an unknown beginning', term(null, '2026-06-15'), true],
    ['when no day is known', term(null, null), true],
    ['for longer than a year', term('2023-01-01', '2029-12-31'), true],
    ['for one single day', term('2026-06-15', '2026-06-15'), true],
  ])('%s', (_, days, runs) => {
    expect(runsOn(days, today)).toBe(runs);
  });

  test.each([
    ['on 29 February', '2028-02-29', true],
    ['not on 1 March', '2028-03-01', false],
  ])('until a leap day: %s', (_, day, runs) => {
    expect(runsOn(term('2024-02-29', '2028-02-29'), day)).toBe(runs);
  });
});

describe('of two terms of a seat', () => {
  test.each([
    [
      'one that begins the day after the other ends',
      ['2026-01-01', '2026-06-30'],
      ['2026-07-01', null],
      false,
    ],
    [
      'one that begins on the last day of the other',
      ['2026-01-01', '2026-06-30'],
      ['2026-06-30', null],
      true,
    ],
    ['one within the other', ['2020-01-01', '2029-12-31'], ['2026-01-01', '2026-06-30'], true],
    ['one after the other has no last day', ['2026-01-01', null], ['2030-01-01', '2031-01-01'], true],
    ['one that ends before the other begins', [null, '2026-06-30'], ['2026-07-01', null], false],
    ['one without a first day', [null, '2027-01-01'], ['2020-01-01', '2021-01-01'], true],
    ['two without any day', [null, null], [null, null], true],
  ] as const)('%s', (_, [from, until], [laterFrom, laterUntil], overlaps) => {
    const [one, other] = [
      { id: 'one', ...term(from, until) },
      { id: 'other', ...term(laterFrom, laterUntil) },
    ];
    expect(findOverlapping([one, other], 'one')).toBe(overlaps ? other : undefined);
    expect(findOverlapping([one, other], 'other')).toBe(overlaps ? one : undefined);
  });
});

describe('a seat', () => {
  test.each([
    ['without any term is vacant', seat(), [], null, 'VACANT'],
    ['whose term runs is held', seat(), [term('2026-01-01', '2026-12-31')], null, 'HELD'],
    ['whose term ends today is held', seat(), [term('2025-06-16', today)], null, 'HELD'],
    ['whose term ended yesterday is vacant', seat(), [term('2025-06-15', '2026-06-14')], null, 'VACANT'],
    ['whose term begins tomorrow is vacant', seat(), [term('2026-06-16', null)], null, 'VACANT'],
    ['that begins tomorrow is coming', seat('2026-06-16'), [], null, 'COMING'],
    ['that begins today is there', seat(today), [], null, 'VACANT'],
    ['that ends today is there', seat(null, today), [term(null, null)], null, 'HELD'],
    ['that ended yesterday has ended', seat(null, '2026-06-14'), [term(null, null)], null, 'ENDED'],
    ['of a group that ended yesterday has ended', seat(), [term(null, null)], '2026-06-14', 'ENDED'],
    ['of a group that ends today is there', seat(), [term(null, null)], today, 'HELD'],
  ] as const)('%s', (_, days, terms, groupEndsOn, state) => {
    expect(seatFacts(days, terms, groupEndsOn, today).state).toBe(state);
  });

  test('that has ended shows who held it on its last day, not who was named before', () => {
    const first = term('2024-01-01', '2024-12-31');
    const last = term('2025-01-01', null);
    expect(seatFacts(seat(), [last, first], '2025-11-30', today)).toMatchObject({
      state: 'ENDED',
      current: last,
      past: [first],
    });
  });

  test('knows its past and its coming terms, the nearest first', () => {
    const [first, second, now, next, later] = [
      term('2023-01-01', '2023-12-31'),
      term('2024-01-01', '2024-12-31'),
      term('2026-01-01', '2026-12-31'),
      term('2027-01-01', '2027-12-31'),
      term('2028-01-01', null),
    ] as const;
    expect(seatFacts(seat(), [later, first, now, second, next], null, today)).toMatchObject({
      current: now,
      past: [second, first],
      coming: [next, later],
    });
  });

  test.each([
    ['today', today, true],
    ['in 90 days', '2026-09-13', true],
    ['in 91 days', '2026-09-14', false],
    ['never', null, false],
  ])('whose term ends %s: ending soon is %s', (_, endsOn, isEndingSoon) => {
    expect(seatFacts(seat(), [term('2026-01-01', endsOn)], null, today).isEndingSoon).toBe(isEndingSoon);
  });

  test.each([
    ['whose term is over', [term('2025-01-01', '2026-06-14')], true],
    [
      'whose term is over, with a successor named',
      [term('2025-01-01', '2026-06-14'), term('2026-07-01', null)],
      false,
    ],
    ['whose term runs', [term('2025-01-01', today)], false],
    ['that was never held', [], false],
  ])('%s: overdue for renewal is %s', (_, terms, isOverdue) => {
    expect(seatFacts(seat(), terms, null, today).isOverdueForRenewal).toBe(isOverdue);
  });

  test.each([
    ['that has ended', seat(null, '2026-06-14'), [term('2025-01-01', '2026-05-31')], null],
    ['of a group that has ended', seat(), [term('2025-01-01', '2026-05-31')], '2026-06-14'],
    ['that is coming', seat('2026-07-01'), [term('2026-07-01', '2026-08-31')], null],
  ])('%s is neither ending soon nor overdue for renewal', (_, days, terms, groupEndsOn) => {
    expect(seatFacts(days, terms, groupEndsOn, today)).toMatchObject({
      isEndingSoon: false,
      isOverdueForRenewal: false,
    });
  });

  test('counts ninety days over a leap day and over the clock changes', () => {
    const held = (endsOn: string, day: string) =>
      seatFacts(seat(), [term('2026-01-01', endsOn)], null, day).isEndingSoon;
    expect([held('2028-04-30', '2028-01-31'), held('2028-04-30', '2028-01-30')]).toEqual([true, false]);
    expect([held('2026-12-01', '2026-09-02'), held('2026-12-01', '2026-09-01')]).toEqual([true, false]);
  });

  test('with two terms at once is held by the one that began later', () => {
    const handover = [term('2026-01-01', '2026-06-30'), term('2026-06-01', '2027-05-31')];
    expect(seatFacts(seat(), handover, null, today).current).toBe(handover[1]);
  });
});
