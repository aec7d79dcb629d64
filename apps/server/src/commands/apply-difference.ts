import type { Prisma } from '@open-sanctuary/database/client';
import { randomUUID } from 'node:crypto';
import { count } from '../count.ts';
import type { PlacedAction, PlacedTarget, PlanDifference } from './plan-difference.ts';
import { ExpectedFailure } from './run-command.ts';
import type { StoredCouncil } from './stored-plan.ts';
import type { Progress } from './terminal.ts';

export interface PlanColumns {
  slug: string;
  title: string;
  periodText: string | null;
}

/** Writes what was shown, in the order that its constraints allow; the caller holds the transaction. */
export async function applyDifference(
  tx: Prisma.TransactionClient,
  council: StoredCouncil,
  columns: PlanColumns,
  difference: PlanDifference,
  progress: Progress,
): Promise<void> {
  await refuseMeanwhileChanged(tx, council);
  const { themes, actions, targets } = difference;
  const planId = await writePlan(tx, council, columns);
  const language = council.plan?.language ?? council.languages[0] ?? 'en';
  const place = { councilId: council.id, planId, language };

  const worded = [...actions.created, ...actions.changed].filter(({ hasNewWording }) => hasNewWording);
  progress.show('Writing organisations');
  const organisationIds = await writeOrganisations(tx, council, worded);

  progress.show(
    `Removing ${count(actions.removed.length, 'action')} and ${count(targets.removed.length, 'target')}`,
  );
  await tx.action.deleteMany({ where: { id: { in: actions.removed.map(({ id }) => id) } } });
  await tx.target.deleteMany({ where: { id: { in: targets.removed.map(({ id }) => id) } } });

  progress.show(`Writing ${count(themes.created.length + themes.changed.length, 'theme')}`);
  await writeThemes(tx, place, themes);

  progress.show(`Writing ${count(actions.created.length + actions.changed.length, 'action')}`);
  await moveActions(tx, actions);
  await tx.action.createMany({
    data: actions.created.map(({ id, themeId, ref, refIsDerived, position }) => ({
      id,
      councilId: council.id,
      planId,
      themeId,
      ref,
      refIsDerived,
      position,
    })),
  });

  progress.show(`Writing ${count(worded.length, 'wording')} with leads`);
  await writeWordings(tx, place, worded, organisationIds);

  progress.show(`Writing ${count(targets.created.length + targets.changed.length, 'target')}`);
  await writeTargets(tx, place, targets);
  await tx.theme.deleteMany({ where: { id: { in: themes.removed.map(({ id }) => id) } } });
}

interface PlanPlace {
  councilId: string;
  planId: string;
  language: string;
}

/** Takes the council's row, so that nobody else writes until this is done. */
async function refuseMeanwhileChanged(tx: Prisma.TransactionClient, council: StoredCouncil) {
  const [now] = await tx.$queryRaw<{ revision: number }[]>`
    SELECT "revision" FROM "Council" WHERE "id" = ${council.id}::uuid FOR UPDATE`;
  if (now?.revision === council.revision) return;
  throw new ExpectedFailure(
    'Somebody changed this council’s records while you were looking at the difference. Nothing was changed; run the command again.',
  );
}

async function writePlan(
  tx: Prisma.TransactionClient,
  council: StoredCouncil,
  { slug, title, periodText }: PlanColumns,
): Promise<string> {
  const { plan } = council;
  if (plan === null) {
    const id = randomUUID();
    const position = council.plansSoFar;
    const language = council.languages[0] ?? 'en';
    await tx.plan.createMany({
      data: [{ id, councilId: council.id, slug, title, periodText, language, position, state: 'CURRENT' }],
    });
    return id;
  }
  if (plan.title !== title || plan.periodText !== periodText) {
    await tx.plan.updateMany({
      where: { id: plan.id },
      data: { title, periodText, version: { increment: 1 } },
    });
  }
  return plan.id;
}

/** Names are linked exactly as written; one that sounds alike is another body. */
async function writeOrganisations(
  tx: Prisma.TransactionClient,
  council: StoredCouncil,
  worded: readonly PlacedAction[],
): Promise<Map<string, string>> {
  const ids = new Map(council.organisations.map(({ id, name }) => [name, id]));
  const named = worded
    .flatMap(({ drafted }) => drafted.leads)
    // Who is accountable for a council's plan is a part of the council; what a partner is, no document says here.
    .filter(({ role }) => role === 'ACCOUNTABLE');
  const created = [...new Set(named.map(({ name }) => name))]
    .filter((name) => !ids.has(name))
    .map((name) => ({ id: randomUUID(), councilId: council.id, name, kind: 'DEPARTMENT' as const }));
  await tx.organisation.createMany({ data: created });
  for (const { id, name } of created) ids.set(name, id);
  return ids;
}

