import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import {
  asGiven,
  dayToStore,
  expectedVersion,
  invalid,
  needed,
  optionalText,
  optionalTime,
  optionalTitle,
  optionalWebAddress,
  readFields,
  requireLanguage,
  requireText,
  requireUuid,
} from '../input.ts';
import { dayFrom } from '../scalars.ts';
import { Term } from '../seat/seat.type.ts';
import { byGroupWriters, groupWriters } from '../steering-group/steering-group.mutations.ts';
import { SteeringGroup } from '../steering-group/steering-group.type.ts';
import { wholeDecision, wholeMeeting } from '../whole-records.ts';
import {
  changeRecord,
  getRecord,
  isToCome,
  notFound,
  ofEditor,
  removeRecord,
  type Transaction,
  write,
} from '../write.ts';
import { Decision, Meeting, MeetingState } from './meeting.type.ts';

const meetingReaders = {
  day: needed(dayToStore),
  startTime: optionalTime,
  endTime: optionalTime,
  state: needed(asGiven<'PLANNED' | 'HELD' | 'CANCELLED'>),
  isOpen: needed(asGiven<boolean>),
  agenda: optionalText,
  language: needed(requireLanguage),
  agendaUrl: optionalWebAddress,
  minutesUrl: optionalWebAddress,
  isPublished: needed(asGiven<boolean>),
};

const accessReaders = { place: optionalTitle, joiningUrl: optionalWebAddress };

const MeetingWords = builder.inputType('MeetingWords', {
  description: 'What is said about a meeting. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    day: t.field({ type: 'Date', description: 'Its day.' }),
    startTime: t.string({ description: 'When it begins on the clock on the wall there, such as `17:30`.' }),
    endTime: t.string({ description: 'When it ends, such as `19:00`.' }),
    state: t.field({
      type: MeetingState,
      description: 'Whether it takes place; planned unless given. None is held on a day to come.',
    }),
    isOpen: t.boolean({ description: 'Whether everybody may come.' }),
    agenda: t.string({ description: 'What it is about, at most 5,000 characters.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
    agendaUrl: t.string({ description: 'Where the agenda is published.' }),
    minutesUrl: t.string({ description: 'Where the minutes are published.' }),
    isPublished: t.boolean({ description: 'Whether the public sees it.' }),
    place: t.string({ description: 'Where it is; for members only unless `isAccessPublic`.' }),
    joiningUrl: t.string({
      description: 'How to join it from afar; for members only unless `isAccessPublic`.',
    }),
    isAccessPublic: t.boolean({ description: 'Whether the public sees its place and how to join it.' }),
  }),
});

type Words = typeof MeetingWords.$inferInput;

