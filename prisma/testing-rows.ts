import type { Prisma } from './client.ts';

interface PlanRows {
  councilId: string;
  /** Stands in every text of every row, so that a test can look for it. */
  word: string;
  state: 'DRAFT' | 'CURRENT';
  publishedAt: Date | null;
}

export const addCouncil = (tx: Prisma.TransactionClient, slug: string) =>
  tx.council.create({ data: { slug, name: `Council of ${slug}`, kind: 'BOROUGH' } });

/** One row of every table that a plan can hold; returns their identifiers by noun. */
export async function addPlanRows(
  tx: Prisma.TransactionClient,
  { councilId, word, state, publishedAt }: PlanRows,
) {
  const day = new Date('2026-01-01');
  const texts = { title: word, language: word };
  const plan = await tx.plan.create({
    data: {
      councilId,
      slug: word,
      state,
      ...texts,
      summary: word,
      periodText: word,
      adoptedText: word,
      sourceUrl: word,
      coProductionNote: word,
      supersedesNames: [word],
    },
  });
  const at = { councilId, planId: plan.id, position: 0 };
  const theme = await tx.theme.create({ data: { ...at, ref: word, ...texts, detail: word } });
  const action = await tx.action.create({ data: { ...at, themeId: theme.id, ref: word } });
  const wording = await tx.actionWording.create({
    data: {
      councilId,
      actionId: action.id,
      number: 1,
      ...texts,
      detail: word,
      leadText: word,
      dueText: word,
    },
  });
  const lead = await tx.actionLead.create({
    data: { councilId, wordingId: wording.id, position: 0, role: 'ACCOUNTABLE', name: word },
  });
  const milestone = await tx.milestone.create({
    data: { councilId, actionId: action.id, position: 0, ...texts, dueText: word },
  });
  const target = await tx.target.create({
    data: {
      ...at,
      themeId: theme.id,
      actionId: action.id,
      kind: 'TARGET',
      statement: word,
      language: word,
      unit: word,
      forWhom: word,
      dueText: word,
    },
  });
  const measurement = await tx.measurement.create({
    data: { councilId, targetId: target.id, measuredOn: day, value: 10, source: word, sourceUrl: word },
  });
  const report = await tx.report.create({
    data: {
      councilId,
      actionId: action.id,
      status: 'DONE',
      whatHappened: word,
      language: word,
      byRole: 'COUNCIL_OFFICER',
      publishedAt,
    },
  });
  const ofReport = { councilId, reportId: report.id };
  const evidence = await tx.evidence.create({
    data: { ...ofReport, position: 0, kind: 'MINUTES', title: word, url: word },
  });
  const assessment = await tx.groupAssessment.create({
    data: { ...ofReport, view: 'AGREES', reason: word, language: word, assessedOn: day },
  });
  const response = await tx.councilResponse.create({
    data: { ...ofReport, text: word, language: word, respondedOn: day },
  });
  const inOtherWords = { councilId, language: word, field: word, text: word, source: 'PERSON' as const };
  const translations = [
    await tx.translation.create({ data: { ...inOtherWords, planId: plan.id } }),
    await tx.translation.create({ data: { ...inOtherWords, themeId: theme.id } }),
    await tx.translation.create({ data: { ...inOtherWords, wordingId: wording.id } }),
    await tx.translation.create({ data: { ...inOtherWords, reportId: report.id } }),
  ] as const;
  return {
    Plan: [plan.id],
    Theme: [theme.id],
    Action: [action.id],
    ActionWording: [wording.id],
    ActionLead: [lead.id],
    Milestone: [milestone.id],
    Target: [target.id],
    Measurement: [measurement.id],
    Report: [report.id],
    Evidence: [evidence.id],
    GroupAssessment: [assessment.id],
    CouncilResponse: [response.id],
    Translation: translations.map(({ id }) => id),
  };
}

export type PlanNoun = keyof Awaited<ReturnType<typeof addPlanRows>>;
