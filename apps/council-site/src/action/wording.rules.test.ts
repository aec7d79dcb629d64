import { expect, test } from 'vitest';
import { listWordingChanges, type Wording } from './wording.rules.ts';

const first: Wording = {
  number: 1,
  since: '2026-01-01T00:00:00Z',
  title: 'Train staff',
  detail: null,
  leadText: 'Housing',
  dueText: null,
};

test('an action that was never reworded has no changes', () => {
  expect(listWordingChanges([first])).toEqual([]);
});

test('a new lead is told with the old one, and with the day', () => {
  const second = { ...first, number: 2, since: '2026-03-03T10:00:00Z', leadText: 'Children and Education' };
  expect(listWordingChanges([second, first])).toEqual([
    { what: 'Lead', since: second.since, from: 'Housing', to: 'Children and Education' },
  ]);
});

test('the newest change stands first, and a date that came is a change from none', () => {
  const second = { ...first, number: 2, since: '2026-03-03T10:00:00Z', title: 'Train all staff' };
  const third = { ...second, number: 3, since: '2026-04-03T10:00:00Z', dueText: 'by summer 2026' };
  expect(listWordingChanges([first, second, third]).map(({ what, from, to }) => [what, from, to])).toEqual([
    ['Timescale', null, 'by summer 2026'],
    ['Title', 'Train staff', 'Train all staff'],
  ]);
});
