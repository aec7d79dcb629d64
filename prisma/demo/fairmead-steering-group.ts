import type { DemoGroup, DemoTerm } from './demo-data.ts';

const year = 365;

/** Groups of the invented council, in every state a seat, a name and a meeting can be in. */
export function fairmeadGroups(today: string): DemoGroup[] {
  const day = (daysAhead: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) + daysAhead * 86_400_000).toISOString().slice(0, 10);
  const term = (from: number, to: number, rest: Partial<DemoTerm> = {}): DemoTerm => ({
    startsOn: day(from),
    endsOn: day(to),
    ...rest,
  });

  const standing: DemoGroup = {
    slug: 'sanctuary-group',
    name: 'Fairmead Sanctuary Group',
    kind: 'STANDING',
    purpose:
      'The group asks what became of each promise, says whether it sees things as the council does, and tells the council what should come next.',
    meetsEveryMonths: 2,
    howToJoin:
      'Write to the secretary or call the council. You need no experience of meetings, and no papers are asked for.',
    whatIsPaid: 'Experts by experience are paid £20 for each hour, in the way that suits them.',
    whatHelp: 'Interpreters, childcare and travel are arranged and paid. You can join by telephone.',
    contactEmail: 'sanctuary-group@fairmead.example',
    contactUrl: 'https://example.org/fairmead/sanctuary-group',
    constituencies: [
      {
        kind: 'CHAIR',
        name: 'Chair',
        seats: [{ title: 'Cabinet Member for Communities', terms: [{}] }],
        translations: [{ language: 'ar', field: 'name', text: 'رئاسة المجموعة', source: 'PERSON' }],
      },
      {
        kind: 'EXPERTS_BY_EXPERIENCE',
        name: 'Experts by experience',
        note: 'People who have sought sanctuary themselves. They choose how they appear here.',
        termText: 'one year',
        translations: [
          { language: 'ar', field: 'name', text: 'خبراء بالتجربة', source: 'PERSON' },
          {
            language: 'ar',
            field: 'note',
            text: 'أشخاص طلبوا الحماية بأنفسهم، ويختارون كيف تظهر أسماؤهم هنا.',
            source: 'PERSON',
          },
        ],
        seats: [
          {
            terms: [
              term(-150, year - 151, {
                appearance: {
                  form: 'CHOSEN_NAME',
                  name: 'Expert by experience, seat 1',
                  consentGivenOn: day(-150),
                  consentMeans: 'IN_PERSON',
                },
              }),
            ],
          },
          {
            terms: [
              term(60 - year, 59, {
                appearance: {
                  form: 'FIRST_NAME',
                  name: 'Expert by experience, seat 2',
                  consentGivenOn: day(60 - year),
                  consentMeans: 'FORM',
                },
              }),
              term(60, 59 + year),
            ],
          },
          { terms: [term(-90, year - 91)] },
          {},
          { terms: [term(-40 - year, -41)] },
          {
            terms: [
              term(-200, year - 201, {
                appearance: {
                  form: 'FULL_NAME',
                  consentGivenOn: day(-200),
                  consentMeans: 'EMAIL',
                  isWithdrawn: true,
                },
              }),
            ],
          },
          {
            terms: [
              term(-120, year - 121, {
                appearance: {
                  form: 'CHOSEN_NAME',
                  name: 'Expert by experience, seat 7',
                  consentGivenOn: day(-120),
                  consentMeans: 'LETTER',
                  consentUntil: day(-20),
                },
              }),
            ],
          },
          { terms: [term(-30, year - 31, { appearance: { form: 'NOT_SHOWN' } })] },
        ],
      },
      {
        kind: 'CHARITIES',
        name: 'Charities and community groups',
        termText: 'two years, then others',
        translations: [
          { language: 'ar', field: 'name', text: 'الجمعيات والمجموعات الأهلية', source: 'PERSON' },
        ],
        seats: [
          {
            organisation: 'Fairmead Welcome Network',
            terms: [
              term(-300, 2 * year - 301, {
                cohort: 'second cohort',
                interest: {
                  text: 'The network runs the welcome desk under a contract with the council.',
                  declaredOn: day(-290),
                  isPublic: true,
                },
              }),
            ],
          },
          {
            terms: [
              term(-2 * year - 301, -302, {
                cohort: 'first cohort',
                organisation: 'Fairmead Welcome Network',
              }),
              term(-301, 429, { cohort: 'second cohort', organisation: 'Harbour Lane Kitchen' }),
              term(430, 429 + 2 * year, { cohort: 'third cohort', organisation: 'Fairmead Welcome Network' }),
            ],
          },
          {
            organisation: 'Harbour Lane Kitchen',
            endsOn: day(-302),
            terms: [term(-2 * year - 301, -302, { cohort: 'first cohort' })],
          },
        ],
      },
      {
        kind: 'DEPARTMENTS',
        name: 'Council departments',
        isListComplete: false,
        translations: [{ language: 'ar', field: 'name', text: 'دوائر المجلس', source: 'PERSON' }],
        seats: [
          { organisation: 'Homes and Neighbourhoods', terms: [{}] },
          { organisation: 'Jobs and Learning', terms: [{}] },
          { organisation: 'Children and Schools', startsOn: day(45) },
        ],
      },
      {
        kind: 'HEALTH',
        name: 'Health service',
        seats: [{ organisation: 'Fairmead Health Partnership' }],
        translations: [{ language: 'ar', field: 'name', text: 'الخدمات الصحية', source: 'PERSON' }],
      },
      { kind: 'COUNCILLORS', name: 'Councillors', isNumberPublished: false },
    ],
    meetings: [
      {
        day: day(-100),
        startTime: '17:30',
        endTime: '19:00',
        state: 'HELD',
        isOpen: true,
        minutesUrl: 'https://example.org/fairmead/minutes-1.pdf',
        access: { place: 'Town Hall, Room 2', isPublic: true },
        decisions: [
          { text: 'The group agreed what it says about the study of housing advice.', givesViews: true },
          {
            text: 'The welcome desk should open on Saturdays as well.',
            recused: 'Fairmead Welcome Network',
          },
        ],
      },
      { day: day(-60), startTime: '17:30', state: 'CANCELLED' },
      {
        day: day(-15),
        startTime: '17:30',
        endTime: '19:00',
        state: 'HELD',
        minutesUrl: 'https://example.org/fairmead/minutes-2.pdf',
        access: { place: 'A room that only members know' },
        decisions: [
          {
            text: 'The group disagrees with what is reported about letters in plain English.',
            givesViews: true,
            translations: [
              {
                language: 'ar',
                field: 'text',
                text: 'لا توافق المجموعة على ما ذُكر عن الرسائل المكتوبة بإنجليزية مبسطة.',
                source: 'COMMUNITY',
              },
            ],
          },
        ],
      },
      { day: day(-4), startTime: '12:00', state: 'PLANNED' },
      {
        day: day(24),
        startTime: '17:30',
        endTime: '19:00',
        state: 'PLANNED',
        isOpen: true,
        agenda: 'Promises that are late. How the library cards went. Who would like to join next year.',
        agendaUrl: 'https://example.org/fairmead/agenda-3.pdf',
        access: {
          place: 'Central Library, Meeting Room 1',
          joiningUrl: 'https://example.org/fairmead/join',
          isPublic: true,
        },
      },
      {
        day: day(85),
        startTime: '10:00',
        endTime: '11:30',
        state: 'PLANNED',
        access: { place: 'A room that only members know', joiningUrl: 'https://example.org/for-members' },
      },
    ],
    translations: [
      { language: 'ar', field: 'name', text: 'مجموعة فيرميد للملاذ', source: 'PERSON' },
      {
        language: 'ar',
        field: 'purpose',
        text: 'تسأل المجموعة عمّا تحقق من كل وعد، وتقول هل ترى الأمور كما يراها المجلس، وتخبره بما ينبغي أن يأتي بعد ذلك.',
        source: 'PERSON',
      },
      {
        language: 'ar',
        field: 'howToJoin',
        text: 'اكتب إلى أمانة المجموعة أو اتصل بالمجلس. لا تحتاج إلى خبرة في الاجتماعات، ولا نطلب أي أوراق.',
        source: 'PERSON',
      },
      {
        language: 'ar',
        field: 'whatIsPaid',
        text: 'يحصل الخبراء بالتجربة على 20 جنيهًا عن كل ساعة، بالطريقة التي تناسبهم.',
        source: 'PERSON',
      },
      {
        language: 'ar',
        field: 'whatHelp',
        text: 'نرتّب المترجمين ورعاية الأطفال والتنقل وندفع تكلفتها. ويمكنك الانضمام بالهاتف.',
        source: 'PERSON',
      },
    ],
  };

  const writers: DemoGroup = {
    slug: 'plan-writers',
    name: 'Group that wrote the first plan',
    kind: 'TIME_BOUND',
    purpose: 'It wrote the first plan, and met for half a year.',
    startsOn: day(-4 * year),
    endsOn: day(-4 * year + 180),
    constituencies: [
      {
        kind: 'CHARITIES',
        name: 'Charities and community groups',
        seats: [{ organisation: 'Harbour Lane Kitchen', terms: [{}] }],
      },
    ],
  };

  return [standing, writers];
}
