import { hoursOf, openingAt, type WallClock } from '@open-sanctuary/service-rules/opening';
import type { ServiceSearchQuery } from '../../generated/operations.ts';
import { createNames, type Choices } from './questions.view.ts';
import { questionOf, type Search } from './search.ts';
import type { Findings } from './service-finder.view.ts';

type Answer = NonNullable<ServiceSearchQuery['council']>['services'];

/** What the API found, as the views show it. When something is open is known here as well as there. */
export function readFindings(
  { edges, totalCount, relax, place, problem, facets }: Answer,
  search: Search,
  now: WallClock,
  bankHolidays: readonly string[],
): Findings & { readonly choices: Choices } {
  return {
    found: edges.map(({ node: service, distanceMetres: metres }) => ({
      service,
      metres,
      opening: openingAt(hoursOf(service), now, bankHolidays),
    })),
    total: totalCount,
    choices: Object.assign(
      { nameOf: createNames(facets.languages.map((each) => [each.value, each] as const)) },
      facets,
    ),
    relax: relax.map(({ dimension, count }) => ({ question: questionOf(dimension, search), count })),
    place,
    problem: problem === 'EMPTY' ? null : problem,
  };
}
