import { connectPublic, ownerConnection, type PrismaClient } from '@open-sanctuary/database/client';
import { startDatabase } from '@open-sanctuary/database/testing';
import { createContext, publicSchema } from '@open-sanctuary/graphql-schema';
import persistedDocuments from '@open-sanctuary/widgets/persisted-documents' with { type: 'json' };
import { graphql } from 'graphql';
import pg from 'pg';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeCouncils, planSlug } from './testing/many-councils.ts';

// What a page costs must not grow with what is stored: not with councils, plans, themes, actions, services or changes.
const sizes = {
  few: { councils: 2, plans: 1, themes: 2, actions: 2, services: 5 },
  many: { councils: 12, plans: 3, themes: 5, actions: 6, services: 50 },
};
/** A home shows plans, a steering group and help, and asks for all three; no page asks for more. */
const most = 16;
const siteFolder = join(import.meta.dirname, '../../council-site/src');

interface Register {
  ask(document: string, variables: object): Promise<unknown>;
}
type Page = (register: Register) => Promise<unknown>;

let few: Counting;
let many: Counting;
type Counting = Awaited<ReturnType<typeof startCounting>>;

beforeAll(async () => {
  few = await startCounting(sizes.few);
  many = await startCounting(sizes.many);
});
afterAll(async () => {
  await few?.close();
  await many?.close();
});

/** A database of that size that tells how often it was asked for each question of a page. */
async function startCounting(size: (typeof sizes)[keyof typeof sizes]) {
  const database = await startDatabase();
  const owner = new pg.Client(ownerConnection(database.at));
  await owner.connect();
  await owner.query(describeCouncils(size)).finally(() => owner.end());
  const visitor = connectPublic(database.at);

  async function ask(source: string, variableValues: object) {
    let count = 0;
    const counted = visitor.read.$extends({
      query: {
        $allOperations: ({ args, query }) => {
          count += 1;
          return query(args);
        },
      },
    });
    const contextValue = await createContext({ database: counted as unknown as PrismaClient });
    const { data, errors } = await graphql({
      schema: publicSchema,
      source,
      variableValues: { ...variableValues },
      contextValue,
    });
    if (errors?.[0]) throw errors[0];
    return { data, count };
  }

  return {
    async count(page: Page): Promise<number[]> {
      const counts: number[] = [];
      await page({
        async ask(document, variables) {
          const { data, count } = await ask(document, variables);
          counts.push(count);
          return data;
        },
      });
      return counts.toSorted();
    },
    async close() {
      await visitor.close();
      await database.close();
    },
  };
}

const names = {
  council: 'council-1',
  plan: planSlug,
  language: 'en',
  filter: { words: 'help', near: 'E8' },
  first: 50,
};

const widgets = Object.values(persistedDocuments).map((document): [string, Page] => [
  /query (\w+)/.exec(document)?.[1] ?? document,
  ({ ask }) => ask(document, names),
]);

const councils = 'council/council.queries.ts';
const site: [string, Page][] = [
  ['the list of councils', (register) => askOfSite(councils, 'listCouncils', register)],
  ['the home of a council', (register) => askOfSite(councils, 'getCouncilHome', register, 'council-1')],
  [
    'a council with its plans',
    (register) => askOfSite(councils, 'getCouncilWithPlans', register, 'council-1'),
  ],
  ['a plan', (register) => askOfSite('plan/plan.queries.ts', 'getPlan', register, names)],
  [
    'a filtered plan',
    (register) => askOfSite('plan/plan.queries.ts', 'listActionRefs', register, names, { late: true }),
  ],
  [
    'a theme',
    (register) => askOfSite('theme/theme.queries.ts', 'getTheme', register, { ...names, ref: '1' }),
  ],
  [
    'an action',
    (register) => askOfSite('action/action.queries.ts', 'getAction', register, { ...names, ref: '1.1' }),
  ],
];

test.each([...widgets, ...site])(
  '%s takes as many statements of a large database as of a small one',
  async (_name, page) => {
    const counts = await many.count(page);
    expect(counts).not.toEqual([]);
    expect(counts).toEqual(await few.count(page));
    expect(Math.max(...counts)).toBeLessThan(most);
  },
);

/** What a page of the council site asks. No room may import the site, but what it asks is the server's to answer. */
async function askOfSite(file: string, name: string, ...given: unknown[]): Promise<unknown> {
  const queries = (await import(`${siteFolder}/${file}`)) as Record<string, (...given: unknown[]) => unknown>;
  return queries[name]?.(...given);
}