builder.mutationFields((t) => ({
  createMeeting: t.field({
    type: Meeting,
    description: `Adds a meeting to a steering group. A day is needed; the public sees it once it is published.${byGroupWriters}`,
    args: {
      groupId: t.arg.globalID({ required: true, for: [SteeringGroup], description: 'Its group.' }),
      words: t.arg({ type: MeetingWords, required: true, description: 'What is said about it.' }),
    },
    resolve: async (_root, { groupId: { id: groupId }, words }, context) => {
      const { day, ...rest } = readFields(meetingReaders, words);
      if (!day) throw invalid('`day` is needed.');
      const id = await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'steeringGroup', groupId);
        const meeting = await tx.meeting.create({ data: { ...rest, day, councilId, groupId } });
        requireTimesInOrder(meeting);
        if (meeting.state === 'HELD') await refuseToCome(tx, councilId, day);
        await writeAccess(tx, councilId, meeting.id, words);
        return meeting.id;
      });
      return getMeeting(context, id);
    },
  }),
  changeMeeting: t.field({
    type: Meeting,
    description: `Changes what is said about a meeting.${byGroupWriters}`,
    args: {
      meetingId: t.arg.globalID({ required: true, for: [Meeting], description: 'The meeting to change.' }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: MeetingWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { meetingId: { id }, expectedVersion: version, words }, context) => {
      const data = readFields(meetingReaders, words);
      await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'meeting', id);
        await changeRecord(tx, context, 'meeting', { id, version, data });
        const meeting = await tx.meeting.findUniqueOrThrow({ where: { id }, include: { decisions: true } });
        requireTimesInOrder(meeting);
        if (meeting.state === 'HELD' || meeting.decisions.length > 0)
          await refuseToCome(tx, councilId, meeting.day);
        await writeAccess(tx, councilId, id, words);
      });
      return getMeeting(context, id);
    },
  }),
  removeMeeting: t.boolean({
    description: `Removes a meeting with its decisions, for good. To say that it does not take place, change its state. True when it is gone.${byGroupWriters}`,
    args: {
      meetingId: t.arg.globalID({ required: true, for: [Meeting], description: 'The meeting to remove.' }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { meetingId: { id }, expectedVersion: version }, context) => {
      await write(context, groupWriters, (tx) => removeRecord(tx, context, 'meeting', { id, version }));
      return true;
    },
  }),
  createDecision: t.field({
    type: Decision,
    description: `Adds a decision to a meeting that is not to come, after those that it has.${byGroupWriters}`,
    args: {
      meetingId: t.arg.globalID({ required: true, for: [Meeting], description: 'Its meeting.' }),
      text: t.arg.string({ required: true, description: 'What was decided, at most 5,000 characters.' }),
      language: t.arg.string({ description: 'Language of its words; `en` unless given.' }),
    },
    resolve: async (_root, { meetingId: { id: meetingId }, text, language }, context) => {
      const words = {
        text: requireText(text, 'text'),
        ...(language ? { language: requireLanguage(language, 'language') } : {}),
      };
      const id = await write(context, groupWriters, async (tx) => {
        const { councilId, day } = await getRecord(tx, context, 'meeting', meetingId);
        await refuseToCome(tx, councilId, day);
        const { _max } = await tx.decision.aggregate({ where: { meetingId }, _max: { position: true } });
        const data = { ...words, councilId, meetingId, position: (_max.position ?? -1) + 1 };
        return (await tx.decision.create({ data, select: { id: true } })).id;
      });
      return getDecision(context, id);
    },
  }),
  changeDecision: t.field({
    type: Decision,
    description: `Changes the words of a decision.${byGroupWriters}`,
    args: {
      decisionId: t.arg.globalID({
        required: true,
        for: [Decision],
        description: 'The decision to change.',
      }),
      expectedVersion: t.arg.int(expectedVersion),
      text: t.arg.string({ required: true, description: 'What was decided, at most 5,000 characters.' }),
    },
    resolve: async (_root, { decisionId: { id }, expectedVersion: version, text }, context) => {
      const data = { text: requireText(text, 'text') };
      await write(context, groupWriters, (tx) =>
        changeRecord(tx, context, 'decision', { id, version, data }),
      );
      return getDecision(context, id);
    },
  }),
  removeDecision: t.boolean({
    description: `Removes a decision, for good; views of the group that came from it stay. True when it is gone.${byGroupWriters}`,
    args: {
      decisionId: t.arg.globalID({
        required: true,
        for: [Decision],
        description: 'The decision to remove.',
      }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { decisionId: { id }, expectedVersion: version }, context) => {
      await write(context, groupWriters, (tx) => removeRecord(tx, context, 'decision', { id, version }));
      return true;
    },
  }),
  recordRecusal: t.field({
    type: Decision,
    description: `Records that a member took no part in a decision. Doing so again changes whether that is public.${byGroupWriters}`,
    args: {
      decisionId: t.arg.globalID({ required: true, for: [Decision], description: 'The decision.' }),
      termId: t.arg.globalID({ required: true, for: [Term], description: 'The term of the member.' }),
      isPublic: t.arg.boolean({ defaultValue: false, description: 'Whether the public is told.' }),
    },
    resolve: async (_root, { decisionId: { id: decisionId }, termId: { id: termId }, isPublic }, context) => {
      await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'decision', decisionId);
        if ((await getRecord(tx, context, 'term', termId)).councilId !== councilId) throw notFound('term');
        await tx.recusal.upsert({
          where: { decisionId_termId: { decisionId, termId } },
          create: { councilId, decisionId, termId, isPublic: isPublic ?? false },
          update: { isPublic: isPublic ?? false },
        });
      });
      return getDecision(context, decisionId);
    },
  }),
  removeRecusal: t.boolean({
    description: `Takes back that a member took no part in a decision. True when it is gone.${byGroupWriters}`,
    args: { uuid: t.arg.string({ required: true, description: 'The recusal, as UUID.' }) },
    resolve: async (_root, { uuid }, context) => {
      const id = requireUuid(uuid, 'uuid');
      await write(context, groupWriters, async (tx) => {
        const { count } = await tx.recusal.deleteMany({ where: { id, ...ofEditor(context) } });
        if (count === 0) throw notFound('recusal');
      });
      return true;
    },
  }),
}));

function requireTimesInOrder({ startTime, endTime }: { startTime: string | null; endTime: string | null }) {
  if (endTime && !startTime) throw invalid('`endTime` needs a `startTime`.');
  if (startTime && endTime && endTime <= startTime) throw invalid('`endTime` must come after `startTime`.');
}

/** Refuses what can only be said of a meeting whose day has come. */
async function refuseToCome(tx: Transaction, councilId: string, day: Date) {
  if (await isToCome(tx, councilId, dayFrom(day)))
    throw invalid('A meeting on a day to come has not been held, and has no decisions yet.');
}

/** Place and joining link lie apart from the meeting, so that the database can keep them from the public. */
async function writeAccess(tx: Transaction, councilId: string, meetingId: string, words: Words) {
  const { isAccessPublic } = words;
  const read = readFields(accessReaders, words);
  const data = { ...read, ...(typeof isAccessPublic === 'boolean' ? { isPublic: isAccessPublic } : {}) };
  if (Object.keys(data).length === 0) return;
  await tx.meetingAccess.upsert({
    where: { meetingId },
    create: { ...data, councilId, meetingId },
    update: { ...data, version: { increment: 1 } },
  });
}

const getMeeting = ({ database }: Context, id: string) =>
  database.meeting.findUniqueOrThrow({ where: { id }, include: wholeMeeting });

const getDecision = ({ database }: Context, id: string) =>
  database.decision.findUniqueOrThrow({ where: { id }, include: wholeDecision });
