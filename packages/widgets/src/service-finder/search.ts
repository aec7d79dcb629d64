import type { ServiceQuery } from '@open-sanctuary/service-rules/search';
import { isPage } from '../look/is-page.ts';

/** The questions that a reader can answer, in the order in which they stand in the form. */
export const questions = [
  'need',
  'where',
  'language',
  'orInterpreter',
  'words',
  'who',
  'when',
  'mode',
  'free',
  'noPapers',
  'women',
] as const;
export type Question = (typeof questions)[number];

/** What a reader looks for. It stays in memory: never in an address, a store or an event. */
export type Search = Readonly<Partial<Record<Question, string>>>;

/** Reads the answers of a form; what it does not know is left out. */
export function readSearch(entries: Iterable<readonly [string, unknown]>): Search {
  const search: Partial<Record<Question, string>> = {};
  for (const [name, value] of entries) {
    const text = String(value).trim();
    // The element's form asks nothing else.
    if (text && (!isPage || questions.includes(name as Question))) search[name as Question] = text;
  }
  return search;
}

const listOf = (value: string | undefined) => (value ? [value] : null);

/** What is looked for, in the words of the API, which are those of the rules on the device too. */
export const toFilter = (search: Search): ServiceQuery => ({
  categories: listOf(search.need),
  near: search.where,
  languages: listOf(search.language),
  orInterpreter: Boolean(search.orInterpreter),
  words: search.words,
  who: listOf(search.who),
  openNow: search.when === 'now',
  day: Number(search.when) || null,
  modes: listOf(search.mode),
  free: Boolean(search.free),
  noPapers: Boolean(search.noPapers),
  isWomenOnly: search.women ? true : null,
});

/** The same without one answer. */
export const without = (search: Search, question: Question): Search =>
  readSearch(Object.entries(search).filter(([name]) => name !== question));

/** The question of the form behind each of the search's dimensions. */
const questionsOf: Readonly<Record<string, Question>> = {
  WORDS: 'words',
  CATEGORY: 'need',
  LANGUAGE: 'language',
  TIME: 'when',
  COST: 'free',
  MODE: 'mode',
  PAPERS: 'noPapers',
};

export const questionOf = (dimension: string, { who }: Search): Question =>
  questionsOf[dimension] || (who ? 'who' : 'women');
