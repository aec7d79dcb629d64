import { describe, expect, test } from 'vitest';
import type { WholeService } from './services.queries.ts';
import { describeForMachines, writeStructuredData } from './structured-data.rules.ts';

const schedule = {
  frequency: 'WEEKLY',
  weekdays: [2, 4],
  weekOfMonth: null,
  monthDays: [],
  opensAt: '09:30',
  closesAt: '12:00',
  firstOn: '2026-09-01',
  lastOn: null,
  isByAppointment: false,
  opensOnBankHolidays: false,
  note: null,
  language: 'en',
} as const;

const place = {
  name: 'Mill House',
  kind: 'PLACE',
  address: '4 Weir Lane',
  city: 'Fairmead',
  postcode: 'ZZ1 1ZZ',
  latitude: 51.5,
  longitude: -0.1,
  directions: null,
  accessibility: [],
  accessibilityNote: null,
  language: 'en',
} as const;

const hidden = {
  ...place,
  kind: 'ON_CONTACT',
  address: null,
  city: null,
  postcode: null,
  latitude: null,
  longitude: null,
} as const;

const service = {
  name: 'English in the morning',
  summary: 'English from the first letters on.',
  language: 'en',
  cost: 'FREE',
  languages: [{ language: 'en' }, { language: 'ti' }],
  contacts: [{ kind: 'TELEPHONE', value: '020 7946 0000' }],
  areas: [],
  schedules: [],
  locations: [{ location: place, schedules: [schedule] }],
  organisation: { uuid: 'one', name: 'Weir College', kind: 'CHARITY', website: 'https://example.org/weir' },
} as unknown as WholeService;

const about = { areaServed: 'Fairmead', url: 'https://example.org/fairmead/services/english' };

describe('a service, as programs read it', () => {
  test('says who offers it, for where, in which languages, where and when', () => {
    expect(describeForMachines(service, about)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Service',
      name: 'English in the morning',
      description: 'English from the first letters on.',
      inLanguage: 'en',
      url: 'https://example.org/fairmead/services/english',
      provider: { '@type': 'Organization', name: 'Weir College', url: 'https://example.org/weir' },
      areaServed: 'Fairmead',
      isAccessibleForFree: true,
      availableChannel: [
        {
          '@type': 'ServiceChannel',
          availableLanguage: ['en', 'ti'],
          servicePhone: { '@type': 'ContactPoint', telephone: '020 7946 0000' },
          hoursAvailable: [
            {
              '@type': 'OpeningHoursSpecification',
              dayOfWeek: ['Tuesday', 'Thursday'],
              opens: '09:30',
              closes: '12:00',
              validFrom: '2026-09-01',
            },
          ],
          serviceLocation: expect.objectContaining({
            '@type': 'Place',
            name: 'Mill House',
            address: {
              '@type': 'PostalAddress',
              streetAddress: '4 Weir Lane',
              addressLocality: 'Fairmead',
              postalCode: 'ZZ1 1ZZ',
              addressCountry: 'GB',
            },
            geo: { '@type': 'GeoCoordinates', latitude: 51.5, longitude: -0.1 },
          }),
        },
      ],
    });
  });

  test.each(['DEPARTMENT', 'HEALTH_BODY', 'PUBLIC_BODY'] as const)(
    'is one of the state from a %s',
    (kind) => {
      const organisation = { ...service.organisation, kind };
      expect(describeForMachines({ ...service, organisation }, about)).toMatchObject({
        '@type': 'GovernmentService',
        provider: { '@type': 'GovernmentOrganization' },
      });
    },
  );

  test('tells no place of an address that is told on contact', () => {
    const locations = [{ note: null, location: hidden, schedules: [], exceptions: [] }];
    const facts = JSON.stringify(describeForMachines({ ...service, locations }, about));
    expect(facts).not.toMatch(/Place|Mill House|geo/);
  });

  test.each(['FORTNIGHTLY', 'MONTHLY'] as const)('leaves out times that come %s', (frequency) => {
    const schedules = [{ ...schedule, frequency }];
    const facts = JSON.stringify(describeForMachines({ ...service, locations: [], schedules }, about));
    expect(facts).not.toContain('09:30');
  });

  test('cannot end the script that it stands in', () => {
    const written = writeStructuredData({ name: '</script><script>alert(1)</script>&\u2028' });
    expect(written).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(written)).toEqual({ name: '</script><script>alert(1)</script>&\u2028' });
  });
});
