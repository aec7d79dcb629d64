import { builder } from '../builder.ts';
import { Council } from '../council/council.type.ts';
import type { EditorRole } from '../editor.ts';
import {
  asGiven,
  expectedVersion,
  invalid,
  needed,
  optionalDay,
  optionalEmail,
  optionalText,
  optionalTitle,
  optionalWebAddress,
  readFields,
  requireDaysInOrder,
  requireLanguage,
  requireSlug,
  requireTitle,
} from '../input.ts';
import { wholeConstituency, wholeGroup } from '../whole-records.ts';
import {
  changeRecord,
  getCouncilOfEditor,
  getRecord,
  removeRecord,
  type Transaction,
  write,
} from '../write.ts';
import { Constituency, ConstituencyKind, GroupKind, SteeringGroup } from './steering-group.type.ts';

/** Who keeps a steering group's own records. */
export const groupWriters: readonly EditorRole[] = ['STEERING_GROUP', 'COUNCIL_OFFICER', 'ADMINISTRATOR'];

/** Ends the description of what they may do. */
export const byGroupWriters = ` Roles: ${groupWriters.join(', ')}.`;

function requireMonths(given: number | null, name: string): number | null {
  if (given !== null && !(given >= 1 && given <= 24))
    throw invalid(`\`${name}\` may be from 1 to 24 months.`);
  return given;
}

const groupReaders = {
  slug: needed(requireSlug),
  name: needed(requireTitle),
  language: needed(requireLanguage),
  kind: needed(asGiven<'STANDING' | 'TIME_BOUND'>),
  purpose: optionalText,
  periodText: optionalTitle,
  startsOn: optionalDay,
  endsOn: optionalDay,
  datesAreDerived: needed(asGiven<boolean>),
  meetsEveryMonths: requireMonths,
  howToJoin: optionalText,
  whatIsPaid: optionalText,
  whatHelp: optionalText,
  contactEmail: optionalEmail,
  contactUrl: optionalWebAddress,
  sourceUrl: optionalWebAddress,
  isPublished: needed(asGiven<boolean>),
};

const SteeringGroupWords = builder.inputType('SteeringGroupWords', {
  description: 'What is said about a steering group. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    slug: t.string({ description: 'Its short name in web addresses: a-z, 0-9 and single dashes.' }),
    name: t.string({ description: 'Its name, at most 300 characters.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
    kind: t.field({ type: GroupKind, description: 'For how long it is there; for good unless given.' }),
    purpose: t.string({ description: 'What it is for, at most 5,000 characters.' }),
    periodText: t.string({ description: 'The time of a group that is not there for good, as published.' }),
    startsOn: t.field({ type: 'Date', description: 'Its first day.' }),
    endsOn: t.field({ type: 'Date', description: 'Its last day.' }),
    datesAreDerived: t.boolean({ description: 'Whether its days are our reading.' }),
    meetsEveryMonths: t.int({ description: 'How often it meets, 1 to 24 months.' }),
    howToJoin: t.string({ description: 'How to join it.' }),
    whatIsPaid: t.string({ description: 'What members are paid.' }),
    whatHelp: t.string({ description: 'What help members get: interpreters, childcare, travel.' }),
    contactEmail: t.string({ description: 'Where to write to.' }),
    contactUrl: t.string({ description: 'Page that says how to reach it.' }),
    sourceUrl: t.string({ description: 'Where all this is published.' }),
    isPublished: t.boolean({ description: 'Whether the public sees it.' }),
  }),
});

const constituencyReaders = {
  kind: needed(
    asGiven<
      'CHAIR' | 'COUNCILLORS' | 'EXPERTS_BY_EXPERIENCE' | 'CHARITIES' | 'DEPARTMENTS' | 'HEALTH' | 'OTHERS'
    >,
  ),
  name: needed(requireTitle),
  language: needed(requireLanguage),
  note: optionalText,
  termText: optionalTitle,
  isNumberPublished: needed(asGiven<boolean>),
  isListComplete: needed(asGiven<boolean>),
  howToJoin: optionalText,
};

const ConstituencyWords = builder.inputType('ConstituencyWords', {
  description: 'What is said about a constituency. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    kind: t.field({ type: ConstituencyKind, description: 'For whom its seats are.' }),
    name: t.string({ description: 'What the group calls it, at most 300 characters.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
    note: t.string({ description: 'What there is to know about it.' }),
    termText: t.string({ description: 'For how long its members sit, as published.' }),
    isNumberPublished: t.boolean({ description: 'Whether it is published how many seats it has.' }),
    isListComplete: t.boolean({ description: 'Whether its seats are all that there are.' }),
    howToJoin: t.string({ description: 'How to join it, where that differs from the group.' }),
  }),
});

