import { describe, expect, test } from 'vitest';
import { caseServices, caseSurroundings, exampleService, facetCases, searchCases } from './cases.ts';
import { everyQuestion } from './every-question.rules.ts';
import {
  findServices,
  formQuestions,
  readAhead,
  type FindableService,
  type ServiceQuery,
} from './search.rules.ts';

type FacetName = keyof typeof everyQuestion.facets;

const find = (query: ServiceQuery, list: readonly FindableService[] = caseServices) =>
  findServices(list, query, caseSurroundings, everyQuestion);

describe('a search finds', () => {
  test.each(searchCases)('%s', (_, query, names) => {
    expect(find(query).found.map(({ service }) => service.name)).toEqual(names);
  });
});

describe('a search counts', () => {
  test.each(facetCases)('$what', ({ query, relax, facets }) => {
    const finding = find(query);
    expect(Object.fromEntries(finding.relax.map(({ dimension, count }) => [dimension, count]))).toEqual(
      relax,
    );
    for (const [name, counts] of Object.entries(facets)) {
      const counted = finding.facets[name as FacetName].map(({ value, count }) => [value, count]);
      expect(Object.fromEntries(counted)).toEqual(counts);
    }
  });
});

test('the vocabulary, then services, can be read ahead, a few at a time; found is the same as if they had not been', () => {
  const query = { words: 'english' };
  const ahead = caseServices.slice(0, 5);
  const vocabulary = { ...caseSurroundings, synonyms: [...caseSurroundings.synonyms] };
  const isMore = [1, 2, 3].map(() => readAhead(ahead, vocabulary, 3));
  expect(isMore).toEqual([true, true, false]);
  expect(find(query, ahead)).toEqual(find(query, caseServices.slice(0, 5)));
});

test('the questions of the form find and count what they do among all the others', () => {
  const query = { who: ['REFUGEES'], modes: ['IN_PERSON'], near: 'E8', noPapers: true };
  const { facets: all, ...every } = find(query);
  const { facets, ...form } = findServices(caseServices, query, caseSurroundings, formQuestions);
  expect(form).toEqual(every);
  expect(all).toMatchObject(facets);
  expect(Object.keys(facets)).toEqual(['categories', 'languages', 'who', 'modes']);
});

test('what is asked near says what it was measured from, and what is wrong with it', () => {
  const near = (text: string) => {
    const { place, problem } = find({ near: text });
    return [place?.code ?? null, place?.kind ?? null, problem];
  };
  expect(['E8 3BQ', 'E8 9ZZ', 'E8', 'Z9 9ZZ', 'here', 'E'].map(near)).toEqual([
    ['E8 3', 'SECTOR', null],
    ['E8', 'OUTCODE', null],
    ['E8', 'OUTCODE', null],
    [null, null, 'NOT_KNOWN'],
    [null, null, 'NOT_A_POSTCODE'],
    [null, null, 'INCOMPLETE'],
  ]);
});

test('2.1 kilometres come before 10.3, and a place whose address is withheld has no distance', () => {
  const { found } = find({ near: 'E8' }, [
    exampleService({ name: 'withheld', at: [['somewhere', null, null]] }),
    exampleService({ name: 'far', at: [['', 51.6326, -0.05]] }),
    exampleService({
      name: 'near',
      at: [
        ['', 51.6326, -0.05],
        ['', 51.5589, -0.05],
      ],
    }),
  ]);
  expect(found.map(({ service, metres }) => [service.name, metres])).toEqual([
    ['near', 2102],
    ['far', 10297],
    ['withheld', null],
  ]);
});

test('what is closed for a while has no next session', () => {
  const [youth] = find({ words: 'youth' }).found;
  expect(youth).toMatchObject({ opening: { isOpen: false, next: null } });
});

/** Numbers that look random and are the same each time. */
function* shuffle(seed: number): Generator<number, never> {
  for (let state = seed; ; state = (state * 48_271) % 2_147_483_647) yield state / 2_147_483_647;
}