async function writeThemes(tx: Prisma.TransactionClient, place: PlanPlace, themes: PlanDifference['themes']) {
  const renamed = [
    ...themes.changed.flatMap(({ stored, drafted }) =>
      stored && stored.ref !== drafted.ref ? [stored.id] : [],
    ),
    ...themes.kept.flatMap(({ theme, ref }) => (theme.ref === ref ? [] : [theme.id])),
    ...themes.removed.map(({ id }) => id),
  ];
  // References are unique at every moment, so those that will be given anew are freed first.
  await tx.$executeRaw`UPDATE "Theme" SET "ref" = "id"::text WHERE "id" = ANY(${renamed}::uuid[])`;
  for (const { id, position, drafted } of themes.changed) {
    const { ref, refIsDerived, title, detail } = drafted;
    await tx.theme.updateMany({ where: { id }, data: { ref, refIsDerived, title, detail, position } });
  }
  for (const { theme, ref } of themes.kept) {
    if (theme.ref !== ref) await tx.theme.updateMany({ where: { id: theme.id }, data: { ref } });
  }
  await tx.theme.createMany({
    data: themes.created.map(({ id, position, drafted: { ref, refIsDerived, title, detail } }) => ({
      ...place,
      id,
      position,
      ref,
      refIsDerived,
      title,
      detail,
    })),
  });
}

/** All actions that stay are brought to their new places in one statement, whatever their number. */
async function moveActions(tx: Prisma.TransactionClient, { changed, left }: PlanDifference['actions']) {
  const moved = [
    ...changed.map(({ id, themeId, ref, refIsDerived, position }) => ({
      id,
      themeId,
      ref,
      refIsDerived,
      position,
      hasLeft: false,
    })),
    ...left
      .filter(({ action, ref, isNew }) => isNew || action.ref !== ref)
      .map(({ action: { id, themeId, refIsDerived, position }, ref }) => ({
        id,
        themeId,
        ref,
        refIsDerived,
        position,
        hasLeft: true,
      })),
  ];
  if (moved.length === 0) return;
  const before = new Map([
    ...changed.map(({ id, stored }) => [id, stored?.ref] as const),
    ...left.map(({ action }) => [action.id, action.ref] as const),
  ]);
  const renamed = moved.filter(({ id, ref }) => before.get(id) !== ref).map(({ id }) => id);
  await tx.$executeRaw`UPDATE "Action" SET "ref" = "id"::text WHERE "id" = ANY(${renamed}::uuid[])`;
  await tx.$executeRaw`
    UPDATE "Action" SET "themeId" = moved."themeId", "ref" = moved."ref", "refIsDerived" = moved."refIsDerived",
      "position" = moved."position", "version" = "Action"."version" + 1,
      "leftDocumentAt" = CASE WHEN moved."hasLeft" THEN coalesce("Action"."leftDocumentAt", sanctuary.now()) END
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb)
      AS moved ("id" uuid, "themeId" uuid, "ref" text, "refIsDerived" boolean, "position" integer, "hasLeft" boolean)
    WHERE "Action"."id" = moved."id"`;
}

async function writeWordings(
  tx: Prisma.TransactionClient,
  { councilId, language }: PlanPlace,
  worded: readonly PlacedAction[],
  organisationIds: ReadonlyMap<string, string>,
) {
  const wordings = worded.map((action) => ({ id: randomUUID(), action }));
  await tx.actionWording.createMany({
    data: wordings.map(({ id, action: { id: actionId, stored, keepsWords, drafted } }) => ({
      id,
      councilId,
      actionId,
      number: (stored?.wordingNumber ?? 0) + 1,
      title: drafted.title,
      detail: drafted.detail,
      language: stored?.language ?? language,
      leadText: drafted.leadText,
      dueText: drafted.dueText,
      strengths: stored && keepsWords ? stored.strengths : [],
    })),
  });
  await tx.actionLead.createMany({
    data: wordings.flatMap(({ id: wordingId, action }) =>
      action.drafted.leads.map(({ name, role }, position) => ({
        councilId,
        wordingId,
        position,
        role,
        name,
        organisationId: role === 'OTHERS_NOT_NAMED' ? null : (organisationIds.get(name) ?? null),
      })),
    ),
  });
}

async function writeTargets(
  tx: Prisma.TransactionClient,
  place: PlanPlace,
  { created, changed }: PlanDifference['targets'],
) {
  for (const { id, themeId, position, drafted } of changed) {
    const { statement, kind } = drafted;
    await tx.target.updateMany({ where: { id }, data: { themeId, position, kind, statement } });
    // A share stands wherever the target stands that it is part of.
    await tx.target.updateMany({ where: { partOfId: id }, data: { themeId } });
  }
  await tx.target.createMany({ data: created.map((target) => describeTarget(place, target)) });
  await tx.target.createMany({ data: created.flatMap((target) => describeShares(place, target)) });
}

function describeTarget(
  place: PlanPlace,
  { id, themeId, actionId, position, drafted }: PlacedTarget,
): Prisma.TargetCreateManyInput {
  const { kind, statement, unit, value, dueText } = drafted;
  return { ...place, id, themeId, actionId, position, kind, statement, unit, targetValue: value, dueText };
}

function describeShares(
  place: PlanPlace,
  { id, themeId, actionId, drafted }: PlacedTarget,
): Prisma.TargetCreateManyInput[] {
  return drafted.shares.map(({ percent, forWhom }, position) => ({
    ...place,
    themeId,
    actionId,
    partOfId: id,
    position,
    kind: drafted.kind,
    statement: forWhom ? `${percent}%: ${forWhom}` : `${percent}%`,
    unit: '%',
    targetValue: percent,
    forWhom,
  }));
}
