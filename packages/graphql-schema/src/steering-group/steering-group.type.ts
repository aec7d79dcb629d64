import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import { calendarDate } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import { getCouncil, isExample } from '../council/council.facts.ts';
import { Meeting } from '../meeting/meeting.type.ts';
import { countFrom } from '../paging.ts';
import { dayFrom, dayOrNull } from '../scalars.ts';
import { factsOfSeat } from '../seat/seat.facts.ts';
import { Seat } from '../seat/seat.type.ts';
import { inLanguage, Translation } from '../translation/translation.type.ts';
import {
  wholeConstituency,
  type WholeConstituency,
  wholeGroup,
  type WholeGroup,
  type WholeSeat,
} from '../whole-records.ts';
import { chooseGroup, findNextMeeting, hasEnded } from './steering-group.rules.ts';

export const GroupKind = builder.enumType('GroupKind', {
  ...shown('For how long a steering group is there.'),
  values: meanings({
    STANDING: 'It is there for good.',
    TIME_BOUND: 'It is there for a time, such as to write a plan.',
  }),
});

export const ConstituencyKind = builder.enumType('ConstituencyKind', {
  ...shown('For whom the seats of a constituency are.'),
  values: meanings({
    CHAIR: 'Whoever chairs the group.',
    COUNCILLORS: 'Councillors.',
    EXPERTS_BY_EXPERIENCE: 'People with experience of seeking sanctuary.',
    CHARITIES: 'Charities and community groups.',
    DEPARTMENTS: 'Departments of the council.',
    HEALTH: 'The health service.',
    OTHERS: 'Others, as its name says.',
  }),
});

