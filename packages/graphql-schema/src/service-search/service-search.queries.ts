import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { builder, shown } from '../builder.ts';
import { Council } from '../council/council.type.ts';
import { searchServices } from './service-search.facts.ts';
import { ServiceConnection, ServiceFilter } from './service-search.type.ts';

builder.objectField(Council, 'services', (t) =>
  t.field({
    type: ServiceConnection,
    ...shown(
      'Its services that fit a search, by POST: those checked in the last year first, then those whose hours are known, then the nearest, or those that fit the words best.',
    ),
    args: {
      filter: t.arg({ type: ServiceFilter, description: 'What is looked for; everything unless given.' }),
      first: t.arg.int({ description: 'How many services to give, 1 to 100; 20 unless asked.' }),
      after: t.arg.string({ description: 'Cursor of the service to go on from, in the same search.' }),
    },
    resolve: (council, { filter, first, after }, context, info) =>
      searchServices(council, filter ?? {}, { first, after, withFacets: asksForFacets(info) }, context),
  }),
);

/** Counting them is half of the work of a search. */
function asksForFacets({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const isIn = (set: SelectionSetNode | undefined): boolean =>
    !!set?.selections.some((each) => {
      if (each.kind === 'Field') return each.name.value === 'facets';
      return isIn(
        each.kind === 'InlineFragment' ? each.selectionSet : fragments[each.name.value]?.selectionSet,
      );
    });
  return fieldNodes.some(({ selectionSet }) => isIn(selectionSet));
}
