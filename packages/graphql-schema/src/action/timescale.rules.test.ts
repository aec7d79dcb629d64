import { describe, expect, test } from 'vitest';
import { isCalendarDate } from '../calendar.rules.ts';
import { intervalFromWords, planPeriod } from './timescale.rules.ts';
import type { Period } from './timescale.rules.ts';

const noPlan: Period = { from: null, to: null };
const threeYearPlan: Period = { from: '2026-01-01', to: '2028-12-31' };
const openPlan: Period = { from: '2026-04-01', to: null };
const planFromApril: Period = { from: '2025-04-01', to: '2026-03-31' };

describe('a stretch of time', () => {
  test.each([
    ['summer 2021', '2021-06-01', '2021-08-31'],
    ['Summer of 2021', '2021-06-01', '2021-08-31'],
    ['autumn 2021', '2021-09-01', '2021-11-30'],
    ['Summer ’26', '2026-06-01', '2026-08-31'],
    ["by Sept '26", null, '2026-09-30'],
    ['spring 2026', '2026-03-01', '2026-05-31'],
    ['winter 2021', '2021-12-01', '2022-02-28'],
    ['winter 2021/22', '2021-12-01', '2022-02-28'],
    ['winter 2023-24', '2023-12-01', '2024-02-29'],
    ['early summer 2026', '2026-06-01', '2026-08-31'],
    ['early 2024', '2024-01-01', '2024-04-30'],
    ['mid-2026', '2026-05-01', '2026-08-31'],
    ['Mid 2026', '2026-05-01', '2026-08-31'],
    ['late 2026', '2026-09-01', '2026-12-31'],
    ['start of 2026', '2026-01-01', '2026-04-30'],
    ['in 2021', '2021-01-01', '2021-12-31'],
    ['throughout 2021', '2021-01-01', '2021-12-31'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['during the year 2021', '2021-01-01', '2021-12-31'],
    ['first half of 2026', '2026-01-01', '2026-06-30'],
    ['H1 2026', '2026-01-01', '2026-06-30'],
    ['second half of 2026', '2026-07-01', '2026-12-31'],
    ['H2 2025/26', '2025-10-01', '2026-03-31'],
    ['Q2 2026', '2026-04-01', '2026-06-30'],
    ['Q2, 2026', '2026-04-01', '2026-06-30'],
    ['quarter 4 of 2026', '2026-10-01', '2026-12-31'],
    ['third quarter of 2026', '2026-07-01', '2026-09-30'],
    ['Q2 2025/26', '2025-07-01', '2025-09-30'],
    ['Q4 2025-26', '2026-01-01', '2026-03-31'],
    ['Q1 26-27', '2026-04-01', '2026-06-30'],
    ['H2 26-27', '2026-10-01', '2027-03-31'],
    ['2025/26 Q2', '2025-07-01', '2025-09-30'],
    ['late 2025/26', '2025-12-01', '2026-03-31'],
    ['summer 2025/26', '2025-06-01', '2025-08-31'],
  ])('"%s" is %s to %s', (words, from, to) => {
    expect(intervalFromWords(words, noPlan)).toEqual({ from, to, kind: 'DATED' });
  });
});

describe('years written with two numbers', () => {
  test.each([
    ['2025/26', '2025-04-01', '2026-03-31'],
    ['2025-26', '2025-04-01', '2026-03-31'],
    ['2025–26', '2025-04-01', '2026-03-31'],
    ['2025/2026', '2025-04-01', '2026-03-31'],
    ['FY 2025/26', '2025-04-01', '2026-03-31'],
    ['FY25/26', '2025-04-01', '2026-03-31'],
    ['25/26', '2025-04-01', '2026-03-31'],
    ['financial year 2025-2026', '2025-04-01', '2026-03-31'],
    ['academic year 2025/26', '2025-09-01', '2026-08-31'],
    ['2025/26 academic year', '2025-09-01', '2026-08-31'],
    ['2026-2029', '2026-01-01', '2029-12-31'],
    ['2026–2029', '2026-01-01', '2029-12-31'],
    ['2026 to 2029', '2026-01-01', '2029-12-31'],
    ['2026-29', '2026-01-01', '2029-12-31'],
    ['2025-2026', '2025-01-01', '2026-12-31'],
    ['2025/26 to 2027/28', '2025-04-01', '2028-03-31'],
    ['2025/26-2027/28', '2025-04-01', '2028-03-31'],
    ['2029 to 2026', null, null],
    ['2029-26', null, null],
    ['2026-2026', null, null],
    ['24/26', null, null],
    ['12/13', null, null],
    ['municipal year 2025/26', null, null],
    ['financial year 2026', null, null],
  ])('"%s" is %s to %s', (words, from, to) => {
    expect(intervalFromWords(words, noPlan)).toEqual({ from, to, kind: from ? 'DATED' : 'UNDATED' });
  });
});

describe('a last day', () => {
  test.each([
    ['by March 2021', '2021-03-31'],
    ['until March 2021', '2021-03-31'],
    ['no later than March 2021', '2021-03-31'],
    ['By the end of March 2021', '2021-03-31'],
    ['end of 2021', '2021-12-31'],
    ['End 2021', '2021-12-31'],
    ['by end-2021', '2021-12-31'],
    ['by the end of 2021', '2021-12-31'],
    ['by summer 2021', '2021-08-31'],
    ['by winter 2023/24', '2024-02-29'],
    ['by 2025/26', '2026-03-31'],
    ['by the end of the financial year 2025/26', '2026-03-31'],
    ['by 1 April 2027', '2027-04-01'],
    ['by: 31/03/2027', '2027-03-31'],
    ['before 1 April 2027', '2027-03-31'],
    ['before March 2024', '2024-02-29'],
    ['before the end of 2026', '2026-12-31'],
    ['by summer/autumn 2026', '2026-11-30'],
    ['Delivered by summer 2021', '2021-08-31'],
    ['New network in place by autumn 2021, with 24 staff', '2021-11-30'],
    ['Ongoing until March 2029', '2029-03-31'],
    ['by March 2021 at the latest', '2021-03-31'],
    ['Draft by March 2026, final text by March 2027', '2027-03-31'],
  ])('"%s" ends on %s, its start is open', (words, to) => {
    expect(intervalFromWords(words, noPlan)).toEqual({ from: null, to, kind: 'DATED' });
  });
});

describe('a day or a month', () => {
  test.each([
    ['31 March 2026', '2026-03-31', '2026-03-31'],
    ['31st March 2026', '2026-03-31', '2026-03-31'],
    ['the 1st of April 2026', '2026-04-01', '2026-04-01'],
    ['March 31, 2026', '2026-03-31', '2026-03-31'],
    ['31/03/2026', '2026-03-31', '2026-03-31'],
    ['1/4/26', '2026-04-01', '2026-04-01'],
    ['31.03.2026', '2026-03-31', '2026-03-31'],
    ['2026-03-31', '2026-03-31', '2026-03-31'],
    ['31-Mar-26', '2026-03-31', '2026-03-31'],
    ['31 Mar 26', '2026-03-31', '2026-03-31'],
    ['29 February 2028', '2028-02-29', '2028-02-29'],
    ['Mar 2026', '2026-03-01', '2026-03-31'],
    ['Sept. 2026', '2026-09-01', '2026-09-30'],
    ['Mar-26', '2026-03-01', '2026-03-31'],
    ["Mar '26", '2026-03-01', '2026-03-31'],
    ['03/2026', '2026-03-01', '2026-03-31'],
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['mid-March 2026', '2026-03-01', '2026-03-31'],
    ['February 2024', '2024-02-01', '2024-02-29'],
  ])('"%s" is %s to %s', (words, from, to) => {
    expect(intervalFromWords(words, noPlan)).toEqual({ from, to, kind: 'DATED' });
  });

  test.each([
    '31 February 2026',
    'by 31 February 2026',
    'February 31, 2026',
    '31/02/2026',
    '29/02/2027',
    '03/31/2026',
    '2026-02-30',
    '2026-13-01',
    '13/2026',
    '0/2026',
    '45 March 2026',
    '30 February to 5 March 2026',
    'ongoing from 31 April 2026',
  ])('"%s" cannot be and stays undated', (words) => {
    expect(intervalFromWords(words, threeYearPlan)).toEqual({ from: null, to: null, kind: 'UNDATED' });
  });
});

describe('from one to the other', () => {
  test.each([
    ['April 2026 to March 2027', '2026-04-01', '2027-03-31'],
    ['1 April 2026 - 31 March 2029', '2026-04-01', '2029-03-31'],
    ['01/04/2026–31/03/2029', '2026-04-01', '2029-03-31'],
    ['from 1 April 2026 until the end of March 2027', '2026-04-01', '2027-03-31'],
    ['between summer 2021 and spring 2022', '2021-06-01', '2022-05-31'],
    ['April to June 2026', '2026-04-01', '2026-06-30'],
    ['November to February 2027', '2026-11-01', '2027-02-28'],
    ['Dec 2025/Jan 2026', '2025-12-01', '2026-01-31'],
    ['summer / autumn 2021', '2021-06-01', '2021-11-30'],
    ['Autumn/Winter 2026', '2026-09-01', '2027-02-28'],
    ['winter/spring 2026', '2025-12-01', '2026-05-31'],
    ['early to mid 2026', '2026-01-01', '2026-08-31'],
    ['Q1-Q2 2025/26', '2025-04-01', '2025-09-30'],
    ['March 2026 to June', '2026-03-01', '2026-06-30'],
    ['1 April 2026 to 31 March', '2026-04-01', '2027-03-31'],
    ['1-31 March 2026', '2026-03-01', '2026-03-31'],
    ['1 March to 5 April 2026', '2026-03-01', '2026-04-05'],
    ['March 2026, June 2026 and September 2026', '2026-03-01', '2026-09-30'],
    ['Ongoing (2026-2029)', '2026-01-01', '2029-12-31'],
    ['from January 2024 for three years', '2024-01-01', '2026-12-31'],
    ['from January 2024, three years', '2024-01-01', '2026-12-31'],
    ['January 2024 (three years)', '2024-01-01', '2026-12-31'],
    ['three years from January 2024', '2024-01-01', '2026-12-31'],
    ['a 3-year programme from January 2024', '2024-01-01', '2026-12-31'],
    ['from 1 April 2026 for 18 months', '2026-04-01', '2027-09-30'],
    ['from 1 June 2026 for six weeks', '2026-06-01', '2026-07-12'],
    ['31 January 2026 for one month', '2026-01-31', '2026-02-27'],
  ])('"%s" is %s to %s', (words, from, to) => {
    expect(intervalFromWords(words, noPlan)).toEqual({ from, to, kind: 'DATED' });
  });
});

describe('words that count from the plan', () => {
  test.each([
    ['Year 1', threeYearPlan, '2026-01-01', '2026-12-31'],
    ['Year 2', threeYearPlan, '2027-01-01', '2027-12-31'],
    ['Year two', openPlan, '2027-04-01', '2028-03-31'],
    ['Year 2', { from: '2026-01-01', to: '2027-01-01' }, '2027-01-01', '2027-12-31'],
    ['Y3', threeYearPlan, '2028-01-01', '2028-12-31'],
    ['Years 1-2', threeYearPlan, '2026-01-01', '2027-12-31'],
    ['Year 1 to Year 3', threeYearPlan, '2026-01-01', '2028-12-31'],
    ['by end of Year 1', threeYearPlan, null, '2026-12-31'],
    ['By the end of the second year', openPlan, null, '2028-03-31'],
    ['Year 1 Q2', threeYearPlan, '2026-04-01', '2026-06-30'],
    ['Q2 of Year 2', openPlan, '2027-07-01', '2027-09-30'],
    ['within 6 months', threeYearPlan, '2026-01-01', '2026-06-30'],
    ['within six months', openPlan, '2026-04-01', '2026-09-30'],
    ['within the first year', threeYearPlan, '2026-01-01', '2026-12-31'],
    ['in the first 100 days', threeYearPlan, '2026-01-01', '2026-04-10'],
    ['over the next two years', openPlan, '2026-04-01', '2028-03-31'],
    ['throughout the plan', threeYearPlan, '2026-01-01', '2028-12-31'],
    ['by the end of this plan', threeYearPlan, null, '2028-12-31'],
    ['Year 1 (2026)', threeYearPlan, '2026-01-01', '2026-12-31'],
    ['Years 1, 2 and 3', threeYearPlan, '2026-01-01', '2028-12-31'],
    ['years 2, 3', threeYearPlan, '2027-01-01', '2028-12-31'],
    ['Year 1, 2 events', threeYearPlan, '2026-01-01', '2026-12-31'],
    ['Short term (within 1 year)', threeYearPlan, '2026-01-01', '2026-12-31'],
    ['Q2', planFromApril, '2025-07-01', '2025-09-30'],
    ['Q1 to Q2', planFromApril, '2025-04-01', '2025-09-30'],
  ])('"%s" is read in the plan of %o as %s to %s', (words, plan, from, to) => {
    expect(intervalFromWords(words, plan)).toEqual({ from, to, kind: 'DATED' });
  });

  test.each([
    ['Year 1', noPlan, 'the plan has no first day'],
    ['within 6 months', noPlan, 'the plan has no first day'],
    ['throughout the plan', openPlan, 'the plan has no last day'],
    ['Q2', threeYearPlan, 'the plan has three second quarters'],
    ['Q2', { from: '2025-04-01', to: '2026-04-01' }, 'the plan is a day longer than a year'],
    ['Q2', noPlan, 'nothing says which year'],
    ['Year 7 pupils', threeYearPlan, 'the plan has three years'],
    ['Year 40', openPlan, 'no plan is that long'],
    ['within 6 months of adoption', threeYearPlan, 'the day of adoption is not known'],
    ['next year', threeYearPlan, 'nobody knows when that was written'],
    ['last year', threeYearPlan, 'nobody knows when that was written'],
  ])('"%s" in the plan of %o is undated: %s', (words, plan) => {
    expect(intervalFromWords(words, plan)).toEqual({ from: null, to: null, kind: 'UNDATED' });
  });
});

describe('what comes again, and what goes on', () => {
  test.each([
    ['annual', 'RECURRING', null],
    ['Annually', 'RECURRING', null],
    ['every year', 'RECURRING', null],
    ['each March', 'RECURRING', null],
    ['quarterly', 'RECURRING', null],
    ['monthly', 'RECURRING', null],
    ['six-monthly', 'RECURRING', null],
    ['every two years', 'RECURRING', null],
    ['twice a year', 'RECURRING', null],
    ['Quarterly from April 2026', 'RECURRING', '2026-04-01'],
    ['Annual report by March 2026', 'RECURRING', null],
    ['ongoing', 'ONGOING', null],
    ['On-going', 'ONGOING', null],
    ['continuous', 'ONGOING', null],
    ['medium term/ ongoing', 'ONGOING', null],
    ['Medium term/ongoing', 'ONGOING', null],
    ['Ongoing/ medium term', 'ONGOING', null],
    ['Ongoing (annually reported)', 'ONGOING', null],
    ['Dec 2026/ ongoing', 'ONGOING', '2026-12-01'],
    ['Ongoing, review March 2026', 'ONGOING', null],
    ['Summer 2021 onwards', 'ONGOING', '2021-06-01'],
    ['March 2026 and ongoing', 'ONGOING', '2026-03-01'],
    ['2026 and beyond', 'ONGOING', '2026-01-01'],
    ['Ongoing from April 2026', 'ONGOING', '2026-04-01'],
    ['from April 2026', 'ONGOING', '2026-04-01'],
    ['starting in 2026', 'ONGOING', '2026-01-01'],
    ['not before 2027', 'ONGOING', '2027-01-01'],
    ['after March 2026', 'ONGOING', '2026-04-01'],
  ])('"%s" is %s from %s, with no last day', (words, kind, from) => {
    expect(intervalFromWords(words, threeYearPlan)).toEqual({ from, to: null, kind });
  });
});

describe('words that name no time we understand', () => {
  test.each([
    null,
    '',
    '   ',
    '-',
    'N/A',
    'short term',
    'medium term',
    'long term',
    'Short to medium term',
    'Medium term (1-2 years)',
    '6-12 months',
    'Mar 26',
    'TBC',
    'to be confirmed',
    'as soon as possible',
    'by March',
    'summer',
    'the plan may start in early May or March',
    'before Christmas 2026',
    'after the 2026 elections',
    'train 2026 staff',
    '£2026',
    '2,026',
    'not by March 2026',
    'summer 2021 - spring 2021',
    'first seen in March 2019, and again when schools met in June 2021',
    'صيف ٢٠٢٦',
    'été 2026',
    '26-27',
    'Q1 26-29',
  ])('%j stays undated', (words) => {
    expect(intervalFromWords(words, threeYearPlan)).toEqual({ from: null, to: null, kind: 'UNDATED' });
  });
});

describe('the same words, however they are written', () => {
  test.each([
    'BY  THE END\nOF MARCH 2027',
    'by\u00a0the end of March\u00a02027.',
    '“By the end of March 2027”',
    'Timescale: by the end of March 2027 (tbc)',
    'By the end of March 2027*',
    'By the end of March 2027²',
    'By the end of March 2027 (subject to funding)',
  ])('%j', (words) => {
    expect(intervalFromWords(words, noPlan)).toEqual({ from: null, to: '2027-03-31', kind: 'DATED' });
  });

  test('a month that is written twice, the second time inside the first, is read once', () => {
    expect(intervalFromWords('Q4 2025/26 (March 2026)', noPlan)).toEqual({
      from: '2026-03-01',
      to: '2026-03-31',
      kind: 'DATED',
    });
  });
});

test('a deadline and the quarter that it ends are one timescale', () => {
  const { to, kind } = intervalFromWords('by March 2026 (Q4 2025/26)', noPlan);
  expect([to, kind]).toEqual(['2026-03-31', 'DATED']);
});

describe('the period of a plan', () => {
  test.each([
    ['2026-2029', '2026-01-01', '2029-12-31'],
    ['2024, for three years', '2024-01-01', '2026-12-31'],
    ['January 2024 (three years)', '2024-01-01', '2026-12-31'],
    ['1 April 2025 to 31 March 2028', '2025-04-01', '2028-03-31'],
    ['from 2021', '2021-01-01', null],
    ['Year 1', null, null],
    [null, null, null],
  ])('%j is %s to %s', (words, from, to) => {
    expect(planPeriod(words)).toEqual({ from, to });
  });
});

describe('any text at all', () => {
  const pieces =
    'by from to until - / , ( ) and of the end early mid 31 1 2026 2025/26 26 Q2 H1 summer winter March may Year 2 first second half year within 6 months three years ongoing annual before not 2026-03-31 31/02/2026 Christmas ٣ \u0000 \ud800'.split(
      ' ',
    );
  // A small generator of its own, so that the same texts are tried every time.
  const randomTexts = (count: number) => {
    let state = 42;
    const next = (limit: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * limit);
    };
    return Array.from({ length: count }, () =>
      Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]).join(next(4) ? ' ' : ''),
    );
  };

  test('gets an answer whose days are real, in order, and fit its kind', () => {
    const kinds = new Set<string>();
    for (const words of randomTexts(5000)) {
      const { from, to, kind } = intervalFromWords(words, threeYearPlan);
      kinds.add(kind);
      for (const day of [from, to]) if (day !== null) expect(isCalendarDate(day), words).toBe(true);
      if (from !== null && to !== null) expect(from <= to, words).toBe(true);
      expect(to !== null, words).toBe(kind === 'DATED');
      if (kind === 'UNDATED') expect(from, words).toBe(null);
    }
    expect([...kinds].toSorted()).toEqual(['DATED', 'ONGOING', 'RECURRING', 'UNDATED']);
  });

  test.each([
    ['spaces', ' '.repeat(10_000)],
    ['digits', '2026'.repeat(2500)],
    ['years', '2026 '.repeat(2000)],
    ['words that lead nowhere', 'by the end of '.repeat(700)],
    ['ranges', 'march to '.repeat(1100)],
    ['unlike dates', '31/03/2026 1 may 2027 x '.repeat(400)],
    ['slashes', '/ '.repeat(5000)],
    ['letters', 'a'.repeat(10_000)],
    ['months without a year', 'mid march-'.repeat(1000)],
  ])('is read in a moment, even ten thousand characters of %s', (_name, words) => {
    const started = performance.now();
    intervalFromWords(words, threeYearPlan);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
