import type {
  ActionPartsFragment,
  ActionStatus,
  ActionTrackerQuery,
  PlanPartsFragment,
  ReportPartsFragment,
  TargetPartsFragment,
} from '../../generated/operations.ts';
import type { Theme } from './context.ts';

// Named sample answers. The council is fictional; so is everything that it promises.

type Answer = ActionTrackerQuery;
type Council = NonNullable<Answer['council']>;

const action = (
  ref: string,
  title: string,
  change: Partial<ActionPartsFragment> = {},
): ActionPartsFragment => ({
  ref,
  refIsDerived: false,
  title,
  detail: null,
  language: 'en',
  status: change.reports?.[0]?.status ?? 'NOT_REPORTED',
  strengths: ['DELIVER'],
  strengthsAreDerived: true,
  leadText: 'Housing, Climate, and Streets',
  leads: [{ name: 'Housing, Climate, and Streets', role: 'ACCOUNTABLE' }],
  dueText: null,
  dueFrom: null,
  dueTo: null,
  dueKind: 'UNDATED',
  noDate: !change.dueText && !change.leftDocumentOn,
  noLead: change.leadText === null && !change.leftDocumentOn,
  isOverdue: null,
  daysLate: 0,
  isStale: false,
  lastReportedOn: change.reports?.[0]?.publishedOn ?? null,
  leftDocumentOn: null,
  isExample: true,
  groupView: change.reports?.[0]?.groupAssessment?.view ?? 'NOT_ASSESSED',
  reports: [],
  milestones: [],
  targets: [],
  translations: [],
  ...change,
});

const report = (
  status: ActionStatus,
  publishedOn: string,
  whatHappened: string,
  change: Partial<ReportPartsFragment> = {},
): ReportPartsFragment => ({
  uuid: `report-${publishedOn}`,
  status,
  whatHappened,
  language: 'en',
  publishedAt: `${publishedOn}T10:00:00.000Z`,
  publishedOn,
  byRole: 'COUNCIL_OFFICER',
  isCorrected: false,
  corrects: null,
  evidence: [],
  groupAssessment: null,
  councilResponse: null,
  translations: [],
  ...change,
});

const target = (statement: string, change: Partial<TargetPartsFragment> = {}): TargetPartsFragment => ({
  kind: 'TARGET',
  statement,
  language: 'en',
  unit: null,
  baselineValue: null,
  targetValue: null,
  forWhom: null,
  dueText: null,
  measurements: [],
  progress: { isMet: null },
  shares: [],
  ...change,
});

const theme = (
  ref: string,
  title: string,
  actions: ActionPartsFragment[],
  change: Partial<Theme> = {},
): Theme => ({
  ref,
  refIsDerived: false,
  title,
  detail: null,
  language: 'en',
  translations: [],
  targets: [],
  actions,
  ...change,
});

const isDone = ({ status }: ActionPartsFragment) => status === 'DONE';
const isExploring = ({ strengths }: ActionPartsFragment) => strengths.every((each) => each === 'EXPLORE');

function plan(themes: Theme[], change: Partial<PlanPartsFragment> = {}): PlanPartsFragment {
  const actions = themes.flatMap((each) => each.actions).filter(({ leftDocumentOn }) => !leftDocumentOn);
  const count = (status: ActionStatus) => actions.filter((each) => each.status === status).length;
  const names = [...new Set(actions.flatMap(({ leads }) => leads.map(({ name }) => name)))];
  return {
    slug: '2026-2029',
    title: 'Fairmead sanctuary action plan 2026 to 2029',
    language: 'en',
    state: 'CURRENT',
    periodText: 'January 2026 to December 2029',
    sourceUrl: 'https://fairmead.example/plan.pdf',
    isExample: true,
    progress: {
      total: actions.length,
      byStatus: (['NOT_REPORTED', 'NOT_STARTED', 'IN_PROGRESS', 'DELAYED', 'DONE', 'STOPPED'] as const).map(
        (status) => ({ status, count: count(status) }),
      ),
      delivered: actions.filter((each) => isDone(each) && !isExploring(each)).length,
      explored: actions.filter((each) => isDone(each) && isExploring(each)).length,
      stopped: count('STOPPED'),
      endedWithoutReport: 0,
    },
    leads: names.map((name) => ({
      name,
      actionCount: actions.filter(({ leads }) => leads.some((lead) => lead.name === name)).length,
    })),
    themes,
    translations: [],
    ...change,
  };
}

const answer = (thePlan: PlanPartsFragment, change: Partial<Council> = {}): Answer => ({
  council: {
    slug: 'fairmead',
    name: 'Fairmead',
    siteUrl: 'https://fairmead.example',
    timeZone: 'Europe/London',
    dataLicence: 'OGL-UK-3.0',
    isExample: true,
    revision: 12,
    today: '2026-11-22',
    plans: [
      { slug: 'equality', kind: 'RELATED', state: 'CURRENT' },
      { slug: '2026-2029', kind: 'SANCTUARY', state: 'CURRENT' },
    ],
    plan: thePlan,
    ...change,
  },
});