describe('whatever is asked', () => {
  const random = shuffle(20_260_310);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[Math.floor(random.next().value * values.length)];
    if (value === undefined) throw new Error('There is nothing to pick from.');
    return value;
  };
  const list = Array.from({ length: 120 }, (_, index) => {
    const like = pick(caseServices);
    const { lastCheckedOn, freshness } = pick(caseServices);
    return {
      ...like,
      uuid: `${like.uuid.slice(0, -6)}${String(900_000 + index)}`,
      isWomenOnly: pick([true, false, false]),
      cost: pick(['FREE', 'DONATION', 'PAID', 'UNKNOWN']),
      categories: [pick(caseServices).categories[0] ?? '', pick(caseServices).categories[0] ?? ''],
      lastCheckedOn,
      freshness,
      locations: pick(caseServices).locations,
    };
  });
  const queries = Array.from({ length: 60 }, (): ServiceQuery => ({
    words: pick([null, null, 'food', 'advice', 'english']),
    categories: pick([null, null, ['FOOD'], ['ADVICE', 'WOMEN']]),
    languages: pick([null, null, ['ti'], ['ar', 'so']]),
    orInterpreter: pick([null, true]),
    who: pick([null, null, ['REFUGEES'], ['ANYONE']]),
    age: pick([null, null, 16, 30]),
    isWomenOnly: pick([null, null, false]),
    day: pick([null, null, 2, 3]),
    time: pick([null, null, '10:15', '20:30']),
    openNow: pick([null, null, null, true]),
    free: pick([null, null, true]),
    modes: pick([null, null, ['TELEPHONE']]),
    near: pick([null, 'E8', 'N1 1AA']),
    withinMetres: pick([null, null, 3000]),
    noPapers: pick([null, null, true]),
  }));

  test('the keys of the order never fall', () => {
    for (const query of queries) {
      const keys = find(query, list).found.map(({ service, metres }) => [
        service.lastCheckedOn === '2026-03-01' ? 0 : 1,
        (query.day || query.time || query.openNow) && service.hours !== 'SCHEDULED' ? 1 : 0,
        query.near ? (metres ?? Infinity) : 0,
      ]);
      for (const [index, key] of keys.slice(1).entries()) {
        const before = keys[index] ?? [];
        const differs = key.findIndex((value, part) => value !== before[part]);
        expect(differs === -1 || (key[differs] ?? 0) > (before[differs] ?? 0)).toBe(true);
      }
    }
  });

  test('a value’s count is what is found when it is chosen instead, and the rest of the order is kept', () => {
    const choose: Readonly<Record<FacetName, (value: string) => ServiceQuery>> = {
      categories: (value) => ({ categories: [value] }),
      languages: (value) => ({ languages: [value] }),
      who: (value) => ({ who: [value] }),
      days: (value) => ({ day: Number(value) }),
      cost: () => ({ free: true }),
      modes: (value) => ({ modes: [value] }),
      papers: () => ({ noPapers: true }),
      access: (value) => ({ access: [value] }),
      organisations: (value) => ({ organisation: value }),
    };
    for (const query of queries) {
      const { facets } = find(query, list);
      for (const name of Object.keys(choose) as FacetName[]) {
        for (const { value, count } of facets[name]) {
          const { found } = find({ ...query, ...choose[name](value) }, list);
          expect([name, value, found.length]).toEqual([name, value, count]);
        }
      }
    }
  });

  test('giving a question up adds as many as were said', () => {
    const without: Readonly<Record<string, ServiceQuery>> = {
      WORDS: { words: null },
      CATEGORY: { categories: null },
      LANGUAGE: { languages: null },
      WHO: { who: null, age: null, isWomenOnly: null },
      TIME: { day: null, time: null, openNow: null },
      COST: { free: null },
      MODE: { modes: null },
      PLACE: { withinMetres: null },
      PAPERS: { noPapers: null },
    };
    for (const query of queries) {
      const { found, relax } = find(query, list);
      for (const [dimension, less] of Object.entries(without)) {
        const said = relax.find((each) => each.dimension === dimension)?.count ?? 0;
        const more = find({ ...query, ...less }, list).found.length - found.length;
        expect([dimension, more]).toEqual([dimension, said]);
      }
    }
  });
});
