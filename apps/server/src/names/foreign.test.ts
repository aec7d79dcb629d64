import { connectManagement } from '@open-sanctuary/database/client';
import { engines, startDatabase, type TestDatabase } from '@open-sanctuary/database/testing';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startOn } from '../testing/start-on.ts';
import { addCanaries, type CanaryCouncil, council, findCanaries, plan, today } from './canaries.ts';
import { nodeSelections, walkSchema } from './schema-walk.ts';

const token = `sanctuary_${'a'.repeat(43)}`;
const toGlobalId = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64');

describe.each(engines)('an editor of another council, on %s', (engine) => {
  let database: TestDatabase;
  let management: ReturnType<typeof connectManagement>;
  let server: RunningServer;
  let sample: CanaryCouncil;
  let schema: GraphQLSchema;
  const seen = new Set<string>();

  beforeAll(async () => {
    database = await startDatabase(engine);
    management = connectManagement(database.at);
    await database.setClock('2026-05-01T11:00:00Z');
    sample = await addCanaries(management);
    await management.write('TEST', async (tx) => {
      const { id: councilId } = await tx.council.create({
        data: { slug: 'elsewhere', name: 'Elsewhere', kind: 'BOROUGH' },
      });
      const tokenHash = createHash('sha256').update(token).digest('hex');
      await tx.managementToken.create({ data: { role: 'COUNCIL_OFFICER', councilId, tokenHash } });
    });
    await database.setClock(`${today}T11:00:00Z`);
    server = await startOn(database.at, { DEMO: '0' });
    const { data } = await server.manage(token, getIntrospectionQuery());
    schema = buildClientSchema(data as unknown as IntrospectionQuery);
  });
  afterAll(async () => {
    await server?.close();
    await management?.close();
    await database?.close();
  });

  /** As a client of the council that they are of; nothing may come out that the public does not see. */
  const ask = async (query: string) => {
    const { data, errors = [] } = await server.manage(token, query);
    const found = findCanaries(JSON.stringify({ data, errors }));
    expect(found.filter((each) => !sample.allowed.has(each))).toEqual([]);
    for (const each of found) seen.add(each);
    return { data, errors: errors.map(({ message }) => message) };
  };

  test('sees by no field what the public does not see', { timeout: 180_000 }, async () => {
    const { unreached } = await walkSchema(schema, ask, {
      slug: [`"${council}"`, `"${plan}"`, '"service-0"', '"service-1"', '"service-2"'],
      slugs: [`["${council}"]`],
      ref: [`"${plan}"`],
      date: [`"${today}"`],
      language: ['"ar"'],
      first: ['100'],
      from: ['0'],
      count: ['500'],
      last: ['100'],
      words: ['"zqcanary"'],
      lead: ['"zqcanary"'],
      theme: [`"${plan}"`],
      filter: ['{}'],
      uuid: [`"${sample.organisationId}"`],
      id: [],
      after: [],
      before: [],
    });
    // Of nobody a choice, a holder or a recusal came, and no draft; the ids are asked for below, and this filter finds all.
    expect(new Set(unreached.map((each) => each.split('.')[0]))).toEqual(
      new Set([
        'Query',
        'Mutation',
        'Appearance',
        'Holder',
        'DraftReport',
        'Recusal',
        'SynonymGroup',
        'Relaxation',
        'SearchedPlace',
      ]),
    );
    expect(unreached).toEqual(
      expect.arrayContaining(['Appearance.form', 'Holder.hasCode', 'DraftReport.uuid']),
    );
  });

  test('sees by no id what the public does not see', async () => {
    const select = { select: { id: true } } as const;
    const { read } = management;
    const rows = Object.entries({
      SteeringGroup: await read.steeringGroup.findMany(select),
      Constituency: await read.constituency.findMany(select),
      Seat: await read.seat.findMany(select),
      Term: await read.term.findMany(select),
      Meeting: await read.meeting.findMany(select),
      Decision: await read.decision.findMany(select),
      Organisation: await read.organisation.findMany(select),
      Service: await read.service.findMany(select),
    }).flatMap(([type, found]) => found.map(({ id }) => ({ type, uuid: id })));
    const selections = new Map(nodeSelections(schema));
    selections.set(
      'Term',
      `${selections.get('Term')} interests { text } appearance { form } holder { legalName contact }`,
    );
    for (let at = 0; at < rows.length; at += 6) {
      const asked = rows
        .slice(at, at + 6)
        .map(
          ({ type, uuid }, n) =>
            `n${n}: node(id: "${toGlobalId(type, uuid)}") { ... on ${type} { ${selections.get(type)} } }`,
        );
      const { data, errors } = await ask(`{ ${asked.join(' ')} }`);
      expect(errors).toEqual([]);
      expect(JSON.stringify(data)).not.toMatch(/"(appearance|holder)":\{/);
    }
    // And what may be seen was seen: else nothing above proves anything.
    expect([...seen]).toEqual(
      expect.arrayContaining([...sample.allowed].filter((each) => /^(name|place|help)/.test(each))),
    );
  });
});
