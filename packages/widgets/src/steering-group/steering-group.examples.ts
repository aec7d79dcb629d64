import type {
  GroupPartsFragment,
  MeetingPartsFragment,
  SeatPartsFragment,
  SteeringGroupQuery,
  TermPartsFragment,
} from '../../generated/operations.ts';
import type { Constituency, GroupCouncil } from './context.ts';

// Named sample answers. The council is fictional; so is everybody who sits on its group.

const term = (change: Partial<NonNullable<SeatPartsFragment['currentTerm']>> = {}) => ({
  shownName: null,
  cohort: null,
  language: 'en',
  startsOn: '2026-01-20',
  endsOn: '2027-01-19',
  datesAreDerived: false,
  organisation: null,
  interests: [],
  ...change,
});

const comingTerm = (change: Partial<TermPartsFragment>): TermPartsFragment => {
  const { interests: _, ...rest } = term();
  return { ...rest, ...change };
};

const seat = (change: Partial<SeatPartsFragment> = {}): SeatPartsFragment => ({
  title: null,
  language: 'en',
  state: 'HELD',
  startsOn: null,
  isEndingSoon: false,
  isOverdueForRenewal: false,
  organisation: null,
  currentTerm: term(),
  comingTerms: [],
  pastTerms: [],
  ...change,
});

const vacantSeat = (change: Partial<SeatPartsFragment> = {}) =>
  seat({ state: 'VACANT', currentTerm: null, ...change });

const constituency = (
  kind: Constituency['kind'],
  name: string,
  seats: readonly SeatPartsFragment[],
  change: Partial<Constituency> = {},
): Constituency => ({
  kind,
  name,
  language: 'en',
  note: null,
  termText: null,
  isNumberPublished: true,
  isListComplete: true,
  howToJoin: null,
  seats,
  formerSeats: [],
  translations: [],
  ...change,
});

const meeting = (day: string, change: Partial<MeetingPartsFragment> = {}): MeetingPartsFragment => ({
  uuid: `meeting-${day}`,
  day,
  startTime: '17:30',
  endTime: '19:00',
  state: 'HELD',
  isOver: true,
  isOpen: false,
  place: null,
  joiningUrl: null,
  agenda: null,
  language: 'en',
  agendaUrl: null,
  minutesUrl: null,
  decisions: [],
  translations: [],
  ...change,
});

const next = meeting('2026-12-16', {
  state: 'PLANNED',
  isOver: false,
  isOpen: true,
  place: 'Town hall, room 2',
  joiningUrl: 'https://fairmead.example/join',
  agenda: 'Reports of the autumn; two new seats.',
  agendaUrl: 'https://fairmead.example/agenda.pdf',
});

const held = meeting('2026-09-16', {
  minutesUrl: 'https://fairmead.example/minutes.pdf',
  decisions: [
    {
      text: 'The group partly agrees with the report on interpreters.',
      language: 'en',
      recusalCount: 1,
      assessedActions: [
        {
          ref: '1.2',
          title: 'Offer an interpreter in every council service',
          language: 'en',
          plan: { slug: '2026-2029' },
        },
      ],
      translations: [],
    },
    {
      text: 'Travel to meetings is paid on the day.',
      language: 'en',
      recusalCount: 0,
      assessedActions: [],
      translations: [],
    },
  ],
});

const cancelled = meeting('2026-06-17', { state: 'CANCELLED', startTime: null, endTime: null });

const named = seat({
  currentTerm: term({
    shownName: 'Ayda',
    cohort: 'second cohort',
    interests: [{ text: 'Works for the night shelter.', language: 'en', declaredOn: '2026-02-03' }],
  }),
  isEndingSoon: true,
  comingTerms: [comingTerm({ cohort: 'third cohort', startsOn: '2027-01-20', endsOn: null })],
});

const constituencies = (experts: readonly SeatPartsFragment[]): Constituency[] => [
  constituency('CHAIR', 'Chair', [
    seat({ title: 'Cabinet member for communities', currentTerm: term({ endsOn: null }) }),
  ]),
  constituency('EXPERTS_BY_EXPERIENCE', 'Experts by experience', experts, {
    termText: 'one year',
    note: 'People who have sought sanctuary themselves.',
    howToJoin: 'Ask anybody at the Tuesday lunch.',
  }),
  constituency(
    'CHARITIES',
    'Charities',
    [
      seat({ organisation: { name: 'Fairmead Welcome' }, currentTerm: term({ cohort: 'first year' }) }),
      vacantSeat({
        organisation: { name: 'Harbour Lane Kitchen' },
        isOverdueForRenewal: true,
        pastTerms: [comingTerm({ endsOn: '2026-08-31' })],
      }),
      seat({ state: 'COMING', startsOn: '2027-02-01', currentTerm: null, title: 'Night shelter' }),
    ],
    { isListComplete: false, formerSeats: [seat({ currentTerm: term({ shownName: 'Sam O.' }) })] },
  ),
  constituency('HEALTH', 'Health', [], { isNumberPublished: false }),
];

