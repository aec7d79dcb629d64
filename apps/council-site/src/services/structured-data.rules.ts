import type { SchedulePartsFragment } from '@open-sanctuary/widgets/operations';
import type { HelpingOrganisation, WholeService } from './services.queries.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const publicBodies = new Set<HelpingOrganisation['kind']>(['DEPARTMENT', 'HEALTH_BODY', 'PUBLIC_BODY']);

/** A service in the words of schema.org. What is not known is left out; of a hidden address nothing is there to tell. */
export function describeForMachines(
  service: WholeService,
  { areaServed, url }: { readonly areaServed: string; readonly url: string },
): object {
  const { organisation, areas } = service;
  const isPublicBody = publicBodies.has(organisation.kind);
  const elsewhere = channelOf(service, service.schedules);
  const atPlaces = service.locations.flatMap(({ location, schedules }) =>
    location.kind === 'PLACE'
      ? [{ ...channelOf(service, schedules), serviceLocation: placeOf(location, schedules) }]
      : [],
  );
  return withoutEmpty({
    '@context': 'https://schema.org',
    '@type': isPublicBody ? 'GovernmentService' : 'Service',
    name: service.name,
    description: service.summary,
    inLanguage: service.language,
    url,
    provider: withoutEmpty({
      '@type': isPublicBody ? 'GovernmentOrganization' : 'Organization',
      name: organisation.name,
      url: organisation.website,
    }),
    areaServed: areas.length > 0 ? areas.map(({ name }) => name) : areaServed,
    isAccessibleForFree: service.cost === 'FREE' ? true : null,
    hoursAvailable: hoursOf(service.schedules),
    availableChannel: atPlaces.length > 0 ? atPlaces : [elsewhere],
  });
}

const channelOf = (
  { languages, contacts }: WholeService,
  schedules: readonly SchedulePartsFragment[],
): object => {
  const reach = (kind: string) => contacts.find((contact) => contact.kind === kind)?.value;
  const telephone = reach('TELEPHONE');
  return withoutEmpty({
    '@type': 'ServiceChannel',
    availableLanguage: languages.map(({ language }) => language),
    servicePhone: telephone && { '@type': 'ContactPoint', telephone },
    serviceUrl: reach('WEB'),
    hoursAvailable: hoursOf(schedules),
  });
};

const placeOf = (
  location: WholeService['locations'][number]['location'],
  schedules: readonly SchedulePartsFragment[],
): object =>
  withoutEmpty({
    '@type': 'Place',
    name: location.name,
    address: withoutEmpty({
      '@type': 'PostalAddress',
      streetAddress: location.address,
      addressLocality: location.city,
      postalCode: location.postcode,
      addressCountry: 'GB',
    }),
    geo: location.latitude !== null &&
      location.longitude !== null && {
        '@type': 'GeoCoordinates',
        latitude: location.latitude,
        longitude: location.longitude,
      },
    openingHoursSpecification: hoursOf(schedules),
  });

/** Those that come every week: schema.org has no words for the others, and a wrong hour is worse than none. */
const hoursOf = (schedules: readonly SchedulePartsFragment[]): object[] =>
  schedules
    .filter(({ frequency }) => frequency === 'WEEKLY')
    .map((schedule) =>
      withoutEmpty({
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: schedule.weekdays.map((weekday) => weekdays[weekday - 1]),
        opens: schedule.opensAt,
        closes: schedule.closesAt,
        validFrom: schedule.firstOn,
        validThrough: schedule.lastOn,
      }),
    );

const withoutEmpty = (facts: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== false &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );

/** As the content of a script: a text that holds the end of one does not end it. */
export const writeStructuredData = (facts: object): string =>
  JSON.stringify(facts).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
