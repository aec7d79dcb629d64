import { engines } from '@open-sanctuary/database/testing';
import {
  caseChineseIdleWords,
  caseIdleWords,
  caseNow,
  casePlaces,
  caseServices,
  caseSynonyms,
  facetCases,
  searchCases,
} from '@open-sanctuary/service-rules/cases';
import { languageCodes, languageName } from '@open-sanctuary/service-rules/languages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCouncil, addServices, type Graph, startGraph } from '../testing.ts';

interface Found {
  totalCount: number;
  problem: string | null;
  place: { kind: string; code: string } | null;
  relax: { dimension: string; count: number }[];
  facets: Record<string, { value: string; count: number }[]>;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  edges: {
    cursor: string;
    distanceMetres: number | null;
    hoursUnknown: boolean;
    node: { slug: string; name: string };
  }[];
}

const document = `query ($council: String!, $filter: ServiceFilter, $first: Int, $after: String) {
  council(slug: $council) { services(filter: $filter, first: $first, after: $after) {
    totalCount problem place { kind code } relax { dimension count }
    facets { ${['categories', 'languages', 'who', 'days', 'cost', 'modes', 'access', 'papers'].map((name) => `${name} { value count }`).join(' ')} }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor distanceMetres hoursUnknown node { slug name } }
  } }
}`;

