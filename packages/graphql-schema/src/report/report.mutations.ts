import { readClock } from '@open-sanctuary/database/client';
import { takeAction } from '../action/action.mutations.ts';
import { Action } from '../action/action.type.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { EditorRole } from '../editor.ts';
import {
  dayToStore,
  invalid,
  requireLanguage,
  requireText,
  requireTitle,
  requireWebAddress,
} from '../input.ts';
import { conflict, notFound, ofEditor, type Transaction, write } from '../write.ts';
import { EvidenceKind, ReportedStatus } from './report.enums.ts';
import { Report } from './report.type.ts';

const writers: readonly EditorRole[] = ['COUNCIL_OFFICER', 'ADMINISTRATOR'];
const mostEvidence = 20;

const EvidenceInput = builder.inputType('EvidenceInput', {
  description: 'Something published that shows what a report says.',
  fields: (t) => ({
    kind: t.field({ type: EvidenceKind, required: true, description: 'What sort of evidence it is.' }),
    title: t.string({ required: true, description: 'Its title, at most 300 characters.' }),
    url: t.string({
      required: true,
      description: 'Where it is published: http or https, at most 2,000 characters.',
    }),
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
    evidence: t.field({
      type: [EvidenceInput],
      description: 'What shows it, at most 20 items; none unless given.',
    }),
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
        const actionId = input.actionId.id;
        const { councilId, wording } = await takeAction(tx, context, actionId, input.expectedVersion);
        return addReport(tx, {
          ...words,
          councilId,
          actionId,
          byRole,
          language: words.language ?? wording.language,
        });
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
        const {
          id: correctsId,
          councilId,
          actionId,
          language,
        } = await takeReport(tx, context, input.reportId.id, input.expectedVersion);
        if ((await tx.report.count({ where: { correctsId } })) > 0)
          throw invalid('This report has been corrected. Correct the report that took its place.');
        return addReport(tx, {
          ...words,
          councilId,
          actionId,
          correctsId,
          byRole,
          language: words.language ?? language,
        });
      });
      return getReport(context, id);
    },
  }),
}));

function readReport({ status, whatHappened, language, evidence }: ReportInput) {
  if ((evidence?.length ?? 0) > mostEvidence)
    throw invalid(`\`evidence\` may have at most ${mostEvidence} items.`);
  return {
    status,
    whatHappened: requireText(whatHappened, 'whatHappened'),
    language: language ? requireLanguage(language, 'language') : null,
    evidence: (evidence ?? []).map(({ kind, title, url, datedOn }, index) => ({
      kind,
      title: requireTitle(title, `evidence[${index}].title`),
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
    data: { ...report, publishedAt: await readClock(tx) },
    select: { id: true },
  });
  await tx.evidence.createMany({
    data: evidence.map((each, position) => ({
      ...each,
      position,
      reportId: id,
      councilId: report.councilId,
    })),
  });
  return id;
}

/** Raises the version of a report that the editor may correct, if it is still the one that they read. */
async function takeReport(tx: Transaction, context: Context, id: string, version: number) {
  const report = await getPublishedReport(tx, context, id);
  const { count } = await tx.report.updateMany({
    where: { id, councilId: report.councilId, version },
    data: { version: { increment: 1 } },
  });
  if (count > 0) return report;
  const { version: current } = await tx.report.findUniqueOrThrow({
    where: { id },
    select: { version: true },
  });
  throw conflict(current);
}

/** A published report that the editor may write about. */
export async function getPublishedReport(tx: Transaction, context: Context, id: string) {
  const report = await tx.report.findUnique({
    where: { id, publishedAt: { not: null }, ...ofEditor(context) },
  });
  if (!report) throw notFound('report');
  return report;
}

/** A report as it is stored now, with all that its fields are worked out from. */
export async function getReport({ database, load }: Context, id: string) {
  const stored = await database.report.findUnique({ where: { id }, select: { actionId: true } });
  const action = stored && (await load.action(stored.actionId));
  const report = action?.reports.find((each) => each.id === id);
  if (!report) throw notFound('report');
  return report;
}
