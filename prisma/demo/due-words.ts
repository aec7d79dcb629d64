const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Timescales as a council would write them, at a set distance from the day the demo is loaded. */
export function dueWordsFrom(today: string) {
  const loadedOn = new Date(`${today}T00:00:00Z`);
  const year = loadedOn.getUTCFullYear();

  const onDay = (daysAhead: number) => {
    const day = new Date(loadedOn.getTime() + daysAhead * 86_400_000);
    return `${day.getUTCDate()} ${monthNames[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
  };

  const byMonth = (monthsAhead: number) => {
    const month = new Date(Date.UTC(year, loadedOn.getUTCMonth() + monthsAhead));
    return `by ${monthNames[month.getUTCMonth()]} ${month.getUTCFullYear()}`;
  };

  const inYear = (words: string, yearsAhead: number) => `${words} ${year + yearsAhead}`;

  return { onDay, byMonth, inYear };
}
