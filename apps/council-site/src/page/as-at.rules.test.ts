import { expect, test } from 'vitest';
import { describeDayProblem, keepDay, readAskedDay } from './as-at.rules.ts';

test.each([
  ['', { text: '', day: undefined }],
  ['asAt=2026-03-01', { text: '2026-03-01', day: '2026-03-01' }],
  ['asAt=+2026-03-01+', { text: '2026-03-01', day: '2026-03-01' }],
  ['asAt=2026-02-30', { text: '2026-02-30', day: undefined }],
  ['asAt=yesterday', { text: 'yesterday', day: undefined }],
])('an address with “%s” asks for %j', (query, asked) => {
  expect(readAskedDay(new URLSearchParams(query))).toEqual(asked);
});

test.each([
  ['01/03/2026', '“01/03/2026” is not a day. Write it like 2026-03-01: year, month, day.'],
  ['2026-07-02', 'This day has not come yet. Choose today or a day before.'],
  ['2026-01-09', 'This plan was not recorded here yet. Choose 10 January 2026 or a later day.'],
  ['2026-03-01', 'This plan was not published on that day. Choose another day.'],
])('of the day “%s” a page can show nothing, and says: %s', (text, problem) => {
  const asked = readAskedDay(new URLSearchParams({ asAt: text }));
  expect(describeDayProblem(asked, { from: '2026-01-10', today: '2026-07-01' }, 'plan')).toBe(problem);
});

test('an address keeps the day, if there is one', () => {
  expect(keepDay('/ashby', '2026-03-01')).toBe('/ashby?asAt=2026-03-01');
  expect(keepDay('/ashby', undefined)).toBe('/ashby');
});
