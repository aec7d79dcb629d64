import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectManagement, connectPublic, Prisma, type PrismaClient } from './client.ts';
import { addCouncil, addPlanRows, addServiceRows, type PlanNoun } from './testing-rows.ts';
import { engines, startDatabase, type TestDatabase } from './testing.ts';

describe.each(engines)('on %s', (engine) => {
  let database: TestDatabase;
  let management: ReturnType<typeof connectManagement>;
  let councilId: string;
  let rows: Record<PlanNoun, readonly string[]>;
  let slugs = 0;

  beforeAll(async () => {
    database = await startDatabase(engine);
    management = connectManagement(database.at);
  });

  beforeEach(async () => {
    await management.write('SETUP', async (tx) => {
      ({ id: councilId } = await addCouncil(tx, `council-${++slugs}`));
      rows = await addPlanRows(tx, { councilId, word: 'first', state: 'CURRENT', publishedAt: new Date() });
    });
  });

  afterAll(async () => {
    await management.close();
    await database.close();
  });

  const getRevision = async (id = councilId) =>
    (await management.read.council.findUniqueOrThrow({ where: { id } })).revision;

  const listChanges = (byRole: string) =>
    management.read.change.findMany({ where: { councilId, byRole }, orderBy: { id: 'asc' } });

  test('every new row is recorded once, with its council, its plan, its action and the names of its fields', async () => {
    const changes = await listChanges('SETUP');
    const [planId, actionId] = [rows.Plan[0], rows.Action[0]];
    const ofPlan = new Set(['Plan', 'Theme']);
    const ofNoAction = new Set(['Council', ...ofPlan]);
    expect(changes.map(({ noun, recordId }) => `${noun} ${recordId}`).toSorted()).toEqual(
      [
        `Council ${councilId}`,
        ...Object.entries(rows).flatMap(([noun, ids]) => ids.map((id) => `${noun} ${id}`)),
      ].toSorted(),
    );
    for (const change of changes.filter(({ noun }) => noun !== 'Translation')) {
      expect(change).toMatchObject({
        kind: 'CREATED',
        revision: 1,
        planId: change.noun === 'Council' ? null : planId,
        actionId: ofNoAction.has(change.noun) ? null : actionId,
      });
    }
    const translations = changes.filter(({ noun }) => noun === 'Translation');
    expect(translations.map((change) => [change.planId, change.actionId])).toEqual([
      [planId, null],
      [planId, null],
      [planId, actionId],
      [planId, actionId],
    ]);
    expect(changes.find(({ noun }) => noun === 'Milestone')?.fields).toEqual([
      'actionId',
      'dueText',
      'language',
      'position',
      'title',
    ]);
    expect(JSON.stringify(changes.map(({ fields }) => fields))).not.toContain('first');
  });

  test('every changed row is recorded with the fields that changed, and never their values', async () => {
    const edits: Partial<Record<PlanNoun | 'Council', object>> = {
      Council: { contactEmail: 'second' },
      Plan: { title: 'second', summary: null },
      Theme: { detail: 'second' },
      Action: { leftDocumentAt: new Date() },
      Milestone: { metOn: new Date() },
      Target: { statement: 'second' },
      Measurement: { source: 'second' },
      Report: { whatHappened: 'second' },
      Evidence: { url: 'second' },
    };
    await management.write('OFFICER', async (tx) => {
      for (const [noun, data] of Object.entries(edits)) {
        await delegateOf(tx, noun).updateMany({ where: { id: idOf(noun) }, data });
      }
    });
    const changes = await listChanges('OFFICER');
    expect(changes.map(({ noun, kind, fields }) => [noun, kind, fields])).toEqual(
      Object.entries(edits).map(([noun, data]) => [noun, 'CHANGED', Object.keys(data).toSorted()]),
    );
    expect(new Set(changes.map(({ revision }) => revision))).toEqual(new Set([2]));
    const actionOf = new Map(changes.map(({ noun, actionId }) => [noun, actionId]));
    for (const noun of ['Action', 'Milestone', 'Target', 'Measurement', 'Report', 'Evidence']) {
      expect(actionOf.get(noun), noun).toBe(rows.Action[0]);
    }
    expect(await getRevision()).toBe(2);
  });

  const idOf = (noun: string) => (noun === 'Council' ? councilId : rows[noun as PlanNoun][0]);

  test('a write that changes nothing is no change', async () => {
    await management.write('OFFICER', (tx) =>
      tx.plan.updateMany({ where: { councilId }, data: { title: 'first' } }),
    );
    expect(await listChanges('OFFICER')).toEqual([]);
    expect(await getRevision()).toBe(1);
  });

  test.each(['ActionWording', 'GroupAssessment', 'CouncilResponse'])(
    'what was said in %s is never altered, by management neither',
    async (noun) => {
      const edit = management.write('OFFICER', (tx) =>
        delegateOf(tx, noun).updateMany({ where: { id: idOf(noun) }, data: { language: 'second' } }),
      );
      await expect(edit).rejects.toThrow(/denied/);
    },
  );

  test('every removed row is recorded', async () => {
    const removable = [
      'Evidence',
      'GroupAssessment',
      'CouncilResponse',
      'Measurement',
      'Milestone',
      'Report',
      'Plan',
    ];
    await management.write('OFFICER', async (tx) => {
      for (const noun of removable) await delegateOf(tx, noun).deleteMany({ where: { id: idOf(noun) } });
    });
    const changes = await listChanges('OFFICER');
    expect(new Set(changes.map(({ kind, fields }) => `${kind} ${fields.length}`))).toEqual(
      new Set(['REMOVED 0']),
    );
    const recorded = new Set(changes.map(({ recordId }) => recordId));
    expect(
      Object.values(rows)
        .flat()
        .filter((id) => !recorded.has(id)),
    ).toEqual([]);
    const evidence = changes.find(({ noun }) => noun === 'Evidence');
    // The action it belonged to has gone with its plan, but its place in the record has not.
    expect(evidence).toMatchObject({ recordId: rows.Evidence[0], revision: 2, actionId: null });
  });

  test('an action goes with all that belongs to it, and the public is not told what it was', async () => {
    const [actionId = ''] = rows.Action;
    await management.write('OFFICER', (tx) => tx.action.delete({ where: { id: actionId } }));
    expect(await management.read.report.count({ where: { councilId } })).toBe(0);
    expect((await listChanges('OFFICER')).find(({ noun }) => noun === 'Action')).toMatchObject({
      recordId: actionId,
      planId: rows.Plan[0],
      actionId: null,
    });
    const visitor = connectPublic(database.at);
    expect(await visitor.read.change.count({ where: { councilId, recordId: actionId } })).toBe(0);
    await visitor.close();
  });

  test('everything of a service is recorded once, changed and removed too, and what visitors say is not', async () => {
    const service = await management.write('OFFICER', (tx) =>
      addServiceRows(tx, { councilId, word: 'hub', isPublished: true }),
    );
    const [serviceId = ''] = service.Service;
    const changes = await listChanges('OFFICER');
    expect(changes.map(({ noun, recordId }) => `${noun} ${recordId}`).toSorted()).toEqual(
      Object.entries(service)
        .flatMap(([noun, ids]) => ids.map((id) => `${noun} ${id}`))
        .toSorted(),
    );
    expect(new Set(changes.map(({ kind, revision }) => `${kind} ${revision}`))).toEqual(
      new Set(['CREATED 2']),
    );
    await management.read.$queryRaw`SELECT sanctuary.report_entry_problem(${serviceId}::uuid, 'MOVED')`;
    expect(await getRevision()).toBe(2);
    await management.write('CHECKER', (tx) =>
      tx.schedule.updateMany({ where: { serviceId }, data: { closesAt: '18:00' } }),
    );
    expect(await listChanges('CHECKER')).toMatchObject([{ noun: 'Schedule', fields: ['closesAt'] }]);
    await management.write('REMOVER', (tx) => tx.service.delete({ where: { id: serviceId } }));
    const removed = await listChanges('REMOVER');
    expect(new Set(removed.map(({ noun }) => noun))).toEqual(
      new Set([
        'Service',
        'ServiceLanguage',
        'ServiceContact',
        'ServiceArea',
        'ServiceLocation',
        'Schedule',
        'ScheduleException',
        'Translation',
      ]),
    );
    expect(await getRevision()).toBe(4);
  });

  test('a council’s own words of one meaning are recorded', async () => {
    await management.write('OFFICER', async (tx) => {
      const { id } = await tx.synonymGroup.create({ data: { councilId, words: ['hub', 'open house'] } });
      await tx.synonymGroup.delete({ where: { id } });
    });
    expect((await listChanges('OFFICER')).map(({ noun, kind }) => [noun, kind])).toEqual([
      ['SynonymGroup', 'CREATED'],
      ['SynonymGroup', 'REMOVED'],
    ]);
  });

  test('a whole council can be removed, with its record', async () => {
    await management.write('OFFICER', (tx) =>
      tx.importWord.create({
        data: { councilId, kind: 'STATUS', key: 'wip', written: 'WIP', meaning: 'DONE' },
      }),
    );
    expect((await listChanges('OFFICER')).map(({ noun, fields }) => [noun, fields])).toEqual([
      ['ImportWord', ['key', 'kind', 'meaning', 'since', 'written']],
    ]);
    await management.write('OFFICER', (tx) => tx.council.delete({ where: { id: councilId } }));
    expect(await management.read.change.count({ where: { councilId } })).toBe(0);
    expect(await management.read.plan.count({ where: { councilId } })).toBe(0);
    expect(await management.read.importWord.count({ where: { councilId } })).toBe(0);
  });

  test('a transaction that writes to two councils raises each revision once', async () => {
    const { id: other } = await management.write('SETUP', (tx) => addCouncil(tx, `council-${++slugs}`));
    await management.write('OFFICER', async (tx) => {
      for (const id of [councilId, other, councilId, other]) {
        await tx.council.update({ where: { id }, data: { contactEmail: `${Math.random()}` } });
      }
    });
    expect([await getRevision(), await getRevision(other)]).toEqual([2, 2]);
  });

  test.each([
    [
      'a place that pages know',
      `INSERT INTO "PostcodePlace" VALUES ('ZZ1', 'OUTCODE', 51, 0), ('ZZ1 1', 'SECTOR', 51, 0)`,
      1,
    ],
    ['such a place moved', `UPDATE "PostcodePlace" SET "latitude" = 52 WHERE "code" = 'ZZ1'`, 1],
    ['such places removed', `DELETE FROM "PostcodePlace" WHERE "code" LIKE 'ZZ1%'`, 1],
    [
      'a whole postcode, which no page knows',
      `INSERT INTO "PostcodePlace" VALUES ('ZZ1 1AA', 'POSTCODE', 51, 0)`,
      0,
    ],
    ['synonyms of all', `INSERT INTO "SynonymGroup" ("words") VALUES ('{zebra,horse}')`, 1],
    ['synonyms of all removed', `DELETE FROM "SynonymGroup" WHERE "words" = '{zebra,horse}'`, 1],
    [
      'bank holidays',
      `INSERT INTO "BankHoliday" VALUES ('2099-01-01', 'New Year'), ('2099-12-25', 'Christmas')`,
      1,
    ],
    ['bank holidays removed', `DELETE FROM "BankHoliday" WHERE "day" > '2099-01-01'`, 1],
  ])('what all councils share raises the revision of each once: %s', async (_, sql, raisedBy) => {
    const { id: other } = await management.write('SETUP', (tx) => addCouncil(tx, `council-${++slugs}`));
    await database.runAsOwner(sql);
    expect([await getRevision(), await getRevision(other)]).toEqual([1 + raisedBy, 1 + raisedBy]);
  });

  test(
    'twenty writers at once raise the revision twenty times, without a gap',
    { timeout: 60_000 },
    async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          management.write('OFFICER', (tx) =>
            tx.organisation.create({ data: { councilId, name: `Body ${i}`, kind: 'CHARITY' } }),
          ),
        ),
      );
      const revisions = (await listChanges('OFFICER')).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
      expect(await getRevision()).toBe(21);
    },
  );

  test('a write that fails leaves neither a row nor a change nor a revision', async () => {
    const failing = management.write('OFFICER', async (tx) => {
      await tx.plan.updateMany({ where: { councilId }, data: { title: 'second' } });
      throw new Error('No.');
    });
    await expect(failing).rejects.toThrow('No.');
    expect(await management.read.plan.findMany({ where: { councilId } })).toMatchObject([{ title: 'first' }]);
    expect(await listChanges('OFFICER')).toEqual([]);
    expect(await getRevision()).toBe(1);
    await management.write('OFFICER', (tx) =>
      tx.plan.updateMany({ where: { councilId }, data: { title: 'third' } }),
    );
    expect(await getRevision()).toBe(2);
  });

  test.each([
    ['alter a change', `UPDATE "Change" SET "byRole" = 'NOBODY'`],
    ['remove a change', `DELETE FROM "Change"`],
    ['add a change', `INSERT INTO "Change" ("councilId") SELECT "id" FROM "Council"`],
    ['alter a wording', `UPDATE "ActionWording" SET "title" = 'never said'`],
    ['remove a wording', `DELETE FROM "ActionWording"`],
    ['alter the lead of a wording', `UPDATE "ActionLead" SET "name" = 'nobody'`],
    ['set a revision', `UPDATE "Council" SET "revision" = 99`],
    ['raise a revision', `SELECT sanctuary.raise_revision("id") FROM "Council"`],
    ['set the clock', `INSERT INTO sanctuary.clock VALUES (now())`],
    ['turn the record off', `ALTER TABLE "Plan" DISABLE TRIGGER record_change`],
  ])('management cannot %s', async (_, sql) => {
    await expect(management.write('OFFICER', (tx) => tx.$executeRaw(Prisma.raw(sql)))).rejects.toThrow(
      /denied|must be owner/,
    );
  });
});

interface Delegate {
  updateMany(args: object): Promise<object>;
  deleteMany(args: object): Promise<object>;
}

function delegateOf(client: PrismaClient | Prisma.TransactionClient, noun: string): Delegate {
  const name = `${noun.charAt(0).toLowerCase()}${noun.slice(1)}`;
  return (client as unknown as Record<string, Delegate>)[name] as Delegate;
}
