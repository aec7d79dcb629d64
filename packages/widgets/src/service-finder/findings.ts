import { createNames, type Choices } from './questions.view.ts';
import { questionOf, type Search } from './search.ts';
import type { Findings } from './service-finder.view.ts';

interface Found {
  readonly facets: Omit<Choices, 'nameOf'>;
  readonly relax: readonly { readonly dimension: string; readonly count: number }[];
  readonly place: Findings['place'];
  readonly problem: Findings['problem'] | 'EMPTY';
}

/** What was found beside the services, as the views show it, whether by the device or by the API. */
export const readFound = (
  { facets, relax, place, problem }: Found,
  search: Search,
  names: Parameters<typeof createNames>[0],
): Omit<Findings, 'found' | 'total'> & { readonly choices: Choices } => ({
  // Those of the device are counted when they are looked at: nothing may look at them here.
  choices: Object.assign(facets, { nameOf: createNames(names) }),
  relax: relax.map(({ dimension, count }) => ({ question: questionOf(dimension, search), count })),
  place,
  problem: problem === 'EMPTY' ? null : problem,
});
