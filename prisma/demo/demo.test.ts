import { describe, expect, test } from 'vitest';
import type { DemoAction, DemoCouncil, DemoReport, DemoTarget } from './demo-data.ts';
import { demoCouncils } from './demo.ts';
import { dueWordsFrom } from './due-words.ts';
import { fairmead } from './fairmead.ts';
import { hackney } from './hackney.ts';
import { islingtonEqualityPlan } from './islington-equality-plan.ts';
import { islington } from './islington.ts';
import { getPlan, listActions, listTexts, listThemeTargets } from './reading.ts';

const today = '2026-11-22';
const councils = demoCouncils(today);

const listAllActions = (council: DemoCouncil): DemoAction[] => council.plans.flatMap(listActions);

const listPublishedReports = (council: DemoCouncil): DemoReport[] =>
  listAllActions(council).flatMap((action) => (action.reports ?? []).filter((report) => !report.isDraft));

const countActionsByTheme = (council: DemoCouncil, slug: string): number[] =>
  getPlan(council, slug).themes.map((theme) => theme.actions.length);

const countBy = <T>(items: T[], key: (item: T) => string | undefined) =>
  Object.fromEntries([...Map.groupBy(items, key)].map(([name, group]) => [name, group.length]));

describe('Hackney', () => {
  const plan = getPlan(hackney, '2026-2029');

  test('has 7 themes with 8, 3, 6, 3, 6, 5 and 4 actions', () => {
    expect(countActionsByTheme(hackney, '2026-2029')).toEqual([8, 3, 6, 3, 6, 5, 4]);
  });

  test('keeps 8 different lead texts over 5 directorates', () => {
    expect(countBy(listActions(plan), (action) => action.leadText)).toEqual({
      'Adults, Health, and Integration': 7,
      'Adults, Health, and Integration, in partnership with Housing, Climate, and Economy and other services': 1,
      'Adults, Health, and Integration, in partnership with other services': 6,
      'Adults, Health, and Integration with Children and Education': 1,
      "Chief Executive's Directorate": 3,
      'Children and Education': 4,
      'Finance and Corporate Resources': 1,
      'Housing, Climate, and Economy': 12,
    });
    expect(hackney.organisations.filter(({ kind }) => kind === 'DEPARTMENT')).toHaveLength(5);
  });

  test('has one accountable lead for each action: 15, 12, 4, 3 and 1', () => {
    const accountable = listActions(plan).flatMap((action) =>
      (action.leads ?? []).filter(({ role }) => role === 'ACCOUNTABLE'),
    );
    expect(countBy(accountable, ({ name }) => name)).toEqual({
      'Adults, Health, and Integration': 15,
      'Housing, Climate, and Economy': 12,
      'Children and Education': 4,
      "Chief Executive's Directorate": 3,
      'Finance and Corporate Resources': 1,
    });
  });

  test('has no dates and no targets, because none are published', () => {
    expect(listActions(plan).filter((action) => action.dueText ?? action.targets)).toEqual([]);
    expect(listThemeTargets(plan)).toEqual([]);
    expect(hackney.reportingEveryMonths).toBeUndefined();
  });

  test('says who wrote the plan and when', () => {
    for (const fact of [
      'May to November 2025',
      'Derman',
      'English for Action',
      'Foreign Affairs',
      'Hackney CVS',
    ]) {
      expect(plan.coProductionNote).toContain(fact);
    }
    expect(plan.coProductionNote).toContain('WHEAT Mentor Support');
    expect(plan.coProductionNote).toContain('five Sanctuary Ambassadors');
  });
});

