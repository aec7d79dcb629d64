import { describe, expect, test } from 'vitest';
import { isBy, leftBy, newestBy, partSince, publicSince, stateBy } from './as-at.rules.ts';

const endOf = (day: string, timeZone = 'Europe/London') => ({ day, timeZone });
const at = (moment: string) => new Date(moment);

test.each([
  ['noon of the day itself', '2026-06-01T12:00:00Z', '2026-06-01', 'Europe/London', true],
  ['the last second of a summer day', '2026-06-01T22:59:59Z', '2026-06-01', 'Europe/London', true],
  [
    'midnight in summer, still the day before in Greenwich',
    '2026-06-01T23:00:00Z',
    '2026-06-01',
    'Europe/London',
    false,
  ],
  ['the last second of a winter day', '2026-12-01T23:59:59Z', '2026-12-01', 'Europe/London', true],
  ['midnight in winter', '2026-12-02T00:00:00Z', '2026-12-01', 'Europe/London', false],
  [
    'the night on which summer time begins, before',
    '2026-03-29T00:30:00Z',
    '2026-03-29',
    'Europe/London',
    true,
  ],
  [
    'the end of the day on which summer time begins',
    '2026-03-29T22:59:59Z',
    '2026-03-29',
    'Europe/London',
    true,
  ],
  ['after the end of that day', '2026-03-29T23:00:00Z', '2026-03-29', 'Europe/London', false],
  [
    'the end of the day on which summer time ends',
    '2026-10-25T23:59:59Z',
    '2026-10-25',
    'Europe/London',
    true,
  ],
  ['after the end of that day', '2026-10-26T00:00:00Z', '2026-10-25', 'Europe/London', false],
  [
    'an evening of Greenwich that is tomorrow in Kyiv',
    '2026-06-01T21:30:00Z',
    '2026-06-01',
    'Europe/Kyiv',
    false,
  ],
])('%s (%s) counts by the end of %s in %s: %s', (_what, moment, day, timeZone, counts) => {
  expect(isBy(at(moment), endOf(day, timeZone))).toBe(counts);
});

const wordings = [
  { number: 1, since: at('2026-03-01T12:00:00Z') },
  { number: 2, since: at('2026-06-01T09:00:00Z') },
  { number: 3, since: at('2026-06-01T22:30:00Z') },
];

test.each([
  ['2026-02-28', undefined],
  ['2026-03-01', 1],
  ['2026-05-31', 1],
  ['2026-06-01', 3],
  ['2027-01-01', 3],
])('of three wordings, two of one day, at the end of %s number %s stood', (day, number) => {
  expect(newestBy(wordings, endOf(day))?.number).toBe(number);
});

describe('the state of a plan', () => {
  const since = (day: string, state: 'DRAFT' | 'CURRENT' | 'SUPERSEDED') => ({
    state,
    since: at(`${day}T12:00:00Z`),
  });
  const born = [
    since('2026-01-10', 'DRAFT'),
    since('2026-02-10', 'CURRENT'),
    since('2026-08-10', 'SUPERSEDED'),
  ];

  test.each([
    ['before it was recorded', born, '2026-01-09', null],
    ['as a draft', born, '2026-02-09', null],
    ['on the day on which it was published', born, '2026-02-10', 'CURRENT'],
    ['on the day on which another took its place', born, '2026-08-10', 'SUPERSEDED'],
    [
      'withdrawn in between',
      [...born, since('2026-09-01', 'DRAFT'), since('2026-10-01', 'CURRENT')],
      '2026-09-15',
      null,
    ],
    ['recorded as current, on a day before that', [since('2026-05-01', 'CURRENT')], '2025-01-01', 'CURRENT'],
    ['of which nothing is known', [], '2026-01-01', null],
  ])('%s', (_what, standings, day, state) => {
    expect(stateBy(standings, endOf(day))).toBe(state);
  });
});

test('a plan is public from its first day on, or from when it was no draft any more', () => {
  const [draft, published] = [at('2026-01-10T12:00:00Z'), at('2026-02-10T12:00:00Z')];
  expect(publicSince([{ since: draft, state: 'CURRENT' }])).toBeNull();
  expect(
    publicSince([
      { since: draft, state: 'DRAFT' },
      { since: published, state: 'CURRENT' },
    ]),
  ).toEqual(published);
  expect(publicSince([{ since: draft, state: 'DRAFT' }])).toBeNull();
});

describe('an action and the document', () => {
  const on = (day: string) => at(`${day}T12:00:00Z`);
  const [march, june, august] = [on('2026-03-10'), on('2026-06-10'), on('2026-08-10')];

  test.each([
    ['never left', null, [], '2026-06-10', null],
    ['left in June; the day before', june, [june], '2026-06-09', null],
    ['left in June; on that day', june, [june], '2026-06-10', june],
    ['left in June; later', june, [june], '2026-12-31', june],
    ['left in June, typed in later', june, [august], '2026-07-01', june],
    ['left in March, back since June; before', null, [march, june], '2026-03-09', null],
    ['left in March, back since June; between', null, [march, june], '2026-06-09', march],
    ['left in March, back since June; on the day of its return', null, [march, june], '2026-06-10', null],
    ['left, back, left again; first absence', august, [march, june, august], '2026-05-01', march],
    ['left, back, left again; between', august, [march, june, august], '2026-07-01', null],
    ['left, back, left again; at last', august, [march, june, august], '2026-08-10', august],
    ['left and back on one day', null, [march, at('2026-03-10T15:00:00Z')], '2026-03-10', null],
  ])('%s', (_what, leftAt, turns, day, expected) => {
    expect(leftBy(leftAt, turns, endOf(day))).toEqual(expected);
  });
});

test('what was written together came together; what was added later came later', () => {
  const whole = { revision: 4, at: at('2026-06-01T12:00:00Z') };
  const older = at('2025-01-01T12:00:00Z');
  expect(partSince({ revision: 4, at: whole.at }, whole, older)).toEqual(older);
  expect(partSince({ revision: 5, at: at('2026-07-01T12:00:00Z') }, whole, older)).toEqual(
    at('2026-07-01T12:00:00Z'),
  );
  expect(partSince(undefined, whole, older)).toEqual(older);
});
