import type { Prisma } from '@open-sanctuary/database/client';
import type { NextSession, Opening as OpeningFacts } from '@open-sanctuary/service-rules/opening';
import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import { dayFrom, dayOrNull } from '../scalars.ts';

export const Frequency = builder.enumType('Frequency', {
  ...shown('How often a session comes.'),
  values: meanings({
    WEEKLY: 'Every week.',
    FORTNIGHTLY: 'Every other week, from the week of its first day on.',
    MONTHLY: 'Every month: on the days in `monthDays`, or on its weekdays in the week `weekOfMonth`.',
  }),
});

export const Schedule: TypeOf<Prisma.ScheduleGetPayload<object>> = builder.prismaNode('Schedule', {
  ...shown('A session that comes again and again, by the clock on the wall at the council.'),
  id: { field: 'id' },
  nullable: true,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    frequency: t.expose('frequency', { type: Frequency, ...shown('How often it comes.') }),
    weekdays: t.exposeIntList('weekdays', shown('Its days: 1 is Monday, 7 is Sunday.')),
    weekOfMonth: t.exposeInt('weekOfMonth', {
      nullable: true,
      ...shown('Which of these weekdays in the month, 1 to 5, or -1 for the last; only with MONTHLY.'),
    }),
    monthDays: t.exposeIntList('monthDays', shown('Days of the month, 1 to 31; only with MONTHLY.')),
    opensAt: t.exposeString('opensAt', shown('When it opens, such as `09:30`.')),
    closesAt: t.exposeString('closesAt', {
      ...shown('When it closes, such as `17:00`; where it is not after `opensAt`, on the next day.'),
    }),
    firstOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The first day on which it counts.'),
      resolve: ({ firstOn }) => dayOrNull(firstOn),
    }),
    lastOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The last day on which it counts.'),
      resolve: ({ lastOn }) => dayOrNull(lastOn),
    }),
    isByAppointment: t.exposeBoolean(
      'isByAppointment',
      shown('Whether it is only for those who have an appointment.'),
    ),
    opensOnBankHolidays: t.exposeBoolean(
      'opensOnBankHolidays',
      shown('Whether it takes place on bank holidays too.'),
    ),
    note: t.exposeString('note', { nullable: true, ...shown('What else there is to know of it.') }),
    language: t.exposeString('language', shown('Language of its words.')),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to change this session.' }),
  }),
});

export const ScheduleException: TypeOf<Prisma.ScheduleExceptionGetPayload<object>> = builder.prismaNode(
  'ScheduleException',
  {
    ...shown('Days on which a service is closed, or open at other times than usual.'),
    id: { field: 'id' },
    nullable: true,
    fields: (t) => ({
      uuid: t.exposeString('id', shown('The record itself, as UUID.')),
      firstDay: t.field({
        type: 'Date',
        ...shown('Its first day.'),
        resolve: ({ firstDay }) => dayFrom(firstDay),
      }),
      lastDay: t.field({
        type: 'Date',
        ...shown('Its last day.'),
        resolve: ({ lastDay }) => dayFrom(lastDay),
      }),
      isClosed: t.exposeBoolean(
        'isClosed',
        shown('Whether it is closed then; else it is open at these times.'),
      ),
      opensAt: t.exposeString('opensAt', {
        nullable: true,
        ...shown('When it opens then, in place of the usual times.'),
      }),
      closesAt: t.exposeString('closesAt', { nullable: true, ...shown('When it closes then.') }),
      note: t.exposeString('note', { nullable: true, ...shown('Why, or what else there is to know.') }),
      language: t.exposeString('language', shown('Language of its words.')),
      version: t.exposeInt('version', {
        description: 'Give it as `expectedVersion` to change this exception.',
      }),
    }),
  },
);

const Session = builder.objectRef<NextSession>('Session').implement({
  ...shown('One session, by the clock on the wall at the council.'),
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', ...shown('Its day.') }),
    opensAt: t.exposeString('opensAt', shown('When it opens, such as `09:30`.')),
    closesAt: t.exposeString(
      'closesAt',
      shown('When it closes; where it is not after `opensAt`, on the next day.'),
    ),
  }),
});

export const Opening = builder.objectRef<OpeningFacts>('Opening').implement({
  ...shown('Whether a service is open at this moment, as far as its schedules tell.'),
  fields: (t) => ({
    isOpen: t.exposeBoolean('isOpen', shown('Whether a session is on.')),
    until: t.exposeString('until', {
      nullable: true,
      ...shown('When it closes, such as `17:00`; null when it is closed, or open for another day.'),
    }),
    next: t.expose('next', {
      type: Session,
      nullable: true,
      ...shown('The session that begins next; null when none does in the next two months.'),
    }),
    isByAppointment: t.exposeBoolean(
      'isByAppointment',
      shown('Whether the session that is on, or else the next, is only for those who have an appointment.'),
    ),
  }),
});
