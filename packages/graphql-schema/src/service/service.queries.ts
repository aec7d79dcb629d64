import { builder, shown } from '../builder.ts';
import { Council } from '../council/council.type.ts';
import { numberBetween } from '../input.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { PostcodePlace } from '../place/place.type.ts';
import { isUuid } from '../text.rules.ts';
import { wholeService } from '../whole-records.ts';
import { listMissedHelp, type MissedHelpFacts } from '../visitor-word/visitor-word.facts.ts';
import { ServiceCategory } from './service.enums.ts';
import { Service } from './service.type.ts';

const MissedHelp = builder.objectRef<MissedHelpFacts>('MissedHelp').implement({
  ...shown('Help that visitors looked for and did not find.'),
  fields: (t) => ({
    category: t.expose('category', {
      type: ServiceCategory,
      nullable: true,
      ...shown('With what; null where they did not say.'),
    }),
    language: t.exposeString('language', {
      nullable: true,
      ...shown('In which language; null where they did not say.'),
    }),
    count: t.exposeInt('count', shown('How often.')),
  }),
});

builder.objectFields(Council, (t) => ({
  service: t.field({
    type: Service,
    nullable: true,
    ...shown('One service; null when there is none, or when it is not published.'),
    args: {
      slug: t.arg.string({
        required: true,
        description:
          'Its short name, such as `english-classes`, or its UUID, which stays when it is renamed.',
      }),
    },
    resolve: ({ id: councilId }, { slug }, { database }) =>
      database.service.findFirst({
        where: { councilId, ...(isUuid(slug) ? { id: slug } : { slug }) },
        include: wholeService,
      }),
  }),
  allServices: t.field({
    type: [Service],
    nullable: true,
    ...shown(
      'All its services that are not ended, by name, for a device to search; null when they are more than 500: then search with `services`.',
    ),
    args: {
      from: t.arg.int({
        required: true,
        defaultValue: 0,
        description: 'How many of them to leave out, 0 to 500: for a phone that reads some after the others.',
      }),
      count: t.arg.int({
        required: true,
        defaultValue: 500,
        description: 'How many of them at most, 1 to 500.',
      }),
    },
    resolve: async ({ id }, { from, count }, { load }) => {
      const first = numberBetween(0, 500)(from, 'from');
      const end = first + numberBetween(1, 500)(count, 'count');
      return (await load.servicesOfCouncil(id))?.slice(first, end) ?? null;
    },
  }),
  urgentServices: t.field({
    type: [Service],
    ...shown('Services that help in an emergency, tonight, by name.'),
    resolve: async ({ id }, _args, { load }) => [...(await load.urgentServicesOfCouncil(id))],
  }),
  servingOrganisations: t.field({
    type: [Organisation],
    ...shown('The organisations that have services here which are not ended, by name.'),
    resolve: async ({ id }, _args, { load }) => [...(await load.servingOrganisationsOfCouncil(id))],
  }),
  organisation: t.field({
    type: Organisation,
    nullable: true,
    ...shown('One organisation; null when there is none.'),
    args: { uuid: t.arg.string({ required: true, description: 'The record itself, as UUID.' }) },
    resolve: ({ id: councilId }, { uuid: id }, { database }) =>
      isUuid(id) ? database.organisation.findFirst({ where: { id, councilId } }) : null,
  }),
  places: t.field({
    type: [PostcodePlace],
    ...shown(
      'Where postcodes about its services are: first halves, and those with a digit, within 25 km, at most 400, the nearest first.',
    ),
    resolve: async ({ id }, _args, { load }) => [...(await load.placesOfCouncil(id))],
  }),
  synonyms: t.field({
    type: t.listRef(t.listRef('String')),
    ...shown(
      'Words and short phrases in all languages; those of one list mean the same in a search. One after a “>”, such as “>home”, finds the others, and is not found by them.',
    ),
    resolve: ({ id }, _args, { load }) => load.synonymsOfCouncil(id),
  }),
  idlePattern: t.field({
    type: 'String',
    ...shown(
      'A regular expression of words that say nothing in a search, such as “the” and “need”, in all languages, as they are compared and with a space on both sides.',
    ),
    resolve: (_council, _args, { load }) => load.idlePattern(),
  }),
  bankHolidays: t.field({
    type: ['Date'],
    ...shown('Bank holidays, on which most services are closed, as far as they are known here.'),
    resolve: (_council, _args, { load }) => load.bankHolidays(),
  }),
  missedHelp: t.field({
    type: [MissedHelp],
    ...shown(
      'Which help visitors said in the last twelve months that they had not found, the most missed first; not what fewer than five missed in a month.',
    ),
    resolve: listMissedHelp,
  }),
}));
