// Which texts can be stored and looked for.

/** In characters. */
export const longest = {
  words: 200,
  title: 300,
  actionTitle: 1000,
  leadText: 2000,
  url: 2000,
  text: 5000,
} as const;

/** NUL is no character for the database, and half of a surrogate pair would silently become another one. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

export const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

export function isWebAddress(text: string): boolean {
  // Who may come in by it stands in no published address.
  return /^https?:\/\/[^\s/?#@]+(?:[/?#]|$)/i.test(text) && !/\s/.test(text) && URL.canParse(text);
}
