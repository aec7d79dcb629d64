import { builder, meanings, shown, type TypeOf } from '../builder.ts';
import type { Context } from '../context.ts';
import { isExample } from '../council/council.facts.ts';
import { Organisation } from '../organisation/organisation.type.ts';
import { getPlan, planFacts } from '../plan/plan.facts.ts';
import { Plan } from '../plan/plan.type.ts';
import { ActionStatus, GroupView } from '../report/report.enums.ts';
import { historyOf } from '../report/report.rules.ts';
import { CouncilResponse, DraftReport, GroupAssessment, Report } from '../report/report.type.ts';
import { dayOrNull } from '../scalars.ts';
import { Target } from '../target/target.type.ts';
import { Theme } from '../theme/theme.type.ts';
import { inLanguage, Translation } from '../translation/translation.type.ts';
import { wholeAction, type WholeAction, type WholeWording } from '../whole-records.ts';
import {
  actionAsAt,
  actionFacts,
  changedFields,
  type ActionAsAt as AsAt,
  type ActionFacts,
} from './action.facts.ts';
import { intervalFromWords } from './timescale.rules.ts';

export const CommitmentStrength = builder.enumType('CommitmentStrength', {
  ...shown('How strong a promise is.'),
  values: meanings({
    DELIVER: 'Something will be there, or be done.',
    CONTINUE: 'Something goes on.',
    EXPLORE: 'The council will think about something, or find something out.',
  }),
});

const LeadRole = builder.enumType('LeadRole', {
  ...shown('What a body has to do with an action.'),
  values: meanings({
    ACCOUNTABLE: 'It answers for the action.',
    PARTNER: 'It takes part.',
    OTHERS_NOT_NAMED: 'Others take part whom the plan does not name.',
  }),
});

const DueKind = builder.enumType('DueKind', {
  ...shown('What the words about time say.'),
  values: meanings({
    DATED: 'There is a day by which, or days between which, it is to happen.',
    RECURRING: 'It happens again and again.',
    ONGOING: 'It goes on, with no last day.',
    UNDATED: 'No day can be read from the words, or there are none.',
  }),
});

const Lead = builder.objectRef<WholeWording['leads'][number]>('Lead').implement({
  ...shown('A body named as lead of an action.'),
  fields: (t) => ({
    name: t.exposeString('name', shown('Its name as the plan writes it.')),
    role: t.expose('role', { type: LeadRole, ...shown('What it has to do with the action.') }),
    organisation: t.expose('organisation', {
      type: Organisation,
      nullable: true,
      ...shown('The body itself, where we know which one is meant.'),
    }),
  }),
});

const ActionWording = builder
  .objectRef<{ wording: WholeWording; changed: string[] }>('ActionWording')
  .implement({
    ...shown('What an action said at a time. A wording is never altered: an edit adds the next.'),
    fields: (t) => ({
      number: t.int({ ...shown('1 for the first.'), resolve: ({ wording }) => wording.number }),
      since: t.field({
        type: 'DateTime',
        ...shown('From when it was in force.'),
        resolve: ({ wording }) => wording.since,
      }),
      title: t.string({ ...shown('The title then.'), resolve: ({ wording }) => wording.title }),
      detail: t.string({
        nullable: true,
        ...shown('The detail then.'),
        resolve: ({ wording }) => wording.detail,
      }),
      language: t.string({ ...shown('Language of its words.'), resolve: ({ wording }) => wording.language }),
      leadText: t.string({
        nullable: true,
        ...shown('The words about leads then.'),
        resolve: ({ wording }) => wording.leadText,
      }),
      leads: t.field({
        type: [Lead],
        ...shown('Who led then; our reading of `leadText`.'),
        resolve: ({ wording }) => wording.leads,
      }),
      dueText: t.string({
        nullable: true,
        ...shown('The words about time then.'),
        resolve: ({ wording }) => wording.dueText,
      }),
      changed: t.exposeStringList(
        'changed',
        shown(
          'Which of title, detail, leadText, dueText and language differ from the wording before; none for the first.',
        ),
      ),
    }),
  });

