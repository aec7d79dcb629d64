/** A document with the fragments that it uses; two that need the same third share it. */
export const withFragments = (document: string, ...fragments: readonly string[]): string =>
  [document, ...new Set(fragments.flatMap((text) => text.split(/ (?=fragment \w+ on )/)))].join('\n');
