import type { Prisma } from '@open-sanctuary/database/client';
import { findPlace, type PostcodeProblem } from '@open-sanctuary/service-rules/postcode';
import type { Context } from '../context.ts';
import { countFrom, unknownCursor, type PageArguments } from '../paging.ts';
import { isStorableText, isUuid } from '../text.rules.ts';
import type { WholeService } from '../whole-records.ts';
import { type GivenFilter, readFilter, readNear } from './service-filter.rules.ts';

type Place = Prisma.PostcodePlaceGetPayload<object>;

const facetNames = ['categories', 'languages', 'who', 'days', 'cost', 'modes', 'access', 'papers'] as const;

type FacetCounts = { value: string; count: number }[];

type Dimension =
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

/** What the database's search gives. */
interface Found {
  total: number;
  hasMore: boolean;
  page: { service: string; metres: number | null; hoursUnknown: boolean; key: string }[];
  facets: Partial<Record<(typeof facetNames)[number], FacetCounts>>;
  relax: { dimension: Dimension; count: number }[];
}

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
  facets: Record<(typeof facetNames)[number], FacetCounts>;
  relax: { dimension: Dimension; count: number }[];
  place: Place | null;
  problem: PostcodeProblem | 'NOT_KNOWN' | null;
}

export async function searchServices(
  council: { id: string },
  given: GivenFilter,
  { first, after, withFacets }: Pick<PageArguments, 'first' | 'after'> & { withFacets: boolean },
  context: Context,
): Promise<FoundServices> {
  const { database, now, load } = context;
  const count = countFrom(first, 'first');
  const behind = typeof after === 'string' ? readCursor(after) : null;
  const filter = readFilter(given);
  const { place, problem } = await findNear(database, given.near);
  const near = place && { latitude: place.latitude, longitude: place.longitude };
  const wanted = JSON.stringify({ ...filter, near, facets: withFacets });
  const [row] = await inTurn(
    context,
    () => database.$queryRaw<{ found: Found }[]>`
    SELECT sanctuary.find_services(
      ${council.id}::uuid, ${wanted}::jsonb, ${now}::timestamptz, ${count}::int, ${behind}
    ) AS found`,
  );
  if (!row) throw new Error('The database did not answer a search.');
  const { total, hasMore, page, facets, relax } = row.found;
  const edges = await Promise.all(
    page.map(async ({ service, metres, hoursUnknown, key }) => ({
      cursor: Buffer.from(key).toString('base64url'),
      node: await load.service(service),
      distanceMetres: metres === null ? null : Math.round(metres),
      hoursUnknown,
    })),
  );
  // Between the search and the look a service may have been taken away.
  const shown = edges.filter((edge): edge is FoundServices['edges'][number] => edge.node !== null);
  return {
    totalCount: total,
    edges: shown,
    pageInfo: {
      hasNextPage: hasMore,
      hasPreviousPage: behind !== null,
      startCursor: shown[0]?.cursor ?? null,
      endCursor: shown.at(-1)?.cursor ?? null,
    },
    facets: Object.fromEntries(
      facetNames.map((name) => [name, (facets[name] ?? []).filter(({ value }) => isAsked(name, value))]),
    ) as FoundServices['facets'],
    relax: relax.filter((each) => each.count > 0).toSorted((one, other) => other.count - one.count),
    place,
    problem,
  };
}

/** The last search of each request that has any. */
const underWay = new WeakMap<Context, Promise<unknown>>();

/** The searches of one request wait for each other, so that however many they are, nobody else waits for all of them. */
async function inTurn<Result>(context: Context, search: () => PromiseLike<Result>): Promise<Result> {
  const before = underWay.get(context);
  const result = (async () => {
    await before;
    return search();
  })();
  // One that fails says so itself, and keeps no other from its turn.
  underWay.set(
    context,
    result.catch(() => undefined),
  );
  return result;
}

/** Of what something costs, of papers and of women only, the filter asks yes or no. */
const isAsked = (facet: (typeof facetNames)[number], value: string): boolean =>
  facet === 'cost' ? value === 'FREE' : facet === 'papers' ? value === 'NO' : value !== 'WOMEN_ONLY';

/** The place of a postcode, or of its sector, or of its outcode; or why there is none. */
async function findNear(
  database: Context['database'],
  near: string | null | undefined,
): Promise<Pick<FoundServices, 'place' | 'problem'>> {
  if (typeof near !== 'string') return { place: null, problem: null };
  const read = readNear(near);
  if ('problem' in read) return { place: null, problem: read.problem };
  const { code, sector, outcode } = read;
  // What could stand in their place begins them.
  const shorter = [outcode.slice(0, -1), `${outcode.slice(0, -1)} ${outcode.slice(-1)}`];
  const wanted = [code, sector, outcode, ...shorter].filter((each) => each !== null);
  const place = findPlace(await database.postcodePlace.findMany({ where: { code: { in: wanted } } }), read);
  return { place, problem: place ? null : 'NOT_KNOWN' };
}

/** By what the item before was ordered, as the database wrote it. */
function readCursor(cursor: string): string {
  if (cursor.length > 3000) throw unknownCursor();
  const key = Buffer.from(cursor, 'base64url').toString();
  const form = /^\[[01], [01], "(?:-?\d+(?:\.\d+)?(?:e\+?\d+)?|Infinity)", [01], ".*", "[\da-f-]{36}"\]$/s;
  try {
    if (form.test(key) && canBeCompared(JSON.parse(key))) return key;
  } catch {
    // Not written by the database.
  }
  throw unknownCursor();
}

/** Whether the database can read it at all: a number that it can hold, a text that it can store and a UUID. */
function canBeCompared(parts: unknown[]): boolean {
  const [, , rank, , name, id] = parts;
  return (
    parts.length === 6 &&
    (rank === 'Infinity' || Number.isFinite(Number(rank))) &&
    isStorableText(String(name)) &&
    isUuid(String(id))
  );
}
