import { expect, test } from 'vitest';
import { createBudget } from './budget.rules.ts';

test('so many are taken in a time, then none, then as many again', () => {
  const take = createBudget(2, 1000);
  const at = (milliseconds: number) => take('ashby', new Date(milliseconds));
  expect([at(0), at(1), at(2), at(999), at(1000), at(1001), at(1002)]).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('one who takes all leaves the others theirs', () => {
  const take = createBudget(1, 1000);
  const now = new Date(0);
  expect([take('ashby', now), take('ashby', now), take('busy', now)]).toEqual([true, false, true]);
});

test('a clock that is put back shuts nobody out for long', () => {
  const take = createBudget(1, 1000);
  expect([take('ashby', new Date(10_000)), take('ashby', new Date(0))]).toEqual([true, true]);
});
