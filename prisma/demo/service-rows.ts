import { randomUUID } from 'node:crypto';
import type { Prisma } from '../generated/client/client.ts';
import type { DemoTranslation } from './demo-data.ts';
import type {
  DemoContact,
  DemoException,
  DemoLocation,
  DemoSchedule,
  DemoService,
  DemoServiceLocation,
} from './service-data.ts';

export type ServiceRows = ReturnType<typeof createServiceRows>;

export const createServiceRows = () => ({
  locations: [] as Prisma.LocationCreateManyInput[],
  services: [] as Prisma.ServiceCreateManyInput[],
  serviceLanguages: [] as Prisma.ServiceLanguageCreateManyInput[],
  serviceContacts: [] as Prisma.ServiceContactCreateManyInput[],
  serviceAreas: [] as Prisma.ServiceAreaCreateManyInput[],
  serviceLocations: [] as Prisma.ServiceLocationCreateManyInput[],
  schedules: [] as Prisma.ScheduleCreateManyInput[],
  exceptions: [] as Prisma.ScheduleExceptionCreateManyInput[],
});

/** Where the services of one council are put. */
interface Place {
  rows: ServiceRows;
  councilId: string;
  getOrganisation(name: string): string;
  addTranslations(of: { serviceId: string }, translations: DemoTranslation[] | undefined): void;
}

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);
const dayOrNull = (day: string | undefined) => (day ? dayOf(day) : null);

export function addServices(place: Place, services: DemoService[] = []) {
  const locationIds = new Map<DemoLocation, string>();
  for (const service of services) addService(place, service, locationIds);
}

function addService(place: Place, service: DemoService, locationIds: Map<DemoLocation, string>) {
  const {
    organisation,
    translations,
    contacts,
    areas,
    spoken,
    locations,
    schedules,
    exceptions,
    ...columns
  } = service;
  const { rows, councilId } = place;
  const serviceId = randomUUID();
  const hasSchedule = [schedules, ...(locations ?? []).map((at) => at.schedules)].some(
    (each) => each?.length,
  );
  rows.services.push({
    id: serviceId,
    councilId,
    organisationId: place.getOrganisation(organisation),
    isPublished: true,
    hours: hasSchedule ? 'SCHEDULED' : 'UNKNOWN',
    ...columns,
    noticeFrom: dayOrNull(columns.noticeFrom),
    noticeUntil: dayOrNull(columns.noticeUntil),
    lastCheckedOn: dayOrNull(columns.lastCheckedOn),
  });
  place.addTranslations({ serviceId }, translations);
  const part = { councilId, serviceId };
  for (const [language, note] of Object.entries(spoken ?? {}))
    rows.serviceLanguages.push({ ...part, language, note });
  for (const area of areas ?? []) rows.serviceAreas.push({ ...part, ...area });
  addContacts(rows, part, contacts);
  addTimes(rows, { ...part, serviceLocationId: null }, schedules, exceptions);
  for (const [position, location] of (locations ?? []).entries())
    addLocation(place, location, { ...part, position }, locationIds);
}

function addContacts(
  rows: ServiceRows,
  part: { councilId: string; serviceId: string },
  contacts: DemoContact[] = [],
) {
  rows.serviceContacts.push(...contacts.map((contact, position) => ({ ...part, position, ...contact })));
}

function addLocation(
  place: Place,
  { at, note, schedules, exceptions }: DemoServiceLocation,
  part: { councilId: string; serviceId: string; position: number },
  locationIds: Map<DemoLocation, string>,
) {
  const { rows } = place;
  const { councilId, serviceId } = part;
  const locationId = locationIds.get(at) ?? randomUUID();
  if (!locationIds.has(at)) {
    const { organisation, ...columns } = at;
    const organisationId = organisation === undefined ? null : place.getOrganisation(organisation);
    rows.locations.push({ id: locationId, councilId, organisationId, ...columns });
    locationIds.set(at, locationId);
  }
  const serviceLocationId = randomUUID();
  rows.serviceLocations.push({ id: serviceLocationId, ...part, locationId, note: note ?? null });
  addTimes(rows, { councilId, serviceId, serviceLocationId }, schedules, exceptions);
}

function addTimes(
  rows: ServiceRows,
  part: { councilId: string; serviceId: string; serviceLocationId: string | null },
  schedules: DemoSchedule[] = [],
  exceptions: DemoException[] = [],
) {
  for (const schedule of schedules) {
    const { firstOn, lastOn } = schedule;
    rows.schedules.push({ ...part, ...schedule, firstOn: dayOrNull(firstOn), lastOn: dayOrNull(lastOn) });
  }
  for (const exception of exceptions) {
    const { firstDay, lastDay } = exception;
    rows.exceptions.push({ ...part, ...exception, firstDay: dayOf(firstDay), lastDay: dayOf(lastDay) });
  }
}
