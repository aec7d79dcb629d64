import type { IncomingMessage, ServerResponse } from 'node:http';
import { moreServicesDocumentId } from '../../generated/documents.ts';
import type {
  SchedulePartsFragment,
  ServiceFinderQuery,
  ServicePartsFragment,
  ServiceSearchQuery,
} from '../../generated/operations.ts';

// Named sample answers. The council is fictional; so is everybody who helps there. It is Monday, 23 November 2026,
// 10:30 in the morning.

/** The moment of the examples. */
export const moment = '2026-11-23T10:30:00Z';

type Council = NonNullable<ServiceFinderQuery['council']>;

const uuidOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const weekly = (
  weekdays: number[],
  opensAt: string,
  closesAt: string,
  change: Partial<SchedulePartsFragment> = {},
): SchedulePartsFragment => ({
  frequency: 'WEEKLY',
  weekdays,
  weekOfMonth: null,
  monthDays: [],
  opensAt,
  closesAt,
  firstOn: null,
  lastOn: null,
  isByAppointment: false,
  opensOnBankHolidays: false,
  note: null,
  language: 'en',
  ...change,
});

type Place = ServicePartsFragment['locations'][number];

export const place = (
  name: string,
  [latitude, longitude]: readonly [number, number],
  change: Partial<Place['location']> = {},
): Place => ({
  note: null,
  location: {
    name,
    kind: 'PLACE',
    address: '1 Mill Lane',
    city: 'Fairmead',
    postcode: 'E8 3BQ',
    latitude,
    longitude,
    directions: null,
    accessibility: [],
    accessibilityNote: null,
    language: 'en',
    ...change,
  },
  schedules: [],
  exceptions: [],
});

const onContact: Place = {
  ...place('', [0, 0], {
    name: null,
    kind: 'ON_CONTACT',
    address: null,
    city: null,
    postcode: null,
    latitude: null,
    longitude: null,
  }),
};

const languageNames: Readonly<Record<string, readonly [name: string, ownName: string]>> = {
  en: ['English', 'English'],
  ti: ['Tigrinya', 'ትግርኛ'],
  prs: ['Dari', 'دری'],
  tr: ['Turkish', 'Türkçe'],
};

const spoken = (...codes: string[]): ServicePartsFragment['languages'] =>
  codes.map((language) => {
    const [name = language, ownName = language] = languageNames[language] ?? [];
    return { language, name, ownName, note: null };
  });

const telephone = (value: string): ServicePartsFragment['contacts'][number] => ({
  kind: 'TELEPHONE',
  value,
  label: null,
  language: 'en',
  note: null,
});

const welcome = { uuid: uuidOf(901), name: 'Fairmead Welcome' };
const harbour = { uuid: uuidOf(902), name: 'Harbour Law Centre' };

export const service = (
  number: number,
  name: string,
  change: Partial<ServicePartsFragment> = {},
): ServicePartsFragment => ({
  uuid: uuidOf(number),
  slug: name.toLowerCase().replace(/\W+/g, '-'),
  name,
  language: 'en',
  summary: `${name}, for people who are new here.`,
  categories: ['ADVICE'],
  state: 'RUNNING',
  stateNote: null,
  notice: null,
  access: ['DROP_IN'],
  referralBy: null,
  accessNote: null,
  asksForPapers: 'NO',
  papersNote: null,
  dataSharing: null,
  regulator: null,
  regulatorNumber: null,
  eligibleGroups: ['ANYONE'],
  minimumAge: null,
  maximumAge: null,
  isWomenOnly: false,
  isForFamilies: false,
  eligibilityNote: null,
  interpreters: 'UNKNOWN',
  interpreterLanguages: [],
  interpreterNames: [],
  interpreterNote: null,
  cost: 'FREE',
  costNote: null,
  helpsWithTravel: null,
  helpsWithChildcare: null,
  helpNote: null,
  modes: ['IN_PERSON'],
  hours: 'UNKNOWN',
  hoursNote: null,
  capacityNote: null,
  waitingWeeks: null,
  isUrgent: false,
  lastCheckedOn: '2026-10-03',
  checkedBy: 'ORGANISATION',
  freshness: 'FRESH',
  sourceUrl: null,
  organisation: welcome,
  languages: [],
  contacts: [telephone('020 7946 0101')],
  areas: [],
  locations: [],
  schedules: [],
  exceptions: [],
  translations: [],
  ...change,
});