const interpreters = action('1.2', 'Offer an interpreter in every council service', {
  detail: 'Staff book the interpreter; the person who needs one never pays.',
  strengths: ['DELIVER', 'CONTINUE'],
  leadText: 'Adults, Health, and Welcome, with the Fairmead Forum and others',
  leads: [
    { name: 'Adults, Health, and Welcome', role: 'ACCOUNTABLE' },
    { name: 'Fairmead Forum', role: 'PARTNER' },
    { name: 'others', role: 'OTHERS_NOT_NAMED' },
  ],
  dueText: 'by summer 2027',
  dueFrom: '2027-06-01',
  dueTo: '2027-08-31',
  dueKind: 'DATED',
  isOverdue: false,
  groupView: 'PARTLY_AGREES',
  reports: [
    report(
      'IN_PROGRESS',
      '2026-10-30',
      'Booking now works in the library, the town hall and two housing offices.',
      {
        evidence: [
          {
            kind: 'MINUTES',
            title: 'Cabinet, October',
            url: 'https://fairmead.example/minutes',
            datedOn: '2026-10-28',
          },
          {
            kind: 'DATA',
            title: 'Bookings by month',
            url: 'https://fairmead.example/bookings.csv',
            datedOn: null,
          },
        ],
        groupAssessment: {
          view: 'PARTLY_AGREES',
          reason: 'Two surgeries still ask people to bring a friend.',
          language: 'en',
          assessedOn: '2026-11-04',
          meeting: { uuid: 'meeting-2026-11-04', day: '2026-11-04' },
        },
        councilResponse: {
          text: 'We have written to both surgeries and will say in January what changed.',
          language: 'en',
          respondedOn: '2026-11-10',
        },
      },
    ),
    report('IN_PROGRESS', '2026-06-12', 'A contract for telephone interpreting is signed.', {
      corrects: { uuid: 'report-2026-06-10', publishedOn: '2026-06-10' },
      groupAssessment: {
        view: 'AGREES',
        reason: null,
        language: 'en',
        assessedOn: '2026-06-20',
        meeting: null,
      },
    }),
    report('NOT_STARTED', '2026-06-10', 'No contract is signed yet.', { isCorrected: true }),
  ],
  milestones: [
    {
      title: 'Contract signed',
      language: 'en',
      dueText: 'June 2026',
      dueTo: '2026-06-30',
      metOn: '2026-06-12',
    },
    {
      title: 'All reception desks trained',
      language: 'en',
      dueText: 'early 2027',
      dueTo: '2027-04-30',
      metOn: null,
    },
  ],
  targets: [
    target('Interpreted appointments in a year', {
      unit: 'appointments',
      baselineValue: 140,
      targetValue: 1000,
      measurements: [
        {
          measuredOn: '2026-03-31',
          value: 205,
          isFewerThanFive: false,
          source: 'Service figures',
          sourceUrl: null,
        },
        {
          measuredOn: '2026-06-30',
          value: 430,
          isFewerThanFive: false,
          source: 'Service figures',
          sourceUrl: null,
        },
        {
          measuredOn: '2026-09-30',
          value: 612,
          isFewerThanFive: false,
          source: 'Service figures',
          sourceUrl: 'https://fairmead.example/figures',
        },
      ],
      shares: [
        target('in a language of the region', {
          unit: '%',
          targetValue: 50,
          forWhom: 'by women',
          measurements: [
            {
              measuredOn: '2026-09-30',
              value: 48,
              isFewerThanFive: false,
              source: 'Service figures',
              sourceUrl: null,
            },
          ],
        }),
      ],
    }),
    target('Complaints about missing interpreters', {
      kind: 'OUTCOME',
      measurements: [
        {
          measuredOn: '2026-09-30',
          value: null,
          isFewerThanFive: true,
          source: 'Complaints team',
          sourceUrl: null,
        },
      ],
    }),
  ],
});

const welcome = theme('1', 'Council services and awareness', [
  action('1.1', 'Train all reception staff about sanctuary', {
    reports: [
      report('DONE', '2026-11-20', 'All 84 members of staff at reception desks have been trained.', {
        groupAssessment: {
          view: 'AGREES',
          reason: null,
          language: 'en',
          assessedOn: '2026-11-21',
          meeting: null,
        },
      }),
    ],
  }),
  interpreters,
  action('1.3', 'Explore a welcome pack in ten languages', {
    strengths: ['EXPLORE'],
    reports: [report('DONE', '2026-03-02', 'A pack was explored with residents; the report is published.')],
    isStale: true,
  }),
  action('1.4', 'Publish every form in plain English', {
    leadText: null,
    leads: [],
    leftDocumentOn: '2026-05-01',
    reports: [report('STOPPED', '2026-02-01', 'Merged into the accessibility plan.')],
  }),
]);

