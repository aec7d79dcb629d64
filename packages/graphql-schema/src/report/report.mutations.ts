import { Action } from '../action/action.type.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { EditorRole } from '../editor.ts';
import { dayToStore, invalid, requireLanguage, requireText, requireWebAddress } from '../input.ts';
import { longest } from '../text.rules.ts';
import { conflict, notFound, ofEditor, readMoment, type Transaction, write } from '../write.ts';
import { EvidenceKind, ReportedStatus } from './report.enums.ts';
import { Report } from './report.type.ts';

const writers: readonly EditorRole[] = ['COUNCIL_OFFICER', 'ADMINISTRATOR'];
const mostEvidence = 20;

const EvidenceInput = builder.inputType('EvidenceInput', {
  description: 'Something published that shows what a report says.',
  fields: (t) => ({
    kind: t.field({ type: EvidenceKind, required: true, description: 'What sort of evidence it is.' }),
    title: t.string({ required: true, description: 'Its title, at most 300 characters.' }),
    url: t.string({ required: true, description: 'Where it is published: http or https, at most 2,000 characters.' }),
    datedOn: t.field({ type: 'Date', description: 'The day it carries.' }),
  }),
});

const PublishReportInput = builder.inputType('PublishReportInput', {
  description: 'A report on an action.',
  fields: (t) => ({
    actionId: t.globalID({ required: true, for: [Action], description: 'The action it is about.' }),
    expectedVersion: t.int({ required: true, description: 'The version of the action that you have read.' }),
    status: t.field({ type: ReportedStatus, required: true, description: 'What it says about the action.' }),
    whatHappened: t.string({ required: true, description: 'What has happened, at most 5,000 characters.' }),
    language: t.string({ description: 'Language of its words; that of the action unless given.' }),
    evidence: t.field({ type: [EvidenceInput], description: 'What shows it, at most 20 items.' }),
  }),
});

const CorrectReportInput = builder.inputType('CorrectReportInput', {
  description: 'A report that takes the place of another.',
  fields: (t) => ({
    reportId: t.globalID({
      required: true,
      for: [Report],
      description: 'The report to correct. A report is corrected once; after that, correct its correction.',
    }),
    expectedVersion: t.int({ required: true, description: 'The version of the report that you have read.' }),
    status: t.field({ type: ReportedStatus, required: true, description: 'What it says about the action.' }),
    whatHappened: t.string({ required: true, description: 'What has happened, at most 5,000 characters.' }),
    language: t.string({ description: 'Language of its words; that of the corrected report unless given.' }),
    evidence: t.field({ type: [EvidenceInput], description: 'What shows it, at most 20 items; none unless given.' }),
  }),
});

type ReportInput = Pick<
  typeof PublishReportInput.$inferInput,
  'status' | 'whatHappened' | 'language' | 'evidence'
>;

builder.mutationFields((t) => ({
  publishReport: t.field({
    type: Report,
    description: 'Publishes a report on an action. Roles: COUNCIL_OFFICER, ADMINISTRATOR.',
    args: { input: t.arg({ type: PublishReportInput, required: true, description: 'The report.' }) },
    resolve: async (_root, { input }, context) => {
      const words = readReport(input);
      const id = await write(context, writers, async (tx, byRole) => {
        const action = await takeAction(tx, context, input.actionId.id, input.expectedVersion);
        return addReport(tx, { ...action, byRole, ...words, language: words.language ?? action.language });
      });
      return getReport(context, id);
    },
  }),
  correctReport: t.field({
    type: Report,
    description:
      'Publishes a report in the place of another. The group is asked anew. Roles: COUNCIL_OFFICER, ADMINISTRATOR.',
    args: { input: t.arg({ type: CorrectReportInput, required: true, description: 'The report.' }) },
    resolve: async (_root, { input }, context) => {
      const words = readReport(input);
      const id = await write(context, writers, async (tx, byRole) => {
        const { id: correctsId, councilId, actionId, language } = await takeReport(
          tx,
          context,
          input.reportId.id,
          input.expectedVersion,
        );
        if ((await tx.report.count({ where: { correctsId } })) > 0)
          throw invalid('This report has been corrected. Correct the report that took its place.');
        return addReport(tx, {
          councilId,
          actionId,
          correctsId,
          byRole,
          ...words,
          language: words.language ?? language,
        });
      });
      return getReport(context, id);
    },
  }),
}));

function readReport({ status, whatHappened, language, evidence }: ReportInput) {
  if ((evidence?.length ?? 0) > mostEvidence) throw invalid(`\`evidence\` may have at most ${mostEvidence} items.`);
  return {
    status,
    whatHappened: requireText(whatHappened, 'whatHappened'),
    language: language ? requireLanguage(language, 'language') : null,
    evidence: (evidence ?? []).map(({ kind, title, url, datedOn }, index) => ({
      kind,
      title: requireText(title, `evidence[${index}].title`, longest.title),
      url: requireWebAddress(url, `evidence[${index}].url`),
      datedOn: datedOn ? dayToStore(datedOn) : null,
    })),
  };
}

interface NewReport extends Omit<ReturnType<typeof readReport>, 'language'> {
  councilId: string;
  actionId: string;
  correctsId?: string;
  byRole: EditorRole;
  language: string;
}

async function addReport(tx: Transaction, { evidence, ...report }: NewReport): Promise<string> {
  const { id } = await tx.report.create({
    data: { ...report, publishedAt: await readMoment(tx) },
    select: { id: true },
  });
  await tx.evidence.createMany({
    data: evidence.map((each, position) => ({ ...each, position, reportId: id, councilId: report.councilId })),
  });
  return id;
}

/** Raises the version of an action that the editor may report on, if it is still the one that they read. */
async function takeAction(tx: Transaction, context: Context, id: string, version: number) {
  const where = { id, ...ofEditor(context) };
  const { count } = await tx.action.updateMany({ where: { ...where, version }, data: { version: { increment: 1 } } });
  const action = await tx.action.findUnique({
    where,
    select: {
      councilId: true,
      version: true,
      wordings: { select: { language: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  });
  if (!action) throw notFound('action');
  if (count === 0) throw conflict(action.version);
  return { actionId: id, councilId: action.councilId, language: action.wordings[0]?.language ?? 'en' };
}

/** Raises the version of a published report that the editor may correct, if it is still the one that they read. */
async function takeReport(tx: Transaction, context: Context, id: string, version: number) {
  const where = { id, publishedAt: { not: null }, ...ofEditor(context) };
  const { count } = await tx.report.updateMany({ where: { ...where, version }, data: { version: { increment: 1 } } });
  const report = await tx.report.findUnique({ where });
  if (!report) throw notFound('report');
  if (count === 0) throw conflict(report.version);
  return report;
}

/** A report of the editor's own council, with all that its fields are worked out from. */
export async function getReport({ database, load }: Context, id: string) {
  const stored = await database.report.findUnique({ where: { id }, select: { actionId: true } });
  const action = stored && (await load.action(stored.actionId));
  const report = action?.reports.find((each) => each.id === id);
  if (!report) throw notFound('report');
  return report;
}
