import { createHash } from 'node:crypto';

// Keys of words say in the sources what they stand for; on old phones each letter of them is a letter too much.

/**
 * Short names for those keys that the code writes in quotes and nowhere else: not data, not a property, not an
 * attribute. Made of the key alone, so that a script which meets the words of another version never shows a wrong one.
 */
export function findShortKeys(
  keys: readonly string[],
  code: string,
  otherCode: string,
): ReadonlyMap<string, string> {
  const short = new Map<string, string>();
  const taken = new Set(keys);
  const bare = code.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, '');
  for (const key of keys) {
    const isQuoted = bare.includes(`'${key}'`);
    if (!/^\w+$/.test(key) || !isQuoted) continue;
    const isOther = new RegExp(`\\b${key}\\b`);
    if (isOther.test(bare.replaceAll(`'${key}'`, '')) || isOther.test(otherCode)) continue;
    const name = createHash('sha256')
      .update(key)
      .digest('base64')
      .replace(/[^a-z]/g, '')
      .slice(0, 2);
    if (taken.has(name)) continue;
    taken.add(name);
    short.set(key, name);
  }
  return short;
}

/** A source with its keys shortened: in a file of words where they stand first, elsewhere in quotes. */
export const shortenKeys = (code: string, short: ReadonlyMap<string, string>, isWords: boolean): string =>
  isWords
    ? code.replace(/^ {2}(\w+)(?=:)/gm, (line, key: string) => `  ${short.get(key) ?? line.trim()}`)
    : code.replace(/'(\w+)'/g, (quoted, key: string) => (short.has(key) ? `'${short.get(key)}'` : quoted));
