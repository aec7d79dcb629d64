import { freshness } from '@open-sanctuary/service-rules/freshness';
import { hoursOf, openingAt, wallClock } from '@open-sanctuary/service-rules/opening';
import { calendarDate } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import { getCouncil } from '../council/council.facts.ts';
import { dayFrom, dayOrNull } from '../scalars.ts';
import type { WholeService } from '../whole-records.ts';

/** A service at one of its places, with what is said of when it is open there. */
export type ServiceAtLocation = WholeService['locations'][number] &
  Pick<WholeService, 'schedules' | 'exceptions'>;

export const isOfNoPlace = ({ serviceLocationId }: { serviceLocationId: string | null }) =>
  serviceLocationId === null;

export function placesOf({ locations, schedules, exceptions }: WholeService): ServiceAtLocation[] {
  const isHere = (place: { id: string }) => (part: { serviceLocationId: string | null }) =>
    part.serviceLocationId === place.id;
  return locations.map((place) => ({
    ...place,
    schedules: schedules.filter(isHere(place)),
    exceptions: exceptions.filter(isHere(place)),
  }));
}

/** Where the organisation withholds its times, that is all that anybody learns, also from the kind. */
export const hoursKindOf = ({ hours, organisation }: WholeService) =>
  organisation.withholdsTimes && hours === 'SCHEDULED' ? ('WITHHELD' as const) : hours;

const todayOf = async (record: { councilId: string }, context: Context) =>
  calendarDate(context.now, (await getCouncil(record, context)).timeZone);

/** Whether its notice is for today. */
export async function hasNotice(service: WholeService, context: Context): Promise<boolean> {
  if (service.notice === null) return false;
  const today = await todayOf(service, context);
  const [from, until] = [dayOrNull(service.noticeFrom), dayOrNull(service.noticeUntil)];
  return (from === null || from <= today) && (until === null || today <= until);
}

export async function freshnessOf(service: WholeService, _args: object, context: Context) {
  return freshness(dayOrNull(service.lastCheckedOn), await todayOf(service, context));
}

/** Whether it is open at this moment; null where its times are not known or withheld, or it is not running. */
export async function findOpening(service: WholeService, _args: object, context: Context) {
  const hours = hoursKindOf(service);
  const isRunning = service.state !== 'TEMPORARILY_CLOSED' && service.state !== 'ENDED';
  if (hours !== 'SCHEDULED' || !isRunning) return null;
  const [{ timeZone }, bankHolidays] = await Promise.all([
    getCouncil(service, context),
    context.load.bankHolidays(),
  ]);
  const all = hoursOf({
    hours,
    schedules: service.schedules.filter(isOfNoPlace).map(toSchedule),
    exceptions: service.exceptions.filter(isOfNoPlace).map(toException),
    locations: placesOf(service).map(({ schedules, exceptions }) => ({
      schedules: schedules.map(toSchedule),
      exceptions: exceptions.map(toException),
    })),
  });
  return openingAt(all, wallClock(context.now, timeZone), bankHolidays);
}

const toSchedule = ({ firstOn, lastOn, ...schedule }: WholeService['schedules'][number]) => ({
  ...schedule,
  firstOn: dayOrNull(firstOn),
  lastOn: dayOrNull(lastOn),
});

const toException = ({ firstDay, lastDay, ...exception }: WholeService['exceptions'][number]) => ({
  ...exception,
  firstDay: dayFrom(firstDay),
  lastDay: dayFrom(lastDay),
});
