import { Action } from '../action/action.type.ts';
import { builder, shown, type TypeOf } from '../builder.ts';
import type { Context } from '../context.ts';
import { dayAt, isExample } from '../council/council.facts.ts';
import { Meeting } from '../meeting/meeting.type.ts';
import { dayFrom, dayOrNull } from '../scalars.ts';
import { inLanguage, Translation } from '../translation/translation.type.ts';
import { wholeReport, type WholeReport } from '../whole-records.ts';
import { ActionStatus, EditorRole, EvidenceKind, GroupView } from './report.enums.ts';
import { groupViewOf } from './report.rules.ts';

const Evidence = builder.objectRef<WholeReport['evidence'][number]>('Evidence').implement({
  ...shown('Something published that shows what a report says.'),
  fields: (t) => ({
    kind: t.expose('kind', { type: EvidenceKind, ...shown('What sort of evidence it is.') }),
    title: t.exposeString('title', shown('Its title.')),
    url: t.exposeString('url', shown('Where it is published.')),
    datedOn: t.field({
      type: 'Date',
      nullable: true,
      ...shown('The day it carries.'),
      resolve: ({ datedOn }) => dayOrNull(datedOn),
    }),
  }),
});

export const GroupAssessment = builder
  .objectRef<NonNullable<WholeReport['assessments'][number]>>('GroupAssessment')
  .implement({
    ...shown(
      'What the steering group, as a group, says about one report. It is never altered: saying it anew adds the next.',
    ),
    fields: (t) => ({
      uuid: t.exposeString('id', shown('The record itself, as UUID.')),
      view: t.expose('view', { type: GroupView, ...shown('Whether the group agrees.') }),
      reason: t.exposeString('reason', { nullable: true, ...shown('Why.') }),
      language: t.exposeString('language', shown('Language of the reason.')),
      assessedOn: t.field({
        type: 'Date',
        ...shown('The day the group decided it.'),
        resolve: ({ assessedOn }) => dayFrom(assessedOn),
      }),
      meeting: t.field({
        type: Meeting,
        nullable: true,
        ...shown('The meeting that decided it, where that is published.'),
        resolve: ({ decision }, _args, { load }) => (decision ? load.meeting(decision.meetingId) : null),
      }),
      number: t.exposeInt('number', shown('1 for the first that it said about the report.')),
      since: t.expose('since', { type: 'DateTime', ...shown('From when it has stood here.') }),
      isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
      version: t.exposeInt('number', { description: 'Give it as `expectedVersion` to change this view.' }),
    }),
  });

export const CouncilResponse = builder
  .objectRef<NonNullable<WholeReport['responses'][number]>>('CouncilResponse')
  .implement({
    ...shown(
      "The council's answer to what the group says about one report. It is never altered: answering anew adds the next.",
    ),
    fields: (t) => ({
      uuid: t.exposeString('id', shown('The record itself, as UUID.')),
      text: t.exposeString('text', shown('The answer.')),
      language: t.exposeString('language', shown('Language of the answer.')),
      respondedOn: t.field({
        type: 'Date',
        ...shown('The day of the answer.'),
        resolve: ({ respondedOn }) => dayFrom(respondedOn),
      }),
      number: t.exposeInt('number', shown('1 for the first answer about the report.')),
      since: t.expose('since', { type: 'DateTime', ...shown('From when it has stood here.') }),
      isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
      version: t.exposeInt('number', { description: 'Give it as `expectedVersion` to change this answer.' }),
    }),
  });

type PublishedReport = WholeReport & { publishedAt: Date };

