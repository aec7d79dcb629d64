import type { Prisma } from '@open-sanctuary/database/client';
import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import { calendarDate } from '../calendar.rules.ts';
import { CouncilChanges, listChanges } from '../change/change.type.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { Plan } from '../plan/plan.type.ts';
import { findSteeringGroup, SteeringGroup } from '../steering-group/steering-group.type.ts';

const CouncilKind = builder.enumType('CouncilKind', {
  ...shown('What sort of council it is.'),
  values: meanings({
    BOROUGH: 'A borough council.',
    CITY: 'A city council.',
    COUNTY: 'A county council.',
    DISTRICT: 'A district council.',
    PARISH: 'A parish or town council.',
  }),
});

export const Council: TypeOf<Prisma.CouncilGetPayload<object>> = builder.prismaNode('Council', {
  ...shown('A council of sanctuary: it publishes what it promises to people seeking sanctuary.'),
  id: { field: 'id' },
  nullable: true,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    slug: t.exposeString('slug', shown('Short name in web addresses, such as `hackney`.')),
    name: t.exposeString('name', shown('Its name.')),
    kind: t.expose('kind', { type: CouncilKind, ...shown('What sort of council it is.') }),
    officialCode: t.exposeString('officialCode', {
      nullable: true,
      ...shown('Its code in the national register of local authorities.'),
    }),
    languages: t.exposeStringList(
      'languages',
      shown('Languages that it publishes in, such as `en`; the first is the main one.'),
    ),
    timeZone: t.exposeString('timeZone', shown('Time zone of its days, such as `Europe/London`.')),
    contactEmail: t.exposeString('contactEmail', { nullable: true, ...shown('Where to write to.') }),
    contactUrl: t.exposeString('contactUrl', { nullable: true, ...shown('Page that says how to reach it.') }),
    siteUrl: t.exposeString('siteUrl', {
      nullable: true,
      ...shown("The council's own site, if its pages stand there."),
    }),
    dataLicence: t.exposeString('dataLicence', shown('Licence of the data, as SPDX identifier.')),
    reportingEveryMonths: t.exposeInt('reportingEveryMonths', {
      nullable: true,
      ...shown('How often it means to report on each action, in months; null when it has set no rhythm.'),
    }),
    isExample: t.exposeBoolean('isExample', shown('Whether it is invented, for the demo.')),
    revision: t.exposeInt('revision', shown('Counts the changes to anything of this council.')),
    version: t.exposeInt('version', { description: 'Raised by every edit of this record.' }),
    today: t.field({
      type: 'Date',
      ...shown('The day it is at the council.'),
      resolve: ({ timeZone }, _args, { now }) => calendarDate(now, timeZone),
    }),
    plans: t.field({
      type: [Plan],
      ...shown('Its published plans, in the order it gave them.'),
      resolve: async ({ id }, _args, { load }) => [...(await load.plansOfCouncil(id))],
    }),
    plan: t.field({
      type: Plan,
      nullable: true,
      ...shown('One plan; null when there is none, or when it is not published.'),
      args: {
        slug: t.arg.string({ required: true, description: "The plan's short name, such as `2026-2029`." }),
      },
      resolve: async ({ id }, { slug }, { load }) =>
        (await load.plansOfCouncil(id)).find((plan) => plan.slug === slug) ?? null,
    }),
    organisations: t.field({
      type: [Organisation],
      ...shown('The bodies that its plans name, and those that serve people, by name.'),
      resolve: async ({ id }, _args, { load }) => [...(await load.organisationsOfCouncil(id))],
    }),
    steeringGroup: t.field({
      type: SteeringGroup,
      nullable: true,
      ...shown('The group that holds it to account today; where none meets any more, the last that did.'),
      resolve: ({ id }, _args, context) => findSteeringGroup(id, context),
    }),
    steeringGroups: t.field({
      type: [SteeringGroup],
      ...shown('All its groups that are published, in the order it gave them.'),
      resolve: async ({ id }, _args, { load }) => [...(await load.groupsOfCouncil(id))],
    }),
    changes: t.field({
      type: CouncilChanges,
      ...shown('What has changed, newest first.'),
      args: {
        first: t.arg.int({ description: 'How many changes to give, 1 to 100; 20 unless asked.' }),
        after: t.arg.string({ description: 'Cursor of the change to go on from.' }),
      },
      resolve: ({ id }, args, { database }) => listChanges(database, id, args),
    }),
  }),
});
