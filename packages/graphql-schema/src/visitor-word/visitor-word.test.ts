import { engines } from '@open-sanctuary/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCouncil, addServices, type Graph, startGraph } from '../testing.ts';

describe.each(engines)('what visitors say, on %s', (engine) => {
  let graph: Graph;
  let open: { id: string } | undefined;
  let draft: { id: string } | undefined;
  let elsewhere: { id: string } | undefined;
  let minute = 0;

  beforeAll(async () => {
    graph = await startGraph(engine);
    const council = await addCouncil(graph, 'ashby');
    [open, draft] = await addServices(graph, council, [{}, { isPublished: false }]);
    [elsewhere] = await addServices(graph, await addCouncil(graph, 'busy'), [{}]);
  });
  afterAll(() => graph.close());

  /** What has been said before is of another minute. */
  const nextMinute = () => {
    minute += 2;
    return graph.setClock(new Date(Date.UTC(2026, 2, 10, 10, minute)).toISOString());
  };

  const report = (service: string | undefined, kind = 'CLOSED') =>
    graph.ask<{ reportEntryProblem: boolean }>(
      'mutation ($service: String!, $kind: ProblemKind!) { reportEntryProblem(service: $service, kind: $kind) }',
      { service, kind },
    );

  const miss = (given: object) =>
    graph.ask<{ reportNothingFound: boolean }>(
      `mutation ($council: String!, $category: ServiceCategory, $language: String) {
        reportNothingFound(council: $council, category: $category, language: $language)
      }`,
      { council: 'ashby', ...given },
    );

  const revision = async () =>
    (await graph.ask<{ council: { revision: number } }>('{ council(slug: "ashby") { revision } }')).council
      .revision;

  test('that an entry is wrong is counted, and nothing else of it is kept', async () => {
    await nextMinute();
    const before = await revision();
    expect(await report(open?.id)).toEqual({ reportEntryProblem: true });
    expect(await report(open?.id)).toEqual({ reportEntryProblem: true });
    expect(await report(open?.id, 'MOVED')).toEqual({ reportEntryProblem: true });
    expect(await graph.management.read.entryProblem.findMany({ orderBy: { kind: 'asc' } })).toMatchObject([
      { serviceId: open?.id, kind: 'CLOSED', day: new Date('2026-03-10'), count: 2 },
      { serviceId: open?.id, kind: 'MOVED', day: new Date('2026-03-10'), count: 1 },
    ]);
    expect(await revision()).toBe(before);
  });

  test('of what the public cannot see nothing is counted or told', async () => {
    await nextMinute();
    for (const service of [draft?.id, '00000000-0000-4000-8000-000000000000', 'nonsense'])
      expect(await report(service)).toEqual({ reportEntryProblem: false });
    expect(await graph.management.read.entryProblem.count({ where: { serviceId: draft?.id ?? '' } })).toBe(0);
    await expect(graph.visitor.entryProblem.findMany()).rejects.toThrow(/denied/);
  });

  test('help that was not found is told when five have missed it, not before', async () => {
    await nextMinute();
    const look = async () =>
      (
        await graph.ask<{ council: { missedHelp: object[] } }>(
          '{ council(slug: "ashby") { missedHelp { category language count } } }',
        )
      ).council.missedHelp;
    for (let times = 0; times < 4; times += 1)
      expect(await miss({ category: 'HOUSING', language: 'ti' })).toEqual({ reportNothingFound: true });
    await miss({ category: 'FOOD' });
    expect(await look()).toEqual([]);
    await miss({ category: 'HOUSING', language: 'ti' });
    expect(await look()).toEqual([{ category: 'HOUSING', language: 'ti', count: 5 }]);
    expect(await miss({ council: 'nowhere' })).toEqual({ reportNothingFound: false });
    await expect(miss({ language: 'my name is' })).rejects.toThrow('`language` must be a language tag');
  });

  test('what is about nothing that is there keeps nobody from being heard', async () => {
    await nextMinute();
    for (let times = 0; times < 61; times += 1) {
      expect(await report('nonsense')).toEqual({ reportEntryProblem: false });
      expect(await miss({ council: 'nowhere' })).toEqual({ reportNothingFound: false });
    }
    expect(await report(open?.id)).toEqual({ reportEntryProblem: true });
  });

  test('more than a crowd at one council in a minute is asked to come back', async () => {
    await nextMinute();
    const answers = await Promise.allSettled(Array.from({ length: 61 }, () => report(open?.id, 'OTHER')));
    const refused = answers
      .filter((answer) => answer.status === 'rejected')
      .map(({ reason }) => reason as unknown);
    expect(refused[0]).toMatchObject({ extensions: { code: 'TRY_LATER' } });
    expect(await report(elsewhere?.id)).toEqual({ reportEntryProblem: true });
    await nextMinute();
    expect(await report(open?.id, 'OTHER')).toEqual({ reportEntryProblem: true });
  });
});
