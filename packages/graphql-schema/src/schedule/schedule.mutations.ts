import type { Prisma } from '@open-sanctuary/database/client';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import {
  asGiven,
  dayToStore,
  expectedVersion,
  invalid,
  listOf,
  needed,
  optionalDay,
  optionalText,
  optionalTime,
  readFields,
  refuseContradiction,
  requireLanguage,
  requireTime,
} from '../input.ts';
import { Location } from '../location/location.type.ts';
import { byServiceWriters, serviceWriters } from '../service/service.mutations.ts';
import { Service } from '../service/service.type.ts';
import { changeRecord, getRecord, notFound, removeRecord, type Transaction, write } from '../write.ts';
import { findContradiction, findContradictoryDays } from './schedule.rules.ts';
import { Frequency, Schedule, ScheduleException } from './schedule.type.ts';

function requireWeekday(given: number, name: string): number {
  if (!(given >= 1 && given <= 7)) throw invalid(`\`${name}\` are 1 for Monday to 7 for Sunday.`);
  return given;
}

function requireMonthDay(given: number, name: string): number {
  if (!(given >= 1 && given <= 31)) throw invalid(`\`${name}\` may be from 1 to 31.`);
  return given;
}

function optionalWeek(given: number | null, name: string): number | null {
  if (given !== null && given !== -1 && !(given >= 1 && given <= 5))
    throw invalid(`\`${name}\` may be from 1 to 5, or -1 for the last.`);
  return given;
}

const scheduleReaders = {
  frequency: needed(asGiven<Prisma.ScheduleGetPayload<object>['frequency']>),
  weekdays: listOf(requireWeekday, 7),
  weekOfMonth: optionalWeek,
  monthDays: listOf(requireMonthDay, 31),
  opensAt: needed(requireTime),
  closesAt: needed(requireTime),
  firstOn: optionalDay,
  lastOn: optionalDay,
  isByAppointment: needed(asGiven<boolean>),
  opensOnBankHolidays: needed(asGiven<boolean>),
  note: optionalText,
  language: needed(requireLanguage),
};

const exceptionReaders = {
  firstDay: needed(dayToStore),
  lastDay: needed(dayToStore),
  isClosed: needed(asGiven<boolean>),
  opensAt: optionalTime,
  closesAt: optionalTime,
  note: optionalText,
  language: needed(requireLanguage),
};

const ScheduleWords = builder.inputType('ScheduleWords', {
  description: 'What is said about a session. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    frequency: t.field({ type: Frequency, description: 'How often it comes; every week unless given.' }),
    weekdays: t.intList({ description: 'Its days: 1 is Monday, 7 is Sunday.' }),
    weekOfMonth: t.int({ description: 'With MONTHLY: which of these weekdays, 1 to 5, or -1 for the last.' }),
    monthDays: t.intList({ description: 'With MONTHLY: days of the month.' }),
    opensAt: t.string({ description: 'When it opens, such as `09:30`.' }),
    closesAt: t.string({ description: 'When it closes; where it is not after `opensAt`, on the next day.' }),
    firstOn: t.field({ type: 'Date', description: 'The first day on which it counts.' }),
    lastOn: t.field({ type: 'Date', description: 'The last day on which it counts.' }),
    isByAppointment: t.boolean({ description: 'Whether it is only for those who have an appointment.' }),
    opensOnBankHolidays: t.boolean({ description: 'Whether it takes place on bank holidays too.' }),
    note: t.string({ description: 'What else there is to know of it.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
  }),
});

const ScheduleExceptionWords = builder.inputType('ScheduleExceptionWords', {
  description:
    'What is said about days on which it is otherwise. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    firstDay: t.field({ type: 'Date', description: 'Its first day.' }),
    lastDay: t.field({ type: 'Date', description: 'Its last day; the first unless given.' }),
    isClosed: t.boolean({ description: 'Whether it is closed then; so unless given.' }),
    opensAt: t.string({ description: 'When it opens then, in place of the usual times.' }),
    closesAt: t.string({ description: 'When it closes then.' }),
    note: t.string({ description: 'Why, or what else there is to know.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
  }),
});

