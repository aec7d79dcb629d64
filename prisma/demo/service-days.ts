import type { DemoService } from './service-data.ts';

export type ServiceDays = ReturnType<typeof serviceDaysFrom>;
type Checked = Pick<DemoService, 'lastCheckedOn' | 'checkedBy'>;

/** Days at a set distance from the day the demo is loaded, so that what is fresh and what is old stays so. */
export function serviceDaysFrom(today: string) {
  const day = (ahead: number): string =>
    new Date(Date.parse(`${today}T00:00:00Z`) + ahead * 86_400_000).toISOString().slice(0, 10);
  const checked = (daysAgo: number, checkedBy: NonNullable<Checked['checkedBy']>): Checked => ({
    lastCheckedOn: day(-daysAgo),
    checkedBy,
  });
  return {
    day,
    byThem: checked(19, 'ORGANISATION'),
    byTheCouncil: checked(48, 'COUNCIL'),
    byAPartner: checked(75, 'PARTNER'),
    sevenMonthsAgo: checked(215, 'ORGANISATION'),
    fourteenMonthsAgo: checked(430, 'PUBLIC_RECORD'),
  };
}
