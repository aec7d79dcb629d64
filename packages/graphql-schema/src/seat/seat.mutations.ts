import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import {
  asGiven,
  expectedVersion,
  invalid,
  needed,
  optionalDay,
  optionalTitle,
  readFields,
  requireDaysInOrder,
  requireLanguage,
} from '../input.ts';
import { findOrganisationOf } from '../organisation/organisation.facts.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { byGroupWriters, groupWriters } from '../steering-group/steering-group.mutations.ts';
import { Constituency } from '../steering-group/steering-group.type.ts';
import { dayOrNull } from '../scalars.ts';
import { wholeSeat, wholeTerm } from '../whole-records.ts';
import { changeRecord, getRecord, removeRecord, type Transaction, write } from '../write.ts';
import { findOverlapping } from './seat.rules.ts';
import { Seat, Term } from './seat.type.ts';

const days = { startsOn: optionalDay, endsOn: optionalDay, datesAreDerived: needed(asGiven<boolean>) };
const seatReaders = { title: optionalTitle, language: needed(requireLanguage), ...days };
const termReaders = { cohort: optionalTitle, language: needed(requireLanguage), ...days };

const SeatWords = builder.inputType('SeatWords', {
  description: 'What is said about a seat. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    title: t.string({
      description: 'The public office that it goes with, or what it is for; never the name of a person.',
    }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
    organisationId: t.globalID({ for: [Organisation], description: 'The body that it belongs to.' }),
    startsOn: t.field({ type: 'Date', description: 'The first day on which there is such a seat.' }),
    endsOn: t.field({ type: 'Date', description: 'The last day on which there is such a seat.' }),
    datesAreDerived: t.boolean({ description: 'Whether its days are our reading.' }),
  }),
});

const TermWords = builder.inputType('TermWords', {
  description: 'What is said about a term. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    cohort: t.string({ description: 'Such as “first year”.' }),
    language: t.string({ description: 'Language of its words; `en` unless given.' }),
    organisationId: t.globalID({
      for: [Organisation],
      description: 'The body that the holder comes from, where the seat itself belongs to none.',
    }),
    startsOn: t.field({ type: 'Date', description: 'Its first day.' }),
    endsOn: t.field({ type: 'Date', description: 'Its last day, which is still in office.' }),
    datesAreDerived: t.boolean({ description: 'Whether its days are our reading.' }),
  }),
});