builder.mutationFields((t) => ({
  createSteeringGroup: t.field({
    type: SteeringGroup,
    description: `Adds a steering group to a council. A slug and a name are needed.${byGroupWriters}`,
    args: {
      councilId: t.arg.globalID({ required: true, for: [Council], description: 'Its council.' }),
      words: t.arg({ type: SteeringGroupWords, required: true, description: 'What is said about it.' }),
    },
    resolve: async (_root, { councilId: { id: councilId }, words }, context) => {
      const { slug, name, ...rest } = readGroup(words);
      if (!slug || !name) throw invalid('`slug` and `name` are needed.');
      const id = await write(context, groupWriters, async (tx) => {
        await getCouncilOfEditor(tx, context, councilId);
        await requireFreeSlug(tx, councilId, slug);
        const data = { ...rest, slug, name, councilId };
        return (await tx.steeringGroup.create({ data, select: { id: true } })).id;
      });
      return context.database.steeringGroup.findUniqueOrThrow({ where: { id }, include: wholeGroup });
    },
  }),
  changeSteeringGroup: t.field({
    type: SteeringGroup,
    description: `Changes what is said about a steering group.${byGroupWriters}`,
    args: {
      groupId: t.arg.globalID({ required: true, for: [SteeringGroup], description: 'The group to change.' }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: SteeringGroupWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { groupId: { id }, expectedVersion: version, words }, context) => {
      const data = readGroup(words);
      await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'steeringGroup', id);
        if (data.slug) await requireFreeSlug(tx, councilId, data.slug, id);
        await changeRecord(tx, context, 'steeringGroup', { id, version, data });
      });
      return context.database.steeringGroup.findUniqueOrThrow({ where: { id }, include: wholeGroup });
    },
  }),
  removeSteeringGroup: t.boolean({
    description: `Removes a steering group with its seats, terms, names and meetings, for good. True when it is gone.${byGroupWriters}`,
    args: {
      groupId: t.arg.globalID({ required: true, for: [SteeringGroup], description: 'The group to remove.' }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { groupId: { id }, expectedVersion: version }, context) => {
      await write(context, groupWriters, (tx) => removeRecord(tx, context, 'steeringGroup', { id, version }));
      return true;
    },
  }),
  createConstituency: t.field({
    type: Constituency,
    description: `Adds a constituency to a steering group, after those that it has. A kind and a name are needed.${byGroupWriters}`,
    args: {
      groupId: t.arg.globalID({ required: true, for: [SteeringGroup], description: 'Its group.' }),
      words: t.arg({ type: ConstituencyWords, required: true, description: 'What is said about it.' }),
    },
    resolve: async (_root, { groupId: { id: groupId }, words }, context) => {
      const { kind, name, ...rest } = readFields(constituencyReaders, words);
      if (!kind || !name) throw invalid('`kind` and `name` are needed.');
      const id = await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'steeringGroup', groupId);
        const { _max } = await tx.constituency.aggregate({ where: { groupId }, _max: { position: true } });
        const data = { ...rest, kind, name, councilId, groupId, position: (_max.position ?? -1) + 1 };
        return (await tx.constituency.create({ data, select: { id: true } })).id;
      });
      return context.database.constituency.findUniqueOrThrow({ where: { id }, include: wholeConstituency });
    },
  }),
  changeConstituency: t.field({
    type: Constituency,
    description: `Changes what is said about a constituency.${byGroupWriters}`,
    args: {
      constituencyId: t.arg.globalID({
        required: true,
        for: [Constituency],
        description: 'The constituency to change.',
      }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: ConstituencyWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { constituencyId: { id }, expectedVersion: version, words }, context) => {
      const data = readFields(constituencyReaders, words);
      await write(context, groupWriters, (tx) =>
        changeRecord(tx, context, 'constituency', { id, version, data }),
      );
      return context.database.constituency.findUniqueOrThrow({ where: { id }, include: wholeConstituency });
    },
  }),
  removeConstituency: t.boolean({
    description: `Removes a constituency with its seats, terms and names, for good. True when it is gone.${byGroupWriters}`,
    args: {
      constituencyId: t.arg.globalID({
        required: true,
        for: [Constituency],
        description: 'The constituency to remove.',
      }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { constituencyId: { id }, expectedVersion: version }, context) => {
      await write(context, groupWriters, (tx) => removeRecord(tx, context, 'constituency', { id, version }));
      return true;
    },
  }),
}));

/** Of a council's groups, no two have the same; a group may keep its own. */
async function requireFreeSlug(tx: Transaction, councilId: string, slug: string, ownId?: string) {
  const found = await tx.steeringGroup.findUnique({ where: { councilId_slug: { councilId, slug } } });
  if (found && found.id !== ownId)
    throw invalid(`There is a group \`${slug}\` already. Choose another \`slug\`.`);
}

function readGroup(words: typeof SteeringGroupWords.$inferInput) {
  const read = readFields(groupReaders, words);
  requireDaysInOrder(read.startsOn, read.endsOn);
  return read;
}
