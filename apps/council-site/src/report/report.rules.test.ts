import { describe, expect, test } from 'vitest';
import { isRightToLeft } from './direction.rules.ts';
import {
  chooseSince,
  reportOn,
  type PlanReport,
  type SourceAction,
  type SourceCouncil,
  type SourcePlan,
  type SourceReport,
} from './report.rules.ts';

const council: SourceCouncil = {
  name: 'Ashby Council',
  isExample: false,
  today: '2026-11-22',
  timeZone: 'Europe/London',
  dataLicence: 'OGL-UK-3.0',
  reportingEveryMonths: 6,
};

const action = (ref: string, facts: Partial<SourceAction> = {}): SourceAction => ({
  ref,
  refIsDerived: false,
  title: `Action ${ref}`,
  language: 'en',
  status: 'NOT_REPORTED',
  leadText: 'Housing',
  dueText: 'by March 2027',
  noDate: false,
  noLead: false,
  isOverdue: false,
  daysLate: 0,
  isStale: false,
  lastReportedOn: null,
  leftDocumentOn: null,
  groupView: 'NOT_ASSESSED',
  reports: [],
  wordings: [wording(1, '2025-01-10')],
  targets: [{}],
  ...facts,
});

const wording = (number: number, day: string, words: object = {}) => ({
  number,
  since: `${day}T12:00:00Z`,
  title: 'Train staff',
  detail: null,
  leadText: 'Housing',
  dueText: 'by March 2027',
  ...words,
});

const report = (publishedOn: string, facts: Partial<SourceReport> = {}): SourceReport => ({
  status: 'IN_PROGRESS',
  whatHappened: 'Work goes on.',
  language: 'en',
  publishedOn,
  isCorrected: false,
  corrects: null,
  evidence: [],
  groupAssessment: null,
  councilResponse: null,
  ...facts,
});

const view = (of: 'AGREES' | 'PARTLY_AGREES' | 'DISAGREES', assessedOn = '2026-10-02') => ({
  view: of,
  reason: 'We looked.',
  language: 'en',
  assessedOn,
});

function planWith(actions: SourceAction[], state: SourcePlan['state'] = 'CURRENT'): SourcePlan {
  const none = { total: actions.length, byStatus: [], delivered: 0, explored: 0, doneOfUnknownStrength: 0 };
  const others = { stopped: 0, noDate: 0, noLead: 0, noMeasure: 0, late: 0, stale: 0, disagreed: 0 };
  return {
    slug: '2026',
    title: 'Plan',
    language: 'en',
    kind: 'SANCTUARY',
    state,
    periodText: '2026',
    progress: {
      ...none,
      ...others,
      partlyAgreed: 0,
      notAssessed: 0,
      endedWithoutReport: 0,
      leftDocument: 0,
    },
    themes: [{ ref: '1', refIsDerived: false, title: 'Theme', language: 'en', actions, targets: [] }],
  };
}

const tell = (actions: SourceAction[], since = '2026-08-22', state: SourcePlan['state'] = 'CURRENT') =>
  reportOn(council, planWith(actions, state), since);

type ActionList = {
  [Key in keyof PlanReport]: PlanReport[Key] extends readonly SourceAction[] ? Key : never;
};

describe('an action is named under', () => {
  test.each<[list: ActionList[keyof PlanReport], facts: Partial<SourceAction>, state?: SourcePlan['state']]>([
    ['late', { isOverdue: true, daysLate: 3 }],
    ['stale', { isStale: true }],
    ['noDate', { noDate: true }],
    ['noLead', { noLead: true }],
    ['noMeasure', { targets: [] }],
    ['stopped', { status: 'STOPPED' }],
    ['endedWithoutReport', {}, 'ENDED'],
    [
      'notAssessedSince',
      { reports: [report('2026-11-01'), report('2026-09-01', { groupAssessment: view('DISAGREES') })] },
    ],
  ])('%s when it is so, and under nothing once it left the document', (list, facts, state) => {
    const gone = { ...facts, leftDocumentOn: '2026-06-01' };
    const told = tell([action('1.1', facts), action('1.2', gone)], undefined, state);
    expect(told[list].map(({ ref }) => ref)).toEqual(['1.1']);
    const usual = tell([action('1.1', { status: 'IN_PROGRESS' })], undefined, state);
    expect(usual[list]).toEqual([]);
  });
});

test('the most late stands first, and what is equally late in the order of the plan', () => {
  const late = (ref: string, daysLate: number) => action(ref, { isOverdue: true, daysLate });
  expect(tell([late('1.1', 5), late('1.2', 90), late('1.3', 5)]).late.map(({ ref }) => ref)).toEqual([
    '1.2',
    '1.1',
    '1.3',
  ]);
});

test('nothing ends without a report while the plan goes on', () => {
  expect(tell([action('1.1')], undefined, 'CURRENT').endedWithoutReport).toEqual([]);
});

test('a disagreement is told with the newest report, the full ones before those in part', () => {
  const seen = (ref: string, groupView: 'AGREES' | 'PARTLY_AGREES' | 'DISAGREES') =>
    action(ref, {
      groupView,
      reports: [report('2026-10-01', { groupAssessment: view(groupView) }), report('2026-01-01')],
    });
  const { differences } = tell([
    seen('1.1', 'PARTLY_AGREES'),
    seen('1.2', 'AGREES'),
    seen('1.3', 'DISAGREES'),
  ]);
  expect(differences.map((each) => [each.action.ref, each.report.publishedOn])).toEqual([
    ['1.3', '2026-10-01'],
    ['1.1', '2026-10-01'],
  ]);
});

