import { describe, expect, test } from 'vitest';
import {
  AccessibilityFeature,
  AccessMode,
  CheckerKind,
  ContactKind,
  CostKind,
  DeliveryMode,
  EligibleGroup,
  Frequency,
  HoursKind,
  InterpreterProvision,
  LocationKind,
  PapersAsked,
  ServiceCategory,
  ServiceState,
} from '../generated/client/enums.ts';
import type { DemoCouncil } from './demo-data.ts';
import { demoCouncils } from './demo.ts';
import { fairmead } from './fairmead.ts';
import { hackney } from './hackney.ts';
import { islington } from './islington.ts';
import { listTexts } from './reading.ts';
import type { DemoSchedule, DemoService } from './service-data.ts';
import { addServices, createServiceRows } from './service-rows.ts';

const today = '2026-11-22';
const example = fairmead(today);
const services = example.services ?? [];

const listSchedules = ({ schedules = [], locations = [] }: DemoService): DemoSchedule[] => [
  ...schedules,
  ...locations.flatMap((location) => location.schedules ?? []),
];
const listPlaces = ({ locations = [] }: DemoService) => locations.map(({ at }) => at);
const listExceptions = ({ exceptions = [], locations = [] }: DemoService) => [
  ...exceptions,
  ...locations.flatMap((location) => location.exceptions ?? []),
];
const hoursOf = (service: DemoService) =>
  service.hours ?? (listSchedules(service).length > 0 ? 'SCHEDULED' : 'UNKNOWN');
const listServicesOf = ({ services: all = [] }: DemoCouncil, organisation: string) =>
  all.filter((service) => service.organisation === organisation);
const getSchedulesOf = (slug: string): DemoSchedule[] =>
  services.filter((service) => service.slug === slug).flatMap(listSchedules);

