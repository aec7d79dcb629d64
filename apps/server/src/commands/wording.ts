/** A wording as it is compared: without case, punctuation and the way it was typed. */
export function normaliseWording(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}%£€$]+/gu, ' ')
    .trim();
}

export const listWords = (text: string): Set<string> =>
  new Set(normaliseWording(text).split(' ').filter(Boolean));

/** The share of the longer wording's words that the other has as well; 0 to 1. */
export function measureOverlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [shorter, longer] = one.size <= other.size ? [one, other] : [other, one];
  if (longer.size === 0) return 0;
  let shared = 0;
  for (const word of shorter) if (longer.has(word)) shared += 1;
  return shared / longer.size;
}