describe.each(engines)('looking for help, on %s', (engine) => {
  let graph: Graph;

  beforeAll(async () => {
    graph = await startGraph(engine);
    await graph.setClock(`${caseNow.day}T${caseNow.time}:00Z`);
    // The tables of cases have their own words and places.
    await graph.runAsOwner(
      `DELETE FROM "SynonymGroup"; DELETE FROM "PostcodePlace"; INSERT INTO "PostcodePlace" VALUES ${casePlaces
        .map(({ code, kind, latitude, longitude }) => `('${code}', '${kind}', ${latitude}, ${longitude})`)
        .join(', ')}`,
    );
    await addCases();
  });
  afterAll(() => graph.close());

  /** The services of the tables, in a council of their own. */
  async function addCases() {
    const council = await addCouncil(graph, 'fairmead');
    await graph.management.write('COUNCIL_OFFICER', async (tx) => {
      const bodies = new Map(caseServices.map(({ organisation }) => [organisation.uuid, organisation.name]));
      await tx.organisation.createMany({
        data: [...bodies].map(([id, name]) => ({ id, name, kind: 'CHARITY', councilId: council.id })),
      });
      await tx.synonymGroup.createMany({
        data: caseSynonyms.map((words) => ({ words: [...words], councilId: council.id })),
      });
    });
    await addServices(
      graph,
      council,
      caseServices.map((given, index) => {
        const {
          uuid: id,
          organisation,
          languages,
          locations,
          schedules,
          exceptions: _exceptions,
          areas,
          ...service
        } = given;
        const { lastCheckedOn, freshness: _, translations, hours, ...words } = service;
        const isWithheld = hours === 'WITHHELD';
        return {
          ...(words as object),
          id,
          slug: `case-${index}`,
          by: { name: isWithheld ? 'Quiet House' : organisation.name, withholdsTimes: isWithheld },
          ...(given.categories.includes('IMMIGRATION_ADVICE')
            ? { regulator: 'IAA', regulatorNumber: 'F1' }
            : {}),
          hours: isWithheld ? 'SCHEDULED' : hours,
          lastCheckedOn: lastCheckedOn ? new Date(lastCheckedOn) : null,
          languages: languages.map(({ language }) => language),
          areas: areas.map(({ name, outcodes }) => ({ name, outcodes: [...outcodes] })),
          at: locations.map(({ location: { name, latitude, longitude } }) => ({
            name: name ?? null,
            latitude: latitude ?? null,
            longitude: longitude ?? null,
            ...(latitude == null ? { kind: 'ON_CONTACT' as const } : {}),
          })),
          schedules: schedules.map(({ weekdays, opensAt, closesAt }) => ({
            weekdays: [...weekdays],
            opensAt,
            closesAt,
          })),
          translations: (translations ?? []).map((each) => ({ ...each, language: 'ar' })),
        };
      }),
    );
  }

  async function search(filter: object, page: { first?: number; after?: string } = {}, council = 'fairmead') {
    const { council: found } = await graph.ask<{ council: { services: Found } }>(document, {
      council,
      filter,
      ...page,
    });
    return found.services;
  }

  const namesOf = ({ edges }: Found) => edges.map(({ node }) => node.name);

  test('the device gets the words that say nothing, and languages have the same names there', async () => {
    const { council } = await graph.ask<{ council: { idlePattern: string } }>(
      '{ council(slug: "fairmead") { idlePattern } }',
    );
    const idle = new RegExp(council.idlePattern, 'gu');
    expect(` ${caseIdleWords.join(' ')} ${caseChineseIdleWords.join('')} `.replace(idle, '').trim()).toBe('');
    expect(' tea 书 '.replace(idle, '')).toBe(' tea 书 ');
    const named = languageCodes.map((code) => {
      const { english, own } = languageName(code);
      return `('${code}', '${english} ${own}')`;
    });
    await expect(
      graph.runAsOwner(
        `DO $$ BEGIN IF EXISTS (VALUES ${named.join(', ')} EXCEPT TABLE sanctuary.language_words) THEN RAISE 'Names differ'; END IF; END $$`,
      ),
    ).resolves.not.toThrow();
  });

  test.each(searchCases)('%s', async (_what, query, names) => {
    expect(namesOf(await search(query))).toEqual(names);
  });

  test.each(facetCases)('what else there would be; $what', async ({ query, relax, facets }) => {
    const found = await search(query);
    expect(Object.fromEntries(found.relax.map(({ dimension, count }) => [dimension, count]))).toEqual(relax);
    for (const [name, counts] of Object.entries(facets))
      expect(
        Object.fromEntries((found.facets[name] ?? []).map(({ value, count }) => [value, count])),
      ).toEqual(counts);
  });

  test.each([
    ['e8 3bq', { kind: 'SECTOR', code: 'E8 3' }, null],
    ['E8 1EA', { kind: 'OUTCODE', code: 'E8' }, null],
    [' n1 ', { kind: 'OUTCODE', code: 'N1' }, null],
    ['', null, 'EMPTY'],
    ['hello', null, 'NOT_A_POSTCODE'],
    ['x'.repeat(80), null, 'NOT_A_POSTCODE'],
    ['EC', null, 'INCOMPLETE'],
    ['SW1A 1AA', null, 'NOT_KNOWN'],
  ])('the postcode %j: what of it was used, or what is wrong with it', async (near, place, problem) => {
    const found = await search({ near, withinMetres: 100_000 });
    expect([found.place, found.problem]).toEqual([place, problem]);
    expect(found.edges.some(({ distanceMetres }) => distanceMetres !== null)).toBe(place !== null);
    expect(found.totalCount).toBeGreaterThan(5);
  });

  test('distances are numbers: 2.1 kilometres come before 10.3', async () => {
    const council = await addCouncil(graph, 'far');
    await addServices(graph, council, [
      { slug: 'ten', at: [{ latitude: 51.54 + 10.3 / 111.195, longitude: -0.05 }] },
      { slug: 'nowhere' },
      {
        slug: 'two',
        at: [
          { latitude: 51.7, longitude: -0.05 },
          { latitude: 51.54 + 2.1 / 111.195, longitude: -0.05 },
        ],
      },
    ]);
    const { edges } = await search({ near: 'E8' }, {}, 'far');
    expect(edges.map(({ node, distanceMetres }) => [node.slug, distanceMetres])).toEqual([
      ['two', 2100],
      ['ten', 10300],
      ['nowhere', null],
    ]);
  });

  test('pages follow one another without gaps, whatever they are ordered by', async () => {
    for (const filter of [{}, { words: 'advice' }, { near: 'E8' }, { openNow: true, near: 'N1' }]) {
      const all = await search(filter);
      const found: string[] = [];
      for (let after: string | undefined, more = true; more;) {
        const page = await search(filter, { first: 2, ...(after ? { after } : {}) });
        expect(page.totalCount).toBe(all.totalCount);
        expect(page.pageInfo.hasPreviousPage).toBe(after !== undefined);
        found.push(...namesOf(page));
        more = page.pageInfo.hasNextPage;
        after = page.pageInfo.endCursor ?? undefined;
      }
      expect(found).toEqual(namesOf(all));
    }
  });

  test('a cursor holds when services come and go', async () => {
    const council = await addCouncil(graph, 'busy');
    const [first] = await addServices(
      graph,
      council,
      ['b', 'd', 'f'].map((slug) => ({ slug, name: `خدمة "${slug}"` })),
    );
    const page = await search({}, { first: 1 }, 'busy');
    expect(page.edges.map(({ node }) => node.slug)).toEqual(['b']);
    await graph.management.write('COUNCIL_OFFICER', (tx) =>
      tx.service.delete({ where: { id: first?.id ?? '' } }),
    );
    await addServices(
      graph,
      council,
      ['a', 'c'].map((slug) => ({ slug, name: `خدمة "${slug}"` })),
    );
    const next = await search({}, { after: page.pageInfo.endCursor ?? '' }, 'busy');
    expect(next.edges.map(({ node }) => node.slug)).toEqual(['c', 'd', 'f']);
  });

  test.each([
    [{ words: 'a b c d e f g h i' }, '`words` may have at most 8 words'],
    [{ words: 'x'.repeat(101) }, '`words` may have at most 8 words and 100 characters'],
    [{ languages: ['my own'] }, '`languages` must be a language tag'],
    [{ languages: Array.from({ length: 31 }, () => 'ar') }, '`languages` may have at most 30'],
    [{ time: 'noon' }, '`time` must be a time'],
    [{ day: 8 }, '`day` may be from 1 to 7'],
    [{ age: 200 }, '`age` may be from 0 to 120'],
    [{ withinMetres: 0, near: 'E8' }, '`withinMetres` may be from 1'],
    [{ withinMetres: 500 }, '`withinMetres` is measured from `near`'],
    [{ checkedWithinMonths: 61 }, '`checkedWithinMonths`'],
    [{ organisation: 'them' }, '`organisation` must be a UUID'],
    [{ organisation: '' }, '`organisation` must be a UUID'],
    [{ area: 'x'.repeat(61) }, '`area` may have at most 60'],
  ])('what no search may ask is refused, and not repeated: %j', async (filter, message) => {
    await expect(search(filter)).rejects.toThrow(message);
  });

  const someId = '00000000-0000-4000-8000-000000000000';

  test.each([
    '[0,0,"0"]',
    '[0, 0, "0", 0, "x", "y"]',
    `[0, 0, "0", 0, "x", "${'-'.repeat(36)}"]`,
    `[0, 0, "1e999", 0, "x", "${someId}"]`,
    `[0, 0, "${'9'.repeat(400)}", 0, "x", "${someId}"]`,
    String.raw`[0, 0, "0", 0, "\u0000", "${someId}"]`,
    String.raw`[0, 0, "0", 0, "\ud800", "${someId}"]`,
  ])('a cursor that we have not given is refused: %s', async (key) => {
    const after = Buffer.from(key).toString('base64url');
    await expect(search({}, { after })).rejects.toThrow('not a cursor of this list');
  });

  test('a text that is no cursor at all is refused', async () => {
    await expect(search({}, { after: 'nonsense' })).rejects.toThrow(
      'This is not a cursor of this list. Begin again without `after`.',
    );
  });

  test('many searches of one question keep nobody waiting who asks something small', async () => {
    const searches = Array.from({ length: 60 }, (_, at) => `a${at}: services(first: 1) { totalCount }`);
    const state = { isUnderWay: true };
    const many = graph
      .ask(`{ council(slug: "fairmead") { ${searches.join(' ')} } }`)
      .finally(() => (state.isUnderWay = false));
    let answers = 0;
    for (; state.isUnderWay; answers += 1) await graph.ask('{ council(slug: "fairmead") { name } }');
    await many;
    expect(answers).toBeGreaterThan(10);
  });

  test('signs of the search language of the database are words like others', async () => {
    for (const words of ["'; DROP", '%_\\', '🙂', '(|&!', '\u202E\u200F', '-'])
      expect((await search({ words })).totalCount).toBeGreaterThanOrEqual(0);
  });

  test('what is not published, withheld or told on contact is found by nothing', async () => {
    const council = await addCouncil(graph, 'careful');
    await addServices(graph, council, [
      { slug: 'draft', name: 'Draft kitchen', isPublished: false },
      {
        slug: 'refuge',
        name: 'Refuge kitchen',
        by: { name: 'Quiet House', withholdsTimes: true },
        hours: 'SCHEDULED',
        at: [{ kind: 'ON_CONTACT', name: 'Rose Villa' }],
        schedules: [{ weekdays: [2], opensAt: '06:06', closesAt: '07:07' }],
      },
    ]);
    const found = await search({ words: 'kitchen', near: 'E8' }, {}, 'careful');
    expect(found.edges).toMatchObject([
      { node: { slug: 'refuge' }, distanceMetres: null, hoursUnknown: true },
    ]);
    for (const [filter, times] of [
      [{ day: 2, time: '06:30' }, 1],
      [{ day: 5, time: '22:00' }, 1],
    ] as const)
      expect((await search(filter, {}, 'careful')).totalCount).toBe(times);
  });

  test('a search is the same number of statements for many services as for few', async () => {
    const few = await addCouncil(graph, 'few');
    const many = await addCouncil(graph, 'many');
    await addServices(
      graph,
      few,
      Array.from({ length: 5 }, (_, index) => ({ slug: `s-${index}` })),
    );
    await addServices(
      graph,
      many,
      Array.from({ length: 50 }, (_, index) => ({ slug: `s-${index}` })),
    );
    const count = (council: string) =>
      graph.countStatements(document, { council, filter: { words: 'help', near: 'E8' }, first: 50 });
    expect(await count('many')).toBe(await count('few'));
    expect(await count('many')).toBeLessThan(8);
  });
});
