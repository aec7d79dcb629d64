import { openingAt, hoursOf } from '@open-sanctuary/service-rules/opening';
import { expect, test } from 'vitest';
import type { ServicePartsFragment } from '../../generated/operations.ts';
import { renderPlain } from '../render-plain.ts';
import { getWords } from '../words/every-language.ts';
import { createCalendarFile } from './calendar-file.ts';
import type { FinderContext, FoundService } from './context.ts';
import { weekOnDevice } from './on-device.ts';
import { checkedView, describeOpening, hoursView } from './opening.view.ts';
import { place, service, weekly } from './service-finder.examples.ts';
import { describeDistance, describeWho, serviceDetailsView, serviceView } from './service.view.ts';
import { shareView } from './share.view.ts';

// Monday, 23 November 2026.
const today = '2026-11-23';
const contextIn = (language: string): FinderContext => ({
  words: getWords(language),
  today,
  headingLevel: 2,
  siteUrl: 'https://fairmead.example',
});

const found = (change: Partial<ServicePartsFragment>, time = '10:30'): FoundService => {
  const it = service(1, 'English at the table', change);
  return { service: it, metres: null, opening: openingAt(hoursOf(it), { day: today, time }, []) };
};
const scheduled = (...schedules: ServicePartsFragment['schedules']) =>
  ({ hours: 'SCHEDULED', schedules }) as const;
const alwaysOpen = scheduled(weekly([1, 2, 3, 4, 5, 6, 7], '00:00', '00:00'));

/** Marks that keep names and times in their direction are not read. */
const readable = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

test.each<[string, Partial<ServicePartsFragment>, string, string, string?]>([
  ['open', scheduled(weekly([1], '10:00', '17:00')), 'Open now until 17:00', 'مفتوح الآن حتى 17:00'],
  [
    'open over a lunch closure that is none',
    scheduled(weekly([1], '10:00', '12:00'), weekly([1], '12:00', '15:00')),
    'Open now until 15:00',
    'مفتوح الآن حتى 15:00',
  ],
  [
    'open past midnight',
    scheduled(weekly([1], '18:00', '02:00')),
    'Open now until 02:00',
    'مفتوح الآن حتى 02:00',
    '23:30',
  ],
  ['open day and night', alwaysOpen, 'Open now', 'مفتوح الآن'],
  [
    'open for those with an appointment',
    scheduled(weekly([1], '10:00', '17:00', { isByAppointment: true })),
    'Open now until 17:00, with an appointment',
    'مفتوح الآن حتى 17:00، بموعد',
  ],
  ['before it opens', scheduled(weekly([1], '13:00', '17:00')), 'Opens today 13:00', 'يفتح اليوم 13:00'],
  ['tomorrow', scheduled(weekly([2], '09:00', '12:00')), 'Opens tomorrow 09:00', 'يفتح غدًا 09:00'],
  [
    'another day',
    scheduled(weekly([4], '09:00', '12:00')),
    'Thursday 26 November 2026, 09:00–12:00',
    'الخميس 26 نوفمبر 2026، 09:00–12:00',
  ],
  [
    'the same weekday in a week',
    scheduled(weekly([1], '09:00', '10:00')),
    'Monday 30 November 2026, 09:00–10:00',
    'الإثنين 30 نوفمبر 2026، 09:00–10:00',
  ],
  ['by appointment', { hours: 'BY_APPOINTMENT' }, 'By appointment', 'بموعد مسبق'],
  ['withheld', { hours: 'WITHHELD' }, 'Ask them for the times', 'تُعطى الأوقات عند التواصل'],
  ['unknown', { hours: 'UNKNOWN' }, 'Hours not published. Phone first', 'الأوقات غير منشورة. اتصل أولًا'],
  ['closed for now', { ...alwaysOpen, state: 'TEMPORARILY_CLOSED' }, 'Closed for now', 'مغلق مؤقتًا'],
  ['ended', { ...alwaysOpen, state: 'ENDED' }, 'This service has ended', 'انتهت هذه الخدمة'],
  [
    'none in two months',
    scheduled(weekly([1], '10:00', '12:00', { firstOn: '2027-03-01' })),
    'Not open for two months',
    'لا يفتح خلال شهرين',
  ],
])('when it is open: %s', (_, change, english, arabic, time) => {
  expect(readable(describeOpening(found(change, time), contextIn('en')))).toBe(english);
  expect(readable(describeOpening(found(change, time), contextIn('ar')))).toBe(arabic);
});

