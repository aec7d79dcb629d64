import SchemaBuilder, { type ObjectRef } from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import SubGraphPlugin from '@pothos/plugin-sub-graph';
import type PrismaTypes from '@open-sanctuary/database/pothos';
import { getDatamodel } from '@open-sanctuary/database/pothos';
import type { CalendarDate } from './calendar.rules.ts';
import type { Context } from './context.ts';
import { decodeGlobalId } from './global-id.ts';
import { refuseUnstorableText } from './text.plugin.ts';
import { refuseWrongId } from './wrong-id.plugin.ts';

type Audience = 'Public' | 'Manage';
const everywhere: Audience[] = ['Public', 'Manage'];

/** Marks something as public, in the words that the contract prints. Everything unmarked is for management only. */
export const shown = (description: string) => ({ subGraphs: everywhere, description });

/** What each value of an enum means. */
export const meanings = <Value extends string>(descriptions: Record<Value, string>) =>
  Object.fromEntries(
    Object.entries<string>(descriptions).map(([value, description]) => [value, { description }]),
  ) as Record<Value, { description: string }>;

const relayType = { subGraphs: everywhere, defaultSubGraphsForFields: everywhere };

export const builder = new SchemaBuilder<{
  PrismaTypes: PrismaTypes;
  Context: Context;
  SubGraphs: Audience;
  Scalars: {
    Date: { Input: CalendarDate; Output: CalendarDate };
    DateTime: { Input: Date; Output: Date };
    ID: { Input: string; Output: string };
  };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
}>({
  plugins: [refuseUnstorableText, refuseWrongId, RelayPlugin, PrismaPlugin, SubGraphPlugin],
  defaultFieldNullability: false,
  prisma: { client: ({ database }) => database, dmmf: getDatamodel(), onUnusedQuery: 'error' },
  // Relay's own types hold nothing of ours, so the public has them whole.
  relay: {
    decodeGlobalID: decodeGlobalId,
    nodesQueryOptions: false,
    nodeTypeOptions: { ...relayType, description: 'Anything that can be asked for again by its id.' },
    nodeQueryOptions: {
      ...shown('One thing by its id; null when there is none, or when it is not published.'),
      args: { id: { description: 'An id that this API has given.' } },
    },
    idFieldOptions: shown('Names this record in the whole API; give it to `node`.'),
    pageInfoTypeOptions: { ...relayType, description: 'Where a page stands in a longer list.' },
    hasNextPageFieldOptions: { description: 'Whether more follows this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether more comes before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first item here; null when there is none.' },
    endCursorFieldOptions: { description: 'Cursor of the last item here; null when there is none.' },
    defaultConnectionTypeOptions: { ...relayType, description: 'One page of a longer list.' },
    defaultEdgeTypeOptions: { ...relayType, description: 'One item of a page, with its place in the list.' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The items of this page, in order.',
    },
    nodeFieldOptions: { nullable: false, description: 'The item itself.' },
    pageInfoFieldOptions: { description: 'What comes before and after this page.' },
    cursorFieldOptions: {
      description: 'Give it as `after` to go on from here, or as `before` where the list takes that.',
    },
  },
  subGraphs: { defaultForTypes: ['Manage'], defaultForFields: ['Manage'] },
});

/** A type of the schema. Named outright where types refer to each other in a circle. */
export type TypeOf<Shape> = ObjectRef<typeof builder.$inferSchemaTypes, Shape>;