describe('the steering groups', () => {
  const getSeats = (council: DemoCouncil, kind: string) =>
    council.groups[0]?.constituencies.find((each) => each.kind === kind)?.seats ?? [];

  test('Islington: a chair by office, 3 charities in the first year, 6 after it, 8 departments among others', () => {
    expect(islington.groups).toHaveLength(1);
    expect(islington.groups[0]).toMatchObject({ kind: 'STANDING', meetsEveryMonths: 3 });
    expect(getSeats(islington, 'CHAIR').map(({ title }) => title)).toEqual([
      'Executive Member for Equalities, Culture and Inclusion',
    ]);
    const cohorts = getSeats(islington, 'CHARITIES').flatMap(({ terms = [] }) => terms);
    expect(countBy(cohorts, ({ cohort }) => cohort)).toEqual({
      'first year': 3,
      'second and third years': 6,
    });
    expect(cohorts.every(({ datesAreDerived }) => datesAreDerived)).toBe(true);
    expect(getSeats(islington, 'DEPARTMENTS')).toHaveLength(8);
    expect(islington.groups[0]?.constituencies.find(({ kind }) => kind === 'DEPARTMENTS')).toMatchObject({
      isListComplete: false,
    });
    expect(
      islington.groups[0]?.constituencies.find(({ kind }) => kind === 'EXPERTS_BY_EXPERIENCE'),
    ).toMatchObject({ termText: 'one year', isNumberPublished: false });
    expect(getSeats(islington, 'EXPERTS_BY_EXPERIENCE')).toEqual([]);
  });

  test('Hackney: the group that wrote the plan, with five partners by name and five ambassadors without', () => {
    expect(hackney.groups).toMatchObject([
      {
        kind: 'TIME_BOUND',
        periodText: 'May to November 2025',
        startsOn: '2025-05-01',
        endsOn: '2025-11-30',
      },
    ]);
    expect(getSeats(hackney, 'CHARITIES').map(({ organisation }) => organisation)).toEqual([
      'Derman',
      'WHEAT Mentor Support',
      'Foreign Affairs',
      'English for Action',
      'Hackney CVS',
    ]);
    expect(getSeats(hackney, 'EXPERTS_BY_EXPERIENCE')).toHaveLength(5);
  });

  test('of real councils nobody is named, and no meeting is invented', () => {
    for (const { groups } of [hackney, islington]) {
      const seats = groups.flatMap(({ constituencies }) =>
        constituencies.flatMap((each) => each.seats ?? []),
      );
      expect(seats.flatMap(({ terms = [] }) => terms).filter(({ appearance }) => appearance)).toEqual([]);
      expect(groups.flatMap(({ meetings = [] }) => meetings)).toEqual([]);
    }
  });

  test('Fairmead has every way to appear, and every state of a meeting', () => {
    const terms = getSeats(fairmead(today), 'EXPERTS_BY_EXPERIENCE').flatMap((seat) => seat.terms ?? []);
    const forms = new Set(terms.map(({ appearance }) => appearance?.form ?? 'ROLE_ONLY'));
    expect([...forms].toSorted()).toEqual([
      'CHOSEN_NAME',
      'FIRST_NAME',
      'FULL_NAME',
      'NOT_SHOWN',
      'ROLE_ONLY',
    ]);
    const states = new Set(
      fairmead(today).groups.flatMap(({ meetings = [] }) => meetings.map((each) => each.state)),
    );
    expect([...states].toSorted()).toEqual(['CANCELLED', 'HELD', 'PLANNED']);
  });
});