export const Constituency: TypeOf<WholeConstituency> = builder.prismaNode('Constituency', {
  ...shown('Those for whom some of the seats of a steering group are.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeConstituency,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    kind: t.expose('kind', { type: ConstituencyKind, ...shown('For whom its seats are.') }),
    name: t.exposeString('name', shown('What the group calls it.')),
    language: t.exposeString('language', shown('Language of its words.')),
    note: t.exposeString('note', { nullable: true, ...shown('What there is to know about it.') }),
    termText: t.exposeString('termText', {
      nullable: true,
      ...shown('For how long its members sit, as published.'),
    }),
    isNumberPublished: t.exposeBoolean(
      'isNumberPublished',
      shown('Whether it is published how many seats it has.'),
    ),
    isListComplete: t.exposeBoolean(
      'isListComplete',
      shown('Whether its seats are all that there are; false where only some are named.'),
    ),
    howToJoin: t.exposeString('howToJoin', {
      nullable: true,
      ...shown('How to join it, where that differs from the group.'),
    }),
    seats: t.field({
      type: [Seat],
      ...shown('Its seats; of a group that has ended, as they were on its last day.'),
      resolve: ({ seats }, _args, context) => seatsThat(seats, true, context),
    }),
    formerSeats: t.field({
      type: [Seat],
      ...shown('Seats that are no more, such as those of an earlier cohort.'),
      resolve: ({ seats }, _args, context) => seatsThat(seats, false, context),
    }),
    translations: t.field({
      type: [Translation],
      ...shown('Its words in other languages.'),
      args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
      resolve: ({ translations }, { language }) => inLanguage(translations, language),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    version: t.exposeInt('version', {
      description: 'Give it as `expectedVersion` to change this constituency.',
    }),
  }),
});

export const SteeringGroup: TypeOf<WholeGroup> = builder.prismaNode('SteeringGroup', {
  ...shown('A group that holds a council to account, or that wrote one of its plans.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeGroup,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    slug: t.exposeString('slug', shown('Its short name in web addresses.')),
    name: t.exposeString('name', shown('Its name.')),
    language: t.exposeString('language', shown('Language of its words.')),
    kind: t.expose('kind', { type: GroupKind, ...shown('For how long it is there.') }),
    purpose: t.exposeString('purpose', { nullable: true, ...shown('What it is for.') }),
    periodText: t.exposeString('periodText', {
      nullable: true,
      ...shown('The time of a group that is not there for good, as published.'),
    }),
    startsOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('Its first day; null when none is published.'),
      resolve: ({ startsOn }) => dayOrNull(startsOn),
    }),
    endsOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('Its last day; null when it is there for good, or none is published.'),
      resolve: ({ endsOn }) => dayOrNull(endsOn),
    }),
    datesAreDerived: t.exposeBoolean('datesAreDerived', shown('Whether its days are our reading.')),
    hasEnded: t.boolean({
      ...shown('Whether its last day is over.'),
      resolve: async (group, _args, context) =>
        hasEnded({ endsOn: dayOrNull(group.endsOn) }, await todayOf(group, context)),
    }),
    meetsEveryMonths: t.exposeInt('meetsEveryMonths', {
      nullable: true,
      ...shown('How often it meets, in months; null when no rhythm is published.'),
    }),
    howToJoin: t.exposeString('howToJoin', { nullable: true, ...shown('How to join it.') }),
    whatIsPaid: t.exposeString('whatIsPaid', { nullable: true, ...shown('What members are paid.') }),
    whatHelp: t.exposeString('whatHelp', {
      nullable: true,
      ...shown('What help members get, such as interpreters, childcare and travel.'),
    }),
    contactEmail: t.exposeString('contactEmail', { nullable: true, ...shown('Where to write to.') }),
    contactUrl: t.exposeString('contactUrl', { nullable: true, ...shown('Page that says how to reach it.') }),
    sourceUrl: t.exposeString('sourceUrl', { nullable: true, ...shown('Where all this is published.') }),
    constituencies: t.field({
      type: [Constituency],
      ...shown('For whom its seats are, in its own order.'),
      resolve: ({ constituencies }) => constituencies,
    }),
    seats: t.field({
      type: [Seat],
      ...shown('All its seats; of a group that has ended, as they were on its last day.'),
      resolve: ({ constituencies }, _args, context) =>
        seatsThat(
          constituencies.flatMap(({ seats }) => seats),
          true,
          context,
        ),
    }),
    vacantCount: t.int({
      ...shown('How many of its seats nobody holds.'),
      resolve: async ({ constituencies }, _args, context) => {
        const seats = constituencies.flatMap((each) => each.seats);
        const facts = await Promise.all(seats.map((seat) => factsOfSeat(seat, context)));
        return facts.filter(({ state }) => state === 'VACANT').length;
      },
    }),
    meetings: t.field({
      type: [Meeting],
      ...shown('Its meetings, the latest first.'),
      args: { first: t.arg.int({ description: 'How many meetings to give, 1 to 100; 100 unless asked.' }) },
      resolve: async ({ id }, { first }, { load }) =>
        (await load.meetingsOfGroup(id)).toReversed().slice(0, countFrom(first, 'first', 100)),
    }),
    nextMeeting: t.field({
      type: Meeting,
      nullable: true,
      ...shown('The next meeting that is planned; null when none is published.'),
      resolve: async (group, _args, context) => {
        const meetings = (await context.load.meetingsOfGroup(group.id)).map((meeting) => ({
          meeting,
          state: meeting.state,
          day: dayFrom(meeting.day),
        }));
        return findNextMeeting(meetings, await todayOf(group, context))?.meeting ?? null;
      },
    }),
    translations: t.field({
      type: [Translation],
      ...shown('Its words in other languages.'),
      args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
      resolve: ({ translations }, { language }) => inLanguage(translations, language),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    isPublished: t.exposeBoolean('isPublished', { description: 'Whether the public sees it.' }),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to change this group.' }),
  }),
});

/** The group that speaks for a council's plans today. */
export async function findSteeringGroup(councilId: string, context: Context): Promise<WholeGroup | null> {
  const groups = await context.load.groupsOfCouncil(councilId);
  const candidates = groups.map((group) => ({ group, kind: group.kind, endsOn: dayOrNull(group.endsOn) }));
  const [group] = groups;
  return group ? (chooseGroup(candidates, await todayOf(group, context))?.group ?? null) : null;
}

async function todayOf(record: { councilId: string }, context: Context) {
  return calendarDate(context.now, (await getCouncil(record, context)).timeZone);
}

/** The seats that belong to the group as it is, or was at its end; or the others, which ended before it. */
async function seatsThat(seats: readonly WholeSeat[], areThere: boolean, context: Context) {
  const kept = await Promise.all(
    seats.map(async (seat) => {
      const { state } = await factsOfSeat(seat, context);
      const groupEndsOn = seat.constituency.group.endsOn;
      const endedBefore =
        state === 'ENDED' && seat.endsOn !== null && (!groupEndsOn || seat.endsOn < groupEndsOn);
      return endedBefore !== areThere;
    }),
  );
  return seats.filter((_, index) => kept[index]);
}
