import { addMonths } from './day.rules.ts';

export type Freshness = 'FRESH' | 'OVER_SIX_MONTHS' | 'OVER_A_YEAR' | 'NEVER';

/** Whether a day lies at most so many calendar months back. Of a shorter month the last day is the limit. */
export const isWithinMonths = (
  checkedOn: string | null | undefined,
  months: number,
  today: string,
): boolean => !!checkedOn && checkedOn >= addMonths(today, -months);

/** How long ago an entry was last checked; days are those of the council's time zone. */
export const freshness = (checkedOn: string | null | undefined, today: string): Freshness =>
  !checkedOn
    ? 'NEVER'
    : isWithinMonths(checkedOn, 6, today)
      ? 'FRESH'
      : isWithinMonths(checkedOn, 12, today)
        ? 'OVER_SIX_MONTHS'
        : 'OVER_A_YEAR';