describe('the services of Fairmead', () => {
  test('are at least 60, of at least 18 bodies', () => {
    expect(services.filter(({ isPublished }) => isPublished !== false).length).toBeGreaterThanOrEqual(60);
    expect(new Set(services.map(({ organisation }) => organisation)).size).toBeGreaterThanOrEqual(18);
  });

  test.each([
    ['category', ServiceCategory, services.flatMap(({ categories }) => categories)],
    ['main category', ServiceCategory, services.map(({ categories }) => categories[0])],
    ['state', ServiceState, services.map(({ state = 'RUNNING' }) => state)],
    ['way in', AccessMode, services.flatMap(({ access = [] }) => access)],
    ['need for papers', PapersAsked, services.map(({ asksForPapers = 'UNKNOWN' }) => asksForPapers)],
    ['group of people', EligibleGroup, services.flatMap(({ eligibleGroups = [] }) => eligibleGroups)],
    [
      'provision of interpreters',
      InterpreterProvision,
      services.map(({ interpreters = 'UNKNOWN' }) => interpreters),
    ],
    ['cost', CostKind, services.map(({ cost = 'UNKNOWN' }) => cost)],
    ['mode', DeliveryMode, services.flatMap(({ modes = [] }) => modes)],
    ['kind of hours', HoursKind, services.map(hoursOf)],
    ['frequency', Frequency, services.flatMap(listSchedules).map(({ frequency }) => frequency)],
    ['kind of checker', CheckerKind, services.flatMap(({ checkedBy }) => checkedBy ?? [])],
    [
      'kind of contact',
      ContactKind,
      services.flatMap(({ contacts = [] }) => contacts.map(({ kind }) => kind)),
    ],
    ['kind of place', LocationKind, services.flatMap(listPlaces).map(({ kind }) => kind)],
    [
      'kind of accessibility',
      AccessibilityFeature,
      services.flatMap(listPlaces).flatMap(({ accessibility = [] }) => accessibility),
    ],
  ])('show every %s', (_, all: Record<string, string>, shown: string[]) => {
    expect([...new Set(shown)].toSorted()).toEqual(Object.values(all).toSorted());
  });

  test('are given in 18 languages, and written in five', () => {
    const spoken = new Set(services.flatMap((service) => Object.keys(service.spoken ?? {})));
    for (const language of 'ar prs fa uk ti so tr bn zh fr es am ku ps sq vi en ckb'.split(' '))
      expect(spoken).toContain(language);
    expect(new Set(services.map(({ language = 'en' }) => language))).toEqual(
      new Set(['en', 'ar', 'uk', 'ti', 'so']),
    );
  });

  test('that are written in another language have an English name and summary', () => {
    const foreign = services.filter(({ language = 'en' }) => language !== 'en');
    expect(foreign.length).toBeGreaterThanOrEqual(5);
    for (const { translations = [] } of foreign) {
      const english = translations.filter(({ language }) => language === 'en').map(({ field }) => field);
      expect(english).toEqual(['name', 'summary']);
    }
  });

  test('have several sessions a day, hours past midnight, terms, days by the month, and exceptions', () => {
    const schedules = services.flatMap(listSchedules);
    const mondays = getSchedulesOf('welcome-desk').filter(({ weekdays = [] }) => weekdays.includes(1));
    expect(mondays.map(({ opensAt, closesAt }) => `${opensAt}-${closesAt}`)).toEqual([
      '09:30-12:30',
      '13:30-17:00',
    ]);
    expect(getSchedulesOf('lantern-night-line')).toMatchObject([{ opensAt: '20:00', closesAt: '08:00' }]);
    expect(schedules.some(({ weekOfMonth, weekdays }) => weekOfMonth === 1 && weekdays?.[0] === 6)).toBe(
      true,
    );
    expect(schedules.some(({ weekOfMonth, weekdays }) => weekOfMonth === -1 && weekdays?.[0] === 4)).toBe(
      true,
    );
    expect(schedules.some(({ monthDays }) => monthDays)).toBe(true);
    expect(schedules.some(({ opensOnBankHolidays }) => opensOnBankHolidays)).toBe(true);
    expect(schedules.some(({ isByAppointment }) => isByAppointment)).toBe(true);
    expect(schedules.filter(({ firstOn, lastOn }) => firstOn && lastOn).length).toBeGreaterThanOrEqual(5);
    expect(new Set(services.flatMap(listExceptions).map(({ isClosed }) => isClosed))).toEqual(
      new Set([true, false]),
    );
  });

  test('every second week count their weeks from a day', () => {
    const schedules = services.flatMap(listSchedules).filter(({ frequency }) => frequency === 'FORTNIGHTLY');
    expect(schedules.filter(({ firstOn }) => firstOn === undefined)).toEqual([]);
  });

  test('were checked lately, over six months ago, over a year ago, or never', () => {
    const daysAgo = services.map(({ lastCheckedOn }) =>
      lastCheckedOn ? (Date.parse(today) - Date.parse(lastCheckedOn)) / 86_400_000 : null,
    );
    expect(new Set(daysAgo)).toEqual(new Set([19, 48, 75, 215, 430, null]));
    for (const { lastCheckedOn, checkedBy } of services)
      expect(lastCheckedOn === undefined).toBe(checkedBy === undefined);
  });

  test('give immigration advice only with a regulator, and a number that says it is invented', () => {
    const advice = services.filter(({ categories }) => categories.includes('IMMIGRATION_ADVICE'));
    expect(advice.length).toBeGreaterThanOrEqual(3);
    for (const { regulator, regulatorNumber } of advice) {
      expect(regulator).toBeTruthy();
      expect(regulatorNumber).toMatch(/^EXAMPLE-\d+ \(invented\)$/);
    }
  });

  test('have telephone numbers kept free for stories, and example addresses, alone', () => {
    const contacts = services.flatMap((service) => service.contacts ?? []);
    const numbers = [
      contacts
        .filter(({ kind }) => ['TELEPHONE', 'WHATSAPP', 'SMS'].includes(kind))
        .map(({ value }) => value),
      example.organisations.flatMap(({ telephone }) => telephone ?? []),
      listTexts(services).flatMap((text) => text.match(/\+?\d[\d ]{8,}\d/g) ?? []),
    ].flat();
    expect(numbers.length).toBeGreaterThan(80);
    expect(
      numbers.filter((number) => !/^(020 7946 0\d{3}|01632 960\d{3}|07700 900\d{3})$/.test(number)),
    ).toEqual([]);
    const mail = listTexts(example).flatMap((text) => text.match(/\S+@\S+/g) ?? []);
    expect(mail.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });

  test('are at invented places without a postcode; one told on contact is nowhere', () => {
    const places = new Set(services.flatMap(listPlaces));
    for (const { kind, city, postcode, latitude, longitude, address, directions } of places) {
      expect(postcode).toBeUndefined();
      if (kind === 'PLACE') {
        expect(Math.abs((latitude ?? 0) - 51.545)).toBeLessThan(0.02);
        expect(Math.abs((longitude ?? 0) + 0.026)).toBeLessThan(0.025);
        expect(directions).toContain('(This place is invented.)');
      } else expect([city, latitude, longitude, address, directions].some(Boolean)).toBe(false);
    }
  });

  test('stay hidden where their body wants it: times withheld, out of the open data, told on contact', () => {
    const withholding = example.organisations.filter(({ withholdsTimes }) => withholdsTimes);
    expect(withholding).toHaveLength(2);
    for (const { name } of withholding)
      expect(listServicesOf(example, name).flatMap(listSchedules).length).toBeGreaterThan(0);
    expect(services.some(({ staysOutOfOpenData }) => staysOutOfOpenData)).toBe(true);
    expect(example.organisations.some(({ staysOutOfOpenData }) => staysOutOfOpenData)).toBe(true);
    expect(listServicesOf(example, 'Women of the Weir').flatMap(listPlaces)).not.toContainEqual(
      expect.objectContaining({ kind: 'PLACE' }),
    );
  });
});

describe('the services of Hackney and Islington', () => {
  const real = [hackney, islington].flatMap((council) => council.services ?? []);

  test('are as many as are published', () => {
    expect(listServicesOf(hackney, 'Hackney Libraries')).toHaveLength(9);
    expect(listServicesOf(hackney, 'Welcome Hackney')).toHaveLength(5);
    expect(hackney.services).toHaveLength(22);
    expect(listServicesOf(islington, 'Library Services')).toHaveLength(11);
    expect(listServicesOf(islington, 'Islington Centre for Refugees and Migrants')).toHaveLength(9);
    expect(islington.services).toHaveLength(27);
  });

  test('say from which published record they are, and of which day', () => {
    expect(new Set(real.map(({ checkedBy }) => checkedBy))).toEqual(new Set(['PUBLIC_RECORD']));
    expect(new Set(real.map(({ lastCheckedOn }) => lastCheckedOn))).toEqual(
      new Set(['2025-11-30', '2025-01-01', '2020-08-23', '2024-01-01', '2021-01-01']),
    );
  });

  test('have hours in libraries only; of the others it is said that they are not published', () => {
    const scheduled = real.filter((service) => listSchedules(service).length > 0);
    expect(scheduled).toHaveLength(18);
    expect(scheduled.filter(({ name }) => !name.endsWith('Library'))).toEqual([]);
    const unknown = real.filter((service) => listSchedules(service).length === 0);
    expect(unknown.filter((service) => hoursOf(service) !== 'UNKNOWN')).toEqual([]);
  });

  test('give no immigration advice, as no regulator is published', () => {
    expect(real.filter(({ categories }) => categories.includes('IMMIGRATION_ADVICE'))).toEqual([]);
  });

  test('of the Islington Centre are history', () => {
    const centre = listServicesOf(islington, 'Islington Centre for Refugees and Migrants');
    for (const { lastCheckedOn, stateNote } of centre) {
      expect(lastCheckedOn).toBe('2020-08-23');
      expect(stateNote).toMatch(/2020.* not known here\.$/);
    }
  });
});

test('a place that several services share is stored once', () => {
  const rows = createServiceRows();
  const place = { rows, councilId: 'council', getOrganisation: (name: string) => name, addTranslations() {} };
  addServices(place, hackney.services);
  expect(rows.services).toHaveLength(22);
  expect(rows.locations).toHaveLength(8);
  expect(rows.serviceLocations).toHaveLength(17);
});

test('every council gives each service a short address of its own', () => {
  for (const { services: all = [] } of demoCouncils(today)) {
    const slugs = all.map(({ slug }) => slug);
    expect(slugs.filter((slug) => slug.length > 60 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
    expect(new Set(slugs).size).toBe(slugs.length);
  }
});