builder.mutationFields((t) => ({
  createSeat: t.field({
    type: Seat,
    description: `Adds a seat to a constituency, after those that it has. It is vacant until it has a term.${byGroupWriters}`,
    args: {
      constituencyId: t.arg.globalID({
        required: true,
        for: [Constituency],
        description: 'Its constituency.',
      }),
      words: t.arg({ type: SeatWords, required: true, description: 'What is said about it.' }),
    },
    resolve: async (_root, { constituencyId: { id: constituencyId }, words }, context) => {
      const read = readDays(readFields(seatReaders, words));
      const id = await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'constituency', constituencyId);
        const body = await findOrganisationOf(tx, councilId, words.organisationId);
        const { _max } = await tx.seat.aggregate({ where: { constituencyId }, _max: { position: true } });
        const position = (_max.position ?? -1) + 1;
        const data = { ...read, ...body, councilId, constituencyId, position };
        return (await tx.seat.create({ data, select: { id: true } })).id;
      });
      return getSeat(context, id);
    },
  }),
  changeSeat: t.field({
    type: Seat,
    description: `Changes what is said about a seat.${byGroupWriters}`,
    args: {
      seatId: t.arg.globalID({ required: true, for: [Seat], description: 'The seat to change.' }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: SeatWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { seatId: { id }, expectedVersion: version, words }, context) => {
      const read = readDays(readFields(seatReaders, words));
      await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'seat', id);
        const data = { ...read, ...(await findOrganisationOf(tx, councilId, words.organisationId)) };
        await changeRecord(tx, context, 'seat', { id, version, data });
      });
      return getSeat(context, id);
    },
  }),
  removeSeat: t.boolean({
    description: `Removes a seat with its terms and their names, for good. True when it is gone.${byGroupWriters}`,
    args: {
      seatId: t.arg.globalID({ required: true, for: [Seat], description: 'The seat to remove.' }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { seatId: { id }, expectedVersion: version }, context) => {
      await write(context, groupWriters, (tx) => removeRecord(tx, context, 'seat', { id, version }));
      return true;
    },
  }),
  createTerm: t.field({
    type: Term,
    description: `Adds a term to a seat. No two terms of a seat overlap; one without a last day, or a first, has no end on that side. Its holder appears by role only until they choose otherwise.${byGroupWriters}`,
    args: {
      seatId: t.arg.globalID({ required: true, for: [Seat], description: 'Its seat.' }),
      words: t.arg({ type: TermWords, required: true, description: 'What is said about it.' }),
    },
    resolve: async (_root, { seatId: { id: seatId }, words }, context) => {
      const read = readDays(readFields(termReaders, words));
      const id = await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'seat', seatId);
        const body = await findOrganisationOf(tx, councilId, words.organisationId);
        const data = { ...read, ...body, councilId, seatId };
        const term = await tx.term.create({ data });
        await refuseOverlap(tx, term);
        return term.id;
      });
      return getTerm(context, id);
    },
  }),
  changeTerm: t.field({
    type: Term,
    description: `Changes what is said about a term.${byGroupWriters}`,
    args: {
      termId: t.arg.globalID({ required: true, for: [Term], description: 'The term to change.' }),
      expectedVersion: t.arg.int(expectedVersion),
      words: t.arg({ type: TermWords, required: true, description: 'What to change.' }),
    },
    resolve: async (_root, { termId: { id }, expectedVersion: version, words }, context) => {
      const read = readDays(readFields(termReaders, words));
      await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'term', id);
        const data = { ...read, ...(await findOrganisationOf(tx, councilId, words.organisationId)) };
        await changeRecord(tx, context, 'term', { id, version, data });
        // Other words of a term that has long been as it is may still be put right.
        if ('startsOn' in read || 'endsOn' in read)
          await refuseOverlap(tx, await tx.term.findUniqueOrThrow({ where: { id } }));
      });
      return getTerm(context, id);
    },
  }),
  removeTerm: t.boolean({
    description: `Removes a term with the name of its holder, for good. True when it is gone.${byGroupWriters}`,
    args: {
      termId: t.arg.globalID({ required: true, for: [Term], description: 'The term to remove.' }),
      expectedVersion: t.arg.int(expectedVersion),
    },
    resolve: async (_root, { termId: { id }, expectedVersion: version }, context) => {
      await write(context, groupWriters, (tx) => removeRecord(tx, context, 'term', { id, version }));
      return true;
    },
  }),
}));

function readDays<Read extends { startsOn?: Date | null; endsOn?: Date | null }>(read: Read): Read {
  requireDaysInOrder(read.startsOn, read.endsOn);
  return read;
}

/** To be asked after the write: those of one council follow one another, so that the second of two sees the first. */
async function refuseOverlap(tx: Transaction, { id, seatId }: { id: string; seatId: string }) {
  const terms = await tx.term.findMany({ where: { seatId } });
  const inDays = terms.map((term) => ({
    id: term.id,
    startsOn: dayOrNull(term.startsOn),
    endsOn: dayOrNull(term.endsOn),
  }));
  const other = findOverlapping(inDays, id);
  if (other)
    throw invalid(
      `The seat is held ${other.startsOn ? `from ${other.startsOn} ` : ''}${other.endsOn ? `until ${other.endsOn}` : 'with no last day'}. Terms of one seat may not overlap: end one before the other begins.`,
    );
}

const getSeat = ({ database }: Context, id: string) =>
  database.seat.findUniqueOrThrow({ where: { id }, include: wholeSeat });

export const getTerm = ({ database }: Context, id: string) =>
  database.term.findUniqueOrThrow({ where: { id }, include: wholeTerm });
