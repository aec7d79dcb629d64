import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import { isExample } from '../council/council.facts.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { dayFrom, dayOrNull } from '../scalars.ts';
import { wholeSeat, type WholeSeat, wholeTerm, type WholeTerm } from '../whole-records.ts';
import { factsOfSeat } from './seat.facts.ts';

const SeatState = builder.enumType('SeatState', {
  ...shown('How a seat stands today.'),
  values: meanings({
    HELD: 'Somebody holds it, named or not.',
    VACANT: 'Nobody holds it.',
    COMING: 'There will be such a seat.',
    ENDED: 'There is no such seat any more.',
  }),
});

const DeclaredInterest = builder.objectRef<WholeTerm['interests'][number]>('DeclaredInterest').implement({
  ...shown('An interest that a member has declared, and that is marked as public.'),
  fields: (t) => ({
    text: t.exposeString('text', shown('What was declared.')),
    language: t.exposeString('language', shown('Language of its words.')),
    declaredOn: t.field({
      type: 'Date',
      ...shown('The day it was declared.'),
      resolve: ({ declaredOn }) => dayFrom(declaredOn),
    }),
    uuid: t.exposeString('id', { description: 'The record itself, as UUID.' }),
    isPublic: t.exposeBoolean('isPublic', { description: 'Whether the public sees it.' }),
    version: t.exposeInt('version', { description: 'Raised by every edit of this record.' }),
  }),
});

export const Term: TypeOf<WholeTerm> = builder.prismaNode('Term', {
  ...shown('The time for which somebody holds a seat.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeTerm,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    shownName: t.string({
      nullable: true,
      ...shown(
        'The name that the holder chose to show, while they agree and the term runs; null for the role only.',
      ),
      resolve: ({ shownName }) => shownName?.name ?? null,
    }),
    organisation: t.field({
      type: Organisation,
      nullable: true,
      ...shown('The body that the holder comes from, where the seat itself belongs to none.'),
      resolve: ({ organisation }) => organisation,
    }),
    cohort: t.exposeString('cohort', { nullable: true, ...shown('Such as “first year”.') }),
    language: t.exposeString('language', shown('Language of its words.')),
    startsOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('Its first day; null when it is not published.'),
      resolve: ({ startsOn }) => dayOrNull(startsOn),
    }),
    endsOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('Its last day; null when it is open or not published.'),
      resolve: ({ endsOn }) => dayOrNull(endsOn),
    }),
    datesAreDerived: t.exposeBoolean('datesAreDerived', shown('Whether its days are our reading.')),
    interests: t.field({
      type: [DeclaredInterest],
      ...shown('Interests that the holder has declared, the newest first.'),
      resolve: ({ interests }) => interests,
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to change this term.' }),
  }),
});

export const Seat: TypeOf<WholeSeat> = builder.prismaNode('Seat', {
  ...shown('A seat in a steering group. It exists without a person.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeSeat,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    title: t.exposeString('title', {
      nullable: true,
      ...shown('The public office that it goes with, or what it is for.'),
    }),
    language: t.exposeString('language', shown('Language of its words.')),
    organisation: t.field({
      type: Organisation,
      nullable: true,
      ...shown('The body that it belongs to.'),
      resolve: ({ organisation }) => organisation,
    }),
    state: t.field({
      type: SeatState,
      ...shown('How it stands today.'),
      resolve: async (seat, _args, context) => (await factsOfSeat(seat, context)).state,
    }),
    currentTerm: t.field({
      type: Term,
      nullable: true,
      ...shown('The term that runs today; of a seat that has ended, the one that ran on its last day.'),
      resolve: async (seat, _args, context) => (await factsOfSeat(seat, context)).current?.term ?? null,
    }),
    comingTerms: t.field({
      type: [Term],
      ...shown('Terms that begin later, the next one first. Nobody is named before their term begins.'),
      resolve: async (seat, _args, context) =>
        (await factsOfSeat(seat, context)).coming.map(({ term }) => term),
    }),
    pastTerms: t.field({
      type: [Term],
      ...shown('Terms that are over, the newest first. Nobody is named after their term.'),
      resolve: async (seat, _args, context) =>
        (await factsOfSeat(seat, context)).past.map(({ term }) => term),
    }),
    isEndingSoon: t.boolean({
      ...shown('Whether the term that runs today ends within 90 days.'),
      resolve: async (seat, _args, context) => (await factsOfSeat(seat, context)).isEndingSoon,
    }),
    isOverdueForRenewal: t.boolean({
      ...shown('Whether a term is over, nobody followed, and nobody is named to follow.'),
      resolve: async (seat, _args, context) => (await factsOfSeat(seat, context)).isOverdueForRenewal,
    }),
    startsOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The first day on which there is such a seat; null when it was always there.'),
      resolve: ({ startsOn }) => dayOrNull(startsOn),
    }),
    endsOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The last day on which there is such a seat; null when it stays.'),
      resolve: ({ endsOn }) => dayOrNull(endsOn),
    }),
    datesAreDerived: t.exposeBoolean('datesAreDerived', shown('Whether its days are our reading.')),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to change this seat.' }),
  }),
});
