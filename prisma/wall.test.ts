import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectManagement, connectPublic, Prisma, type PrismaClient } from './client.ts';
import { getDatamodel } from './generated/pothos.ts';
import { addCouncil, addGroupRows, addPlanRows, addServiceRows } from './testing-rows.ts';
import { engines, startDatabase, type TestDatabase } from './testing.ts';

const past = new Date('2020-01-01');
const future = new Date('2999-01-01');
/**
 * What the public sees of one published plan with one published report, of one published group, of two published
 * services, one of which withholds its times, and of nothing else.
 */
const publishedRows = {
  Council: 1,
  Organisation: 2,
  Plan: 1,
  PlanStanding: 1,
  Theme: 1,
  Action: 1,
  ActionWording: 1,
  ActionLead: 1,
  Milestone: 1,
  Target: 1,
  Measurement: 1,
  Report: 1,
  Evidence: 1,
  GroupAssessment: 1,
  CouncilResponse: 1,
  Translation: 12,
  SteeringGroup: 1,
  Constituency: 1,
  Seat: 1,
  Term: 1,
  ShownName: 1,
  DeclaredInterest: 1,
  Meeting: 1,
  MeetingAccess: 1,
  Decision: 1,
  Service: 2,
  ServiceLanguage: 2,
  ServiceContact: 2,
  ServiceArea: 2,
  Location: 2,
  ServiceLocation: 2,
  Schedule: 1,
  ScheduleException: 1,
  BankHoliday: 44,
  PostcodePlace: 284,
  SynonymGroup: 76,
  NothingFound: 1,
  // One for each row above that a council wrote, as public as the row; but the standing tells of itself, and of people,
  // their seats and where they meet nothing is told.
  Change: 46,
} satisfies Partial<Record<Prisma.ModelName, number>>;
const visibleModels = Object.keys(publishedRows) as (keyof typeof publishedRows)[];

