import { connectManagement, connectPublic, type Prisma } from '@open-sanctuary/database/client';
import { type Engine, startDatabase } from '@open-sanctuary/database/testing';
import { graphql, type GraphQLSchema } from 'graphql';
import {
  type Context,
  createContext,
  createManageContext,
  Editor,
  manageSchema,
  publicSchema,
} from './schema.ts';

export type Graph = Awaited<ReturnType<typeof startGraph>>;

/** The real schema over a fresh database. */
export async function startGraph(engine: Engine = 'embedded') {
  const database = await startDatabase(engine);
  const management = connectManagement(database.at);
  const visitor = connectPublic(database.at);
  return {
    management,
    visitor: visitor.read,
    setClock: database.setClock,
    runAsOwner: database.runAsOwner,
    /** Asks as the public. */
    ask: async <Data>(query: string, variables: object = {}) =>
      answer<Data>(publicSchema, await createContext({ database: visitor.read }), query, variables),
    /** Asks and writes as an editor; of every council when none is named. */
    askAs:
      (role: Editor['role'], councilId: string | null = null) =>
      async <Data>(query: string, variables: object = {}) =>
        answer<Data>(
          manageSchema,
          await createManageContext({ management, editor: new Editor(role, councilId) }),
          query,
          variables,
        ),
    /** How many times the public's database is asked for the answer to a query. */
    async countStatements(query: string, variables: object) {
      let count = 0;
      const counting = visitor.read.$extends({
        query: {
          $allOperations: ({ args, query: run }) => {
            count += 1;
            return run(args);
          },
        },
      });
      const context = await createContext({ database: counting as unknown as Context['database'] });
      await answer(publicSchema, context, query, variables);
      return count;
    },
    async close() {
      await management.close();
      await visitor.close();
      await database.close();
    },
  };
}

/** The data of an answer; its first error is thrown, as it would be shown. */
async function answer<Data>(
  schema: GraphQLSchema,
  contextValue: Context,
  source: string,
  variableValues: object,
): Promise<Data> {
  const { data, errors } = await graphql({
    schema,
    source,
    contextValue,
    variableValues: { ...variableValues },
  });
  if (errors?.[0]) throw errors[0];
  return JSON.parse(JSON.stringify(data)) as Data;
}

export const idOf = (type: string, uuid: string): string => Buffer.from(`${type}:${uuid}`).toString('base64');

type Given<Model> = Partial<Omit<Model, 'councilId' | 'planId' | 'themeId' | 'actionId'>>;

/** A council of its own name. */
export async function addCouncil(
  { management }: Graph,
  slug: string,
  given: Partial<Prisma.CouncilCreateInput> = {},
) {
  return management.write('ADMINISTRATOR', (tx) =>
    tx.council.create({ data: { slug, name: `Council of ${slug}`, kind: 'BOROUGH', ...given } }),
  );
}

/** A plan with one theme. */
export async function addPlan(
  { management }: Graph,
  { id: councilId }: { id: string },
  given: Given<Prisma.PlanUncheckedCreateInput> = {},
) {
  return management.write('ADMINISTRATOR', async (tx) => {
    const plan = await tx.plan.create({
      data: {
        councilId,
        slug: '2026-2029',
        title: 'A plan',
        state: 'CURRENT',
        periodText: '2026-2029',
        ...given,
      },
    });
    const theme = await tx.theme.create({
      data: { councilId, planId: plan.id, ref: '1', position: 0, title: 'A theme' },
    });
    return { ...plan, themeId: theme.id };
  });
}

interface GivenAction extends Omit<Given<Prisma.ActionUncheckedCreateInput>, 'reports'> {
  wording?: Given<Prisma.ActionWordingUncheckedCreateInput>;
  leads?: { name: string; role: 'ACCOUNTABLE' | 'PARTNER' }[];
  reports?: Given<Prisma.ReportUncheckedCreateInput>[];
}

