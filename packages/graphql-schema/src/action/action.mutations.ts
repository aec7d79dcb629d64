import { readClock } from '@open-sanctuary/database/client';
import { parseLeads } from '@open-sanctuary/plan-document';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { EditorRole } from '../editor.ts';
import { invalid, optionalText, optionalTitle, requireText } from '../input.ts';
import { longest } from '../text.rules.ts';
import { wholeWording, type WholeWording } from '../whole-records.ts';
import { conflict, notFound, ofEditor, type Transaction, write } from '../write.ts';
import { changedFields } from './action.facts.ts';
import { Action, CommitmentStrength } from './action.type.ts';

const writers: readonly EditorRole[] = ['COUNCIL_OFFICER', 'ADMINISTRATOR'];

const EditActionInput = builder.inputType('EditActionInput', {
  description: 'What an action is to say from now on. What is left out stays as it is; null takes it away.',
  fields: (t) => ({
    actionId: t.globalID({ required: true, for: [Action], description: 'The action to edit.' }),
    expectedVersion: t.int({ required: true, description: 'The version of the action that you have read.' }),
    title: t.string({ description: 'What is promised, at most 1,000 characters.' }),
    detail: t.string({ description: 'What the plan says beyond the title, at most 5,000 characters.' }),
    leadText: t.string({
      description:
        'Who leads, exactly as published, at most 2,000 characters; the leads are read from it anew.',
    }),
    dueText: t.string({ description: 'By when, exactly as published, at most 300 characters.' }),
    strengths: t.field({
      type: [CommitmentStrength],
      description:
        "An officer's reading of how strong the promise is; an empty list leaves it to the table of verbs.",
    }),
  }),
});

type Edit = typeof EditActionInput.$inferInput;

builder.mutationField('editAction', (t) =>
  t.field({
    type: Action,
    description:
      'Adds a wording to an action; the wordings before stay in its history. Roles: COUNCIL_OFFICER, ADMINISTRATOR.',
    args: { input: t.arg({ type: EditActionInput, required: true, description: 'What to change.' }) },
    resolve: async (_root, { input }, context) => {
      const actionId = input.actionId.id;
      const edit = readEdit(input);
      await write(context, writers, async (tx) => {
        const { wording, planId } = await takeAction(tx, context, actionId, input.expectedVersion);
        await addWording(tx, wording, { ...wording, ...edit }, planId);
      });
      const action = await context.load.action(actionId);
      if (!action) throw notFound('action');
      return action;
    },
  }),
);

/** Raises the version of an action that the editor may write, if it is still the one that they read. */
export async function takeAction(tx: Transaction, context: Context, id: string, version: number) {
  const where = { id, ...ofEditor(context) };
  const { count } = await tx.action.updateMany({
    where: { ...where, version },
    data: { version: { increment: 1 } },
  });
  const action = await tx.action.findUnique({
    where,
    include: { wordings: { include: wholeWording, orderBy: { number: 'desc' }, take: 1 } },
  });
  const wording = action?.wordings[0];
  if (!action || !wording) throw notFound('action');
  if (count === 0) throw conflict(action.version);
  return { councilId: action.councilId, planId: action.planId, wording };
}

function readEdit({ title, detail, leadText, dueText, strengths }: Edit): Partial<WholeWording> {
  if (title === null) throw invalid('`title` may not be taken away.');
  return {
    ...(title === undefined ? {} : { title: requireText(title, 'title', longest.actionTitle) }),
    ...(detail === undefined ? {} : { detail: optionalText(detail, 'detail') }),
    ...(leadText === undefined ? {} : { leadText: optionalText(leadText, 'leadText', longest.leadText) }),
    ...(dueText === undefined ? {} : { dueText: optionalTitle(dueText, 'dueText') }),
    ...(strengths ? { strengths: [...new Set(strengths)] } : {}),
  };
}

async function addWording(
  tx: Transaction,
  before: WholeWording,
  after: WholeWording,
  planId: string,
): Promise<void> {
  const isSameReading = String(before.strengths) === String(after.strengths);
  if (changedFields(after, before).length === 0 && isSameReading)
    throw invalid('The action says all of this already.');
  const leads = after.leadText === before.leadText ? before.leads : await readLeads(tx, after, planId);
  const { councilId, actionId, title, detail, language, leadText, dueText, strengths } = after;
  const { id: wordingId } = await tx.actionWording.create({
    data: {
      councilId,
      actionId,
      title,
      detail,
      language,
      leadText,
      dueText,
      strengths,
      number: before.number + 1,
      since: await readClock(tx),
    },
    select: { id: true },
  });
  await tx.actionLead.createMany({
    data: leads.map(({ name, role, organisationId }, position) => ({
      councilId,
      wordingId,
      position,
      name,
      role,
      organisationId,
    })),
  });
}

/** The bodies in a lead text. Names that the rest of the plan knows decide where a longer text is cut. */
async function readLeads(tx: Transaction, { councilId, actionId, leadText }: WholeWording, planId: string) {
  const [others, organisations] = [
    await tx.actionLead.findMany({
      where: { role: { not: 'OTHERS_NOT_NAMED' }, wording: { action: { planId, id: { not: actionId } } } },
      select: { name: true },
      distinct: ['name'],
    }),
    await tx.organisation.findMany({ where: { councilId }, select: { id: true, name: true } }),
  ];
  const names = others.map(({ name }) => name);
  return parseLeads(leadText ?? '', names).map(({ name, role }) => ({
    name,
    role,
    organisationId: organisations.find((organisation) => organisation.name === name)?.id ?? null,
  }));
}
