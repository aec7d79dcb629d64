import { builder } from '../builder.ts';
import type { EditorRole } from '../editor.ts';
import { dayToStore, invalid, optionalText, requireLanguage, requireText } from '../input.ts';
import { calendarDate } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import { conflict, notFound, ofEditor, type Transaction, write } from '../write.ts';
import { AssessedView } from './report.enums.ts';
import { getReport } from './report.mutations.ts';
import { Report } from './report.type.ts';

const groupWriters: readonly EditorRole[] = ['STEERING_GROUP', 'ADMINISTRATOR'];
const councilWriters: readonly EditorRole[] = ['COUNCIL_OFFICER', 'ADMINISTRATOR'];

const RecordGroupViewInput = builder.inputType('RecordGroupViewInput', {
  description: 'What the steering group, as a group, says about a report.',
  fields: (t) => ({
    reportId: t.globalID({ required: true, for: [Report], description: 'The report it is about.' }),
    expectedVersion: t.int({ required: true, description: 'The version of the view that you have read; 0 for the first view.' }),
    view: t.field({ type: AssessedView, required: true, description: 'Whether the group agrees.' }),
    reason: t.string({ description: 'Why, at most 5,000 characters.' }),
    language: t.string({ description: 'Language of the reason; that of the report unless given.' }),
    assessedOn: t.field({ type: 'Date', required: true, description: 'The day the group decided it; not one to come.' }),
  }),
});

const RecordCouncilResponseInput = builder.inputType('RecordCouncilResponseInput', {
  description: "The council's answer to what the group says about a report.",
  fields: (t) => ({
    reportId: t.globalID({ required: true, for: [Report], description: 'The report it is about.' }),
    expectedVersion: t.int({
      required: true,
      description: 'The version of the answer that you have read; 0 for the first answer.',
    }),
    text: t.string({ required: true, description: 'The answer, at most 5,000 characters.' }),
    language: t.string({ description: 'Language of the answer; that of the report unless given.' }),
    respondedOn: t.field({ type: 'Date', required: true, description: 'The day of the answer; not one to come.' }),
  }),
});

builder.mutationFields((t) => ({
  recordGroupView: t.field({
    type: Report,
    description: 'Records what the steering group says about a report. Roles: STEERING_GROUP, ADMINISTRATOR.',
    args: { input: t.arg({ type: RecordGroupViewInput, required: true, description: 'The view.' }) },
    resolve: async (_root, { input }, context) => {
      const reason = optionalText(input.reason, 'reason');
      const given = input.language ? requireLanguage(input.language, 'language') : null;
      await write(context, groupWriters, async (tx) => {
        const { id: reportId, councilId, language } = await findReport(tx, context, input.reportId.id);
        await refuseDayToCome(tx, context, councilId, input.assessedOn, 'assessedOn');
        const data = {
          view: input.view,
          reason,
          language: given ?? language,
          assessedOn: dayToStore(input.assessedOn),
        };
        await replace(tx.groupAssessment, { reportId, councilId, version: input.expectedVersion, data });
      });
      return getReport(context, input.reportId.id);
    },
  }),
}));
