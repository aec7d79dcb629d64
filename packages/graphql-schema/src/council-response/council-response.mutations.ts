import { readClock } from '@open-sanctuary/database/client';
import { builder } from '../builder.ts';
import type { EditorRole } from '../editor.ts';
import { dayToStore, requireLanguage, requireText } from '../input.ts';
import { getPublishedReport, getReport } from '../report/report.mutations.ts';
import { Report } from '../report/report.type.ts';
import { conflict, refuseDayToCome, write } from '../write.ts';

const writers: readonly EditorRole[] = ['COUNCIL_OFFICER', 'ADMINISTRATOR'];

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
    respondedOn: t.field({
      type: 'Date',
      required: true,
      description: 'The day of the answer; not one to come.',
    }),
  }),
});

builder.mutationField('recordCouncilResponse', (t) =>
  t.field({
    type: Report,
    description: "Records the council's answer to the group. Roles: COUNCIL_OFFICER, ADMINISTRATOR.",
    args: { input: t.arg({ type: RecordCouncilResponseInput, required: true, description: 'The answer.' }) },
    resolve: async (_root, { input }, context) => {
      const reportId = input.reportId.id;
      const text = requireText(input.text, 'text');
      const language = input.language ? requireLanguage(input.language, 'language') : null;
      await write(context, writers, async (tx) => {
        const report = await getPublishedReport(tx, context, reportId);
        const { councilId } = report;
        await refuseDayToCome(tx, councilId, input.respondedOn, 'respondedOn');
        const data = {
          text,
          language: language ?? report.language,
          respondedOn: dayToStore(input.respondedOn),
        };
        const newest = await tx.councilResponse.findFirst({
          where: { reportId },
          orderBy: { number: 'desc' },
        });
        const number = newest?.number ?? 0;
        if (number !== input.expectedVersion) throw conflict(number);
        const { count } = await tx.councilResponse.createMany({
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
