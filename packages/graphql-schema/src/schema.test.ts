import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  getNullableType,
  isInputObjectType,
  isListType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { listSizes, manageSchema, publicSchema } from './schema.ts';

test('schema.graphql is what the public can ask', async () => {
  await expect(`${printSchema(publicSchema)}\n`).toMatchFileSnapshot('../schema.graphql');
});

test('manage.graphql is what editors can ask and change', async () => {
  await expect(`${printSchema(manageSchema)}\n`).toMatchFileSnapshot('../manage.graphql');
});

describe.each([
  ['public', publicSchema],
  ['management', manageSchema],
])('in the %s schema', (_name, schema) => {
  test('every type, field, argument and value is described in words', () => {
    expect(listUndescribed(schema)).toEqual([]);
  });
});

test('the names that partners rely on are there', () => {
  const names = new Set(listParts(publicSchema).map(([name]) => name));
  const relied = `Query.councils Query.council Query.node Council.plans Council.plan Council.revision Council.changes
    Plan.state Plan.themes Plan.actions Plan.progress PlanProgress.total PlanProgress.byStatus StatusCount.status
    StatusCount.count PlanProgress.noDate PlanProgress.noLead PlanProgress.noMeasure PlanProgress.stale Theme.ref
    Theme.title Theme.actions Theme.targets Action.ref Action.refIsDerived Action.title Action.status Action.strengths
    Action.leadText Action.leads Lead.name Lead.role Action.dueText Action.dueFrom Action.dueTo Action.isOverdue
    Action.reports Action.groupView Action.councilResponse ActionStatus.NOT_REPORTED ActionStatus.NOT_STARTED
    ActionStatus.IN_PROGRESS ActionStatus.DELAYED ActionStatus.DONE ActionStatus.STOPPED CommitmentStrength.DELIVER
    CommitmentStrength.CONTINUE CommitmentStrength.EXPLORE LeadRole.ACCOUNTABLE LeadRole.PARTNER
    LeadRole.OTHERS_NOT_NAMED GroupView.AGREES GroupView.PARTLY_AGREES GroupView.DISAGREES GroupView.NOT_ASSESSED
    Council.services Council.service Council.allServices ServiceFilter.near Service.opening Service.freshness
    Council.steeringGroup SteeringGroup.constituencies SteeringGroup.seats SteeringGroup.meetings Constituency.seats`;
  expect(relied.split(/\s+/).filter((name) => !names.has(name))).toEqual([]);
});

test('the public can say two things, and sees no versions, no drafts, no tokens and nothing of who holds a seat', () => {
  expect(Object.keys(publicSchema.getMutationType()?.getFields() ?? {})).toEqual([
    'reportEntryProblem',
    'reportNothingFound',
  ]);
  const names = listParts(publicSchema).map(([name]) => name);
  expect(
    names.filter((name) => /version|draft|token|holder|consent|appearance|legal|NameForm/i.test(name)),
  ).toEqual(['PlanState.DRAFT']);
});

function isListOfObjects(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type)) && isObjectType(getNamedType(type));
}

function listUndescribed(schema: GraphQLSchema): string[] {
  return listParts(schema)
    .filter(([, description]) => !description || description.length < 4)
    .map(([name]) => name);
}

function listParts(schema: GraphQLSchema): [name: string, description: string | null | undefined][] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isIntrospectionType(type) || isSpecifiedScalarType(type)
      ? []
      : [[type.name, type.description], ...partsOf(type)],
  );
}

function partsOf(type: GraphQLNamedType): [name: string, description: string | null | undefined][] {
  if (isEnumType(type))
    return type.getValues().map((value) => [`${type.name}.${value.name}`, value.description]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.description]);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, field.description],
    ...field.args.map((argument): [string, string | null | undefined] => [
      `${type.name}.${field.name}(${argument.name})`,
      argument.description,
    ]),
  ]);
}

test('every list of records has a size to reckon with', () => {
  const lists = Object.values(publicSchema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type) && !type.name.includes('Connection'))
    .flatMap((type) =>
      Object.values(isObjectType(type) ? type.getFields() : {})
        .filter((field) => isListOfObjects(field.type))
        .map((field) => `${type.name}.${field.name}`),
    );
  expect(Object.keys(listSizes).toSorted()).toEqual(lists.toSorted());
});