describe('Islington', () => {
  test('has 5 areas with 16 commitments, four of them with a timescale', () => {
    expect(countActionsByTheme(islington, 'commitments-2024-2026')).toEqual([4, 3, 3, 3, 3]);
    const commitments = listActions(getPlan(islington, 'commitments-2024-2026'));
    expect(commitments.flatMap((action) => action.dueText ?? [])).toEqual([
      'annual',
      'early 2024',
      'throughout the year',
      'In 2024',
    ]);
  });

  test('has 6 areas of strategic intent without actions, replacing two documents by name', () => {
    const plan = getPlan(islington, 'strategic-intent');
    expect(countActionsByTheme(islington, 'strategic-intent')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(plan.supersedesNames).toEqual([
      '2010 Refugee Integration Strategy',
      'Refugee and Migrant Action Plan (RMAP)',
    ]);
    expect(plan.periodText).toBeUndefined();
  });

  test('has a related equality plan of 6 areas and 32 actions', () => {
    expect(islingtonEqualityPlan.kind).toBe('RELATED');
    expect(countActionsByTheme(islington, 'equality-service-provider-2021')).toEqual([5, 7, 6, 5, 5, 4]);
  });

  test.each<[DemoTarget['kind'], number[]]>([
    ['TARGET', [5, 6, 4, 4, 3, 4]],
    ['OUTCOME', [5, 6, 5, 4, 4, 4]],
  ])('has each %s of the equality plan in its area', (kind, expected) => {
    const found = islingtonEqualityPlan.themes.map(
      (theme) => (theme.targets ?? []).filter((target) => target.kind === kind).length,
    );
    expect(found).toEqual(expected);
  });

  test('has every figure of the equality plan', () => {
    const figures = listThemeTargets(islingtonEqualityPlan)
      .filter((target) => target.targetValue !== undefined)
      .map(({ targetValue, unit, dueText, shares = [] }) =>
        [targetValue, unit, dueText ?? 'no date', shares.map((share) => `${share.targetValue}%`)].join('|'),
      );
    expect(figures).toEqual([
      '2|affordable workspaces|by autumn 2021|',
      '1000|people|no date|50%',
      '25|%|no date|',
      '2500|referrals|in 2021|30%',
      '24|staff|by March 2021|',
      '100|%|by summer 2021|',
    ]);
  });

  test('has every date of the equality plan', () => {
    const targets = listThemeTargets(islingtonEqualityPlan);
    expect(countBy(targets, (target) => target.dueText ?? 'no date')).toEqual({
      'by March 2021': 1,
      'until March 2021': 1,
      'by summer 2021': 5,
      'by autumn 2021': 2,
      'by the end of 2021': 3,
      'in 2021': 4,
      'throughout 2021': 1,
      annual: 1,
      'no date': 36,
    });
  });

  test('keeps two forums apart whose names are alike', () => {
    const names = islington.organisations.map(({ name }) => name);
    expect(names).toContain('Islington Refugee Forum');
    expect(names).toContain('Islington Refugee and Migrant Forum');
  });
});

describe('Fairmead', () => {
  const example = fairmead(today);
  const plan = getPlan(example, '2025-2028');

  test('is the only example, and the only council with reports, milestones or measurements', () => {
    expect(councils.filter((council) => council.isExample).map(({ slug }) => slug)).toEqual(['fairmead']);
    for (const council of [hackney, islington]) {
      const targets = council.plans.flatMap(listThemeTargets);
      const measured = targets.filter(
        (target) => target.measurements ?? target.shares?.some((s) => s.measurements),
      );
      expect(listAllActions(council).filter((action) => action.reports ?? action.milestones)).toEqual([]);
      expect(measured).toEqual([]);
    }
  });

  test('has 24 actions in 5 themes, and 6 in the plan that ended', () => {
    expect(countActionsByTheme(example, '2025-2028')).toEqual([5, 5, 5, 5, 4]);
    expect(countActionsByTheme(example, '2021-2024')).toEqual([3, 3]);
    expect(getPlan(example, '2021-2024').state).toBe('ENDED');
    expect(plan.supersedes).toBe('2021-2024');
  });

  test('shows every status, view, kind of evidence and source of translation', () => {
    const reports = listPublishedReports(example);
    const translations = [plan, plan.themes, listActions(plan), reports]
      .flat()
      .flatMap((translated) => translated.translations ?? []);
    expect(countBy(reports, (report) => report.status)).toEqual({
      NOT_STARTED: 1,
      IN_PROGRESS: 16,
      DELAYED: 4,
      DONE: 6,
      STOPPED: 2,
    });
    expect(new Set(reports.flatMap((report) => report.view?.view ?? []))).toEqual(
      new Set(['AGREES', 'PARTLY_AGREES', 'DISAGREES']),
    );
    expect(new Set(reports.flatMap((report) => (report.evidence ?? []).map(({ kind }) => kind)))).toEqual(
      new Set(['MINUTES', 'DOCUMENT', 'WEB_PAGE', 'DATA', 'NEWS']),
    );
    expect(new Set(translations.map(({ source }) => source))).toEqual(
      new Set(['PERSON', 'COMMUNITY', 'MACHINE']),
    );
  });

  test('tells its reports in order, and each view and answer after what it is about', () => {
    for (const { reports = [] } of listAllActions(example)) {
      const ages = reports.map((report) => report.daysAgo);
      expect(ages).toEqual(ages.toSorted((older, newer) => newer - older));
      for (const { daysAgo, view, response } of reports) {
        expect(view?.daysAgo ?? 0).toBeLessThan(daysAgo);
        if (response) expect(response.daysAgo).toBeLessThan(view?.daysAgo ?? 0);
      }
    }
  });

  test('words its actions, oldest first, before the first report on them', () => {
    for (const { reports, earlier = [], wordedDaysAgo = 420 } of listActions(plan)) {
      const ages = [...earlier.map((wording) => wording.daysAgo), wordedDaysAgo];
      expect(ages).toEqual(ages.toSorted((older, newer) => newer - older));
      expect(ages[0]).toBeGreaterThan(reports?.[0]?.daysAgo ?? 0);
    }
  });

  test('corrects one report, with a later one about the same action', () => {
    const corrections = listAllActions(example).flatMap(({ reports = [] }) =>
      reports.flatMap(({ corrects }, index) => (corrects === undefined ? [] : [{ index, corrects }])),
    );
    expect(corrections).toEqual([{ index: 1, corrects: 0 }]);
  });

  test('never measures a number from one to four', () => {
    const targets = [
      listThemeTargets(plan),
      listActions(plan).flatMap((action) => action.targets ?? []),
    ].flat();
    const measurements = [targets, targets.flatMap((target) => target.shares ?? [])]
      .flat()
      .flatMap((target) => target.measurements ?? []);
    expect(measurements.filter(({ value = 0 }) => value >= 1 && value <= 4)).toEqual([]);
    expect(measurements.filter(({ isFewerThanFive }) => isFewerThanFive)).toHaveLength(1);
  });

  test('links to example domains only', () => {
    const links = listTexts(example).filter((text) => text.includes('://'));
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !/^https:\/\/(example\.org|[a-z.-]+\.example)\//.test(`${link}/`))).toEqual(
      [],
    );
  });

  test('has the same actions late, due and to come on whichever day it is loaded', () => {
    const onLastDay = dueWordsFrom('2027-12-31');
    expect(onLastDay.byMonth(-2)).toBe('by October 2027');
    expect(onLastDay.byMonth(2)).toBe('by February 2028');
    expect(onLastDay.onDay(0)).toBe('31 December 2027');
    expect(onLastDay.onDay(9)).toBe('9 January 2028');
    expect(onLastDay.inYear('summer', -1)).toBe('summer 2026');
    const dueTexts = listActions(getPlan(fairmead('2027-03-01'), '2025-2028')).map(
      (action) => action.dueText,
    );
    expect(dueTexts).toContain('1 March 2027');
    expect(dueTexts).toContain('by January 2027');
  });
});

describe('every council', () => {
  test('has short titles', () => {
    expect(councils.flatMap(listAllActions).filter(({ title }) => title.length > 90)).toEqual([]);
  });

  test('names in each lead text the bodies that it is parsed into, and knows them', () => {
    for (const council of councils) {
      const known = council.organisations.map(({ name }) => name);
      for (const { leadText = '', leads = [] } of listAllActions(council)) {
        for (const { name, role } of leads) {
          expect(leadText).toContain(name);
          if (role !== 'OTHERS_NOT_NAMED') expect(known).toContain(name);
        }
      }
    }
  });
});