function group(change: Partial<GroupPartsFragment> = {}): GroupPartsFragment {
  const groups = change.constituencies ?? constituencies([named, seat(), vacantSeat()]);
  return {
    name: 'Fairmead sanctuary steering group',
    language: 'en',
    purpose: 'It reads every report of the council and says whether it agrees.',
    periodText: null,
    hasEnded: false,
    meetsEveryMonths: 3,
    howToJoin: 'Write to us or come to an open meeting.',
    whatIsPaid: 'Travel, childcare and £20 for each meeting.',
    whatHelp: 'An interpreter, and somebody who comes with you.',
    contactEmail: 'group@fairmead.example',
    contactUrl: 'https://fairmead.example/group',
    sourceUrl: 'https://fairmead.example/minutes',
    vacantCount: groups.flatMap(({ seats }) => seats).filter(({ state }) => state === 'VACANT').length,
    constituencies: groups,
    nextMeeting: next,
    meetings: [next, held, cancelled],
    translations: [],
    ...change,
  };
}

const answer = (
  steeringGroup: GroupPartsFragment | null,
  change: Partial<GroupCouncil> = {},
): { readonly council: NonNullable<SteeringGroupQuery['council']> } => ({
  council: {
    slug: 'fairmead',
    name: 'Fairmead',
    siteUrl: 'https://fairmead.example',
    timeZone: 'Europe/London',
    isExample: true,
    revision: 12,
    today: '2026-11-22',
    plans: [
      {
        slug: '2026-2029',
        title: 'Fairmead sanctuary action plan 2026 to 2029',
        language: 'en',
        state: 'CURRENT',
        progress: { agreed: 3, partlyAgreed: 1, disagreed: 1 },
      },
    ],
    steeringGroup,
    ...change,
  },
});

const inArabic = (field: string, text: string) => ({
  translations: [{ field, text, source: 'PERSON' as const }],
});
const longWord = 'Wohnungslosenunterbringungsverordnungszuständigkeitsstelle';

export const examples = {
  ready: answer(group()),
  arabic: answer(
    group({
      ...inArabic('name', 'مجموعة متابعة الملاذ في فيرميد'),
      constituencies: constituencies([named, seat(), vacantSeat()]).map((each) => ({
        ...each,
        ...inArabic('name', 'دائرة من دوائر المجموعة'),
      })),
    }),
  ),
  /** As after somebody took her name away: the seat is still held, by role only. */
  withdrawn: answer(group({ constituencies: constituencies([seat(), seat(), vacantSeat()]) }), {
    revision: 13,
  }),
  /** As after one more meeting was recorded. */
  oneMoreMeeting: answer(group({ meetings: [next, meeting('2026-11-20'), held, cancelled] }), {
    revision: 13,
  }),
  /** A group whose members, rhythm, meetings and help are not published. */
  bare: answer(
    group({
      purpose: null,
      meetsEveryMonths: null,
      howToJoin: null,
      whatIsPaid: null,
      whatHelp: null,
      contactEmail: null,
      contactUrl: null,
      sourceUrl: null,
      constituencies: [constituency('DEPARTMENTS', 'Council departments', [], { isNumberPublished: false })],
      nextMeeting: null,
      meetings: [],
    }),
    {
      plans: answer(null).council.plans.map((plan) => ({
        ...plan,
        progress: { agreed: 0, partlyAgreed: 0, disagreed: 0 },
      })),
    },
  ),
  /** A group that wrote a plan and went home, before anything was reported. */
  ended: answer(
    group({ hasEnded: true, periodText: 'May to November 2025', nextMeeting: null, meetings: [held] }),
    {
      plans: answer(null).council.plans.map((plan) => ({
        ...plan,
        progress: { agreed: 0, partlyAgreed: 0, disagreed: 0 },
      })),
    },
  ),
  longNames: answer(
    group({
      name: `${longWord} ${longWord}`,
      constituencies: [
        constituency('CHARITIES', longWord, [
          seat({
            organisation: { name: longWord },
            currentTerm: term({ shownName: longWord, cohort: longWord }),
            comingTerms: [comingTerm({ organisation: { name: longWord } })],
          }),
        ]),
      ],
    }),
  ),
  notPublished: answer(null),
  noSuchCouncil: { council: null },
} as const satisfies Record<string, SteeringGroupQuery>;
