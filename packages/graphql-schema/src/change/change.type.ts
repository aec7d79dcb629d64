import type { Prisma, PrismaClient } from '@open-sanctuary/database/client';
import { Action } from '../action/action.type.ts';
import { builder, meanings, shown } from '../builder.ts';
import { isExample } from '../council/council.facts.ts';
import { countFrom, decodeCursor, encodeCursor, unknownCursor, type PageArguments } from '../paging.ts';
import { Plan } from '../plan/plan.type.ts';
import { isUuid } from '../text.rules.ts';

const ChangeKind = builder.enumType('ChangeKind', {
  ...shown('What was done to a record.'),
  values: meanings({ CREATED: 'It was added.', CHANGED: 'It was edited.', REMOVED: 'It was taken away.' }),
});

const Change = builder.objectRef<Prisma.ChangeGetPayload<object>>('Change').implement({
  ...shown('One entry of the record of changes. It names fields and never their values.'),
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', ...shown('When.') }),
    revision: t.exposeInt(
      'revision',
      shown("The council's revision that it belongs to; one write is one revision."),
    ),
    kind: t.expose('kind', { type: ChangeKind, ...shown('What was done.') }),
    noun: t.exposeString('noun', shown('What sort of record it was, such as `Report`.')),
    recordUuid: t.exposeString('recordId', shown('The record itself, as UUID.')),
    fields: t.exposeStringList('fields', shown('Names of the fields that changed.')),
    byRole: t.exposeString('byRole', shown('The role of whoever changed it; never a name.')),
    plan: t.field({
      type: Plan,
      nullable: true,
      ...shown('The plan it is about, if it is about one.'),
      resolve: ({ planId }, _args, { load }) => (planId ? load.plan(planId) : null),
    }),
    action: t.field({
      type: Action,
      nullable: true,
      ...shown('The action it is about, if it is about one.'),
      resolve: ({ actionId }, _args, { load }) => (actionId ? load.action(actionId) : null),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
  }),
});

export const CouncilChanges = builder.connectionObject(
  { type: Change, name: 'CouncilChangesConnection', ...shown('One page of the record of changes.') },
  { name: 'CouncilChangesConnectionEdge', ...shown('One change, with its place in the list.') },
);

export async function listChanges(
  database: PrismaClient,
  councilId: string,
  { first, after }: Pick<PageArguments, 'first' | 'after'>,
) {
  const count = countFrom(first, 'first');
  const found = await database.change.findMany({
    where: {
      councilId,
      ...(typeof after === 'string' ? { id: { lt: await getPlace(database, councilId, after) } } : {}),
    },
    orderBy: { id: 'desc' },
    take: count + 1,
  });
  const edges = found.slice(0, count).map((node) => ({ cursor: encodeCursor(node.cursor), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > count,
      hasPreviousPage: typeof after === 'string',
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

async function getPlace(database: PrismaClient, councilId: string, after: string): Promise<bigint> {
  const cursor = decodeCursor(after);
  const found = isUuid(cursor) && (await database.change.findUnique({ where: { cursor, councilId } }));
  if (!found) throw unknownCursor();
  return found.id;
}
