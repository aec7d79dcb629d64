import { ExpectedError } from './errors.ts';

const pageSize = { usual: 20, most: 100 } as const;

export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** How many items were asked for. */
export function countFrom(
  given: number | null | undefined,
  name: string,
  usual: number = pageSize.usual,
): number {
  const count = given ?? usual;
  if (count >= 1 && count <= pageSize.most) return count;
  throw new ExpectedError(`\`${name}\` may be from 1 to ${pageSize.most}.`, 'INVALID_INPUT');
}

export const encodeCursor = (key: string): string => Buffer.from(key, 'latin1').toString('base64url');

export const unknownCursor = (name = 'after') =>
  new ExpectedError(`This is not a cursor of this list. Begin again without \`${name}\`.`, 'INVALID_INPUT');

export function decodeCursor(cursor: string, name?: string): string {
  if (cursor.length > 100) throw unknownCursor(name);
  return Buffer.from(cursor, 'base64url').toString('latin1');
}

/** One page of what is `wanted` among `all`, which are in order. A cursor holds as long as its item is among them all. */
export function pageOf<Item extends { id: string }>(
  all: readonly Item[],
  isWanted: (item: Item) => boolean,
  { first, after, last, before }: PageArguments,
) {
  if (typeof first === 'number' && typeof last === 'number')
    throw new ExpectedError('Ask with `first` or with `last`, not with both.', 'INVALID_INPUT');
  const isBackwards = typeof last === 'number';
  const count = isBackwards ? countFrom(last, 'last') : countFrom(first, 'first');
  const start = placeOf(all, after, 'after') + 1;
  const end = typeof before === 'string' ? placeOf(all, before, 'before') : all.length;
  const found = all.map((item, place) => ({ item, place })).filter(({ item }) => isWanted(item));
  const between = found.filter(({ place }) => place >= start && place < end);
  const shown = isBackwards ? between.slice(-count) : between.slice(0, count);
  const edges = shown.map(({ item }) => ({ cursor: encodeCursor(item.id), node: item }));
  const [from, to] = [shown[0]?.place ?? start, shown.at(-1)?.place ?? end - 1];
  return {
    totalCount: found.length,
    edges,
    pageInfo: {
      hasNextPage: found.some(({ place }) => place > to),
      hasPreviousPage: found.some(({ place }) => place < from),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function placeOf(all: readonly { id: string }[], cursor: string | null | undefined, name: string): number {
  if (cursor === null || cursor === undefined) return -1;
  const id = decodeCursor(cursor, name);
  const place = all.findIndex((item) => item.id === id);
  if (place < 0) throw unknownCursor(name);
  return place;
}