describe.each(engines)('on %s', (engine) => {
  let database: TestDatabase;
  let management: ReturnType<typeof connectManagement>;
  let visitor: ReturnType<typeof connectPublic>;
  let published: Awaited<ReturnType<typeof addPlanRows>>;
  let draft: Awaited<ReturnType<typeof addPlanRows>>;
  let openGroup: Awaited<ReturnType<typeof addGroupRows>>;
  let hiddenGroup: Awaited<ReturnType<typeof addGroupRows>>;
  let openService: Awaited<ReturnType<typeof addServiceRows>>;
  let quietService: Awaited<ReturnType<typeof addServiceRows>>;
  let hiddenService: Awaited<ReturnType<typeof addServiceRows>>;
  let councilId: string;

  beforeAll(async () => {
    database = await startDatabase(engine);
    management = connectManagement(database.at);
    visitor = connectPublic(database.at);
    await management.write('TEST', async (tx) => {
      ({ id: councilId } = await addCouncil(tx, 'hillside'));
      await tx.organisation.create({ data: { councilId, name: 'canary-unnamed', kind: 'CHARITY' } });
      published = await addPlanRows(tx, { councilId, word: 'open', state: 'CURRENT', publishedAt: past });
      draft = await addPlanRows(tx, { councilId, word: 'canary-draft', state: 'DRAFT', publishedAt: past });
      const [actionId = ''] = published.Action;
      for (const [word, publishedAt] of [
        ['canary-unpublished', null],
        ['canary-future', future],
      ] as const) {
        await addReportRows(tx, { councilId, actionId, word, publishedAt });
      }
      openGroup = await addGroupRows(tx, { councilId, word: 'open-group', isPublished: true });
      hiddenGroup = await addGroupRows(tx, { councilId, word: 'canary-group', isPublished: false });
      await tx.erasure.create({
        data: { councilId, termId: hiddenGroup.Term[0] ?? '', kind: 'NAME_WITHDRAWN' },
      });
      await tx.managementToken.create({ data: { role: 'ADMINISTRATOR', tokenHash: 'canary-token' } });
      await tx.importWord.create({
        data: { councilId, kind: 'COLUMN', key: 'canary', written: 'canary', meaning: 'canary' },
      });
      openService = await addServiceRows(tx, { councilId, word: 'open-service', isPublished: true });
      quietService = await addServiceRows(tx, {
        councilId,
        word: 'quiet-service',
        isPublished: true,
        withholdsTimes: true,
      });
      await tx.schedule.updateMany({
        where: { serviceId: quietService.Service[0] ?? '' },
        data: { note: 'canary-time', opensAt: '11:11' },
      });
      hiddenService = await addServiceRows(tx, { councilId, word: 'canary-service', isPublished: false });
      await tx.synonymGroup.create({ data: { councilId, words: ['hub', 'open house'] } });
    });
    await database.runAsOwner(
      `INSERT INTO "EntryProblem" ("councilId", "serviceId", "kind", "day")
         SELECT "councilId", "id", 'MOVED', '2026-01-01' FROM "Service";
       INSERT INTO "NothingFound" ("councilId", "category", "language", "month", "count")
         SELECT "id", 'FOOD', language, '2026-01-01', count FROM "Council", (VALUES ('ti', 5), ('canary', 4)) AS missed (language, count)`,
    );
  });

  afterAll(async () => {
    await visitor.close();
    await management.close();
    await database.close();
  });

  test('the sample holds something hidden in every table, so that a new table must be thought of here', async () => {
    const always = new Set<string>(['Council', 'BankHoliday', 'PostcodePlace', 'SynonymGroup']);
    for (const model of listModels().filter((name) => !always.has(name))) {
      const all = await delegateOf(management.read, model).count();
      const shown = model in publishedRows ? publishedRows[model as keyof typeof publishedRows] : 0;
      expect(all, model).toBeGreaterThan(shown);
    }
  });

  test.each(visibleModels)('the public sees published rows of %s only', async (model) => {
    const rows = await delegateOf(visitor.read, model).findMany();
    expect(rows).toHaveLength(publishedRows[model]);
    expect(toText(rows)).not.toContain('canary');
    expect(await delegateOf(visitor.read, model).count()).toBe(publishedRows[model]);
    expect(await delegateOf(visitor.read, model).aggregate({ _count: true })).toEqual({
      _count: publishedRows[model],
    });
  });

  test('no filter, sum or relation finds the words of a hidden row', async () => {
    for (const model of visibleModels) {
      for (const field of listTextFields(model)) {
        const delegate = delegateOf(visitor.read, model);
        const where = { [field]: { contains: 'canary' } };
        expect(await delegate.count({ where }), `${model}.${field}`).toBe(0);
        expect(
          toText(await delegate.aggregate({ _max: { [field]: true }, _min: { [field]: true } })),
        ).not.toContain('canary');
      }
    }
    const councils = await visitor.read.council.findMany({
      include: {
        plans: { include: { themes: true, translations: true, changes: true } },
        actions: {
          include: { wordings: { include: { leads: true } }, reports: { include: { evidence: true } } },
        },
        reports: { include: { assessments: true, responses: true, translations: true } },
        measurements: true,
        targets: true,
        changes: true,
        groups: {
          include: {
            constituencies: { include: { seats: { include: { terms: { include: { shownName: true } } } } } },
            meetings: { include: { access: true, decisions: true } },
            translations: true,
          },
        },
        shownNames: true,
        interests: true,
        meetingAccesses: true,
        organisations: { include: { services: true, locations: true, translations: true } },
        services: {
          include: {
            languages: true,
            contacts: true,
            areas: true,
            locations: { include: { location: true, schedules: true } },
            schedules: true,
            exceptions: true,
            translations: true,
          },
        },
        locations: true,
        schedules: true,
        nothingFound: true,
      },
    });
    expect(toText(councils)).not.toContain('canary');
  });

  test('no change names a hidden record', async () => {
    const untold = [
      openGroup.Seat,
      openGroup.Term,
      openGroup.ShownName,
      openGroup.MeetingAccess,
      quietService.Schedule,
      quietService.ScheduleException,
    ];
    const hidden = new Set(
      [
        ...Object.values(draft),
        ...Object.values(hiddenGroup),
        ...Object.values(hiddenService),
        ...untold,
      ].flat(),
    );
    const changes = await visitor.read.change.findMany();
    expect(
      changes.filter(({ recordId, planId }) => hidden.has(recordId) || planId === draft.Plan[0]),
    ).toEqual([]);
  });

  test('management tokens cannot be read at all', async () => {
    await expect(visitor.read.managementToken.findMany()).rejects.toThrow(/denied/);
    await expect(visitor.read.managementToken.count()).rejects.toThrow(/denied/);
    await expect(visitor.read.council.findMany({ include: { tokens: true } })).rejects.toThrow(/denied/);
  });

  test('how somebody chose to appear, who holds a seat, who was erased and who took no part cannot be read at all', async () => {
    for (const model of ['Appearance', 'Holder', 'Erasure', 'Recusal'] as const) {
      await expect(delegateOf(visitor.read, model).findMany()).rejects.toThrow(/denied/);
      await expect(delegateOf(visitor.read, model).count()).rejects.toThrow(/denied/);
    }
    await expect(visitor.read.term.findMany({ include: { holder: true } })).rejects.toThrow(/denied/);
    await expect(
      visitor.read.term.findMany({ where: { appearance: { form: 'NOT_SHOWN' } } }),
    ).rejects.toThrow(/denied/);
    await expect(visitor.read.seat.findMany({ orderBy: { terms: { _count: 'asc' } } })).resolves.toHaveLength(
      1,
    );
  });

  test('what a council’s own words were said to mean cannot be read at all', async () => {
    await expect(visitor.read.importWord.findMany()).rejects.toThrow(/denied/);
    await expect(visitor.read.importWord.count()).rejects.toThrow(/denied/);
    await expect(visitor.read.council.findMany({ include: { importWords: true } })).rejects.toThrow(/denied/);
    expect(await management.read.change.count({ where: { noun: 'ImportWord' } })).toBe(1);
    expect(await visitor.read.change.count({ where: { noun: 'ImportWord' } })).toBe(0);
  });

  test('what visitors said of entries cannot be read at all', async () => {
    await expect(visitor.read.entryProblem.findMany()).rejects.toThrow(/denied/);
    await expect(visitor.read.entryProblem.count()).rejects.toThrow(/denied/);
    await expect(visitor.read.service.findMany({ include: { problems: true } })).rejects.toThrow(/denied/);
    await expect(
      visitor.read.service.findMany({ where: { problems: { some: { kind: 'MOVED' } } } }),
    ).rejects.toThrow(/denied/);
  });

  test('of a service that withholds its times all is shown but these', async () => {
    const [serviceId = ''] = quietService.Service;
    const service = await visitor.read.service.findUniqueOrThrow({
      where: { id: serviceId },
      include: { schedules: true, exceptions: true, locations: { include: { schedules: true } } },
    });
    expect(service).toMatchObject({ hoursNote: 'quiet-service', schedules: [], exceptions: [] });
    expect(service.locations).toMatchObject([{ schedules: [] }]);
    expect(await visitor.read.schedule.count({ where: { opensAt: '11:11' } })).toBe(0);
    expect(await visitor.read.service.count({ where: { schedules: { some: { opensAt: '11:11' } } } })).toBe(
      0,
    );
  });

  test('the index of the search is asked by its function alone, which finds nothing hidden', async () => {
    for (const table of ['search_service', 'search_token', 'search_synonym', 'search_touched']) {
      await expect(
        visitor.read.$queryRaw(Prisma.raw(`SELECT * FROM sanctuary.${table}`)),
        table,
      ).rejects.toThrow(/denied/);
    }
    for (const call of [
      `index_services('{}')`,
      `is_open_at(gen_random_uuid(), now())`,
      `ways_of(gen_random_uuid(), '{}')`,
    ]) {
      await expect(visitor.read.$queryRaw(Prisma.raw(`SELECT sanctuary.${call}`)), call).rejects.toThrow(
        /denied/,
      );
    }
    const [found] = await visitor.read.$queryRaw<
      { all: { total: number }; hidden: { total: number } }[]
    >`SELECT sanctuary.find_services(${councilId}::uuid, '{}', now(), 20) AS all,
        sanctuary.find_services(${councilId}::uuid, '{"words": "canary"}', now(), 20) AS hidden`;
    expect(found?.all.total).toBe(2);
    expect(found?.hidden.total).toBe(0);
    expect(toText(found)).not.toContain('canary');
  });

  test('a visitor can say that an entry is wrong and that there was no help, and nothing more', async () => {
    const [serviceId = ''] = openService.Service;
    const [hiddenId = ''] = hiddenService.Service;
    const revision = () => visitor.read.council.findUniqueOrThrow({ where: { id: councilId } });
    const before = await revision();
    const said = await visitor.read.$queryRaw`
      SELECT sanctuary.report_entry_problem(${serviceId}::uuid, 'CLOSED') AS shown,
        sanctuary.report_entry_problem(${hiddenId}::uuid, 'CLOSED') AS hidden,
        sanctuary.report_nothing_found(${councilId}::uuid, 'HOUSING', 'ti') AS missed,
        sanctuary.report_nothing_found(${councilId}::uuid, 'HOUSING', 'my name is') AS words`;
    expect(said).toEqual([{ shown: true, hidden: false, missed: true, words: false }]);
    await visitor.read.$queryRaw`SELECT sanctuary.report_entry_problem(${serviceId}::uuid, 'CLOSED')`;
    const problems = await management.read.entryProblem.findMany({ where: { kind: 'CLOSED' } });
    expect(problems).toMatchObject([{ serviceId, count: 2 }]);
    expect(await revision()).toEqual(before);
    expect(await visitor.read.nothingFound.count()).toBe(1);
    for (let times = 0; times < 4; times += 1) {
      await visitor.read
        .$queryRaw`SELECT sanctuary.report_nothing_found(${councilId}::uuid, 'HOUSING', 'ti')`;
    }
    expect(await visitor.read.nothingFound.findMany({ where: { category: 'HOUSING' } })).toMatchObject([
      { language: 'ti', count: 5 },
    ]);
    await management.write('TEST', (tx) => tx.entryProblem.deleteMany({ where: { kind: 'CLOSED' } }));
    await database.runAsOwner(`DELETE FROM "NothingFound" WHERE "category" = 'HOUSING'`);
  });

  describe('an editor of another council', () => {
    let stranger: ReturnType<typeof management.forCouncil>;
    beforeAll(() => {
      stranger = management.forCouncil('00000000-0000-4000-8000-000000000000');
    });

    test.each(listModels())('has of %s what the public has', async (model) => {
      const listSorted = async (read: PrismaClient) =>
        (await delegateOf(read, model).findMany()).map((row) => toText(row)).toSorted();
      const seen = await listSorted(stranger.read);
      expect(seen).toEqual(model in publishedRows ? await listSorted(visitor.read) : []);
      expect(await stranger.write('TEST', (tx) => delegateOf(tx, model).count())).toBe(seen.length);
    });

    test.each(listModels().filter((model) => hasCouncil(model)))('changes nothing of %s', async (model) => {
      const count = async () => delegateOf(management.read, model).count();
      const before = await count();
      const removed = stranger.write('TEST', (tx) =>
        delegateOf(tx, model).deleteMany({ where: { councilId } }),
      );
      await expect(removed.catch(refused)).resolves.toEqual({ count: 0 });
      expect(await count()).toBe(before);
    });

    test('adds nothing either', async () => {
      const [termId = ''] = hiddenGroup.Term;
      const added = stranger.write('TEST', (tx) =>
        tx.erasure.create({ data: { councilId, termId, kind: 'PERSON_ERASED' } }),
      );
      await expect(added).rejects.toThrow(/row-level security/);
    });
  });

  test('words that are for all councils are nobody’s to change, management neither', async () => {
    const changed = await management.write('TEST', (tx) =>
      tx.synonymGroup.updateMany({ where: { councilId: null }, data: { words: ['nothing'] } }),
    );
    expect(changed).toEqual({ count: 0 });
    await expect(
      management.write('TEST', (tx) => tx.synonymGroup.create({ data: { words: ['everything'] } })),
    ).rejects.toThrow(/row-level security/);
  });

  test.each([
    ['address', { address: '1 High Street' }],
    ['coordinates', { latitude: 51.5, longitude: -0.1 }],
    ['postcode', { postcode: 'E8 3BQ' }],
    ['way there', { directions: 'Behind the church.' }],
  ])('a place that is told on contact has no %s', async (_, data) => {
    await expect(
      management.write('TEST', (tx) =>
        tx.location.create({ data: { councilId, kind: 'ON_CONTACT', name: 'A refuge', ...data } }),
      ),
    ).rejects.toThrow(/Location_on_contact_is_nowhere/);
  });

  test('nobody alters which state a plan was in, management neither', async () => {
    const write = (work: Parameters<typeof management.write>[1]) => management.write('TEST', work);
    await expect(write((tx) => tx.planStanding.deleteMany())).rejects.toThrow(/denied/);
    await expect(write((tx) => tx.planStanding.updateMany({ data: { since: past } }))).rejects.toThrow(
      /denied/,
    );
  });

  test.each(listModels())('the public can write nothing to %s', async (model) => {
    const delegate = delegateOf(visitor.read, model);
    const [field = 'councilId'] = listTextFields(model);
    await expect(delegate.deleteMany()).rejects.toThrow(/denied/);
    const data = model === 'PostcodePlace' ? { latitude: 0 } : { [field]: councilId };
    await expect(delegate.updateMany({ data })).rejects.toThrow(/denied/);
    const insert = Prisma.raw(`INSERT INTO "${model}" DEFAULT VALUES`);
    await expect(visitor.read.$executeRaw(insert)).rejects.toThrow(/denied/);
  });

  test('several reads in one transaction stay behind the wall', async () => {
    const [plans, reports] = await visitor.read.$transaction([
      visitor.read.plan.findMany(),
      visitor.read.report.findMany(),
    ]);
    expect(toText([plans, reports])).not.toContain('canary');
  });

  test('reads of the public and of management do not mix, sixty at a time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const isPublic = i % 2 === 0;
        const { plan, report } = (isPublic ? visitor : management).read;
        const slug = i % 4 < 2 ? 'canary-draft' : 'open';
        const found = await plan.findUnique({ where: { councilId_slug: { councilId, slug } } });
        const count = i % 3 === 0 ? await report.count() : await plan.count();
        return { isPublic, slug, found: found?.slug, count, isReport: i % 3 === 0 };
      }),
    );
    for (const { isPublic, slug, found, count, isReport } of answers) {
      expect(found).toBe(isPublic && slug === 'canary-draft' ? undefined : slug);
      expect(count).toBe(isPublic ? 1 : isReport ? 4 : 2);
    }
  });

  test('a draft becomes public whole when it is published, and its history with it', async () => {
    const [planId = ''] = draft.Plan;
    const count = () => visitor.read.change.count({ where: { planId } });
    expect(await count()).toBe(0);
    await management.write('TEST', (tx) =>
      tx.plan.update({ where: { id: planId }, data: { state: 'CURRENT' } }),
    );
    expect(await visitor.read.report.count()).toBe(2);
    const standings = await visitor.read.planStanding.findMany({ where: { planId }, orderBy: { id: 'asc' } });
    expect(standings.map(({ state }) => state)).toEqual(['DRAFT', 'CURRENT']);
    expect(await count()).toBe(await management.read.change.count({ where: { planId } }));
    await management.write('TEST', (tx) =>
      tx.plan.update({ where: { id: planId }, data: { state: 'DRAFT' } }),
    );
    expect(await count()).toBe(0);
  });
});

