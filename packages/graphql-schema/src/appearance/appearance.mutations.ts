import { builder } from '../builder.ts';
import type { CalendarDate } from '../calendar.rules.ts';
import {
  dayToStore,
  invalid,
  optionalDay,
  optionalText,
  requireLanguage,
  requireText,
  requireUuid,
} from '../input.ts';
import { dayOrNull } from '../scalars.ts';
import { Term } from '../seat/seat.type.ts';
import { getTerm } from '../seat/seat.mutations.ts';
import { byGroupWriters, groupWriters } from '../steering-group/steering-group.mutations.ts';
import { longest } from '../text.rules.ts';
import {
  changeRecord,
  getRecord,
  notFound,
  ofEditor,
  refuseDayToCome,
  type Transaction,
  write,
} from '../write.ts';
import { ConsentMeans, NameForm } from './appearance.type.ts';
import { erasePerson, makeCode, withdrawName } from './withdrawal.ts';

const AppearanceInput = builder.inputType('AppearanceInput', {
  description: 'How the holder of a term chose to appear.',
  fields: (t) => ({
    form: t.field({ type: NameForm, required: true, description: 'The way that they chose.' }),
    name: t.string({
      description:
        'Exactly the name that they agreed to show, at most 200 characters; only where the form shows one.',
    }),
    consentGivenOn: t.field({
      type: 'Date',
      description: 'The day they agreed to be named; needed where the form shows a name.',
    }),
    consentMeans: t.field({
      type: ConsentMeans,
      description: 'By which means they agreed; needed where the form shows a name.',
    }),
    consentUntil: t.field({
      type: 'Date',
      description: 'The last day for which they agreed; the whole term unless given.',
    }),
  }),
});

builder.mutationFields((t) => ({
  chooseAppearance: t.field({
    type: Term,
    description: `Records how the holder of a term chose to appear. What they chose before is not kept.${byGroupWriters}`,
    args: {
      termId: t.arg.globalID({ required: true, for: [Term], description: 'The term.' }),
      expectedVersion: t.arg.int({
        required: true,
        description: 'The version of the term that you have read.',
      }),
      input: t.arg({ type: AppearanceInput, required: true, description: 'What they chose.' }),
    },
    resolve: async (_root, { termId: { id: termId }, expectedVersion: version, input }, context) => {
      const choice = readChoice(input);
      await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'term', termId);
        await changeRecord(tx, context, 'term', { id: termId, version, data: {} });
        if (input.consentGivenOn) {
          await refuseDayToCome(tx, councilId, input.consentGivenOn, 'consentGivenOn');
          await refuseConsentBeforeWithdrawal(tx, termId, input.consentGivenOn);
        }
        const { name, ...data } = choice;
        await tx.appearance.upsert({
          where: { termId },
          create: { ...data, councilId, termId },
          update: { ...data, withdrawnAt: null, version: { increment: 1 } },
        });
        if (name)
          await tx.shownName.upsert({
            where: { termId },
            create: { councilId, termId, name },
            update: { name },
          });
        else await tx.shownName.deleteMany({ where: { termId } });
      });
      return getTerm(context, termId);
    },
  }),
  withdrawName: t.field({
    type: Term,
    description: `Takes a name away at once, for good, and never asks for a version. The seat stays, by role only, unless it is to be hidden.${byGroupWriters}`,
    args: {
      termId: t.arg.globalID({ required: true, for: [Term], description: 'The term.' }),
      andHideSeat: t.arg.boolean({
        defaultValue: false,
        description: 'Whether the seat itself goes from view as well.',
      }),
    },
    resolve: async (_root, { termId: { id }, andHideSeat }, context) => {
      await write(context, groupWriters, async (tx) => {
        await getRecord(tx, context, 'term', id);
        await withdrawName(tx, id, andHideSeat ?? false);
      });
      return getTerm(context, id);
    },
  }),
  erasePerson: t.field({
    type: Term,
    description: `Removes all that tells who holds a term, for good. The seat stays held, by role only.${byGroupWriters}`,
    args: { termId: t.arg.globalID({ required: true, for: [Term], description: 'The term.' }) },
    resolve: async (_root, { termId: { id } }, context) => {
      await write(context, groupWriters, async (tx) => {
        await getRecord(tx, context, 'term', id);
        await erasePerson(tx, id);
      });
      return getTerm(context, id);
    },
  }),
  changeHolder: t.field({
    type: Term,
    description: `Keeps, for the group only, who holds a term; what is null or left out is taken away. Where a name was kept, or a code made, and \`legalName\` is another, somebody else holds the term: the name that is shown is withdrawn, for good, and the code no longer works.${byGroupWriters}`,
    args: {
      termId: t.arg.globalID({ required: true, for: [Term], description: 'The term.' }),
      expectedVersion: t.arg.int({
        required: true,
        description: 'The version of the term that you have read.',
      }),
      legalName: t.arg.string({ description: 'Their name, at most 200 characters.' }),
      contact: t.arg.string({ description: 'How to reach them, at most 300 characters.' }),
      isSamePerson: t.arg.boolean({
        defaultValue: false,
        description: 'Whether the name is only put right: whoever held the term goes on holding it.',
      }),
    },
    resolve: async (
      _root,
      { termId: { id: termId }, expectedVersion: version, legalName, contact, isSamePerson },
      context,
    ) => {
      const data = {
        legalName: optionalText(legalName, 'legalName', longest.words),
        contact: optionalText(contact, 'contact', longest.title),
      };
      await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'term', termId);
        await changeRecord(tx, context, 'term', { id: termId, version, data: {} });
        const stored = await tx.holder.findUnique({ where: { termId } });
        const isSuccessor = !isSamePerson && stored !== null && isSomebodyElse(stored, data);
        await tx.holder.upsert({
          where: { termId },
          create: { ...data, councilId, termId },
          update: { ...data, ...(isSuccessor ? { codeHash: null } : {}), version: { increment: 1 } },
        });
        // Neither the consent nor the code of one person is another's.
        if (isSuccessor) await withdrawName(tx, termId, false);
      });
      return getTerm(context, termId);
    },
  }),
  createHolderCode: t.string({
    description: `Makes the code with which the holder of a term withdraws without an account. It is told this once, and takes the place of an older one.${byGroupWriters}`,
    args: { termId: t.arg.globalID({ required: true, for: [Term], description: 'The term.' }) },
    resolve: async (_root, { termId: { id: termId } }, context) => {
      const { code, codeHash } = makeCode();
      await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'term', termId);
        await tx.holder.upsert({
          where: { termId },
          create: { councilId, termId, codeHash },
          update: { codeHash, version: { increment: 1 } },
        });
      });
      return code;
    },
  }),
  declareInterest: t.field({
    type: Term,
    description: `Adds an interest that the holder of a term has declared.${byGroupWriters}`,
    args: {
      termId: t.arg.globalID({ required: true, for: [Term], description: 'The term.' }),
      text: t.arg.string({ required: true, description: 'What they declared, at most 5,000 characters.' }),
      language: t.arg.string({ description: 'Language of its words; `en` unless given.' }),
      declaredOn: t.arg({ type: 'Date', required: true, description: 'The day they did; not one to come.' }),
      isPublic: t.arg.boolean({ defaultValue: false, description: 'Whether the public sees it.' }),
    },
    resolve: async (_root, { termId: { id: termId }, ...given }, context) => {
      const data = {
        text: requireText(given.text, 'text'),
        language: given.language ? requireLanguage(given.language, 'language') : 'en',
        declaredOn: dayToStore(given.declaredOn),
        isPublic: given.isPublic ?? false,
      };
      await write(context, groupWriters, async (tx) => {
        const { councilId } = await getRecord(tx, context, 'term', termId);
        await refuseDayToCome(tx, councilId, given.declaredOn, 'declaredOn');
        await tx.declaredInterest.create({ data: { ...data, councilId, termId } });
      });
      return getTerm(context, termId);
    },
  }),
  removeInterest: t.boolean({
    description: `Removes a declared interest, for good. True when it is gone.${byGroupWriters}`,
    args: { uuid: t.arg.string({ required: true, description: 'The interest, as UUID.' }) },
    resolve: async (_root, { uuid }, context) => {
      const id = requireUuid(uuid, 'uuid');
      await write(context, groupWriters, async (tx) => {
        const { count } = await tx.declaredInterest.deleteMany({ where: { id, ...ofEditor(context) } });
        if (count === 0) throw notFound('interest');
      });
      return true;
    },
  }),
}));

