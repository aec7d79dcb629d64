import { isSaidByKey, markOf } from './src/words/words.ts';
import type { Forms } from './src/words/en.ts';

// In the sources a key stands for a text. In a built script the English text stands there itself: on old phones each
// letter of a key is a letter too much. What another language says for it is found by a number made of the text.

export type Entry = string | Forms;
export type Entries = Readonly<Record<string, Entry>>;

/** The keys that the code hands to `t('…')` and writes in quotes for nothing else: their texts can stand there. */
export function findSaid(words: Entries, code: string): ReadonlyMap<string, Entry> {
  const bare = code.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, '');
  const isSaid = (key: string) => {
    if (!bare.includes(`'${key}'`)) return false;
    const inCalls = new RegExp(`(?<=\\bt\\((?:[^(){},]*[?:])?\\s*)'${key}'`, 'g');
    const isOnlySaid = !bare.replaceAll(inCalls, '').includes(`'${key}'`);
    return isOnlySaid || !new RegExp(`\\b${key}\\b`).test(bare.replaceAll(`'${key}'`, ''));
  };
  return new Map(Object.entries(words).filter(([key]) => /^\w+$/.test(key) && isSaid(key)));
}

/** A source that says its texts where it said their keys. */
export const sayWords = (code: string, said: ReadonlyMap<string, Entry>): string =>
  code.replace(/'(\w+)'/g, (quoted, key: string) => (said.has(key) ? JSON.stringify(said.get(key)) : quoted));

/** A file of English words without those that are said elsewhere or by their keys. */
export const leaveOutSaid = (code: string, words: Entries, said: ReadonlyMap<string, Entry>): string =>
  code.replace(/(?<=^export const (\w+) = )\{[^]*?^\}/m, (pack) => {
    const isHere = (key: string) => new RegExp(`^  '?${key.replace('.', '\\.')}'?:`, 'm').test(pack);
    const left = Object.entries(words).filter(
      ([key, entry]) => isHere(key) && !said.has(key) && !isSaidByKey(key, entry),
    );
    return JSON.stringify(Object.fromEntries(left));
  });

/** The words of another language by the numbers of what is said in English; two texts that share one are refused. */
export function markWords(words: Entries, said: ReadonlyMap<string, Entry>): ReadonlyMap<number, Entry> {
  const marked = new Map<number, Entry>();
  for (const [key, entry] of Object.entries(words)) {
    const text = said.get(key) ?? key;
    const mark = markOf(typeof text === 'string' ? text : text.other);
    const other = marked.get(mark);
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(entry))
      throw new Error(
        `"${key}" and another text share a number and differ in translation: say one otherwise.`,
      );
    marked.set(mark, entry);
  }
  return marked;
}