// What left the document lacks nothing any more, and is not counted.
const lacksDate = ({ hasDate, hasLeftDocument }: ActionFacts) => !hasDate && !hasLeftDocument;
const lacksLead = ({ hasLead, hasLeftDocument }: ActionFacts) => !hasLead && !hasLeftDocument;

/** Resolves a field from what is worked out about the action on that day. */
const factThen =
  <Value>(read: (facts: ActionFacts) => Value) =>
  ({ facts }: AsAt): Value =>
    read(facts);

export const ActionAsAt = builder.objectRef<AsAt>('ActionAsAt').implement({
  ...shown('An action as it stood at the end of a day. Its number is that of today.'),
  fields: (t) => ({
    date: t.expose('date', { type: 'Date', ...shown('The day.') }),
    ref: t.string({
      ...shown('Its number in the plan, as it is today.'),
      resolve: ({ action }) => action.ref,
    }),
    refIsDerived: t.boolean({
      ...shown('Whether we counted it, since none is published.'),
      resolve: ({ action }) => action.refIsDerived,
    }),
    title: t.string({ ...shown('Its title then.'), resolve: factThen(({ wording }) => wording.title) }),
    detail: t.string({
      nullable: true,
      ...shown('Its detail then.'),
      resolve: factThen(({ wording }) => wording.detail),
    }),
    language: t.string({
      ...shown('Language of its words then.'),
      resolve: factThen(({ wording }) => wording.language),
    }),
    leadText: t.string({
      nullable: true,
      ...shown('The words about its leads then.'),
      resolve: factThen(({ wording }) => wording.leadText),
    }),
    leads: t.field({
      type: [Lead],
      ...shown('Who led then; our reading of `leadText`.'),
      resolve: factThen(({ wording }) => wording.leads),
    }),
    dueText: t.string({
      nullable: true,
      ...shown('The words about its time then.'),
      resolve: factThen(({ wording }) => wording.dueText),
    }),
    dueFrom: t.field({
      type: 'Date',
      nullable: true,
      ...shown('First day of the time that `dueText` names; our reading.'),
      resolve: factThen(({ timescale }) => timescale.from),
    }),
    dueKind: t.field({
      type: DueKind,
      ...shown('What the words about time say; our reading.'),
      resolve: factThen(({ timescale }) => timescale.kind),
    }),
    dueTo: t.field({
      type: 'Date',
      nullable: true,
      ...shown('Last day of the time that `dueText` names; our reading.'),
      resolve: factThen(({ timescale }) => timescale.to),
    }),
    strengths: t.field({
      type: [CommitmentStrength],
      ...shown('How strong the promise was.'),
      resolve: factThen(({ strengths }) => [...strengths]),
    }),
    strengthsAreDerived: t.boolean({
      ...shown('Whether the strengths are our reading of the verbs, not an officer’s.'),
      resolve: factThen(({ strengthsAreDerived }) => strengthsAreDerived),
    }),
    status: t.field({
      type: ActionStatus,
      ...shown('What the newest report said then.'),
      resolve: factThen(({ status }) => status),
    }),
    groupView: t.field({
      type: GroupView,
      ...shown('What the group had said about that report by then.'),
      resolve: factThen(({ groupView }) => groupView),
    }),
    isOverdue: t.boolean({
      nullable: true,
      ...shown('Whether its last day was over and it was neither done nor stopped; null without such a day.'),
      resolve: factThen(({ isOverdue }) => isOverdue),
    }),
    daysLate: t.int({
      ...shown('Whole days past its last day, on that day.'),
      resolve: factThen(({ daysLate }) => daysLate),
    }),
    isStale: t.boolean({
      ...shown('Whether it had not been reported on for longer than the rhythm that the council sets today.'),
      resolve: factThen(({ isStale }) => isStale),
    }),
    noDate: t.boolean({
      ...shown('Whether it was promised and named no time then; words such as “TBC” name none.'),
      resolve: factThen(lacksDate),
    }),
    noLead: t.boolean({
      ...shown('Whether it was promised and named no lead then; words such as “TBC” name none.'),
      resolve: factThen(lacksLead),
    }),
    hasMeasure: t.boolean({
      ...shown('Whether a target or outcome of its own was published by then.'),
      resolve: factThen(({ hasMeasure }) => hasMeasure),
    }),
    lastReportedOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The day of the report that was newest then; null when there was none.'),
      resolve: factThen(({ lastReportedAt }) => lastReportedAt),
    }),
    leftDocumentOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The day on which the document ceased to hold it; null while it was promised.'),
      resolve: factThen(({ leftDocumentOn }) => leftDocumentOn),
    }),
  }),
});

