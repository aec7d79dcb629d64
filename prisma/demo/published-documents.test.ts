import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DemoPlan } from './demo-data.ts';
import { demoCouncils } from './demo.ts';
import { hackney } from './hackney.ts';
import { islingtonEqualityPlan } from './islington-equality-plan.ts';
import { islington } from './islington.ts';
import { getPlan, listActions, listTexts, listThemeTargets } from './reading.ts';

const folder = new URL('../../../shared/seeds/', import.meta.url);
const documents = existsSync(folder)
  ? readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  : [];

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
