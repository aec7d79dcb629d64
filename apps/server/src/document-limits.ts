import type { ApolloServerPlugin } from '@apollo/server';
import { listSizes, lookUps } from '@open-sanctuary/graphql-schema';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  GraphQLError,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationRule,
  valueFromASTUntyped,
} from 'graphql';

/** What one document may ask for. Our own widgets' documents have been weighed already and pass. */
export const limits = {
  tokens: 1500,
  depth: 12,
  selections: 250,
  /** Of the schema itself; the standard question has about as many as any other document may. */
  schemaSelections: 1000,
  aliases: 30,
  directives: 20,
  rootMutations: 5,
  /** Records that the answer could hold at most: for anybody a whole plan with all that is reported on it, ten times that for a site that shows the key. */
  cost: 25_000,
  costWithKey: 250_000,
};

const usualPage = 20;

/** Refuses, before anything is looked up, a document that is deeper, wider or longer than anybody needs. */
export const documentLimits: ValidationRule = (context) => {
  const document = context.getDocument();
  const fragments = fragmentsOf(document);
  const refuse = (message: string) => context.reportError(new GraphQLError(message));
  const count = { selections: 0, schemaSelections: 0, aliases: 0, directives: 0, rootFields: 0 };

  const walk = (
    set: SelectionSetNode,
    depth: number,
    seen: readonly string[],
    counted: 'selections' | 'schemaSelections',
  ): void => {
    for (const selection of set.selections) {
      if (count[counted] > limits[counted]) return;
      count[counted] += 1;
      count.directives += selection.directives?.length ?? 0;
      if (selection.kind === 'FragmentSpread') {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (fragment && !seen.includes(name)) walk(fragment.selectionSet, depth, [...seen, name], counted);
        continue;
      }
      let below = depth;
      let inside = counted;
      if (selection.kind === 'Field') {
        if (selection.alias) count.aliases += 1;
        if (depth === 0 && counted === 'selections') count.rootFields += 1;
        // The schema is public; the standard question for it is deeper than anything else.
        if (selection.name.value.startsWith('__')) inside = 'schemaSelections';
        if (inside === 'selections') below += 1;
      }
      if (below > limits.depth) {
        count.selections = Infinity;
        refuse(`This document is more than ${limits.depth} levels deep. Ask in two steps.`);
        return;
      }
      if (selection.selectionSet) walk(selection.selectionSet, below, seen, inside);
    }
  };

  const look = (operation: OperationDefinitionNode) => {
    if (operation.operation === 'subscription')
      refuse(
        'There are no subscriptions. Listen to GET /live/<council>, which tells of changes, and ask again.',
      );
    count.directives += operation.directives?.length ?? 0;
    count.rootFields = 0;
    walk(operation.selectionSet, 0, [], 'selections');
    const isTooDeep = count.selections === Infinity;
    if (count.selections > limits.selections && !isTooDeep)
      refuse(
        `This document selects more than ${limits.selections} fields, fragments counted each time. Ask in two steps.`,
      );
    if (count.schemaSelections > limits.schemaSelections)
      refuse(`This document asks for more than ${limits.schemaSelections} fields of the schema.`);
    if (count.aliases > limits.aliases) refuse(`This document has more than ${limits.aliases} aliases.`);
    if (count.directives > limits.directives)
      refuse(`This document has more than ${limits.directives} directives.`);
    if (operation.operation === 'mutation' && count.rootFields > limits.rootMutations)
      refuse(`This document changes more than ${limits.rootMutations} things at once.`);
  };

  return {
    // Before any rule of GraphQL's own, which gives up on a document that is far too long, and not in words.
    Document() {
      for (const each of document.definitions) if (each.kind === 'OperationDefinition') look(each);
    },
  };
};

/** Refuses, before it runs, an operation whose answer could hold more records than the budget; tells the cost. */
export const costLimit = (schema: GraphQLSchema, siteKey: string | undefined): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    async didResolveOperation({ document, operation, request }) {
      const cost = operation ? costOf(schema, document, operation, request.variables ?? {}) : 0;
      const hasKey = siteKey && request.http?.headers.get('authorization') === `Bearer ${siteKey}`;
      const most = hasKey ? limits.costWithKey : limits.cost;
      if (cost <= most) return;
      throw new GraphQLError(
        `This could return about ${cost} records; the most is ${most}. Ask for fewer lists inside lists, or set "first".`,
        { extensions: { code: 'QUERY_TOO_COSTLY', cost, limit: most, http: { status: 400 } } },
      );
    },
  }),
});

/** How many records an operation could return, by its page sizes and by how long lists usually are; what takes long to find counts for more. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = fragmentsOf(document);
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
  const given = { ...defaults, ...variables };

  const weigh = (set: SelectionSetNode, typeName: string, times: number): number => {
    const type = schema.getType(typeName);
    let cost = 0;
    for (const selection of set.selections) {
      if (cost > limits.costWithKey) return cost;
      if (selection.kind === 'FragmentSpread') {
        const fragment = fragments.get(selection.name.value);
        if (fragment) cost += weigh(fragment.selectionSet, fragment.typeCondition.name.value, times);
      } else if (selection.kind === 'InlineFragment') {
        cost += weigh(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, times);
      } else if (
        selection.selectionSet &&
        type &&
        (isObjectType(type) || isAbstractType(type)) &&
        'getFields' in type
      ) {
        const field = type.getFields()[selection.name.value];
        if (!field) continue;
        const named = getNamedType(field.type);
        if (!isCompositeType(named)) continue;
        const fieldName = `${typeName}.${selection.name.value}`;
        const pageArgument = selection.arguments?.find(({ name }) => ['first', 'last'].includes(name.value));
        const page = pageArgument && valueFromASTUntyped(pageArgument.value, given);
        const isConnection = named.name.endsWith('Connection');
        const length = isConnection
          ? toLength(page, usualPage)
          : isList(field.type) && !['edges'].includes(selection.name.value)
            ? toLength(page, listSizes[fieldName] ?? 1)
            : 1;
        cost +=
          times * (length + (lookUps[fieldName] ?? 0)) +
          weigh(selection.selectionSet, named.name, times * length);
      }
    }
    return cost;
  };
  const root = schema.getRootType(operation.operation);
  return root ? weigh(operation.selectionSet, root.name, 1) : 0;
}

const toLength = (page: unknown, usual: number) =>
  typeof page === 'number' && page >= 0 ? Math.min(page, 100) : usual;

const isList = (type: GraphQLOutputType): boolean =>
  isNonNullType(type) ? isList(type.ofType) : isListType(type);

const fragmentsOf = (document: DocumentNode) =>
  new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === 'FragmentDefinition')
      .map((fragment) => [fragment.name.value, fragment]),
  );
