import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Council } from '../council/council.type.ts';
import { expectedVersion, invalid, listOf, requireText } from '../input.ts';
import { byServiceWriters, serviceWriters } from '../service/service.mutations.ts';
import { changeRecord, getCouncilOfEditor, removeRecord, write } from '../write.ts';

const SynonymGroup = builder.prismaNode('SynonymGroup', {
  description: 'Words and short phrases that mean the same in a search, added by a council.',
  id: { field: 'id' },
  nullable: true,
  fields: (t) => ({
    uuid: t.exposeString('id', { description: 'The record itself, as UUID.' }),
    words: t.exposeStringList('words', { description: 'The words, in all languages.' }),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to change these words.' }),
  }),
});

builder.objectField(Council, 'synonymGroups', (t) =>
  t.field({
    type: [SynonymGroup],
    description: 'The words of one meaning that it has added itself.',
    resolve: ({ id: councilId }, _args, { database }) =>
      database.synonymGroup.findMany({ where: { councilId }, orderBy: { id: 'asc' } }),
  }),
);

const readList = listOf((given: string, name: string) => requireText(given, name, 60), 60);

function readWords(given: readonly string[]): string[] {
  const words = readList(given, 'words');
  if (words.length < 2) throw invalid('`words` needs two or more, of one meaning.');
  return words;
}

const wordsArgument = {
  required: true,
  description:
    'Words and short phrases of one meaning, in all languages; 2 to 60, of at most 60 characters. One after a “>”, such as “>home”, finds the others, and is not found by them.',
} as const;

builder.mutationFields((t) => ({
  createSynonymGroup: t.field({
    type: SynonymGroup,
    description: `Adds words that mean the same in searches of a council.${byServiceWriters}`,
    args: {
      councilId: t.arg.globalID({ required: true, for: [Council], description: 'Its council.' }),
      words: t.arg.stringList(wordsArgument),
    },
    resolve: async (_root, { councilId: { id: councilId }, words }, context) => {
      const data = { words: readWords(words), councilId };
      const id = await write(context, serviceWriters, async (tx) => {
        await getCouncilOfEditor(tx, context, councilId);
        return (await tx.synonymGroup.create({ data, select: { id: true } })).id;
      });
      return getGroup(context, id);
    },
  }),
  changeSynonymGroup: t.field({
    type: SynonymGroup,
    description: `Puts other words in the place of these.${byServiceWriters}`,
    args: {
      groupId: t.arg.globalID({ required: true, for: [SynonymGroup], description: 'The words to change.' }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg.stringList(wordsArgument),
    },
    resolve: async (_root, { groupId: { id }, expectedVersion: version, words }, context) => {
      const data = { words: readWords(words) };
      await write(context, serviceWriters, (tx) =>
        changeRecord(tx, context, 'synonymGroup', { id, version, data }),
      );
      return getGroup(context, id);
    },
  }),
  removeSynonymGroup: t.boolean({
    description: `Removes words of one meaning, for good. True when they are gone.${byServiceWriters}`,
    args: {
      groupId: t.arg.globalID({ required: true, for: [SynonymGroup], description: 'The words to remove.' }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { groupId: { id }, expectedVersion: version }, context) => {
      await write(context, serviceWriters, (tx) =>
        removeRecord(tx, context, 'synonymGroup', { id, version }),
      );
      return true;
    },
  }),
}));

const getGroup = ({ database }: Context, id: string) =>
  database.synonymGroup.findUniqueOrThrow({ where: { id } });
