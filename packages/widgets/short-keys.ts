import { createHash } from 'node:crypto';
import { sayKey } from './src/words/words.ts';

// Keys of words say in the sources what they stand for; on old phones each letter of them is a letter too much.

/**
 * Short names for those keys that the code writes in quotes and nowhere else: not data, not a property, not an
 * attribute. Made of the key itself, since a script may meet the words of another version: those it shows are the right ones.
 */
export function findShortKeys(
  keys: readonly string[],
  code: string,
  otherCode: string,
): ReadonlyMap<string, string> {
  const bare = code.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, '');
  const own = keys.filter((key) => {
    const anywhere = new RegExp(`\\b${key}\\b`);
    return (
      /^\w+$/.test(key) &&
      bare.includes(`'${key}'`) &&
      !anywhere.test(bare.replaceAll(`'${key}'`, '')) &&
      !anywhere.test(otherCode)
    );
  });
  const hashes = new Map(keys.map((key) => [key, hashOf(key)]));
  const isTaken = (name: string, by: string) =>
    keys.some((key) => key !== by && (key === name || hashes.get(key)?.startsWith(name)));
  return new Map(
    own.map((key) => {
      const hash = hashOf(key);
      const length = [2, 3, 4].find((letters) => !isTaken(hash.slice(0, letters), key));
      return [key, length ? hash.slice(0, length) : key];
    }),
  );
}

const hashOf = (key: string) =>
  createHash('sha256')
    .update(key)
    .digest('base64')
    .replace(/[^a-z]/gi, '');

/**
 * A source with its keys shortened: in a file of words where they stand first, elsewhere in quotes. A text that only
 * says once more what its key says is `1`.
 */
export const shortenKeys = (code: string, short: ReadonlyMap<string, string>, isWords: boolean): string =>
  isWords
    ? code
        .replace(/^ {2}(\w+)(?=:)/gm, (_, key: string) => `  ${short.get(key) ?? key}`)
        .replace(/^( {2}'(.+\..+)': )'(.+)'/gm, (line, start: string, key: string, text: string) =>
          sayKey(key) === text ? `${start}1` : line,
        )
    : code.replace(/'(\w+)'/g, (quoted, key: string) => (short.has(key) ? `'${short.get(key)}'` : quoted));
