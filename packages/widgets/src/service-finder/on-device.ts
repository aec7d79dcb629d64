import { addDays } from '@open-sanctuary/service-rules/day';
import { hoursOf, sessionsOn, type WallClock } from '@open-sanctuary/service-rules/opening';
import { orderedBy } from '@open-sanctuary/service-rules/order';
import { findServices, formQuestions, isShut } from '@open-sanctuary/service-rules/search';
import type { ServicePartsFragment } from '../../generated/operations.ts';
import type { FinderCouncil } from './context.ts';
import { readFound } from './findings.ts';
import type { Choices } from './questions.view.ts';
import { toFilter, type Search } from './search.ts';
import type { Findings } from './service-finder.view.ts';
import type { TimetableDay } from './timetable.view.ts';

/** Everything that a search finds, found on the reader's own device: nothing of it is sent anywhere. */
export function findOnDevice(
  council: FinderCouncil,
  services: readonly ServicePartsFragment[],
  search: Search,
  now: WallClock,
): Findings & { readonly choices: Choices } {
  const finding = findServices(services, toFilter(search), Object.assign({ now }, council), formQuestions);
  const names = services.flatMap(({ languages }) => languages.map((each) => [each.language, each] as const));
  const { found } = finding;
  return Object.assign(readFound(finding, search, names), { found, total: found.length });
}

/** The week of an organisation from today on, from its services. */
export function weekOnDevice(
  { bankHolidays }: Pick<FinderCouncil, 'bankHolidays'>,
  services: readonly ServicePartsFragment[],
  { day: today }: WallClock,
): TimetableDay[] {
  const open = services
    .filter((service) => !isShut(service))
    .map((service) => ({ service, hours: hoursOf(service) }));
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const day = addDays(today, offset);
    const sessions = open.flatMap(({ service, hours }) =>
      sessionsOn(hours, day, bankHolidays).map((session) => {
        const { locations } = service;
        // Times that are told for no place are at the only one there is; among several it would be a guess.
        const isAt = session.from.place || (locations.length === 1 ? '0' : '');
        const { location: place } = (isAt && locations[Number(isAt)]) || { location: null };
        return Object.assign(session, { service, place: place && (place.name || place.address) });
      }),
    );
    return { day, sessions: orderedBy(sessions, ({ opensAt }) => [opensAt]) };
  });
}
