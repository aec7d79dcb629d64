import type { WholeService } from '../whole-records.ts';

export type PostcodeProblem = 'EMPTY' | 'NOT_A_POSTCODE' | 'INCOMPLETE' | 'NOT_KNOWN';

export type SearchDimension =
  | 'WORDS'
  | 'CATEGORY'
  | 'LANGUAGE'
  | 'INTERPRETER'
  | 'WHO'
  | 'TIME'
  | 'COST'
  | 'MODE'
  | 'PLACE'
  | 'PAPERS'
  | 'ACCESS'
  | 'CHECKED'
  | 'ORGANISATION';

type FacetCounts = { value: string; count: number }[];

type Facet =
  'categories' | 'languages' | 'who' | 'days' | 'cost' | 'modes' | 'papers' | 'access' | 'organisations';

/** One page of what a search finds, and what else there would be. */
export interface FoundServices {
  totalCount: number;
  edges: { cursor: string; node: WholeService; distanceMetres: number | null; hoursUnknown: boolean }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  facets: Record<Facet, FacetCounts>;
  relax: { dimension: SearchDimension; count: number }[];
  place: { kind: 'OUTCODE' | 'SECTOR' | 'POSTCODE'; code: string } | null;
  problem: PostcodeProblem | null;
}

export async function searchServices(..._given: unknown[]): Promise<FoundServices> {
  throw new Error('TODO');
}
