import type { Prisma } from '@open-sanctuary/database/client';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { Council } from '../council/council.type.ts';
import {
  asGiven,
  expectedVersion,
  invalid,
  needed,
  optionalEmail,
  optionalText,
  optionalWebAddress,
  readFields,
  requireLanguage,
  requireTitle,
} from '../input.ts';
import { byServiceWriters, serviceWriters } from '../service/service.mutations.ts';
import { changeRecord, getCouncilOfEditor, getRecord, type Transaction, write } from '../write.ts';
import { Organisation, OrganisationKind } from './organisation.type.ts';

const optionalShort = (given: string | null, name: string) => optionalText(given, name, 60);

const organisationReaders = {
  name: needed(requireTitle),
  kind: needed(asGiven<Prisma.OrganisationGetPayload<object>['kind']>),
  charityNumber: optionalShort,
  website: optionalWebAddress,
  description: optionalText,
  language: needed(requireLanguage),
  email: optionalEmail,
  telephone: optionalShort,
  thingsWanted: optionalText,
  thingsNotWanted: optionalText,
  withholdsTimes: needed(asGiven<boolean>),
  staysOutOfOpenData: needed(asGiven<boolean>),
};

const OrganisationWords = builder.inputType('OrganisationWords', {
  description: 'What is said about an organisation. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    name: t.string({ description: 'Its name exactly as published, at most 300 characters.' }),
    kind: t.field({ type: OrganisationKind, description: 'What sort of body it is.' }),
    charityNumber: t.string({ description: 'Registered charity number.' }),
    website: t.string({ description: 'Address of its own site.' }),
    description: t.string({ description: 'What it is, in plain words.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
    email: t.string({ description: 'Where to write to.' }),
    telephone: t.string({ description: 'Where to telephone to.' }),
    thingsWanted: t.string({ description: 'What may be donated to it.' }),
    thingsNotWanted: t.string({ description: 'What it cannot take.' }),
    withholdsTimes: t.boolean({
      description: 'Whether it tells when its services are open only to those who ask it.',
    }),
    staysOutOfOpenData: t.boolean({ description: 'Whether the open data leaves it and its services out.' }),
  }),
});

builder.mutationFields((t) => ({
  createOrganisation: t.field({
    type: Organisation,
    description: `Adds an organisation to a council. A name and a kind are needed; the public sees it once it has a published service, or a plan names it.${byServiceWriters}`,
    args: {
      councilId: t.arg.globalID({ required: true, for: [Council], description: 'Its council.' }),
      words: t.arg({ type: OrganisationWords, required: true, description: 'What is said about it.' }),
    },
    resolve: async (_root, { councilId: { id: councilId }, words }, context) => {
      const { name, kind, ...rest } = readFields(organisationReaders, words);
      if (!name || !kind) throw invalid('`name` and `kind` are needed.');
      const id = await write(context, serviceWriters, async (tx) => {
        await getCouncilOfEditor(tx, context, councilId);
        await requireFreeName(tx, councilId, name);
        const data = { ...rest, name, kind, councilId };
        return (await tx.organisation.create({ data, select: { id: true } })).id;
      });
      return getOrganisation(context, id);
    },
  }),
  changeOrganisation: t.field({
    type: Organisation,
    description: `Changes what is said about an organisation.${byServiceWriters}`,
    args: {
      organisationId: t.arg.globalID({
        required: true,
        for: [Organisation],
        description: 'The organisation to change.',
      }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: OrganisationWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { organisationId: { id }, expectedVersion: version, words }, context) => {
      const data = readFields(organisationReaders, words);
      await write(context, serviceWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'organisation', id);
        if (data.name) await requireFreeName(tx, councilId, data.name, id);
        await changeRecord(tx, context, 'organisation', { id, version, data });
      });
      return getOrganisation(context, id);
    },
  }),
}));

async function requireFreeName(tx: Transaction, councilId: string, name: string, own?: string) {
  const namesake = await tx.organisation.findUnique({ where: { councilId_name: { councilId, name } } });
  if (namesake && namesake.id !== own) throw invalid('There is an organisation of this name already.');
}

const getOrganisation = ({ database }: Context, id: string) =>
  database.organisation.findUniqueOrThrow({ where: { id } });
