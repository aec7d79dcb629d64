import { expect, test } from 'vitest';
import { placeMarks, type DrawnFigure } from './target-chart.rules.ts';

type Measured = readonly [day: string, value: number | null];

const figure = (
  measured: readonly Measured[],
  {
    unit = 'people',
    start = null,
    target = null,
  }: { unit?: string | null; start?: number | null; target?: number | null } = {},
): DrawnFigure => ({
  unit,
  baselineValue: start,
  targetValue: target,
  measurements: measured.map(([measuredOn, value]) => ({
    measuredOn,
    value,
    isFewerThanFive: value === null,
  })),
});

test.each<
  [
    what: string,
    figure: DrawnFigure,
    heights: (number | null)[],
    target: number | null,
    baseline: number | null,
  ]
>([
  ['nothing measured', figure([], { target: 10 }), [], 1, null],
  ['one measurement', figure([['2026-01-01', 5]], { target: 10 }), [0.5], 1, null],
  ['a target passed', figure([['2026-01-01', 20]], { target: 10 }), [1], 0.5, null],
  [
    'no target',
    figure([
      ['2026-01-01', 5],
      ['2026-02-01', 10],
    ]),
    [0.5, 1],
    null,
    null,
  ],
  ['a start', figure([['2026-01-01', 8]], { start: 4, target: 16 }), [0.5], 1, 0.25],
  [
    'fewer is better: a target of 0',
    figure(
      [
        ['2026-01-01', 40],
        ['2026-02-01', 10],
      ],
      { start: 40, target: 0 },
    ),
    [1, 0.25],
    0,
    1,
  ],
  [
    'everything 0',
    figure(
      [
        ['2026-01-01', 0],
        ['2026-02-01', 0],
      ],
      { target: 0 },
    ),
    [0, 0],
    0,
    null,
  ],
  ['per cent, up to the whole', figure([['2026-01-01', 25]], { unit: '%', target: 50 }), [0.25], 0.5, null],
  ['per cent, in words', figure([['2026-01-01', 25]], { unit: 'per cent of staff' }), [0.25], null, null],
  ['more than the whole', figure([['2026-01-01', 200]], { unit: '%', target: 100 }), [1], 0.5, null],
  [
    'below 0',
    figure(
      [
        ['2026-01-01', -5],
        ['2026-02-01', 5],
      ],
      { target: 15 },
    ),
    [0, 0.5],
    1,
    null,
  ],
  [
    'fewer than five',
    figure(
      [
        ['2026-01-01', null],
        ['2026-02-01', 6],
      ],
      { target: 12 },
    ),
    [null, 0.5],
    1,
    null,
  ],
  ['only fewer than five', figure([['2026-01-01', null]], { target: 12 }), [null], 1, null],
])('%s', (_, given, heights, target, baseline) => {
  const marks = placeMarks(given);
  expect(marks.measured.map(({ height }) => height)).toEqual(heights);
  expect([marks.target, marks.baseline]).toEqual([target, baseline]);
});

test('a number that is too small to be shown has no height, even if it came along', () => {
  const marks = placeMarks({
    ...figure([], { target: 8 }),
    measurements: [{ measuredOn: '2026-01-01', value: 3, isFewerThanFive: true }],
  });
  expect(marks.measured).toEqual([{ day: '2026-01-01', time: 0, value: null, height: null }]);
});

test.each<[what: string, days: string[], times: number[]]>([
  ['two days', ['2026-01-01', '2026-03-01'], [0, 1]],
  ['days unevenly apart', ['2026-01-01', '2026-01-02', '2026-01-11'], [0, 0.1, 1]],
  ['one day', ['2026-01-01'], [0]],
  ['the same day twice', ['2026-01-01', '2026-01-01'], [0, 0]],
])('time runs by the calendar: %s', (_, days, times) => {
  const { measured } = placeMarks(figure(days.map((day) => [day, 5])));
  expect(measured.map(({ time }) => time)).toEqual(times);
});

test('the figure 0 stands where it belongs', () => {
  expect(placeMarks(figure([['2026-01-01', 5]])).zero).toBeCloseTo(0);
  expect(
    placeMarks(
      figure([
        ['2026-01-01', -5],
        ['2026-02-01', 15],
      ]),
    ).zero,
  ).toBe(0.25);
});
