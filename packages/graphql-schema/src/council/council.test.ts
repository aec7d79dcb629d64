import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCouncil, type Graph, startGraph } from '../testing.ts';

let graph: Graph;
const names = Array.from({ length: 230 }, (_, place) => `ashby-${String(place).padStart(3, '0')}`);

beforeAll(async () => {
  graph = await startGraph();
  for (const name of names.toReversed()) await addCouncil(graph, name, { name: `Council of ${name}` });
  // Two of one name: their short names tell which comes first.
  await addCouncil(graph, 'zetland-b', { name: 'Council of Zetland' });
  await addCouncil(graph, 'zetland-a', { name: 'Council of Zetland' });
});
afterAll(() => graph.close());

const list = async (after: string | null, first = 100) =>
  (
    await graph.ask<{ councils: { slug: string }[] }>(
      'query ($first: Int, $after: String) { councils(first: $first, after: $after) { slug } }',
      { first, after },
    )
  ).councils.map(({ slug }) => slug);

test('more councils than fit on a page are all found, each once, by name', async () => {
  const found: string[] = [];
  for (let page = await list(null); page.length > 0; page = await list(found.at(-1) ?? null))
    found.push(...page);
  expect(found).toEqual(['zetland-a', 'zetland-b', ...names]);
});

test('a page goes on where it was told to, between two of one name as well', async () => {
  expect(await list('ashby-004', 2)).toEqual(['ashby-005', 'ashby-006']);
  expect(await list('zetland-a', 2)).toEqual(['zetland-b', 'ashby-000']);
  expect(await list('ashby-229')).toEqual([]);
});

test('to go on after a council that is not here is refused, not taken for the end', async () => {
  await expect(list('nowhere')).rejects.toThrow('There is no council of the short name in `after`.');
});

test('some councils are asked for by their short names, and come by name', async () => {
  const ask = (slugs: string[]) =>
    graph.ask<{ councils: object[] }>('query ($slugs: [String!]) { councils(slugs: $slugs) { slug } }', {
      slugs,
    });
  expect(await ask(['ashby-100', 'zetland-a', 'nowhere', 'ashby-007'])).toEqual({
    councils: [{ slug: 'zetland-a' }, { slug: 'ashby-007' }, { slug: 'ashby-100' }],
  });
  expect(await ask([])).toEqual({ councils: [] });
  await expect(ask(names.slice(0, 101))).rejects.toThrow('at most 100');
});