export const Report: TypeOf<WholeReport> = builder.prismaNode('Report', {
  ...shown('What the council has reported about an action.'),
  id: { field: 'id' },
  nullable: true,
  include: wholeReport,
  // A draft is no report yet, also for management.
  findUnique: (id) => ({ id, publishedAt: { not: null } }),
  fields: (t) => ({
    uuid: t.exposeString('id', shown('The record itself, as UUID.')),
    status: t.expose('status', { type: ActionStatus, ...shown('What it says about the action.') }),
    whatHappened: t.exposeString('whatHappened', shown('What has happened.')),
    language: t.exposeString('language', shown('Language of its words.')),
    publishedAt: t.field({
      type: 'DateTime',
      ...shown('When it was published.'),
      resolve: publicationOf,
    }),
    publishedOn: t.field({
      type: 'Date',
      ...shown('The day it was published, at the council.'),
      resolve: (report, _args, context) => dayAt(report, publicationOf(report), context),
    }),
    byRole: t.expose('byRole', { type: EditorRole, ...shown('The role of whoever published it.') }),
    isCorrected: t.boolean({
      ...shown('Whether a later report has taken its place.'),
      resolve: async ({ id, actionId }, _args, context) =>
        (await listReportsOf(actionId, context)).some(({ correctsId }) => correctsId === id),
    }),
    corrects: t.field({
      type: Report,
      nullable: true,
      ...shown('The report whose place it takes.'),
      resolve: async ({ correctsId, actionId }, _args, context) =>
        (await listReportsOf(actionId, context)).find(({ id }) => id === correctsId) ?? null,
    }),
    evidence: t.field({ type: [Evidence], ...shown('What shows it.'), resolve: ({ evidence }) => evidence }),
    groupView: t.field({
      type: GroupView,
      ...shown('Whether the group agrees with this report.'),
      resolve: (report) => groupViewOf(report),
    }),
    groupAssessment: t.field({
      type: GroupAssessment,
      nullable: true,
      ...shown('What the group says about this report, said last.'),
      resolve: ({ assessments }) => assessments.at(-1) ?? null,
    }),
    groupAssessments: t.field({
      type: [GroupAssessment],
      ...shown('All that the group has said about this report, oldest first.'),
      resolve: ({ assessments }) => assessments,
    }),
    councilResponse: t.field({
      type: CouncilResponse,
      nullable: true,
      ...shown("The council's answer to the group, given last."),
      resolve: ({ responses }) => responses.at(-1) ?? null,
    }),
    councilResponses: t.field({
      type: [CouncilResponse],
      ...shown("All of the council's answers to the group about this report, oldest first."),
      resolve: ({ responses }) => responses,
    }),
    isExample: t.boolean({ ...shown('Whether it is invented, for the demo.'), resolve: isExample }),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion` to correct this report.' }),
    action: t.field({
      type: Action,
      ...shown('The action it is about.'),
      resolve: ({ actionId }, _args, context) => getAction(actionId, context),
    }),
    translations: t.field({
      type: [Translation],
      ...shown('Its words in other languages.'),
      args: { language: t.arg.string({ description: 'Only this language, such as `ar`.' }) },
      resolve: ({ translations }, { language }) => inLanguage(translations, language),
    }),
  }),
});

/** A report that is not published yet. */
export const DraftReport = builder.objectRef<WholeReport>('DraftReport').implement({
  description: 'A report that is not published yet. The public cannot see it.',
  fields: (t) => ({
    uuid: t.exposeString('id', { description: 'The record itself, as UUID.' }),
    status: t.expose('status', { type: ActionStatus, description: 'What it would say about the action.' }),
    whatHappened: t.exposeString('whatHappened', { description: 'What has happened.' }),
    language: t.exposeString('language', { description: 'Language of its words.' }),
    byRole: t.expose('byRole', { type: EditorRole, description: 'The role of whoever wrote it.' }),
    evidence: t.expose('evidence', { type: [Evidence], description: 'What shows it.' }),
    version: t.exposeInt('version', { description: 'Raised by every edit of this record.' }),
  }),
});

const isPublished = (report: WholeReport): report is PublishedReport => report.publishedAt !== null;

function publicationOf({ publishedAt }: WholeReport): Date {
  if (!publishedAt) throw new Error('A draft was taken for a report.');
  return publishedAt;
}

async function getAction(actionId: string, { load }: Context) {
  const action = await load.action(actionId);
  if (!action) throw new Error('A report can be seen and its action cannot.');
  return action;
}

async function listReportsOf(actionId: string, context: Context) {
  return (await getAction(actionId, context)).reports.filter(isPublished);
}
