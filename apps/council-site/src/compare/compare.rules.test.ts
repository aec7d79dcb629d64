import { expect, test } from 'vitest';
import {
  choosePage,
  describeAbsence,
  describePublished,
  listStanding,
  readChoice,
  type ComparedPlan,
} from './compare.rules.ts';

const named = (name: string, isExample = false) => ({
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  isExample,
});
const some = [named('Zeal'), named('ashby'), named('Fairmead', true), named('Éastham'), named('Barnet')];
const slugs = (query: string, councils = some) =>
  choosePage(councils, readChoice(new URLSearchParams(query))).councils.map(({ slug }) => slug);

test.each([
  ['every real council, in the order of the alphabet', '', ['ashby', 'barnet', 'éastham', 'zeal']],
  ['examples when asked for', 'examples=1', ['ashby', 'barnet', 'éastham', 'fairmead', 'zeal']],
  ['only the chosen ones', 'council=zeal&council=barnet', ['barnet', 'zeal']],
  ['a chosen example', 'council=fairmead', ['fairmead']],
  ['chosen ones and examples', 'council=zeal&examples=1', ['fairmead', 'zeal']],
  ['none when only unknown ones are chosen', 'council=nowhere', []],
])('shows %s', (_, query, expected) => {
  expect(slugs(query)).toEqual(expected);
});

test('names what was chosen and is not here', () => {
  const choice = readChoice(new URLSearchParams('council=nowhere&council=zeal&council=nowhere&council='));
  expect(choosePage(some, choice).unknown).toEqual(['nowhere']);
});

const many = Array.from({ length: 302 }, (_, place) => named(`Council ${String(place).padStart(3, '0')}`));

test('of 302 councils each is on one page, and no page is longer than another but the last', () => {
  const pages = Array.from({ length: 13 }, (_, place) => slugs(`page=${place + 1}`, many));
  expect(pages.map(({ length }) => length)).toEqual([...Array.from({ length: 12 }, () => 25), 2]);
  expect(pages.flat()).toEqual(many.map(({ slug }) => slug));
});

test.each([
  ['0', 1],
  ['-1', 1],
  ['2', 2],
  ['999', 13],
  ['two', 1],
  ['1e3', 1],
])('page “%s” is page %i', (asked, page) => {
  expect(choosePage(many, readChoice(new URLSearchParams({ page: asked })))).toMatchObject({
    page,
    pageCount: 13,
    total: 302,
  });
});

const plan = (
  progress: Partial<ComparedPlan['progress']>,
  facts: Partial<ComparedPlan> = {},
): ComparedPlan => ({
  slug: '2026',
  title: 'Plan',
  language: 'en',
  kind: 'SANCTUARY',
  state: 'CURRENT',
  periodText: null,
  sourceUrl: null,
  targets: [],
  lastReportedOn: null,
  ...facts,
  progress: {
    total: 8,
    byStatus: [{ status: 'NOT_REPORTED', count: 2 }],
    delivered: 0,
    explored: 0,
    doneOfUnknownStrength: 0,
    stopped: 0,
    noDate: 1,
    noLead: 1,
    noMeasure: 1,
    late: 0,
    stale: 0,
    disagreed: 0,
    partlyAgreed: 0,
    notAssessed: 0,
    endedWithoutReport: 0,
    leftDocument: 0,
    ...progress,
  },
});
const silent = { byStatus: [{ status: 'NOT_REPORTED' as const, count: 8 }] };

test.each<[string, ComparedPlan]>([
  ['Plan published.', plan({})],
  ['Plan published, no dates in it.', plan({ noDate: 8 })],
  ['Plan published, no dates or leads in it.', plan({ noDate: 8, noLead: 8 })],
  [
    'Plan published, no dates, leads or measures in it. Nothing reported yet.',
    plan({ noDate: 8, noLead: 8, noMeasure: 8, ...silent }),
  ],
  ['Plan published, no actions in it.', plan({ total: 0, noDate: 0, byStatus: [] })],
  ['Related plan published, no leads in it.', plan({ noLead: 8 }, { kind: 'RELATED' })],
  ['Draft of a plan published.', plan({}, { state: 'DRAFT' })],
  ['Draft of a related plan published.', plan({}, { state: 'DRAFT', kind: 'RELATED' })],
])('says “%s”', (words, given) => {
  expect(describePublished(given)).toBe(words);
});

test('compares plans in force and drafts, and says when there is none', () => {
  const states = ['CURRENT', 'ENDED', 'DRAFT', 'SUPERSEDED'] as const;
  const plans = states.map((state) => plan({}, { state }));
  expect(listStanding(plans).map(({ state }) => state)).toEqual(['CURRENT', 'DRAFT']);
  expect(describeAbsence([])).toBe('No plan published.');
  expect(describeAbsence(plans.slice(1, 2))).toBe('No current plan. One earlier plan.');
  expect(describeAbsence(plans.slice(0, 2))).toBe('No current plan. 2 earlier plans.');
});
