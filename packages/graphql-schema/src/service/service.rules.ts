// What may not be said of one service at once.

interface Stated {
  categories: readonly string[];
  regulator: string | null;
  regulatorNumber: string | null;
  minimumAge: number | null;
  maximumAge: number | null;
  noticeFrom: Date | null;
  noticeUntil: Date | null;
}

/** What of it cannot be so, in words for whoever wrote it; null when all of it can. */
export function findContradiction(stated: Stated): string | null {
  const { categories, regulator, regulatorNumber, minimumAge, maximumAge, noticeFrom, noticeUntil } = stated;
  if (categories.length === 0) return 'It needs at least one of the `categories`.';
  if (categories.includes('IMMIGRATION_ADVICE') && !(regulator && regulatorNumber))
    return 'Immigration advice may be given only by those who are regulated: `regulator` and `regulatorNumber` are needed. Without them, list it as ADVICE.';
  if (minimumAge !== null && maximumAge !== null && minimumAge > maximumAge)
    return '`minimumAge` may not be above `maximumAge`.';
  if (noticeFrom && noticeUntil && noticeFrom > noticeUntil)
    return '`noticeFrom` may not come after `noticeUntil`.';
  return null;
}