/** Actions with one wording each, numbered 1.1, 1.2, …; what a test does not say has no meaning for it. */
export async function addActions(
  { management }: Graph,
  { councilId, id: planId, themeId }: { councilId: string; id: string; themeId: string },
  actions: GivenAction[],
) {
  return management.write('COUNCIL_OFFICER', async (tx) => {
    const added = [];
    for (const [index, { wording, leads = [], reports = [], ...given }] of actions.entries()) {
      const action = await tx.action.create({
        data: { councilId, planId, themeId, ref: `1.${index + 1}`, position: index, ...given },
      });
      const { id: wordingId } = await tx.actionWording.create({
        data: { councilId, actionId: action.id, number: 1, title: `Action ${index + 1}`, ...wording },
      });
      await tx.actionLead.createMany({
        data: leads.map((lead, position) => ({ councilId, wordingId, position, ...lead })),
      });
      await tx.report.createMany({
        data: reports.map((report) => ({
          councilId,
          actionId: action.id,
          status: 'IN_PROGRESS',
          whatHappened: 'Work has begun.',
          byRole: 'COUNCIL_OFFICER',
          ...report,
        })),
      });
      added.push({ ...action, wordingId });
    }
    return added;
  });
}

interface GivenService extends Omit<
  Given<Prisma.ServiceUncheckedCreateInput>,
  'languages' | 'contacts' | 'areas' | 'schedules' | 'exceptions' | 'translations' | 'organisationId'
> {
  by?: Partial<Prisma.OrganisationUncheckedCreateInput> & { name: string };
  languages?: string[];
  contacts?: { kind: 'TELEPHONE' | 'WHATSAPP' | 'SMS' | 'EMAIL' | 'WEB'; value: string }[];
  areas?: { name: string; outcodes: string[] }[];
  at?: Given<Prisma.LocationUncheckedCreateInput>[];
  /** At the first of its places when it has one. */
  schedules?: Omit<Prisma.ScheduleCreateManyInput, 'councilId' | 'serviceId'>[];
  exceptions?: Omit<Prisma.ScheduleExceptionCreateManyInput, 'councilId' | 'serviceId'>[];
  translations?: { language: string; field: string; text: string }[];
}

/** Published services of an organisation; what a test does not say has no meaning for it. */
export async function addServices(
  { management }: Graph,
  { id: councilId }: { id: string },
  services: GivenService[],
) {
  return management.write('COUNCIL_OFFICER', async (tx) => {
    const added = [];
    for (const [index, given] of services.entries()) {
      const {
        by = { name: 'Fairmead Welcome' },
        languages = [],
        contacts = [],
        areas = [],
        at = [],
        schedules = [],
        exceptions = [],
        translations = [],
        ...words
      } = given;
      const organisation = await tx.organisation.upsert({
        where: { councilId_name: { councilId, name: by.name } },
        update: {},
        create: { kind: 'CHARITY', ...by, councilId },
      });
      const service = await tx.service.create({
        data: {
          councilId,
          organisationId: organisation.id,
          slug: `service-${index + 1}`,
          name: `Service ${index + 1}`,
          summary: 'Help.',
          categories: ['ADVICE'],
          isPublished: true,
          ...words,
        },
      });
      const of = { councilId, serviceId: service.id };
      await tx.serviceLanguage.createMany({ data: languages.map((language) => ({ ...of, language })) });
      await tx.serviceContact.createMany({
        data: contacts.map((contact, position) => ({ ...of, ...contact, position })),
      });
      await tx.serviceArea.createMany({ data: areas.map((area) => ({ ...of, ...area })) });
      const placeIds: string[] = [];
      for (const [position, place] of at.entries()) {
        const { id: locationId } = await tx.location.create({ data: { ...place, councilId } });
        placeIds.push((await tx.serviceLocation.create({ data: { ...of, locationId, position } })).id);
      }
      const where = { ...of, serviceLocationId: placeIds[0] ?? null };
      await tx.schedule.createMany({ data: schedules.map((each) => ({ ...where, ...each })) });
      await tx.scheduleException.createMany({ data: exceptions.map((each) => ({ ...where, ...each })) });
      await tx.translation.createMany({
        data: translations.map((each) => ({ ...of, ...each, source: 'PERSON' as const })),
      });
      added.push({ ...service, organisation, placeIds });
    }
    return added;
  });
}