type StoredMilestone = WholeAction['milestones'][number];

const Milestone: TypeOf<StoredMilestone> = builder.prismaNode('Milestone', {
  ...shown('A step on the way to an action.'),
  id: { field: 'id' },
  nullable: true,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    title: t.exposeString('title', shown('What the step is.')),
    language: t.exposeString('language', shown('Language of its words.')),
    dueText: t.exposeString('dueText', { nullable: true, ...shown('By when, as published.') }),
    dueTo: t.field({
      type: 'Date',
      nullable: true,
      ...shown('Last day of the time that `dueText` names; our reading.'),
      resolve: async ({ actionId, dueText }, _args, context) => {
        const action = await context.load.action(actionId);
        if (!action) return null;
        const { period } = await planFacts(await getPlan(action, context), context);
        return intervalFromWords(dueText, period).to;
      },
    }),
    metOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The day it was reached; null when it has not been.'),
      resolve: ({ metOn }) => dayOrNull(metOn),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
  }),
});

/** Resolves a field from what is worked out about the action. */
const fact =
  <Value>(read: (facts: ActionFacts) => Value) =>
  async (action: WholeAction, _args: object, context: Context): Promise<Value> =>
    read(await actionFacts(action, context));

export const Action: TypeOf<WholeAction> = builder.prismaNode('Action', {
  ...shown('Something that a council has promised to do.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeAction,
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    ref: t.exposeString('ref', shown('Its number in the plan.')),
    refIsDerived: t.exposeBoolean('refIsDerived', shown('Whether we counted it, since none is published.')),
    title: t.string({
      ...shown('What is promised, in the words of the plan.'),
      resolve: fact(({ wording }) => wording.title),
    }),
    detail: t.string({
      nullable: true,
      ...shown('What the plan says beyond the title.'),
      resolve: fact(({ wording }) => wording.detail),
    }),
    language: t.string({
      ...shown('Language of its words.'),
      resolve: fact(({ wording }) => wording.language),
    }),
    status: t.field({
      type: ActionStatus,
      ...shown('What the newest report of the council says.'),
      resolve: fact(({ status }) => status),
    }),
    strengths: t.field({
      type: [CommitmentStrength],
      ...shown('How strong the promise is; one action may hold several. None when no verb is known.'),
      resolve: fact(({ strengths }) => [...strengths]),
    }),
    strengthsAreDerived: t.boolean({
      ...shown('Whether the strengths are our reading of the verbs, not an officer’s.'),
      resolve: fact(({ strengthsAreDerived }) => strengthsAreDerived),
    }),
    leadText: t.string({
      nullable: true,
      ...shown('Who leads, exactly as published.'),
      resolve: fact(({ wording }) => wording.leadText),
    }),
    leads: t.field({
      type: [Lead],
      ...shown('Who leads; our reading of `leadText`.'),
      resolve: fact(({ wording }) => wording.leads),
    }),
    dueText: t.string({
      nullable: true,
      ...shown('By when, exactly as published.'),
      resolve: fact(({ wording }) => wording.dueText),
    }),
    dueFrom: t.field({
      type: 'Date',
      nullable: true,
      ...shown('First day of the time that `dueText` names; our reading.'),
      resolve: fact(({ timescale }) => timescale.from),
    }),
    dueTo: t.field({
      type: 'Date',
      nullable: true,
      ...shown('Last day of the time that `dueText` names; our reading.'),
      resolve: fact(({ timescale }) => timescale.to),
    }),
    dueKind: t.field({
      type: DueKind,
      ...shown('What the words about time say; our reading.'),
      resolve: fact(({ timescale }) => timescale.kind),
    }),
    noDate: t.boolean({
      ...shown('Whether it is promised and names no time; words such as “TBC” name none.'),
      resolve: fact(lacksDate),
    }),
    noLead: t.boolean({
      ...shown('Whether it is promised and names no lead; words such as “TBC” name none.'),
      resolve: fact(lacksLead),
    }),
    isOverdue: t.boolean({
      nullable: true,
      ...shown(
        'Whether its last day is over and it is neither done nor stopped; null when there is no day to miss.',
      ),
      resolve: fact((facts) => facts.isOverdue),
    }),
    daysLate: t.int({
      ...shown('Whole days past its last day; 0 when on time, finished or undated.'),
      resolve: fact((facts) => facts.daysLate),
    }),
    isStale: t.boolean({
      ...shown('Whether the council has not reported on it for longer than the rhythm that it set itself.'),
      resolve: fact((facts) => facts.isStale),
    }),
    lastReportedOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The day of the newest report, before any correction; null when there is none.'),
      resolve: fact(({ lastReportedAt }) => lastReportedAt),
    }),
    reports: t.field({
      type: [Report],
      ...shown('What the council has reported, newest first; a corrected report follows its correction.'),
      resolve: ({ reports }) => historyOf(reports),
    }),
    drafts: t.field({
      type: [DraftReport],
      description: 'Reports that are not published yet.',
      resolve: ({ reports }) => reports.filter(({ publishedAt }) => publishedAt === null),
    }),
    groupView: t.field({
      type: GroupView,
      ...shown('What the group says about the newest report.'),
      resolve: fact(({ groupView }) => groupView),
    }),
    groupAssessment: t.field({
      type: GroupAssessment,
      nullable: true,
      ...shown('What the group says about the newest report, with its reason.'),
      resolve: fact(({ newestReport }) => newestReport?.assessments.at(-1) ?? null),
    }),
    councilResponse: t.field({
      type: CouncilResponse,
      nullable: true,
      ...shown("The council's answer to the group, about the newest report."),
      resolve: fact(({ newestReport }) => newestReport?.responses.at(-1) ?? null),
    }),
    milestones: t.field({
      type: [Milestone],
      ...shown('Steps on the way, in order.'),
      resolve: ({ milestones }) => milestones,
    }),
    targets: t.field({
      type: [Target],
      ...shown('What it is measured by; shares stand under the target they are part of.'),
      resolve: fact(({ targets }) => targets),
    }),
    wordings: t.field({
      type: [ActionWording],
      ...shown('What it has said over time, oldest first.'),
      resolve: ({ wordings }) =>
        wordings.map((wording, index) => ({ wording, changed: changedFields(wording, wordings[index - 1]) })),
    }),
    asAt: t.field({
      type: ActionAsAt,
      nullable: true,
      ...shown(
        'How it stood at the end of a day; null before it was recorded or its plan published, and for days to come.',
      ),
      args: { date: t.arg({ type: 'Date', required: true, description: 'The day.' }) },
      resolve: (action, { date }, context) => actionAsAt(action, date, context),
    }),
    leftDocumentOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown(
        'The day on which a newer version of the document no longer held it; null while it is promised.',
      ),
      resolve: fact(({ leftDocumentOn }) => leftDocumentOn),
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    version: t.exposeInt('version', {
      description: 'Give it as `expectedVersion` to edit this action or report on it.',
    }),
    theme: t.field({
      type: Theme,
      ...shown('The theme it stands under.'),
      resolve: async ({ planId, themeId }, _args, { load }) => {
        const theme = (await load.themesOfPlan(planId)).find(({ id }) => id === themeId);
        if (!theme) throw new Error('An action can be seen and its theme cannot.');
        return theme;
      },
    }),
    plan: t.field({
      type: Plan,
      ...shown('The plan it is part of.'),
      resolve: (action, _args, context) => getPlan(action, context),
    }),
    translations: t.field({
      type: [Translation],
      ...shown('Its words in other languages.'),
      args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
      resolve: async (action, { language }, context) =>
        inLanguage((await actionFacts(action, context)).wording.translations, language),
    }),
  }),
});