interface Delegate {
  findMany(): Promise<object[]>;
  count(args?: object): Promise<number>;
  aggregate(args: object): Promise<object>;
  deleteMany(args?: object): Promise<object>;
  updateMany(args: object): Promise<object>;
}

function delegateOf(client: PrismaClient | Prisma.TransactionClient, model: string): Delegate {
  const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  return (client as unknown as Record<string, Delegate>)[name] as Delegate;
}

const listModels = () => Object.keys(Prisma.ModelName) as Prisma.ModelName[];

const hasCouncil = (model: string) =>
  (getDatamodel().datamodel.models[model]?.fields ?? []).some(({ name }) => name === 'councilId');

/** What management may not remove at all stays as well. */
function refused(error: unknown) {
  expect(String(error)).toMatch(/denied/);
  return { count: 0 };
}

function listTextFields(model: string): string[] {
  const fields = getDatamodel().datamodel.models[model]?.fields ?? [];
  return fields
    .filter(
      ({ type, name, isList, isId }) =>
        type === 'String' && !isList && !isId && !name.endsWith('Id') && name !== 'cursor',
    )
    .map(({ name }) => name);
}

function toText(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item));
}

async function addReportRows(
  tx: Prisma.TransactionClient,
  {
    word,
    publishedAt,
    ...of
  }: { councilId: string; actionId: string; word: string; publishedAt: Date | null },
) {
  const { id: reportId } = await tx.report.create({
    data: { ...of, status: 'DONE', whatHappened: word, byRole: 'COUNCIL_OFFICER', publishedAt },
  });
  const data = { councilId: of.councilId, reportId };
  await tx.evidence.create({ data: { ...data, position: 0, kind: 'NEWS', title: word, url: word } });
  await tx.groupAssessment.create({ data: { ...data, view: 'AGREES', reason: word, assessedOn: past } });
  await tx.councilResponse.create({ data: { ...data, text: word, respondedOn: past } });
  await tx.translation.create({
    data: { ...data, language: 'ar', field: word, text: word, source: 'PERSON' },
  });
}