const housing = theme(
  '2',
  'Housing and homelessness',
  [
    action('2.1', 'Give notice 56 days before anyone must leave', {
      dueText: 'spring 2026',
      dueFrom: '2026-03-01',
      dueTo: '2026-05-31',
      dueKind: 'DATED',
      isOverdue: true,
      daysLate: 175,
      reports: [
        report('DELAYED', '2026-04-03', 'The new letter waits for legal advice.', {
          groupAssessment: {
            view: 'DISAGREES',
            reason: 'People were given seven days as late as October.',
            language: 'en',
            assessedOn: '2026-10-09',
            meeting: null,
          },
        }),
      ],
      isStale: true,
    }),
    action('2.2', 'Continue the deposit scheme', {
      strengths: ['CONTINUE'],
      dueText: 'ongoing',
      dueKind: 'ONGOING',
      reports: [
        report('IN_PROGRESS', '2026-11-01', 'Eleven households were helped.'),
        report('IN_PROGRESS', '2026-07-01', 'Six households were helped.', {
          groupAssessment: {
            view: 'AGREES',
            reason: null,
            language: 'en',
            assessedOn: '2026-07-20',
            meeting: null,
          },
        }),
      ],
    }),
    action('2.3', 'Open a second night shelter', {
      leadText: null,
      leads: [],
      reports: [report('STOPPED', '2026-09-09', 'No building was found.')],
    }),
  ],
  { detail: 'A safe place to live is where everything else begins.' },
);

const learning = theme('3', 'Learning and work', [
  action('3.1', 'Offer English classes with childcare', {
    reports: [report('NOT_STARTED', '2026-08-15', 'Rooms are being looked for.')],
  }),
  action('3.2', 'Meet employers twice a year'),
  action('3.3', 'Waive library fines for people without an address'),
]);

const themes = [welcome, housing, learning];

const translated = (each: Theme): Theme => ({
  ...each,
  translations: [{ field: 'title', text: `محور ${each.ref}: خدمات وترحيب`, source: 'PERSON' }],
  actions: each.actions.map((one, index) => ({
    ...one,
    translations: [
      {
        field: 'title',
        text: `إجراء ${one.ref}: تدريب الموظفين وتوفير الترجمة`,
        source: (['PERSON', 'COMMUNITY', 'MACHINE'] as const)[index % 3] ?? 'MACHINE',
      },
    ],
  })),
});

const longWord = 'Wohnungslosenunterbringungsverordnungszuständigkeitsstelle';

export const examples = {
  ready: answer(plan(themes)),
  emptyPlan: answer(plan([])),
  themesWithoutActions: answer(plan([theme('1', 'Housing', []), theme('2', 'Health', [])])),
  longNames: answer(
    plan([
      theme('1', `${longWord} and ${longWord}`, [
        action('1.1', `${longWord} ${longWord} ${longWord}`, {
          leadText: longWord,
          leads: [{ name: longWord, role: 'ACCOUNTABLE' }],
        }),
      ]),
    ]),
  ),
  arabic: answer(
    plan(themes.map(translated), {
      translations: [{ field: 'title', text: 'خطة عمل فيرميد للملاذ 2026 إلى 2029', source: 'PERSON' }],
    }),
  ),
  /** As after one more report: 3.2 is in progress. */
  changed: answer(
    plan([
      welcome,
      housing,
      {
        ...learning,
        actions: learning.actions.map((each) =>
          each.ref === '3.2'
            ? action('3.2', each.title, {
                reports: [report('IN_PROGRESS', '2026-11-22', 'A first meeting was held.')],
              })
            : each,
        ),
      },
    ]),
    { revision: 13 },
  ),
  /** As large as a published plan: 7 themes, 42 actions, nothing reported. */
  unreported: answer(
    plan(
      Array.from({ length: 7 }, (_, index) =>
        theme(
          String(index + 1),
          `Theme number ${index + 1}`,
          Array.from({ length: 6 }, (__, number) =>
            action(
              `${index + 1}.${number + 1}`,
              'Work with partners so that services are fair and easy to reach',
            ),
          ),
        ),
      ),
    ),
  ),
  /** As large as a published plan, and everything reported on: 7 themes, 42 actions with all that an action can hold. */
  reported: answer(
    plan(
      Array.from({ length: 7 }, (_, index) =>
        theme(
          String(index + 1),
          `Theme number ${index + 1}`,
          Array.from({ length: 6 }, (__, number) => ({
            ...interpreters,
            ref: `${index + 1}.${number + 1}`,
            ...(number > 3 && { status: 'DELAYED' as const, isOverdue: true, daysLate: 12 }),
          })),
        ),
      ),
    ),
  ),
  noSuchCouncil: { council: null },
  noSuchPlan: { council: { ...answer(plan([])).council, plan: null } },
} as const satisfies Record<string, unknown>;
