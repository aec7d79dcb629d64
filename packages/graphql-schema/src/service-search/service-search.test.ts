import { engines } from '@open-sanctuary/database/testing';
import {
  caseNow,
  casePlaces,
  caseServices,
  caseSynonyms,
  facetCases,
  searchCases,
} from '@open-sanctuary/service-rules/cases';
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
          exceptions,
          areas,
          ...service
        } = given;
        const { lastCheckedOn, translations, hours, ...words } = service;
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
});