test('where the group agreed with the earlier report nothing waits for its view', () => {
  const agreed = report('2026-09-01', { groupAssessment: view('AGREES') });
  expect(tell([action('1.1', { reports: [report('2026-11-01'), agreed] })]).notAssessedSince).toEqual([]);
});

describe('of what happened since 22 August 2026', () => {
  const changed = (facts: Partial<SourceAction>) =>
    tell([action('1.0'), action('1.1', facts)], '2026-08-22').changed;

  test.each([
    ['on the day before', '2026-08-21', 0],
    ['on that very day', '2026-08-22', 1],
    ['today', '2026-11-22', 1],
  ])('a report %s is told %#', (_, day, count) => {
    expect(changed({ reports: [report(day)] }).reports).toHaveLength(count);
  });

  test('a correction is no new report', () => {
    const corrects = { publishedOn: '2026-08-01', status: 'DONE' as const };
    const { reports, corrections } = changed({
      reports: [report('2026-09-01', { corrects }), report('2026-08-01', { isCorrected: true })],
    });
    expect(reports).toEqual([]);
    expect(corrections.map(({ day, what }) => [day, what.corrects?.status])).toEqual([
      ['2026-09-01', 'DONE'],
    ]);
  });

  test('a view and a response count by their own days, also about an older report', () => {
    const { said } = changed({
      reports: [
        report('2026-07-01', {
          groupAssessment: view('DISAGREES', '2026-08-30'),
          councilResponse: { text: 'We see.', language: 'en', respondedOn: '2026-09-15' },
        }),
        report('2026-06-01', { groupAssessment: view('AGREES', '2026-08-01') }),
      ],
    });
    expect(said.map(({ day, what }) => [day, what.by, what.about.publishedOn])).toEqual([
      ['2026-09-15', 'council', '2026-07-01'],
      ['2026-08-30', 'group', '2026-07-01'],
    ]);
  });

  test('a new lead and a new timescale are told with the old ones', () => {
    const { wordings } = changed({
      wordings: [
        wording(1, '2025-01-10'),
        wording(2, '2026-08-01', { detail: 'Every year' }),
        wording(3, '2026-09-01', { detail: 'Every year', leadText: null, dueText: 'by May 2028' }),
      ],
    });
    expect(wordings.map(({ what }) => [what.what, what.from, what.to])).toEqual([
      ['Timescale', 'by March 2027', 'by May 2028'],
      ['Lead', 'Housing', null],
    ]);
  });

  test('an action that came after the plan was added, and one that left is gone', () => {
    expect(changed({ wordings: [wording(1, '2026-09-01')] }).added.map(({ action: { ref } }) => ref)).toEqual(
      ['1.1'],
    );
    expect(changed({ leftDocumentOn: '2026-09-01' }).left.map(({ action: { ref } }) => ref)).toEqual(['1.1']);
  });

  test('the moment counts in the council’s own time zone', () => {
    const atMidnight = { ...wording(2, '2026-08-21', { title: 'New' }), since: '2026-08-21T23:30:00Z' };
    expect(changed({ wordings: [wording(1, '2025-01-10'), atMidnight] }).wordings[0]?.day).toBe('2026-08-22');
  });
});

test('a plan that came within the time is told as one, not as all its actions', () => {
  const came = action('1.1', { wordings: [wording(1, '2026-09-01')] });
  const later = action('1.3', { wordings: [wording(1, '2026-10-01')] });
  const { changed } = tell([came, { ...came, ref: '1.2' }, later]);
  expect([changed.recordedOn, changed.recordedActions]).toEqual(['2026-09-01', 2]);
  expect(changed.added.map(({ action: { ref } }) => ref)).toEqual(['1.3']);
});

test('a plan without actions has nothing to tell', () => {
  const { changed, late, differences } = tell([]);
  expect([changed.recordedOn, late, differences, changed.reports]).toEqual([null, [], [], []]);
});

test.each([
  ['nothing', '', null, '2026-08-22', null],
  ['nothing, with a rhythm of six months', '', 6, '2026-05-22', null],
  ['a day', '2026-02-28', 6, '2026-02-28', null],
  ['today', '2026-11-22', null, '2026-11-22', null],
  ['tomorrow', '2026-11-23', null, '2026-08-22', 'future'],
  ['31 February', '2026-02-31', null, '2026-08-22', 'not-a-day'],
  ['words', 'last week', null, '2026-08-22', 'not-a-day'],
  ['another order', '01/03/2026', null, '2026-08-22', 'not-a-day'],
])('asked for changes since %s', (_, asked, reportingEveryMonths, day, problem) => {
  expect(chooseSince(asked, { today: '2026-11-22', reportingEveryMonths })).toEqual({ day, problem });
});

test.each([
  ['2026-05-31', 3, '2026-02-28'],
  ['2028-05-31', 3, '2028-02-29'],
  ['2026-01-15', 3, '2025-10-15'],
  ['2026-11-22', 60, '2021-11-22'],
])('before %s, %i months are %s', (today, reportingEveryMonths, day) => {
  expect(chooseSince('', { today, reportingEveryMonths }).day).toBe(day);
});

test.each([
  ['Plan', false],
  ['1.1 خطة العمل', true],
  ['خطة Plan', true],
  ['Plan: خطة', false],
  ['2026', false],
])('“%s” runs from right to left: %s', (text, answer) => {
  expect(isRightToLeft(text)).toBe(answer);
});