const services = [
  service(1, 'English at the table', {
    categories: ['ENGLISH_CLASSES', 'MEETING_PEOPLE'],
    hours: 'SCHEDULED',
    schedules: [weekly([1, 3], '10:00', '12:00'), weekly([1], '13:00', '17:00', { note: 'With soup.' })],
    exceptions: [
      {
        firstDay: '2026-12-21',
        lastDay: '2027-01-01',
        isClosed: true,
        opensAt: null,
        closesAt: null,
        note: 'We rest.',
        language: 'en',
      },
    ],
    languages: spoken('en', 'ti', 'prs'),
    interpreters: 'ON_REQUEST',
    helpsWithTravel: true,
    helpsWithChildcare: true,
    locations: [
      place('Mill Lane hall', [51.543, -0.065], {
        directions: 'Bus 38 to Mill Lane, then the blue door.',
        accessibility: ['STEP_FREE', 'ACCESSIBLE_TOILET'],
      }),
    ],
    dataSharing: 'We pass nothing on to anybody.',
    sourceUrl: 'https://welcome.example/english',
    translations: [
      { field: 'name', text: 'الإنجليزية حول الطاولة', source: 'PERSON' },
      { field: 'summary', text: 'محادثة في مجموعات صغيرة.', source: 'MACHINE' },
    ],
  }),
  service(2, 'Immigration advice', {
    categories: ['IMMIGRATION_ADVICE'],
    organisation: harbour,
    access: ['APPOINTMENT', 'REFERRAL'],
    referralBy: 'a charity',
    hours: 'BY_APPOINTMENT',
    asksForPapers: 'SOMETIMES',
    papersNote: 'Bring letters if you have any.',
    eligibleGroups: ['PEOPLE_SEEKING_ASYLUM', 'NO_RECOURSE_TO_PUBLIC_FUNDS'],
    regulator: 'the Immigration Advice Authority',
    regulatorNumber: 'N000000',
    languages: spoken('ti', 'tr'),
    interpreters: 'ALWAYS',
    state: 'FULL',
    waitingWeeks: 3,
    locations: [place('The old library', [51.549, -0.055])],
    contacts: [
      telephone('020 7946 0102'),
      { kind: 'WHATSAPP', value: '07700 900102', label: 'Evenings', language: 'en', note: null },
      { kind: 'EMAIL', value: 'hello@harbour.example', label: null, language: 'en', note: null },
    ],
  }),
  service(3, 'Lunch for women', {
    categories: ['WOMEN', 'FOOD'],
    isWomenOnly: true,
    minimumAge: 18,
    hours: 'WITHHELD',
    eligibleGroups: ['REFUGEES'],
    locations: [onContact],
    languages: spoken('prs'),
    freshness: 'OVER_SIX_MONTHS',
    lastCheckedOn: '2026-04-20',
  }),
  service(4, 'Food parcels', {
    categories: ['FOOD'],
    asksForPapers: 'UNKNOWN',
    cost: 'UNKNOWN',
    freshness: 'OVER_A_YEAR',
    lastCheckedOn: '2025-03-20',
    areas: [{ name: 'East Fairmead', outcodes: ['E8', 'E9'] }],
    locations: [place('Saint Anne’s', [51.56, -0.04])],
  }),
  service(5, 'Sewing room', {
    categories: ['SPORT_AND_ARTS'],
    state: 'TEMPORARILY_CLOSED',
    notice: 'The roof is being mended.',
    cost: 'DONATION',
    freshness: 'NEVER',
    lastCheckedOn: null,
    checkedBy: null,
  }),
  service(6, 'Night shelter', {
    categories: ['HOUSING'],
    isUrgent: true,
    hours: 'SCHEDULED',
    schedules: [weekly([1, 2, 3, 4, 5, 6, 7], '18:00', '08:00', { opensOnBankHolidays: true })],
    contacts: [telephone('0800 000 0606')],
    locations: [place('Bridge Street', [51.53, -0.07])],
  }),
  service(7, 'Somebody to talk to', {
    categories: ['MENTAL_HEALTH'],
    state: 'ONLINE_ONLY',
    modes: ['ONLINE', 'TELEPHONE'],
    locations: [],
    hours: 'SCHEDULED',
    schedules: [weekly([2], '14:00', '16:00', { isByAppointment: true })],
    cost: 'PAID',
    minimumAge: 16,
    maximumAge: 25,
    isForFamilies: true,
  }),
  service(8, 'Homework club', { state: 'ENDED', categories: ['EDUCATION'] }),
];

