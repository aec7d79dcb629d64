import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DemoPlan } from './demo-data.ts';
import { demoCouncils } from './demo.ts';
import { hackney } from './hackney.ts';
import { islingtonEqualityPlan } from './islington-equality-plan.ts';
import { islington } from './islington.ts';
import { hackneyLibraries, islingtonLibraries, type DemoLibrary } from './libraries.ts';
import { getPlan, listActions, listTexts, listThemeTargets } from './reading.ts';

const folder = new URL('../../../shared/seeds/', import.meta.url);
const documents = existsSync(folder)
  ? readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  : [];

const data = new URL('../../../shared/data/', import.meta.url);
const hackneyHours = 'libraries/hackney-libraries-hours.csv';
const islingtonHours = 'libraries/islington-libraries-hours.csv';
const readData = (path: string): string => {
  const file = new URL(path, data);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** The cells of one line; a cell in quotation marks may hold commas. */
const listCells = (line: string): string[] =>
  Array.from(line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g), ([, quoted, plain]) =>
    (quoted ?? plain ?? '').trim(),
  );

type Listed = Omit<DemoLibrary, 'at'>;

const describeAsListed = ({ name, address, postcode, hours, web, email }: DemoLibrary): Listed => ({
  name,
  address,
  postcode,
  hours,
  ...(web ? { web } : {}),
  email,
});

function readListed(cells: string[]): Listed {
  const [, name = '', address = '', , , postcode = ''] = cells;
  const [web, email = ''] = cells.slice(-2);
  return { name, address, postcode, hours: cells.slice(11, 18), ...(web ? { web } : {}), email };
}

const councils = demoCouncils('2026-11-22');
const hackneyPlan = getPlan(hackney, '2026-2029');
const commitments = getPlan(islington, 'commitments-2024-2026');

// Names of eight words and more, which must stand as published.
const officialNames = [
  'Adults, Health, and Integration, in partnership with Housing, Climate, and Economy and other services',
  'Adults, Health, and Integration, in partnership with other services',
  'Adults, Health, and Integration with Children and Education',
  'Asylum and supporting people with no recourse to public funds',
  'English for Speakers of Other Languages, employment, and adult learning',
  'Hackney Borough of Sanctuary Framework and Action Plan 2026-2029',
  'Refugee and Migrant Forum Of Essex & London (RAMFEL)',
  'Refugee and Migrant Integration Statement of Strategic Intent',
  'Support for those with no recourse to public funds (NRPF)',
  'You said, we did, we will do together',
];

// Where each service of ours stands: words by which the documents name it.
const printedInHackney = {
  'welcome-hub': 'Welcome Hub* at Dalston CLR James Library',
  'sanctuary-card': "eight libraries offer a 'Sanctuary Card'",
  'welcome-hackney': "Welcome Hackney is the Council's dedicated team",
  'refugee-next-steps': 'Refugee Next Steps',
  'community-kitchens': 'community kitchens',
  'employability-workshops': 'employability workshops',
  'unaccompanied-children-and-care-leavers': 'children and care leavers',
  'families-with-insecure-status': 'families with insecure immigration status',
  'domestic-abuse-intervention-service': 'The Domestic Abuse Intervention Service provides',
  'hate-crime-reporting': 'Stop Hate UK',
  'adult-learning': 'The Adult Learning Service serves',
  'connect-to-work': 'Connect to Work',
  'hackney-museum': 'reopens in 2027',
  'hackney-archives': "Hackney Archives' mission",
};
const printedInIslington = {
  'the-centre': 'On 23rd March 2020',
  'english-classes-online': 'online version of our regular English classes',
  'english-worksheets': 'English Language worksheets',
  'activities-online': 'choir and book group sessions',
  'art-and-writing': 'Art and Writing project',
  'support-packages': 'every two weeks since 18th March',
  'phone-contact': 'Phone Contact',
  'travel-top-ups': 'Oyster Top Up',
  'support-service': 'Support Service',
  'nrpf-refugee-and-migrant-service': 'NRPF, Refugee and Migrant Service',
  'adult-community-learning': 'Adult Community Learning',
  'islington-working': 'Islington Working partnership',
  'shine-energy-programme': 'SHINE energy programme',
  'homelessness-surgeries': 'homelessness prevention surgeries',
  'early-years': 'Early Years services',
  'diabetes-prevention': 'Diabetes Prevention Programme',
  'wifi-and-printing': 'free WiFi and printing',
};

/** The part of one document that begins where the pattern first matches. */
function getPart(beginning: RegExp): string {
  const document = documents.find((text) => beginning.test(text));
  if (document === undefined) throw new Error(`no published document has ${beginning}`);
  return document.slice(document.search(beginning));
}

const getHackneyText = () => getPart(/^1\tDeveloping Council services/m);
const getCommitmentsText = () => getPart(/^Capacity building$/m);
const getEqualityText = () => getPart(/^Islington as a service provider and commissioner$/m);

const listLines = (text: string): string[] => text.split(/\r?\n/);

const listBullets = (text: string): string =>
  listLines(text)
    .filter((line) => line.startsWith('  • '))
    .join('\n');

const listWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Each run of eight words, one after the other. */
function listRuns(text: string): string[] {
  const words = listWords(text);
  return words.slice(7).map((_, start) => words.slice(start, start + 8).join(' '));
}

const listNumbers = (text: string): Set<string> => new Set(text.match(/\d+(?:[.,]\d+)*/g));

function listMissingNumbers(text: string, plan: DemoPlan): string[] {
  const refs = plan.themes.flatMap((theme, index) => [
    `${index + 1}`,
    theme.actions.map((_, position) => `${index + 1}.${position + 1}`).join(' '),
  ]);
  const ours = listNumbers([listTexts(plan), refs].flat().join('\n'));
  return [...listNumbers(text)].filter((number) => !ours.has(number));
}

