import { hoursOf, openingAt, type WallClock } from '@open-sanctuary/service-rules/opening';
import type { ServiceSearchQuery } from '../../generated/operations.ts';
import { readFound } from './findings.ts';
import type { Choices } from './questions.view.ts';
import type { Search } from './search.ts';
import type { Findings } from './service-finder.view.ts';

type Answer = NonNullable<ServiceSearchQuery['council']>['services'];

/** What the API found, as the views show it. When something is open is known here as well as there. */
export function readFindings(
  answer: Answer,
  search: Search,
  now: WallClock,
  bankHolidays: readonly string[],
): Findings & { readonly choices: Choices } {
  const names = answer.facets.languages.map((each) => [each.value, each] as const);
  return Object.assign(readFound(answer, search, names), {
    found: answer.edges.map(({ node: service, distanceMetres: metres }) => ({
      service,
      metres,
      opening: openingAt(hoursOf(service), now, bankHolidays),
    })),
    total: answer.totalCount,
  });
}
