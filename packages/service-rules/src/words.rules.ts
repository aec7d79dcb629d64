// Words that somebody looks for: their synonyms, what begins with them, and their misspellings.

import { isChinese, searchWords } from './fold.rules.ts';
import { remember } from './remember.rules.ts';

/**
 * One thing that must be found. Any alternative will do; of an alternative every word must begin a token.
 * What was typed is the first alternative.
 */
export type Term = readonly (readonly string[])[];

const idle = new Set(['a', 'the', 'for', 'in', 'of', 'near', 'me', 'and', 'to', 'with']);

const isIdle = (word: string) => idle.has(word) || (word.length === 1 && !isChinese(word));

function meaningful(text: string): string[] {
  const all = searchWords(text);
  const some = all.filter((word) => !isIdle(word));
  return some.length > 0 ? some : all;
}

type Groups = readonly (readonly string[])[];

/** By what is typed, joined with spaces: all that means the same. */
const synonymsOf = new WeakMap<Groups, Map<string, string[][]>>();

function readGroups(groups: Groups): Map<string, string[][]> {
  const synonyms = new Map<string, string[][]>();
  for (const group of groups) {
    const phrases = group.map(meaningful);
    for (const phrase of phrases) remember(synonyms, phrase.join(' '), () => []).push(...phrases);
  }
  return synonyms;
}

/** Reads them before they are needed; whether that was to be done. */
export function readSynonyms(groups: Groups): boolean {
  const isNew = !synonymsOf.has(groups);
  remember(synonymsOf, groups, readGroups);
  return isNew;
}

/** What was typed as terms; the longest phrases that have synonyms are kept together. */
export function readTerms(text: string, groups: Groups): Term[] {
  const synonyms = remember(synonymsOf, groups, readGroups);
  const words = meaningful(text);
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    let end = words.length;
    while (end > at + 1 && !synonyms.has(words.slice(at, end).join(' '))) end -= 1;
    const typed = words.slice(at, end);
    terms.push([typed, ...(synonyms.get(typed.join(' ')) || [])]);
    at = end;
  }
  return terms;
}

/** Which things have a token, and how much it weighs there. */
export type WordIndex<Thing> = Map<string, Map<Thing, number>>;

function weigh<Thing>(into: Map<Thing, number>, thing: Thing, weight: number) {
  into.set(thing, Math.max(weight, into.get(thing) || 0));
}

function merge<Thing>(into: Map<Thing, number>, from: ReadonlyMap<Thing, number> | undefined) {
  if (from) for (const [thing, weight] of from) weigh(into, thing, weight);
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

function findWord<Thing>(index: WordIndex<Thing>, word: string): Map<Thing, number> {
  const found = new Map<Thing, number>();
  for (const [token, things] of index) if (token.startsWith(word)) merge(found, things);
  return found;
}

/** How many letters must be changed, added or left out to make one word of the other, or `most` + 1. */
export function countSlips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
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
  return Math.min(row[other.length] || 0, most + 1);
}

/** The tokens that are nearest to a misspelt word: one slip in 5 to 7 letters, two in more. */
export function findNearest(known: Iterable<string>, word: string): string[] {
  let most = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
  let nearest: string[] = [];
  if (most === 0) return nearest;
  for (const token of known) {
    const slips = countSlips(word, token, most);
    if (slips > most) continue;
    if (slips < most) nearest = [];
    most = slips;
    nearest.push(token);
  }
  return nearest;
}

function findTerm<Thing>(index: WordIndex<Thing>, term: Term): Map<Thing, number> {
  const found = new Map<Thing, number>();
  for (const words of term)
    merge(
      found,
      findAll(
        words.map((word) => findWord(index, word)),
        Math.min,
      ),
    );
  const [[typed = '', ...others] = []] = term;
  if (found.size === 0 && others.length === 0) {
    for (const token of findNearest(index.keys(), typed)) merge(found, index.get(token));
  }
  return found;
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
export const findTerms = <Thing>(index: WordIndex<Thing>, terms: readonly Term[]): Map<Thing, number> =>
  findAll(
    terms.map((term) => findTerm(index, term)),
    (one, other) => one + other,
  );