function listForeignTimescales(text: string, plan: DemoPlan): string[] {
  const ours = [listActions(plan), listThemeTargets(plan)].flat().flatMap(({ dueText }) => dueText ?? []);
  return ours.filter((words) => !text.toLowerCase().includes(words.toLowerCase()));
}

describe.skipIf(documents.length === 0)(
  'beside the published documents (skipped without ../shared/seeds)',
  () => {
    test('no sentence of theirs is in our texts', () => {
      const theirs = new Set(documents.flatMap(listRuns));
      const copied = listTexts(councils)
        .map((text) => officialNames.reduce((rest, name) => rest.replaceAll(name, '\n'), text))
        .flatMap(listLines)
        .flatMap(listRuns)
        .filter((run) => theirs.has(run));
      expect(copied).toEqual([]);
    });

    test('each action of Hackney has the lead text of its row, letter by letter', () => {
      const rows = listLines(getHackneyText()).flatMap((line) => {
        const [ref = '', , leadText] = line.split('\t');
        return /^\d\.\d$/.test(ref) && leadText ? [`${ref} ${leadText}`] : [];
      });
      const ours = hackneyPlan.themes.flatMap((theme, index) =>
        theme.actions.map((action, position) => `${index + 1}.${position + 1} ${action.leadText}`),
      );
      expect(rows).toHaveLength(35);
      expect(ours).toEqual(rows);
    });

    test('each theme and each body bears a name that they print', () => {
      const printed = documents.join('\n').replaceAll('’', "'");
      const names = [hackney, islington].flatMap(({ organisations, plans }) =>
        [
          organisations.map(({ name }) => name),
          plans.flatMap((plan) => plan.themes.map(({ title }) => title)),
          plans.flatMap((plan) => plan.supersedesNames ?? []),
        ].flat(),
      );
      expect(names.filter((name) => !printed.includes(name))).toEqual([]);
    });

    test('each timescale of Islington is in their words', () => {
      expect(listForeignTimescales(getCommitmentsText(), commitments)).toEqual([]);
      expect(listForeignTimescales(getEqualityText(), islingtonEqualityPlan)).toEqual([]);
    });

    test('every number of a plan is in ours', () => {
      expect(listMissingNumbers(getHackneyText(), hackneyPlan)).toEqual([]);
      expect(listMissingNumbers(listBullets(getCommitmentsText()), commitments)).toEqual([]);
      // 2020 is the year in which two people died; we do not retell it.
      expect(listMissingNumbers(listBullets(getEqualityText()), islingtonEqualityPlan)).toEqual(['2020']);
    });

    test('each service of the two boroughs is named in their own documents', () => {
      for (const [borough, council, whatIsPrinted] of [
        ['Hackney', hackney, printedInHackney],
        ['Islington', islington, printedInIslington],
      ] as const) {
        const theirs = documents
          .filter((text) => text.includes(borough))
          .join('\n')
          .toLowerCase();
        const services = (council.services ?? []).filter(({ name }) => !name.endsWith('Library'));
        expect(services.map(({ slug }) => slug)).toEqual(Object.keys(whatIsPrinted));
        expect(Object.values(whatIsPrinted).filter((words) => !theirs.includes(words.toLowerCase()))).toEqual(
          [],
        );
      }
    });

    test('no number in our services is missing from theirs', () => {
      const printed = listNumbers(
        [...documents, readData(hackneyHours), readData(islingtonHours)].join('\n'),
      );
      const words = [hackney, islington]
        .flatMap(({ services = [] }) => services)
        .flatMap((service) => listTexts({ ...service, lastCheckedOn: '', locations: [] }));
      expect([...listNumbers(words.join('\n'))].filter((number) => !printed.has(number))).toEqual([]);
    });

    test('no personal name of theirs is in our texts', () => {
      const introduced =
        /(?:Mayor|Councillor|Cabinet lead|Rabbi|patron,|resident,|created by|Foreword from)\s+((?:[A-Z][a-z]+ ?)+)/g;
      const offices = new Set(['Mayor', 'Councillor', 'Cabinet', 'Member']);
      const names = documents
        .flatMap((text) => Array.from(text.matchAll(introduced)))
        .flatMap(([, name = '']) => name.trim().split(' '))
        .filter((name) => !offices.has(name));
      const ours = new Set(listTexts(councils).flatMap((text) => text.match(/\p{L}+/gu) ?? []));

      expect(new Set(names).size).toBeGreaterThanOrEqual(14);
      expect(names.filter((name) => ours.has(name))).toEqual([]);
    });
  },
);

describe.skipIf(!existsSync(data))('beside the lists of libraries (skipped without ../shared/data)', () => {
  test.each([
    ['Hackney', hackneyHours, hackneyLibraries],
    ['Islington', islingtonHours, islingtonLibraries],
  ])('each open library of %s stands as it is listed', (_, file, ours) => {
    const [, ...rows] = listLines(readData(file)).filter(Boolean).map(listCells);
    const open = rows.filter(([, , , , , , , , , , closed]) => !closed);
    expect(ours.map(describeAsListed)).toEqual(open.map(readListed));
  });

  test('each library is at the centre of its postcode, to 3 decimals', () => {
    const points = new Map(
      listLines(readData('postcodes/hackney-islington-postcodes-wgs84.csv')).map((line) => {
        const [postcode = '', latitude, longitude] = line.split(',');
        return [postcode, [latitude, longitude].map((part) => Number(Number(part).toFixed(3)))];
      }),
    );
    const libraries = [...hackneyLibraries, ...islingtonLibraries];
    expect(libraries.map(({ at }) => at)).toEqual(libraries.map(({ postcode }) => points.get(postcode)));
  });
});