const council = (allServices: Council['allServices'], change: Partial<Council> = {}) => ({
  council: {
    slug: 'fairmead',
    name: 'Fairmead Council (example)',
    siteUrl: 'https://fairmead.example',
    timeZone: 'Europe/London',
    isExample: true,
    revision: 12,
    today: '2026-11-23',
    contactUrl: 'https://fairmead.example/ask',
    bankHolidays: ['2026-12-25', '2026-12-28'],
    synonyms: [['english classes', 'esol', 'دروس إنجليزية']],
    idlePattern: ' (?:i|need|the)(?= )',
    places: [
      { code: 'E8', kind: 'OUTCODE', latitude: 51.545, longitude: -0.062 },
      { code: 'E8 3', kind: 'SECTOR', latitude: 51.543, longitude: -0.066 },
      { code: 'E8 3BQ', kind: 'POSTCODE', latitude: 51.543, longitude: -0.065 },
    ],
    urgentServices: services
      .filter(({ isUrgent }) => isUrgent)
      .map(({ slug, name, language, contacts, translations }) => ({
        slug,
        name,
        language,
        contacts: contacts.map(({ kind, value }) => ({ kind, value })),
        translations,
      })),
    allServices,
    ...change,
  } satisfies Council,
});

const longWord = 'Wohnungslosenunterbringungsverordnungszuständigkeitsstelle';

/** As many as a device holds, each with a language, hours, a place and an organisation of its own. */
export const many = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const pattern = services[index % services.length] ?? service(0, 'A service');
    const code = ['en', 'ti', 'prs', 'tr'][index % 4] ?? 'en';
    return {
      ...pattern,
      uuid: uuidOf(1000 + index),
      slug: `service-${index}`,
      name: `${pattern.name} ${index}`,
      summary: `${pattern.summary} Number ${index} of a long list: a warm room, tea, somebody who listens and who knows the way to the next office.`,
      state: 'RUNNING' as const,
      hours: 'SCHEDULED' as const,
      organisation: { uuid: uuidOf(5000 + (index % 60)), name: `Organisation ${index % 60}` },
      languages: spoken(code, 'en'),
      schedules: [
        weekly([1 + (index % 7)], '10:00', '13:00'),
        weekly([1 + ((index + 3) % 7)], '14:00', '17:00'),
      ],
      locations: [place(`Hall ${index}`, [51.5 + (index % 90) / 1000, -0.1 + (index % 70) / 1000])],
    };
  });

/** What the API finds where the device does not hold the services. */
export const searchAnswer = (
  found: readonly ServicePartsFragment[],
  change: Partial<NonNullable<ServiceSearchQuery['council']>['services']> = {},
): ServiceSearchQuery => ({
  council: {
    services: {
      totalCount: found.length,
      problem: null,
      place: null,
      facets: {
        categories: [{ value: 'FOOD', count: 2 }],
        languages: [{ value: 'ti', count: 2, name: 'Tigrinya', ownName: 'ትግርኛ' }],
        who: [{ value: 'ANYONE', count: 5 }],
        modes: [{ value: 'IN_PERSON', count: 6 }],
      },
      relax: [],
      edges: found.map((node) => ({ distanceMetres: null, hoursUnknown: node.hours !== 'SCHEDULED', node })),
      ...change,
    },
  },
});

export const examples = {
  ready: council(services),
  /** As after one more was published. */
  oneMore: council([...services, service(9, 'Bicycle workshop')], { revision: 13 }),
  longNames: council([
    service(1, `${longWord} ${longWord}`, {
      organisation: { uuid: uuidOf(1), name: longWord },
      languages: spoken(longWord, 'prs'),
      notice: longWord,
      sourceUrl: `https://welcome.example/${longWord}`,
      contacts: [
        {
          kind: 'WEB',
          value: `https://welcome.example/${longWord}`,
          label: longWord,
          language: 'de',
          note: null,
        },
      ],
      locations: [place(longWord, [51.5, -0.06], { address: longWord })],
    }),
  ]),
  many: { council: { ...council(null).council, allServices: many(500) } },
  /** More than a device should hold. */
  tooMany: council(null),
  noServices: council([]),
  noSuchCouncil: { council: null },
} as const satisfies Record<string, ServiceFinderQuery>;

/** As the API answers for as many services as a device holds: the first ones, and when it is asked for them, the others. */
export function answerMany({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const { council: whole } = examples.many;
  const isRest = url.includes(moreServicesDocumentId);
  const allServices = isRest ? whole.allServices.slice(200) : whole.allServices.slice(0, 200);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data: { council: isRest ? { allServices } : { ...whole, allServices } } }));
}
