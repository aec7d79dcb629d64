import { Action } from '../action/action.type.ts';
import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import { calendarDate, endMomentOf, momentOf } from '../calendar.rules.ts';
import { getCouncil, isExample } from '../council/council.facts.ts';
import { Report } from '../report/report.type.ts';
import { dayFrom } from '../scalars.ts';
import { Term } from '../seat/seat.type.ts';
import { inLanguage, Translation } from '../translation/translation.type.ts';
import {
  wholeDecision,
  type WholeDecision,
  wholeMeeting,
  type WholeMeeting,
  wholeTerm,
  type WholeTerm,
} from '../whole-records.ts';

export const MeetingState = builder.enumType('MeetingState', {
  ...shown('Whether a meeting is planned, was held or is cancelled.'),
  values: meanings({
    PLANNED: 'It is planned. When its day is over, nobody has said yet whether it was held.',
    HELD: 'It was held.',
    CANCELLED: 'It does not take place.',
  }),
});

const Recusal = builder
  .objectRef<{ id: string; isPublic: boolean; term: WholeTerm | null }>('Recusal')
  .implement({
    description: 'That a member took no part in a decision.',
    fields: (t) => ({
      uuid: t.exposeString('id', { description: 'The record itself, as UUID.' }),
      term: t.field({
        type: Term,
        nullable: true,
        description: 'The term of the member; null once they are erased or it is removed.',
        resolve: ({ term }) => term,
      }),
      isPublic: t.exposeBoolean('isPublic', { description: 'Whether the public is told that somebody did.' }),
    }),
  });

export const Decision: TypeOf<WholeDecision> = builder.prismaNode('Decision', {
  ...shown('What a steering group decided. It decides as a group: nobody’s own vote is kept.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeDecision,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    text: t.exposeString('text', shown('What was decided.')),
    language: t.exposeString('language', shown('Language of its words.')),
    recusalCount: t.int({
      ...shown('How many members took no part in it, where that is public.'),
      resolve: ({ id }, _args, { load }) => load.recusalCount(id),
    }),
    recusals: t.field({
      type: [Recusal],
      description: 'Who took no part in it, for the group only.',
      resolve: ({ id }, _args, { database }) =>
        database.recusal.findMany({
          where: { decisionId: id },
          include: { term: { include: wholeTerm } },
          orderBy: { id: 'asc' },
        }),
    }),
    meeting: t.field({
      type: Meeting,
      ...shown('The meeting that decided it.'),
      resolve: async ({ meetingId }, _args, { load }) => {
        const meeting = await load.meeting(meetingId);
        if (!meeting) throw new Error('A decision can be seen and its meeting cannot.');
        return meeting;
      },
    }),
    assessedReports: t.field({
      type: [Report],
      ...shown('The reports that it gives the view of the group on.'),
      resolve: async ({ assessments }, _args, { load }) => {
        const reports = await Promise.all(
          assessments.map(async ({ reportId, report }) =>
            (await load.action(report.actionId))?.reports.find(({ id }) => id === reportId),
          ),
        );
        return reports.filter((report) => report !== undefined);
      },
    }),
    assessedActions: t.field({
      type: [Action],
      ...shown('The actions whose reports it gives the view of the group on.'),
      resolve: async ({ assessments }, _args, { load }) => {
        const ids = new Set(assessments.map(({ report }) => report.actionId));
        const actions = await Promise.all([...ids].map(load.action));
        return actions.filter((action) => action !== null);
      },
    }),
    translations: t.field({
      type: [Translation],
      ...shown('Its words in other languages.'),
      args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
      resolve: ({ translations }, { language }) => inLanguage(translations, language),
    }),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to change this decision.' }),
  }),
});

export const Meeting: TypeOf<WholeMeeting> = builder.prismaNode('Meeting', {
  ...shown('A meeting of a steering group. Its day and times are those of the clock on the wall there.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeMeeting,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    day: t.field({ type: 'Date', ...shown('Its day.'), resolve: ({ day }) => dayFrom(day) }),
    startTime: t.exposeString('startTime', {
      nullable: true,
      ...shown('When it begins, such as `17:30`; null when no time is published.'),
    }),
    endTime: t.exposeString('endTime', { nullable: true, ...shown('When it ends, such as `19:00`.') }),
    startsAt: t.field({
      type: 'DateTime',
      nullable: true,
      ...shown('The moment it begins; null when no time is published.'),
      resolve: async (meeting, _args, context) => {
        if (meeting.startTime === null) return null;
        const { timeZone } = await getCouncil(meeting, context);
        return momentOf(dayFrom(meeting.day), meeting.startTime, timeZone);
      },
    }),
    endsAt: t.field({
      type: 'DateTime',
      nullable: true,
      ...shown('The moment it ends; null when no time is published.'),
      resolve: async (meeting, _args, context) => {
        if (meeting.startTime === null || meeting.endTime === null) return null;
        const { timeZone } = await getCouncil(meeting, context);
        return endMomentOf(dayFrom(meeting.day), meeting.startTime, meeting.endTime, timeZone);
      },
    }),
    state: t.expose('state', { type: MeetingState, ...shown('Whether it takes place.') }),
    isOver: t.boolean({
      ...shown('Whether its day is over.'),
      resolve: async (meeting, _args, context) => {
        const { timeZone } = await getCouncil(meeting, context);
        return dayFrom(meeting.day) < calendarDate(context.now, timeZone);
      },
    }),
    isOpen: t.exposeBoolean('isOpen', shown('Whether everybody may come.')),
    place: t.string({
      nullable: true,
      ...shown('Where it is; null when that is for members only.'),
      resolve: ({ access }) => access?.place ?? null,
    }),
    joiningUrl: t.string({
      nullable: true,
      ...shown('How to join it from afar; null when that is for members only.'),
      resolve: ({ access }) => access?.joiningUrl ?? null,
    }),
    agenda: t.exposeString('agenda', { nullable: true, ...shown('What it is about.') }),
    language: t.exposeString('language', shown('Language of its words.')),
    agendaUrl: t.exposeString('agendaUrl', { nullable: true, ...shown('Where the agenda is published.') }),
    minutesUrl: t.exposeString('minutesUrl', {
      nullable: true,
      ...shown('Where the minutes are published.'),
    }),
    decisions: t.field({
      type: [Decision],
      ...shown('What was decided.'),
      resolve: ({ decisions }) => decisions,
    }),
    translations: t.field({
      type: [Translation],
      ...shown('Its words in other languages.'),
      args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
      resolve: ({ translations }, { language }) => inLanguage(translations, language),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    isPublished: t.exposeBoolean('isPublished', { description: 'Whether the public sees it.' }),
    isAccessPublic: t.boolean({
      description: 'Whether the public sees its place and how to join it.',
      resolve: ({ access }) => access?.isPublic ?? false,
    }),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to change this meeting.' }),
  }),
});