/** A name that is kept for the first time tells of nobody else, unless somebody has a code already. */
const isSomebodyElse = (
  stored: { legalName: string | null; codeHash: string | null },
  { legalName }: { legalName: string | null },
): boolean => stored.legalName !== legalName && (stored.legalName !== null || stored.codeHash !== null);

async function refuseConsentBeforeWithdrawal(tx: Transaction, termId: string, consentGivenOn: CalendarDate) {
  const [row] = await tx.$queryRaw<{ day: Date | null }[]>`
    SELECT sanctuary.withdrawn_on(${termId}::uuid) AS day`;
  const day = dayOrNull(row?.day ?? null);
  if (day && consentGivenOn < day)
    throw invalid(
      `The name was taken away on ${day}. \`consentGivenOn\` must be a day since, on which they agreed anew.`,
    );
}

function readChoice(input: typeof AppearanceInput.$inferInput) {
  const showsName = !['ROLE_ONLY', 'NOT_SHOWN'].includes(input.form);
  const { form, consentGivenOn, consentMeans } = input;
  if (!showsName) {
    if (input.name) throw invalid('`name` may only be given where the form shows one.');
    return { form, name: null, consentGivenOn: null, consentMeans: null, consentUntil: null };
  }
  if (!consentGivenOn || !consentMeans)
    throw invalid('A name needs the day and the means of consent: `consentGivenOn` and `consentMeans`.');
  if (input.consentUntil && input.consentUntil < consentGivenOn)
    throw invalid('`consentUntil` may not come before `consentGivenOn`.');
  return {
    form,
    name: requireText(input.name ?? '', 'name', longest.words),
    consentGivenOn: dayToStore(consentGivenOn),
    consentMeans,
    consentUntil: optionalDay(input.consentUntil),
  };
}
