import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

type Ask = (query: string) => Promise<{ errors: readonly string[]; data: unknown }>;

/** What to ask for where the schema cannot tell: values of an argument by its name, the first one for the way on. */
type Values = Readonly<Record<string, readonly string[]>>;

const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());
const objectOf = ({ type }: GraphQLField<unknown, unknown>): GraphQLObjectType | null => {
  const named = getNamedType(type);
  return isObjectType(named) ? named : null;
};
const isRequired = ({ type, defaultValue }: GraphQLArgument) =>
  isNonNullType(type) && defaultValue === undefined;

/**
 * Asks for every field of every type that a schema shows, wherever it hangs, and for every value of every argument.
 * It finds its way by itself: a type is entered from the first place at which one was found. So a new field is asked
 * for without anybody thinking of it; only for a new argument of free text somebody has to say what to ask for.
 */
export async function walkSchema(schema: GraphQLSchema, ask: Ask, values: Values) {
  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has nothing to ask for.');
  /** `Type.field` of all objects that came back. */
  const reached = new Set<string>();
  const refused: string[] = [];
  const ways = new Map<string, readonly string[]>([[root.name, []]]);

  const answersOf = (argument: GraphQLArgument): readonly string[] => {
    const listed = listValues(argument.type);
    const known = listed ?? values[argument.name];
    if (!known) throw new Error(`Say in the test what to ask for as \`${argument.name}\`.`);
    return known;
  };
  const call = (field: GraphQLField<unknown, unknown>, given?: readonly [string, string]) => {
    const args = new Map(
      field.args.filter(isRequired).map((argument) => [argument.name, answersOf(argument)[0] ?? 'null']),
    );
    if (given) args.set(...given);
    const written = [...args].map(([name, value]) => `${name}: ${value}`).join(', ');
    return written ? `${field.name}(${written})` : field.name;
  };
  const leavesOf = (type: GraphQLObjectType) =>
    [
      '__typename',
      ...fieldsOf(type)
        .filter((field) => !isCompositeType(getNamedType(field.type)))
        .map((field) => call(field)),
    ].join(' ');
  const compositesOf = (type: GraphQLObjectType) =>
    fieldsOf(type).filter((field) => isCompositeType(getNamedType(field.type)));
  const selectionOf = (type: GraphQLObjectType, below: readonly GraphQLField<unknown, unknown>[]) => {
    const selected = below.map((field) => {
      const under = objectOf(field);
      return under ? `${call(field)} { ${leavesOf(under)} }` : '';
    });
    return `{ ${leavesOf(type)} ${selected.join(' ')} }`;
  };

  /** Whether something stood at the end of the way; the question with its refusal where it was refused. */
  const send = async (way: readonly string[], selection: string): Promise<boolean | string> => {
    const query = `${way.map((step) => `{ __typename ${step} `).join('')}${selection}${' }'.repeat(way.length)}`;
    const { errors, data } = await ask(query);
    if (errors.length > 0) return `${errors.join()} ${query}`;
    note(data, reached);
    return leadsOn(data, way.length);
  };
  /** With one level below: one question where that is within the limits, else one for each list. */
  const look = async (way: readonly string[], type: GraphQLObjectType): Promise<boolean> => {
    const whole = await send(way, selectionOf(type, compositesOf(type)));
    if (typeof whole === 'boolean') return whole;
    let isThere = false;
    for (const field of compositesOf(type)) {
      const found = await send(way, selectionOf(type, [field]));
      if (typeof found === 'boolean') isThere ||= found;
      else refused.push(found);
    }
    return isThere;
  };

  await send([], selectionOf(root, []));
  for (const [name, way] of ways) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of fieldsOf(type)) {
      const under = objectOf(field);
      if (!under) continue;
      const next = [...way, call(field)];
      if ((await look(next, under)) && !ways.has(under.name)) ways.set(under.name, next);
    }
    // The same way with each value of each argument, one at a time.
    const variants = fieldsOf(type).flatMap((field) => {
      const under = objectOf(field);
      if (!under) return [];
      return field.args.flatMap((argument) =>
        answersOf(argument).map((value) => look([...way, call(field, [argument.name, value])], under)),
      );
    });
    await Promise.all(variants);
  }
  const all = Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => fieldsOf(type).map((field) => `${type.name}.${field.name}`));
  return { reached, unreached: all.filter((each) => !reached.has(each)), refused };
}

/** Every value of an enumeration or a boolean, alone; null for what is free. */
function listValues(type: GraphQLInputType): readonly string[] | null {
  if (isNonNullType(type)) return listValues(type.ofType);
  if (isListType(type)) return listValues(type.ofType)?.map((value) => `[${value}]`) ?? null;
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  return type.name === 'Boolean' ? ['true', 'false'] : null;
}

/** Whether the one field of each level leads to something, so many levels down. */
function leadsOn(value: unknown, levels: number): boolean {
  if (Array.isArray(value)) return value.some((each) => leadsOn(each, levels));
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => leadsOn(each, levels - 1));
}

function note(value: unknown, reached: Set<string>) {
  if (Array.isArray(value)) for (const each of value) note(each, reached);
  else if (typeof value === 'object' && value !== null) {
    const { __typename, ...fields } = value as { __typename?: string };
    for (const [field, below] of Object.entries(fields)) {
      reached.add(`${__typename}.${field}`);
      note(below, reached);
    }
  }
}

/** What `node` may be asked for: each type with its fields and one level below. */
export function nodeSelections(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('The schema has no nodes.');
  return new Map(
    schema.getPossibleTypes(node).map((type) => [
      type.name,
      fieldsOf(type)
        .filter((field) => !isCompositeType(getNamedType(field.type)) && !field.args.some(isRequired))
        .map(({ name }) => name)
        .join(' '),
    ]),
  );
}
