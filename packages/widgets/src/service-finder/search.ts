import type { ServiceQuery } from '@open-sanctuary/service-rules/search';

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
    if (text && questions.includes(name as Question)) search[name as Question] = text;
  }
  return search;
}

/** What is looked for, in the words of the API, which are those of the rules on the device too. */
export function toFilter(search: Search): ServiceQuery {
  const { need, where, language, words, who, when, mode } = search;
  return {
    ...(need && { categories: [need] }),
    ...(where && { near: where }),
    ...(language && { languages: [language], orInterpreter: Boolean(search.orInterpreter) }),
    ...(words && { words }),
    ...(who && { who: [who] }),
    ...(when === 'now' ? { openNow: true } : when ? { day: Number(when) } : {}),
    ...(mode && { modes: [mode] }),
    ...(search.free && { free: true }),
    ...(search.noPapers && { noPapers: true }),
    ...(search.women && { isWomenOnly: true }),
  };
}

/** The question of the form behind each of the search's dimensions. */
const questionsOf: Readonly<Record<string, Question>> = {
  WORDS: 'words',
  CATEGORY: 'need',
  LANGUAGE: 'language',
  TIME: 'when',
  COST: 'free',
  MODE: 'mode',
  PAPERS: 'noPapers',
  PLACE: 'where',
};

export const questionOf = (dimension: string, { who }: Search): Question =>
  questionsOf[dimension] ?? (who ? 'who' : 'women');
