import { describe, expect, test } from 'vitest';
import { guardMeasurement, shareIsTooSmall, targetProgress, valueOfShare } from './target.rules.ts';

const measured = (value: number) => ({ value, isFewerThanFive: false });
const fewerThanFive = { value: null, isFewerThanFive: true };

describe('how near a target is', () => {
  test.each([
    ['half of the way up', 'people', 100, 200, 150, 0.5, false],
    ['a quarter of the way up from nothing', 'people', 0, 1000, 250, 0.25, false],
    ['without a baseline it counts from nothing', 'people', null, 1000, 250, 0.25, false],
    ['reached exactly', 'people', 0, 1000, 1000, 1, true],
    ['reached and passed', 'people', 0, 1000, 1400, 1, true],
    ['at the baseline', 'people', 100, 200, 100, 0, false],
    ['worse than the baseline', 'people', 100, 200, 60, 0, false],
    ['half of the way down', 'people', 80, 40, 60, 0.5, false],
    ['down to the target', 'people', 80, 40, 40, 1, true],
    ['down below the target', 'people', 80, 40, 10, 1, true],
    ['up where it should go down', 'people', 80, 40, 95, 0, false],
    ['down to nothing', 'people', 80, 0, 0, 1, true],
    ['half of the way down to nothing', 'people', 80, 0, 40, 0.5, false],
    ['a level that is kept', 'people', 50, 50, 50, 1, true],
    ['a level that is passed', 'people', 50, 50, 55, 1, true],
    ['a level that is lost', 'people', 50, 50, 45, 0, false],
    ['nothing, as before', 'people', 0, 0, 0, 1, true],
    ['something where there should be nothing', 'people', 0, 0, 9, 0, false],
    ['something where there should be nothing, from nobody knows where', 'people', null, 0, 9, null, false],
    ['a share that grows', '%', 10, 30, 25, 0.75, false],
    ['a small share is not a small number', '%', 0, 30, 3, 0.1, false],
    ['a figure that should have been hidden', 'people', 0, 30, 3, null, false],
  ])('%s', (_name, unit, baselineValue, targetValue, value, fraction, isMet) => {
    expect(targetProgress({ unit, baselineValue, targetValue }, measured(value))).toEqual({
      fraction,
      isMet,
    });
  });

  test.each([
    ['a target of twenty is not met by fewer than five', null, 20, false],
    ['a target of one is met by fewer than five', null, 1, true],
    ['whether a target of three is met would tell how many they are', null, 3, null],
    ['from twenty down to four is met', 20, 4, true],
    ['whether it is met from twenty down to two would tell how many they are', 20, 2, null],
    ['from twenty down to none is not met', 20, 0, false],
  ])('hidden as fewer than five: %s', (_name, baselineValue, targetValue, isMet) => {
    expect(targetProgress({ unit: 'people', baselineValue, targetValue }, fewerThanFive)).toEqual({
      fraction: null,
      isMet,
    });
  });

  test.each([
    ['nothing was measured', 100, null],
    ['there is no target figure', null, measured(50)],
    ['the measurement has no figure', 100, { value: null, isFewerThanFive: false }],
    ['the measurement is not a number', 100, measured(Number.NaN)],
  ])('it cannot be known when %s', (_name, targetValue, newest) => {
    expect(targetProgress({ unit: 'people', baselineValue: 0, targetValue }, newest)).toEqual({
      fraction: null,
      isMet: null,
    });
  });

  test('it always lies between 0 and 1, and is 1 exactly when the target is met', () => {
    for (let baselineValue = -20; baselineValue <= 20; baselineValue += 5)
      for (let targetValue = -20; targetValue <= 20; targetValue += 5)
        for (let value = -30; value <= 30; value += 3) {
          const { fraction, isMet } = targetProgress(
            { unit: '%', baselineValue, targetValue },
            measured(value),
          );
          expect(fraction).toBeGreaterThanOrEqual(0);
          expect(fraction).toBeLessThanOrEqual(1);
          expect(fraction === 1).toBe(isMet);
        }
  });
});

describe('small numbers', () => {
  test.each([
    ['people', 0, false],
    ['people', 1, true],
    ['people', 4, true],
    ['people', 5, false],
    ['staff trained', 3, true],
    ['referrals per month', 2, true],
    ['workspaces', 2, true],
    [null, 2, true],
    ['', 2, true],
    ['residents', 2.5, true],
    ['residents', 1000, false],
    ['%', 3, false],
    ['per cent of people', 3, false],
    ['percentage points', 3, false],
    ['£', 3, false],
    ['hours of English classes', 3, false],
    ['sharers', 3, true],
    ['dayschools', 3, true],
  ])('%j: %d is hidden: %s', (unit, value, isHidden) => {
    expect(guardMeasurement(unit, value)).toEqual({
      value: isHidden ? null : value,
      isFewerThanFive: isHidden,
    });
  });

  test('no value stays no value', () => {
    expect(guardMeasurement('people', null)).toEqual({ value: null, isFewerThanFive: false });
  });
});

describe('shares', () => {
  test.each([
    [1000, 50, false, 'five hundred and five hundred'],
    [24, 50, false, 'twelve and twelve'],
    [10, 50, false, 'five and five'],
    [10, 40, true, 'four of ten'],
    [10, 60, true, 'all but four of ten'],
    [10, 0, false, 'none of ten'],
    [10, 100, false, 'all ten'],
    [100, 1, true, 'one of a hundred'],
    [100, 4, true, 'four of a hundred'],
    [100, 5, false, 'five of a hundred'],
    [100, 95, false, 'all but five of a hundred'],
    [100, 99, true, 'all but one of a hundred'],
    [3, 100, true, 'all three'],
    [3, 0, true, 'none of three'],
    [0, 0, false, 'nobody at all'],
    [100, 7, false, 'seven of a hundred'],
  ])('of %d people, %d %% is too small to show: %s (%s)', (total, percent, isTooSmall) => {
    expect(shareIsTooSmall(total, percent)).toBe(isTooSmall);
  });

  test('no share that is shown tells of one to four people', () => {
    for (let total = 0; total <= 200; total += 1)
      for (let part = 0; part <= total; part += 1) {
        const tellsOfFew = [part, total - part].some((count) => count >= 1 && count <= 4);
        if (total > 0) expect(shareIsTooSmall(total, (part / total) * 100)).toBe(tellsOfFew);
      }
  });

  test.each([
    [1000, 50, 500],
    [2500, 30, 750],
    [24, 25, 6],
    [100, 7, 7],
    [100, 33.3, 33],
    [0, 50, 0],
  ])('of %d, %d %% is %d', (total, percent, value) => {
    expect(valueOfShare(total, percent)).toBe(value);
  });
});
