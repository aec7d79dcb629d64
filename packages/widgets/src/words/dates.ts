import type { Words } from './words.ts';

// Own small tables: browsers lack some of our languages and would silently print another calendar or other digits.

/** A calendar day such as "2026-03-03" as "3 March 2026". */
export function formatDay(day: string, { t }: Words): string {
  const [year = '', month, date] = day.split('-');
  const name = t('months').split(' ')[Number(month) - 1];
  return name ? `${Number(date)} ${name} ${year}` : day;
}

/** How long ago a day was: "3 weeks ago". */
export function describeAge(day: string, today: string, { t }: Words): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (!(days > 0)) return t('today');
  if (days === 1) return t('yesterday');
  if (days < 14) return t('daysAgo', { n: days });
  if (days < 61) return t('weeksAgo', { n: Math.floor(days / 7) });
  if (days < 731) return t('monthsAgo', { n: Math.floor(days / 30.44) });
  return t('yearsAgo', { n: Math.floor(days / 365.25) });
}

/** The time of day in the council's time zone, as "14:05". */
export function formatTime(moment: Date, timeZone: string): string {
  return moment.toLocaleTimeString('en-GB', { timeZone }).slice(0, 5);
}