test.each<[Partial<ServicePartsFragment>, string, string]>([
  [{}, 'For anyone', 'للجميع'],
  [
    { eligibleGroups: ['PEOPLE_SEEKING_ASYLUM', 'REFUGEES'], isWomenOnly: true, minimumAge: 18 },
    'People seeking asylum, Refugees, women only, from 18 years',
    'طالبو اللجوء، اللاجئون، للنساء فقط، من عمر 18 سنة',
  ],
  [
    { eligibleGroups: ['UNACCOMPANIED_CHILDREN'], maximumAge: 17 },
    'Children without their parents, up to 17 years',
    'الأطفال بدون والديهم، حتى عمر 17 سنة',
  ],
  [
    { isForFamilies: true, minimumAge: 0, maximumAge: 5 },
    'For anyone, families, 0 to 5 years',
    'للجميع، للعائلات، من 0 إلى 5 سنة',
  ],
  [
    { eligibleGroups: ['NO_RECOURSE_TO_PUBLIC_FUNDS'] },
    'No recourse to public funds (no benefits)',
    'من لا يحق لهم المال العام (NRPF، بلا إعانات)',
  ],
  [{ eligibleGroups: [] }, '', ''],
])('who can use it: %j', (change, english, arabic) => {
  expect(describeWho(service(1, 'A service', change), getWords('en'))).toBe(english);
  expect(readable(describeWho(service(1, 'A service', change), getWords('ar')))).toBe(arabic);
});

test.each([
  [0, 'less than 0.1 miles', 'أقل من 0.1 ميل'],
  [80, 'less than 0.1 miles', 'أقل من 0.1 ميل'],
  [81, '0.1 miles', '0.1 ميل'],
  [644, '0.4 miles', '0.4 ميل'],
  [1609, '1 mile', 'ميل واحد'],
  [3219, '2 miles', 'ميلان'],
  [3380, '2.1 miles', '2.1 ميل'],
  [16_576, '10.3 miles', '10.3 ميل'],
])('%d metres are so many miles', (metres, english, arabic) => {
  expect(describeDistance(metres, getWords('en'))).toBe(english);
  expect(readable(describeDistance(metres, getWords('ar')))).toBe(arabic);
});

test('who has no telephone is not to be phoned', () => {
  const change = { hours: 'UNKNOWN', freshness: 'OVER_SIX_MONTHS', contacts: [] } as const;
  expect(describeOpening(found(change), contextIn('en'))).toBe('Hours not published');
  expect(renderPlain(checkedView(service(1, 'A', change), contextIn('en')))).not.toContain('Phone');
});

test('what was read in a public record was checked by nobody, and is no surer than its year', () => {
  const old = service(1, 'A', {
    checkedBy: 'PUBLIC_RECORD',
    freshness: 'OVER_A_YEAR',
    lastCheckedOn: '2020-08-23',
  });
  const whole =
    renderPlain(checkedView(old, contextIn('en'))) + renderPlain(serviceDetailsView(old, contextIn('en')));
  expect(whole).toContain('From a public record, 2020');
  expect(whole).toContain('Nobody has checked this yet.');
  expect(whole).not.toMatch(/Checked on|Checked more|23 August/);
});

test('a link to a service keeps the language that is read', () => {
  const [inEnglish, inArabic] = (['en', 'ar'] as const).map((language) =>
    renderPlain(serviceView(found({}), contextIn(language))),
  );
  expect(inArabic).toMatch(/href="[^"]*\/services\/[\w-]+\?lang=ar"/);
  expect(inEnglish).not.toContain('lang=en');
});

