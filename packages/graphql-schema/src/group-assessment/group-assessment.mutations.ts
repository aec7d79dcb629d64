import { readClock } from '@open-sanctuary/database/client';
import { builder } from '../builder.ts';
import type { EditorRole } from '../editor.ts';
import { dayToStore, optionalText, requireLanguage } from '../input.ts';
import { AssessedView } from '../report/report.enums.ts';
import { getPublishedReport, getReport } from '../report/report.mutations.ts';
import { Decision } from '../meeting/meeting.type.ts';
import { Report } from '../report/report.type.ts';
import { conflict, getRecord, notFound, refuseDayToCome, write } from '../write.ts';

const writers: readonly EditorRole[] = ['STEERING_GROUP', 'ADMINISTRATOR'];

const RecordGroupViewInput = builder.inputType('RecordGroupViewInput', {
  description: 'What the steering group, as a group, says about a report.',
  fields: (t) => ({
    reportId: t.globalID({ required: true, for: [Report], description: 'The report it is about.' }),
    expectedVersion: t.int({
      required: true,
      description: 'The version of the view that you have read; 0 for the first view.',
    }),
    view: t.field({ type: AssessedView, required: true, description: 'Whether the group agrees.' }),
    reason: t.string({ description: 'Why, at most 5,000 characters.' }),
    language: t.string({ description: 'Language of the reason; that of the report unless given.' }),
    assessedOn: t.field({
      type: 'Date',
      required: true,
      description: 'The day the group decided it; not one to come.',
    }),
    decisionId: t.globalID({
      for: [Decision],
      description: 'The decision of a meeting that it comes from, where one is recorded.',
    }),
  }),
});

builder.mutationField('recordGroupView', (t) =>
  t.field({
    type: Report,
    description: 'Records what the steering group says about a report. Roles: STEERING_GROUP, ADMINISTRATOR.',
    args: { input: t.arg({ type: RecordGroupViewInput, required: true, description: 'The view.' }) },
    resolve: async (_root, { input }, context) => {
      const reportId = input.reportId.id;
      const reason = optionalText(input.reason, 'reason');
      const language = input.language ? requireLanguage(input.language, 'language') : null;
      await write(context, writers, async (tx) => {
        const report = await getPublishedReport(tx, context, reportId);
        const { councilId } = report;
        await refuseDayToCome(tx, councilId, input.assessedOn, 'assessedOn');
        const decisionId = input.decisionId?.id ?? null;
        if (decisionId && (await getRecord(tx, context, 'decision', decisionId)).councilId !== councilId)
          throw notFound('decision');
        const data = {
          decisionId,
          view: input.view,
          reason,
          language: language ?? report.language,
          assessedOn: dayToStore(input.assessedOn),
        };
        const newest = await tx.groupAssessment.findFirst({
          where: { reportId },
          orderBy: { number: 'desc' },
        });
        const number = newest?.number ?? 0;
        if (number !== input.expectedVersion) throw conflict(number);
        const { count } = await tx.groupAssessment.createMany({
          data: { ...data, reportId, councilId, number: number + 1, since: await readClock(tx) },
          skipDuplicates: true,
        });
        // Somebody else was faster by less than this transaction.
        if (count === 0) throw conflict(number + 1);
      });
      return getReport(context, reportId);
    },
  }),
);
