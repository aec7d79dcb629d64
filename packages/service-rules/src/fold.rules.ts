// Text as it is compared, so that what looks alike to a reader is found, however it was typed.

// After NFKD has taken hamza and madda off: alef wasla; yeh; keheh; teh marbuta and the other forms of heh; dotless i.
const alike: Readonly<Record<string, string>> = {
  '\u0671': '\u0627',
  '\u0649': '\u064a',
  '\u06cc': '\u064a',
  '\u06a9': '\u0643',
  '\u0629': '\u0647',
  '\u06d5': '\u0647',
  '\u06be': '\u0647',
  '\u06c1': '\u0647',
  '\u0131': 'i',
};

// Ethiopic letters of one sound, eight code points to a series: ሐ and ኀ as ሀ, ሠ as ሰ, ዐ as አ, ፀ as ጸ.
const series: Readonly<Record<number, number>> = {
  0x242: 0x240,
  0x250: 0x240,
  0x244: 0x246,
  0x25a: 0x254,
  0x268: 0x267,
};

const isPlain = (text: string) => /^[ -~]*$/.test(text);

/** Lower case, without accents and vowel marks, letters of one sound as one, words parted by single spaces. */
export const fold = (text: string): string =>
  // Most texts are plain, and a slow phone reads those much faster.
  (isPlain(text) ? text.toLowerCase() : foldLetters(text)).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '')
    .replace(/[\u0131\u0629\u0649\u0660-\u0669\u0671-\u06f9\u1210-\u1347]/g, (letter) => {
      const code = letter.charCodeAt(0);
      const base = series[code >> 3];
      if (base) return String.fromCharCode(base * 8 + (code & 7));
      return /[٠-٩۰-۹]/.test(letter) ? String(code & 15) : alike[letter] || letter;
    });

const pairsOf = (run: readonly string[]): string[] =>
  run.map((letter, index) => letter + (run[index + 1] || '')).slice(0, run.length - 1 || 1);

const isChinese = (word: string): boolean => /^\p{Script=Han}/u.test(word);

const unique = (words: readonly string[]) => [...new Set(words)];

/**
 * What must all be found to find a folded text: its words, without an Arabic article and what may stand before that; of
 * Chinese, which is written without spaces, its pairs, or the one character.
 */
export const searchWords = (folded: string): string[] =>
  unique(
    isPlain(folded)
      ? folded.split(' ').filter(Boolean)
      : (folded.match(/\p{Script=Han}+|[^ \p{Script=Han}]+/gu) || []).flatMap((word) =>
          isChinese(word) ? pairsOf([...word]) : word.replace(/^(?:[وبفك]?ال|و?لل)(.{3,})$/, '$1'),
        ),
  );

/** What a text can be found by: what is looked for, its words as they are, and its characters of Chinese. */
export function tokens(text: string): string[] {
  const folded = fold(text);
  const words = searchWords(folded);
  if (isPlain(folded)) return words;
  return unique(words.concat(folded.match(/\p{Script=Han}|[^ \p{Script=Han}]+/gu) || []));
}