test.each([
  ['FRESH', '2026-10-03', 'Checked on 3 October 2026'],
  ['OVER_SIX_MONTHS', '2026-04-20', 'Checked on 20 April 2026 Checked more than 6 months ago. Phone first.'],
  [
    'OVER_A_YEAR',
    '2025-03-20',
    'Checked on 20 March 2025 Checked more than a year ago. It may have changed. Phone first.',
  ],
  ['NEVER', null, 'Nobody has checked this yet. Phone first.'],
] as const)('how sure that is: %s', (freshness, lastCheckedOn, words) => {
  const checked = renderPlain(checkedView(service(1, 'A', { freshness, lastCheckedOn }), contextIn('en')));
  expect(
    checked
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe(words);
});

test.each([
  [weekly([1, 3], '10:00', '12:00'), 'Monday, Wednesday 10:00–12:00'],
  [
    weekly([5], '10:00', '12:00', { frequency: 'FORTNIGHTLY', firstOn: '2026-11-06', lastOn: '2026-12-18' }),
    'every other Friday 10:00–12:00 until 18 December 2026',
  ],
  [
    weekly([4], '18:00', '20:00', { frequency: 'MONTHLY', weekOfMonth: -1 }),
    'last Thursday of the month 18:00–20:00',
  ],
  [
    weekly([2], '18:00', '20:00', { frequency: 'MONTHLY', weekOfMonth: 2 }),
    'second Tuesday of the month 18:00–20:00',
  ],
  [
    weekly([], '09:00', '10:00', { frequency: 'MONTHLY', monthDays: [15], isByAppointment: true }),
    'day 15 of the month 09:00–10:00 with an appointment',
  ],
  [
    weekly([], '09:00', '10:00', { frequency: 'MONTHLY', monthDays: [-1] }),
    'last day of the month 09:00–10:00',
  ],
  [
    weekly([1], '09:00', '10:00', { firstOn: '2027-01-04', opensOnBankHolidays: true }),
    'Monday 09:00–10:00 from 4 January 2027, also on bank holidays',
  ],
  [
    weekly([1], '09:00', '10:00', { lastOn: '2026-12-17', note: 'This term' }),
    'Monday 09:00–10:00 until 17 December 2026 · This term',
  ],
  [weekly([1], '09:00', '10:00', { lastOn: '2026-11-16' }), ''],
])('a line of the hours: %#', (schedule, words) => {
  const line = renderPlain(hoursView({ schedules: [schedule], exceptions: [] }, contextIn('en')));
  expect(
    readable(line.replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe(words);
});

test.each([
  { hours: 'WITHHELD' } as const,
  { hours: 'UNKNOWN' } as const,
  scheduled(weekly([1], '10:00', '17:00')),
])('what follows the times begins a sentence: %#', (change) => {
  const shown = readable(renderPlain(serviceView(found(change), contextIn('en'))).replace(/<[^>]*>/g, ''));
  expect(shown).toMatch(/(times|first|17:00)\.\s+Checked on /);
});

test('hours stand under "Times", with the place where there are several', () => {
  const hours = (one: string) => ({
    ...place(one, [51.5, -0.1]),
    schedules: [weekly([1], '10:00', '12:00')],
  });
  const timesOf = (...locations: ServicePartsFragment['locations']) =>
    renderPlain(serviceDetailsView(service(1, 'A', { hours: 'SCHEDULED', locations }), contextIn('en')))
      .split('<dt>')
      .filter((row) => row.includes('10:00'))
      .map((row) =>
        readable(row.replace(/<[^>]*>/g, ' '))
          .replace(/\s+/g, ' ')
          .trim(),
      );
  expect(timesOf(hours('Hall'))).toEqual(['Times Monday 10:00–12:00']);
  expect(timesOf(hours('Hall'), hours('Barn'))).toEqual([
    'Times Hall Monday 10:00–12:00 Barn Monday 10:00–12:00',
  ]);
});

test('a week names the place of times that are told for one place only', () => {
  const location = {
    name: 'Hall',
    kind: 'PLACE',
    address: null,
    city: null,
    postcode: null,
    latitude: null,
    longitude: null,
    directions: null,
    accessibility: [],
    accessibilityNote: null,
    language: 'en',
  } as const;
  const at = (name: string, schedules: ServicePartsFragment['schedules']) => ({
    note: null,
    location: { ...location, name },
    schedules,
    exceptions: [],
  });
  const two = service(1, 'Two places', {
    ...scheduled(weekly([1], '18:00', '19:00')),
    locations: [at('Hall', [weekly([1], '10:00', '12:00')]), at('Library', [weekly([1], '14:00', '15:00')])],
  });
  const one = service(2, 'One place', {
    ...scheduled(weekly([1], '09:00', '10:00')),
    locations: [at('Barn', [])],
  });
  const shut = service(3, 'Shut', {
    ...scheduled(weekly([1], '07:00', '08:00')),
    state: 'TEMPORARILY_CLOSED',
  });
  const [monday] = weekOnDevice({ bankHolidays: [] }, [two, one, shut], { day: today, time: '00:00' });
  expect(monday?.sessions.map((session) => [session.opensAt, session.place])).toEqual([
    ['09:00', 'Barn'],
    ['10:00', 'Hall'],
    ['14:00', 'Library'],
    ['18:00', null],
  ]);
});

test('what is handed on tells of the service by its number, in words that give nothing away', () => {
  const shared = renderPlain(shareView(found(scheduled(weekly([2], '09:00', '12:00'))), contextIn('en')));
  const links = [...shared.matchAll(/href="([^"]*)"/g)].map(([, address = '']) =>
    decodeURIComponent(address),
  );
  const address = 'https://fairmead.example/services/00000000-0000-4000-8000-000000000001';
  expect(links).toEqual([
    `https://wa.me/?text=A place to know: ${address}`,
    `sms:?&amp;body=A place to know: ${address}`,
    `mailto:?body=A place to know: ${address}`,
    `${address}/next.ics`,
    `${address}#wrong`,
  ]);
  expect(shared).not.toMatch(/english/i);
});

test('a calendar file says "Appointment" and no more', () => {
  const file = createCalendarFile(
    found(scheduled(weekly([2], '22:00', '01:00'))),
    'Appointment',
    new Date(0),
  );
  expect(file).toContain('DTSTART:20261124T220000\r\nDTEND:20261125T010000\r\nSUMMARY:Appointment\r\nEND');
  expect(file).not.toMatch(/english/i);
  expect(createCalendarFile(found({ hours: 'UNKNOWN' }), 'Appointment', new Date(0))).toBeUndefined();
});

test('an address of several lines stays one line of a calendar file, whatever ends them', () => {
  const hall = place('Hall', [51.5, 0], { address: 'Hall\rBEGIN:VALARM\r\nSide door\nLeft' });
  const file = createCalendarFile(
    found({ ...scheduled(weekly([2], '09:00', '12:00')), locations: [hall] }),
    'Appointment',
    new Date(0),
  );
  expect(file).not.toMatch(/\r(?!\n)|[^\r]\n|\r\nBEGIN:VALARM/);
  expect(file?.replaceAll('\r\n ', '')).toContain('LOCATION:Hall\\nBEGIN:VALARM\\nSide door\\nLeft');
});
