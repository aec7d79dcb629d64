// Words that somebody looks for: their synonyms, what begins with them, and their misspellings.

import { fold, searchWords } from './fold.rules.ts';
import { remember } from './remember.rules.ts';

/**
 * One thing that must be found. Any of its ways will do; of a way every word must begin a token. Without synonyms the
 * word is unknown and may be misspelt; with them a short word begins nothing else: a bus is no business.
 */
export type Term = readonly [ways: readonly (readonly string[])[], unknown: string];

/** What a search knows of words, in all languages. */
export interface Vocabulary {
  /** Words and phrases; those of one group mean the same, but the others don't lead to one after a “>”. */
  readonly synonyms: readonly (readonly string[])[];
  /** A regular expression of what says nothing, in a folded text with spaces around it; looked for only when nothing else is. */
  readonly idlePattern: string;
}

/** What says nothing; and by what is typed, joined with commas, all that means the same. */
type Lexicon = readonly [idle: RegExp, meanings: Map<string, string[][]>];

const lexicons = new WeakMap<Vocabulary['synonyms'], Lexicon>();

/** The words of a text that say something, and what it is known by: these, or else all of them. */
function readPhrase(text: string, idle: RegExp): readonly [telling: string[], words: string[]] {
  const folded = fold(text);
  const telling = searchWords(` ${folded} `.replace(idle, ' '));
  return [telling, telling.length > 0 ? telling : searchWords(folded)];
}

function readLexicon({ synonyms, idlePattern }: Vocabulary): Lexicon {
  const idle = new RegExp(idlePattern, 'gu');
  const meanings = new Map<string, string[][]>();
  for (const group of synonyms) {
    const phrases = group.map((text) => [...readPhrase(text, idle), text[0] === '>'] as const);
    // A way without words finds nothing.
    const ways = phrases.flatMap(([telling, , leads]) => (leads ? [] : [telling]));
    for (const [own, words] of phrases) remember(meanings, words.join(), () => []).push(own, ...ways);
  }
  return [idle, meanings];
}

const lexiconOf = (vocabulary: Vocabulary) =>
  remember(lexicons, vocabulary.synonyms, () => readLexicon(vocabulary));

/** Reads it before it is needed; whether that was to be done. */
export const readVocabulary = (vocabulary: Vocabulary): boolean =>
  !lexicons.has(vocabulary.synonyms) && !!lexiconOf(vocabulary);

/** What was typed as terms; the longest phrases that have synonyms are kept together. */
export function readTerms(text: string, vocabulary: Vocabulary): Term[] {
  const [idle, meanings] = lexiconOf(vocabulary);
  const [, words] = readPhrase(text, idle);
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const typed = words.slice(at);
    while (typed.length > 1 && !meanings.has(typed.join())) typed.pop();
    const ways = meanings.get(typed.join());
    terms.push([ways || [typed], ways ? '' : typed.join()]);
    at += typed.length;
  }
  return terms;
}

/** Which things have a token, and how much it weighs there. */
export type WordIndex<Thing> = Map<string, Map<Thing, number>>;

function weigh<Thing>(into: Map<Thing, number>, thing: Thing, weight: number) {
  into.set(thing, Math.max(weight, into.get(thing) || 0));
}

function merge<Thing>(into: Map<Thing, number>, from: ReadonlyMap<Thing, number>) {
  for (const [thing, weight] of from) weigh(into, thing, weight);
}

/** Puts the tokens of a text into an index; of the same token the greater weight stays. */
export function addTokens<Thing>(
  index: WordIndex<Thing>,
  thing: Thing,
  tokens: readonly string[],
  weight: number,
): void {
  for (const token of tokens)
    weigh(
      remember(index, token, () => new Map()),
      thing,
      weight,
    );
}

function findWord<Thing>(index: WordIndex<Thing>, word: string, isWhole?: boolean): Map<Thing, number> {
  const found = new Map<Thing, number>();
  for (const [token, things] of index)
    if (isWhole ? token === word : token.startsWith(word)) merge(found, things);
  return found;
}

/** How many letters must be changed, added or left out to make one word of the other; two that are its own are one slip. */
export function countSlips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = [...Array(other.length + 1).keys()];
  for (let at = 0; at < one.length; at += 1) {
    const above = row;
    row = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      row.push(
        Math.min(
          (above[to] || 0) + Number(one[at] !== other[to]),
          (above[to + 1] || 0) + 1,
          (row[to] || 0) + 1,
        ),
      );
    }
  }
  const slips = row[other.length] || 0;
  // Mostly written in another order.
  return slips === 2 && one.length === other.length && [...one].every((letter) => other.includes(letter))
    ? 1
    : slips;
}

/** The words that are nearest to a misspelt one: one slip in 5 to 7 letters, two in more. */
export function findNearest(known: readonly string[], word: string): string[] {
  const slips = known.map((each) => countSlips(word, each));
  const fewest = Math.min(word.length < 5 ? 0 : word.length < 8 ? 1 : 2, ...slips);
  return known.filter((_, index) => slips[index] === fewest);
}

function findTerm<Thing>(
  index: WordIndex<Thing>,
  [ways, unknown]: Term,
  meanings: Lexicon[1],
): Map<Thing, number> {
  const found = new Map<Thing, number>();
  for (const words of ways) {
    const all = words.map((word) => findWord(index, word, !unknown && word.length < 4));
    merge(found, findAll(all, Math.min));
  }
  if (found.size > 0 || !unknown) return found;
  // What has synonyms is likelier meant than a word that just stands somewhere.
  const nearest = findNearest([...index.keys(), ...meanings.keys()], unknown);
  const known = nearest.flatMap((word) => meanings.get(word) || []);
  return findTerm(index, [known[0] ? known : nearest.map((word) => [word]), ''], meanings);
}

/** What is in every one of the results, with its weights joined. */
function findAll<Thing>(
  results: readonly Map<Thing, number>[],
  join: (one: number, other: number) => number,
): Map<Thing, number> {
  const [first = new Map<Thing, number>(), ...others] = results;
  const found = new Map<Thing, number>();
  for (const [thing, weight] of first) {
    if (others.every((each) => each.has(thing))) {
      found.set(
        thing,
        others.reduce((sum, each) => join(sum, each.get(thing) || 0), weight),
      );
    }
  }
  return found;
}

/** Everything that has all terms, with its weight: the sum over the terms of the heaviest token that meets each. */
export function findTerms<Thing>(
  index: WordIndex<Thing>,
  terms: readonly Term[],
  vocabulary: Vocabulary,
): Map<Thing, number> {
  const [, meanings] = lexiconOf(vocabulary);
  return findAll(
    terms.map((term) => findTerm(index, term, meanings)),
    (one, other) => one + other,
  );
}