builder.mutationFields((t) => ({
  createSchedule: t.field({
    type: Schedule,
    description: `Adds a session to a service. When it opens and closes, and on which days, are needed.${byServiceWriters}`,
    args: {
      serviceId: t.arg.globalID({ required: true, for: [Service], description: 'Its service.' }),
      locationId: t.arg.globalID({
        for: [Location],
        description:
          'The place, where the service is at one; at every place, by telephone and online unless given.',
      }),
      words: t.arg({ type: ScheduleWords, required: true, description: 'What is said about it.' }),
    },
    resolve: async (_root, { serviceId: { id: serviceId }, locationId, words }, context) => {
      const { opensAt, closesAt, ...rest } = readFields(scheduleReaders, words);
      if (!opensAt || !closesAt) throw invalid('`opensAt` and `closesAt` are needed.');
      refuseContradiction(findContradiction({ ...nothingSaid, ...rest }));
      const id = await write(context, serviceWriters, async (tx) => {
        const at = await findPart(tx, context, serviceId, locationId);
        return (
          await tx.schedule.create({ data: { ...rest, opensAt, closesAt, ...at }, select: { id: true } })
        ).id;
      });
      return getSchedule(context, id);
    },
  }),
  changeSchedule: t.field({
    type: Schedule,
    description: `Changes what is said about a session.${byServiceWriters}`,
    args: {
      scheduleId: t.arg.globalID({ required: true, for: [Schedule], description: 'The session to change.' }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: ScheduleWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { scheduleId: { id }, expectedVersion: version, words }, context) => {
      const data = readFields(scheduleReaders, words);
      await write(context, serviceWriters, async (tx) => {
        const stored = await getRecord(tx, context, 'schedule', id, version);
        refuseContradiction(findContradiction({ ...stored, ...data }));
        await changeRecord(tx, context, 'schedule', { id, version, data });
      });
      return getSchedule(context, id);
    },
  }),
  removeSchedule: t.boolean({
    description: `Removes a session, for good. True when it is gone.${byServiceWriters}`,
    args: {
      scheduleId: t.arg.globalID({ required: true, for: [Schedule], description: 'The session to remove.' }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { scheduleId: { id }, expectedVersion: version }, context) => {
      await write(context, serviceWriters, (tx) => removeRecord(tx, context, 'schedule', { id, version }));
      return true;
    },
  }),
  createScheduleException: t.field({
    type: ScheduleException,
    description: `Says on which days a service is closed, or open at other times. A first day is needed.${byServiceWriters}`,
    args: {
      serviceId: t.arg.globalID({ required: true, for: [Service], description: 'Its service.' }),
      locationId: t.arg.globalID({
        for: [Location],
        description: 'The place, where the service is at one; everywhere unless given.',
      }),
      words: t.arg({ type: ScheduleExceptionWords, required: true, description: 'What is said about them.' }),
    },
    resolve: async (_root, { serviceId: { id: serviceId }, locationId, words }, context) => {
      const { firstDay, ...rest } = readFields(exceptionReaders, words);
      if (!firstDay) throw invalid('`firstDay` is needed.');
      const said = { lastDay: firstDay, isClosed: true, opensAt: null, closesAt: null, ...rest, firstDay };
      refuseContradiction(findContradictoryDays(said));
      const id = await write(context, serviceWriters, async (tx) => {
        const at = await findPart(tx, context, serviceId, locationId);
        return (await tx.scheduleException.create({ data: { ...said, ...at }, select: { id: true } })).id;
      });
      return getException(context, id);
    },
  }),
  changeScheduleException: t.field({
    type: ScheduleException,
    description: `Changes what is said about days on which it is otherwise.${byServiceWriters}`,
    args: {
      exceptionId: t.arg.globalID({
        required: true,
        for: [ScheduleException],
        description: 'The exception to change.',
      }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: ScheduleExceptionWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { exceptionId: { id }, expectedVersion: version, words }, context) => {
      const data = readFields(exceptionReaders, words);
      await write(context, serviceWriters, async (tx) => {
        const stored = await getRecord(tx, context, 'scheduleException', id, version);
        refuseContradiction(findContradictoryDays({ ...stored, ...data }));
        await changeRecord(tx, context, 'scheduleException', { id, version, data });
      });
      return getException(context, id);
    },
  }),
  removeScheduleException: t.boolean({
    description: `Removes an exception: these days are as usual again. True when it is gone.${byServiceWriters}`,
    args: {
      exceptionId: t.arg.globalID({
        required: true,
        for: [ScheduleException],
        description: 'The exception to remove.',
      }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { exceptionId: { id }, expectedVersion: version }, context) => {
      await write(context, serviceWriters, (tx) =>
        removeRecord(tx, context, 'scheduleException', { id, version }),
      );
      return true;
    },
  }),
}));

const nothingSaid = {
  frequency: 'WEEKLY' as const,
  weekdays: [],
  weekOfMonth: null,
  monthDays: [],
  firstOn: null,
  lastOn: null,
};

/** To what of a council a time belongs: a service, perhaps at one of its places. */
async function findPart(
  tx: Transaction,
  context: Context,
  serviceId: string,
  location: { id: string } | null | undefined,
) {
  const { councilId } = await getRecord(tx, context, 'service', serviceId);
  if (!location) return { councilId, serviceId };
  const place = await tx.serviceLocation.findUnique({
    where: { serviceId_locationId: { serviceId, locationId: location.id } },
  });
  if (!place) throw notFound('service at this place');
  return { councilId, serviceId, serviceLocationId: place.id };
}

const getSchedule = ({ database }: Context, id: string) =>
  database.schedule.findUniqueOrThrow({ where: { id } });

const getException = ({ database }: Context, id: string) =>
  database.scheduleException.findUniqueOrThrow({ where: { id } });
