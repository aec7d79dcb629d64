import { setImmediate } from 'node:timers/promises';
import type { Creation } from './as-at.rules.ts';
import type { PrismaClient } from '@open-sanctuary/database/client';
import { findPlaces } from './place/place.facts.ts';
import { dayFrom } from './scalars.ts';
import {
  wholeAction,
  wholeGroup,
  wholeMeeting,
  wholePlan,
  wholeService,
  wholeTarget,
  wholeTheme,
  type WholeService,
} from './whole-records.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** What the record of changes tells of the parts of a plan. */
export interface PlanRecord {
  /** When the plan was recorded, or when the oldest wording in it came into force. */
  since: Date;
  /** When the plan, its themes, actions and targets were recorded, by their identifiers. */
  creations: ReadonlyMap<string, Creation>;
  /** When an action left the document or returned to it, oldest first. */
  turns: ReadonlyMap<string, readonly Date[]>;
}

const emptyRecord: PlanRecord = { since: new Date(0), creations: new Map(), turns: new Map() };

/**
 * What one request has loaded. Whatever is asked for in one turn of the event loop is one statement, so the number
 * of statements depends on what a query asks, never on how many records answer it.
 */
export function createLoaders(database: PrismaClient) {
  const council = loadOne((ids) => database.council.findMany({ where: { id: { in: ids } } }));
  const plan = loadOne((ids) => database.plan.findMany({ where: { id: { in: ids } }, include: wholePlan }));
  const action = loadOne((ids) =>
    database.action.findMany({ where: { id: { in: ids } }, include: wholeAction }),
  );
  return {
    council,
    plan,
    action,
    /** One action by its number; alone, for a plan may have thousands. */
    actionOfPlan: (planId: string, ref: string) =>
      database.action.findUnique({ where: { planId_ref: { planId, ref } }, include: wholeAction }),
    plansOfCouncil: loadMany(
      async (ids) =>
        plan.keep(
          await database.plan.findMany({
            where: { councilId: { in: ids } },
            include: wholePlan,
            orderBy: [{ position: 'asc' }, { slug: 'asc' }],
          }),
        ),
      ({ councilId }) => councilId,
    ),
    organisationsOfCouncil: loadMany(
      (ids) =>
        database.organisation.findMany({ where: { councilId: { in: ids } }, orderBy: { name: 'asc' } }),
      ({ councilId }) => councilId,
    ),
    groupsOfCouncil: loadMany(
      (ids) =>
        database.steeringGroup.findMany({
          where: { councilId: { in: ids } },
          include: wholeGroup,
          orderBy: [{ position: 'asc' }, { slug: 'asc' }],
        }),
      ({ councilId }) => councilId,
    ),
    meetingsOfGroup: loadMany(
      (ids) =>
        database.meeting.findMany({
          where: { groupId: { in: ids } },
          include: wholeMeeting,
          orderBy: [{ day: 'asc' }, { startTime: 'asc' }, { id: 'asc' }],
        }),
      ({ groupId }) => groupId,
    ),
    service: loadOne((ids) =>
      database.service.findMany({ where: { id: { in: ids } }, include: wholeService }),
    ),
    servicesOfCouncil: createLoader<readonly WholeService[] | null>(
      (ids) => findFewServices(database, ids),
      [],
    ).load,
    urgentServicesOfCouncil: loadMany(
      (ids) =>
        database.service.findMany({
          where: { councilId: { in: ids }, isUrgent: true, ...notEnded },
          include: wholeService,
          orderBy: [...byName],
        }),
      ({ councilId }) => councilId,
    ),
    servicesOfOrganisation: loadMany(
      (ids) =>
        database.service.findMany({
          where: { organisationId: { in: ids }, ...notEnded },
          include: wholeService,
          orderBy: [...byName],
        }),
      ({ organisationId }) => organisationId,
    ),
    servingOrganisationsOfCouncil: loadMany(
      (ids) =>
        database.organisation.findMany({
          where: { councilId: { in: ids }, services: { some: notEnded } },
          orderBy: { name: 'asc' },
        }),
      ({ councilId }) => councilId,
    ),
    translationsOfOrganisation: loadMany(
      (ids) =>
        database.translation.findMany({
          where: { organisationId: { in: ids } },
          orderBy: [{ language: 'asc' }, { field: 'asc' }],
        }),
      ({ organisationId }) => organisationId ?? '',
    ),
    bankHolidays: loadOnce(async () =>
      (await database.bankHoliday.findMany({ orderBy: { day: 'asc' } })).map(({ day }) => dayFrom(day)),
    ),
    idlePattern: loadOnce(async () => {
      const [row] = await database.$queryRaw<
        { pattern: string }[]
      >`SELECT sanctuary.idle_pattern() AS pattern`;
      if (!row) throw new Error('The database did not answer.');
      return row.pattern;
    }),
    placesOfCouncil: loadMany(
      (ids) => findPlaces(database, ids),
      ({ councilId }) => councilId,
    ),
    synonymsOfCouncil: createLoader<string[][]>((ids) => findSynonyms(database, ids), []).load,
    meeting: loadOne((ids) =>
      database.meeting.findMany({ where: { id: { in: ids } }, include: wholeMeeting }),
    ),
    recusalCount: createLoader<number>((ids) => countRecusals(database, ids), 0).load,
    themesOfPlan: loadMany(
      (ids) =>
        database.theme.findMany({
          where: { planId: { in: ids } },
          include: wholeTheme,
          orderBy: [{ position: 'asc' }, { ref: 'asc' }],
        }),
      ({ planId }) => planId,
    ),
    actionsOfPlan: loadMany(
      async (ids) =>
        action.keep(
          await database.action.findMany({
            where: { planId: { in: ids } },
            include: wholeAction,
            orderBy: [{ theme: { position: 'asc' } }, { position: 'asc' }, { ref: 'asc' }],
          }),
        ),
      ({ planId }) => planId,
    ),
    targetsOfPlan: loadMany(
      (ids) =>
        database.target.findMany({
          where: { planId: { in: ids } },
          include: wholeTarget,
          orderBy: [{ theme: { position: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
        }),
      ({ planId }) => planId,
    ),
    recordOfPlan: createLoader<PlanRecord>((ids) => findRecords(database, ids), emptyRecord).load,
  };
}

/** Of more than this nobody's device should hold all. */
const mostServices = 500;
const notEnded = { state: { not: 'ENDED' } } as const;
const byName = [{ name: 'asc' }, { id: 'asc' }] as const;

/** All services of each council that has few enough; null for the others. */
async function findFewServices(database: PrismaClient, councilIds: string[]) {
  const counts = await database.service.groupBy({
    by: ['councilId'],
    where: { councilId: { in: councilIds }, ...notEnded },
    _count: true,
  });
  const [few, many] = [true, false].map((isFew) =>
    counts.filter(({ _count }) => _count <= mostServices === isFew).map(({ councilId }) => councilId),
  );
  const services = await database.service.findMany({
    where: { councilId: { in: few ?? [] }, ...notEnded },
    include: wholeService,
    orderBy: [...byName],
  });
  return new Map<string, readonly WholeService[] | null>([
    ...(many ?? []).map((id) => [id, null] as const),
    ...Map.groupBy(services, ({ councilId }) => councilId),
  ]);
}

/** The words of one meaning: those for all councils, and each council's own. */
async function findSynonyms(database: PrismaClient, councilIds: string[]) {
  const groups = await database.synonymGroup.findMany({
    where: { OR: [{ councilId: null }, { councilId: { in: councilIds } }] },
    orderBy: { id: 'asc' },
  });
  return new Map(
    councilIds.map((id) => [
      id,
      groups.filter(({ councilId }) => councilId === null || councilId === id).map(({ words }) => words),
    ]),
  );
}

/** How many took no part in each decision, where that is public. Who they are the database tells nobody. */
async function countRecusals(database: PrismaClient, decisionIds: string[]): Promise<Map<string, number>> {
  const rows = await database.$queryRaw<{ decisionId: string; count: number }[]>`
    SELECT * FROM sanctuary.count_recusals(${decisionIds}::uuid[])`;
  return new Map(rows.map(({ decisionId, count }) => [decisionId, count]));
}

async function findRecords(database: PrismaClient, planIds: string[]): Promise<Map<string, PlanRecord>> {
  const [changes, oldest] = await Promise.all([
    database.change.findMany({
      where: {
        planId: { in: planIds },
        OR: [
          { kind: 'CREATED', noun: { in: ['Plan', 'Theme', 'Action', 'Target'] } },
          { kind: 'CHANGED', noun: 'Action', fields: { has: 'leftDocumentAt' } },
        ],
      },
      select: { planId: true, recordId: true, kind: true, revision: true, at: true },
      orderBy: { id: 'asc' },
    }),
    database.$queryRaw<{ planId: string; since: Date }[]>`
      SELECT "planId", min("since") AS "since" FROM "Action" JOIN "ActionWording" ON "actionId" = "Action"."id"
      WHERE "planId" = ANY(${planIds}::uuid[]) GROUP BY "planId"`,
  ]);
  const oldestByPlan = new Map(oldest.map(({ planId, since }) => [planId, since]));
  const changesByPlan = Map.groupBy(changes, ({ planId }) => planId ?? '');
  return new Map(
    [...changesByPlan].map(([planId, some]) => [planId, recordFrom(planId, some, oldestByPlan.get(planId))]),
  );
}

function recordFrom(
  planId: string,
  changes: readonly (Creation & { recordId: string; kind: string })[],
  oldestWording: Date | undefined,
): PlanRecord {
  const ofKind = (wanted: string) => changes.filter(({ kind }) => kind === wanted);
  const creations = new Map(ofKind('CREATED').map((change) => [change.recordId, change]));
  const turns = Map.groupBy(ofKind('CHANGED'), ({ recordId }) => recordId);
  const recorded = creations.get(planId)?.at ?? emptyRecord.since;
  return {
    since: oldestWording && oldestWording < recorded ? oldestWording : recorded,
    creations,
    turns: new Map([...turns].map(([id, some]) => [id, some.map(({ at }) => at)])),
  };
}

function loadOne<Row extends { id: string }>(findRows: (ids: string[]) => Promise<Row[]>) {
  const loader = createLoader<Row | null>(
    async (ids) => new Map((await findRows(ids)).map((row) => [row.id, row])),
    null,
  );
  /** Remembers rows that came another way. */
  const keep = (rows: Row[]): Row[] => {
    for (const row of rows) loader.keep(row.id, row);
    return rows;
  };
  return Object.assign(loader.load, { keep });
}

function loadOnce<Value>(find: () => Promise<Value>) {
  let found: Promise<Value> | undefined;
  return () => (found ??= find());
}

function loadMany<Row>(findRows: (keys: string[]) => Promise<Row[]>, keyOf: (row: Row) => string) {
  return createLoader<readonly Row[]>(async (keys) => Map.groupBy(await findRows(keys), keyOf), []).load;
}

function createLoader<Value>(findValues: (keys: string[]) => Promise<Map<string, Value>>, missing: Value) {
  const answers = new Map<string, Promise<Value>>();
  let batch: { keys: string[]; values: Promise<Map<string, Value>> } | undefined;

  function openBatch() {
    const keys: string[] = [];
    const values = setImmediate().then(() => {
      batch = undefined;
      return findValues(keys);
    });
    return { keys, values };
  }

  return {
    keep: (key: string, value: Value) => void (answers.has(key) || answers.set(key, Promise.resolve(value))),
    load: (key: string): Promise<Value> => {
      const known = answers.get(key);
      if (known) return known;
      batch ??= openBatch();
      batch.keys.push(key);
      const answer = batch.values.then((values) => {
        const value = values.get(key);
        return value === undefined ? missing : value;
      });
      answers.set(key, answer);
      return answer;
    },
  };
}
