const longestList = 250;
const deepest = 20;

/**
 * Why a request's values can't be taken, or null. A NUL is an error in the database, and half a surrogate pair
 * would be changed there without a word: both are refused before anything is asked.
 */
export function findUnsafeValue(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') {
    if (value.includes('\0')) return 'A text holds the character U+0000, which cannot be stored.';
    if (!value.isWellFormed()) return 'A text holds half of a surrogate pair, which is not valid Unicode.';
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth > deepest) return `The variables are more than ${deepest} levels deep.`;
  const values = Object.values(value);
  if (Array.isArray(value) && values.length > longestList)
    return `A list holds more than ${longestList} values.`;
  for (const each of values) {
    const problem = findUnsafeValue(each, depth + 1);
    if (problem) return problem;
  }
  return null;
}
