import type { Prisma } from '@open-sanctuary/database/client';
import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import { isExample } from '../council/council.facts.ts';
import { Service } from '../service/service.type.ts';
import { inLanguage, Translation } from '../translation/translation.type.ts';

export const OrganisationKind = builder.enumType('OrganisationKind', {
  ...shown('What sort of body an organisation is.'),
  values: meanings({
    DEPARTMENT: 'A directorate, department or team of the council.',
    CHARITY: 'A registered charity.',
    COMMUNITY_GROUP: 'A group of residents that is no registered charity.',
    HEALTH_BODY: 'A part of the health service.',
    PUBLIC_BODY: 'Another public body, such as the police or a school.',
  }),
});

export const Organisation: TypeOf<Prisma.OrganisationGetPayload<object>> = builder.prismaNode(
  'Organisation',
  {
    ...shown(
      'A body that a plan names, or that serves people. It is never merged with one whose name sounds alike.',
    ),
    id: { field: 'id' },
    nullable: true,
    fields: (t) => ({
      uuid: t.exposeString('id', shown('The record itself, as UUID.')),
      name: t.exposeString('name', shown('Its name exactly as published.')),
      kind: t.expose('kind', { type: OrganisationKind, ...shown('What sort of body it is.') }),
      charityNumber: t.exposeString('charityNumber', {
        nullable: true,
        ...shown('Registered charity number, where published.'),
      }),
      website: t.exposeString('website', {
        nullable: true,
        ...shown('Address of its own site, where published.'),
      }),
      description: t.exposeString('description', { nullable: true, ...shown('What it is, in plain words.') }),
      language: t.exposeString('language', shown('Language of its words.')),
      email: t.exposeString('email', { nullable: true, ...shown('Where to write to.') }),
      telephone: t.exposeString('telephone', { nullable: true, ...shown('Where to telephone to.') }),
      thingsWanted: t.exposeString('thingsWanted', {
        nullable: true,
        ...shown('What may be donated to it.'),
      }),
      thingsNotWanted: t.exposeString('thingsNotWanted', {
        nullable: true,
        ...shown('What it cannot take.'),
      }),
      withholdsTimes: t.exposeBoolean(
        'withholdsTimes',
        shown('Whether it tells when its services are open only to those who ask it.'),
      ),
      services: t.field({
        type: [Service],
        ...shown('Its services that are not ended, by name.'),
        resolve: async ({ id }, _args, { load }) => [...(await load.servicesOfOrganisation(id))],
      }),
      translations: t.field({
        type: [Translation],
        ...shown('Its words in other languages.'),
        args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
        resolve: async ({ id }, { language }, { load }) =>
          inLanguage(await load.translationsOfOrganisation(id), language),
      }),
      isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
      staysOutOfOpenData: t.exposeBoolean(
        'staysOutOfOpenData',
        shown('Whether open data leaves it and its services out; whoever republishes them should as well.'),
      ),
      version: t.exposeInt('version', {
        description: 'Give it as `expectedVersion` to change this organisation.',
      }),
    }),
  },
);
