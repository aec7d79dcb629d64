import { caseServices, caseSurroundings } from './cases.ts';
import { everyQuestion } from './every-question.rules.ts';
import { findServices, type FindableService, type ServiceQuery } from './search.rules.ts';

// How long a search over 500 services takes on the device of a reader, each question typed, set or cleared on its own.

const runs = 15;

/** A search may take this many milliseconds. */
const bar = 50;

const words =
  'advice asylum bread bus choir class clinic clothes coffee cooking dance doctor drawing family football garden homework housing job kitchen legal library lunch music nurse nursery parent phone play reading school sewing sport swimming tea walking warm work young'.split(
    ' ',
  );
const pick = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => words[(from * 7 + index * 13) % words.length]).join(' ');

/** Each time new, so that nothing is remembered of the last one. */
const make = (): FindableService[] =>
  Array.from({ length: 500 }, (_, index) => {
    const like = caseServices[index % caseServices.length];
    if (!like) throw new Error('There are no services to copy.');
    return {
      ...like,
      uuid: `${like.uuid.slice(0, -6)}${900_000 + index}`,
      name: `${pick(index, 3)} ${like.name}`,
      summary: `${like.summary} ${pick(index + 5, 25)} place${index}`,
      schedules: like.schedules.flatMap((each) => [each, { ...each, weekdays: [1 + (index % 7)] }]),
      locations: [{ location: { latitude: 51.5 + (index % 50) / 500, longitude: -0.05 } }],
    };
  });

const searches: Readonly<Record<string, ServiceQuery>> = {
  'all, the first time': {},
  'a letter, the first words': { words: 'c' },
  'another letter': { words: 's' },
  'a word': { words: 'kitchen' },
  'a misspelt word': { words: 'libary swiming' },
  'a synonym in Arabic': { words: 'محامي' },
  'near, open now': { near: 'E8 3BQ', openNow: true },
  'everything at once': {
    words: 'advice',
    languages: ['ti', 'ar'],
    orInterpreter: true,
    who: ['REFUGEES'],
    day: 2,
    time: '10:30',
    near: 'N1',
    withinMetres: 9000,
  },
};

const measured = new Map<string, number[]>(Object.keys(searches).map((name) => [name, []]));
for (let run = 0; run < runs; run += 1) {
  const list = make();
  for (const [name, query] of Object.entries(searches)) {
    const start = performance.now();
    const { facets } = findServices(list, query, caseSurroundings, everyQuestion);
    // They are counted when they are looked at.
    Object.values(facets);
    measured.get(name)?.push(performance.now() - start);
  }
}

console.log(`500 services, ms, ${runs} runs, the first without a warm compiler; at least ${bar} is too slow`);
for (const [name, times] of measured) {
  const ordered = times.toSorted((one, other) => one - other);
  const [least = 0] = ordered;
  // The least: whatever else the machine does only adds to it.
  if (least >= bar) process.exitCode = 1;
  const shown = { first: times[0] ?? 0, least, median: ordered[Math.floor(runs / 2)] ?? 0 };
  console.log(
    name.padEnd(26),
    ...Object.entries(shown).map(([what, time]) => `${what} ${time.toFixed(1).padStart(6)} `),
    least >= bar ? `over ${bar}` : '',
  );
}
