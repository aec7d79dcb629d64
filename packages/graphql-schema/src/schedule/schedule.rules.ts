// What may not be said of one session at once.

interface Stated {
  frequency: string;
  weekdays: readonly number[];
  weekOfMonth: number | null;
  monthDays: readonly number[];
  firstOn: Date | null;
  lastOn: Date | null;
}

/** What of it cannot be so, in words for whoever wrote it; null when all of it can. */
export function findContradiction(stated: Stated): string | null {
  const { frequency, weekdays, weekOfMonth, monthDays, firstOn, lastOn } = stated;
  if (firstOn && lastOn && firstOn > lastOn) return '`firstOn` may not come after `lastOn`.';
  if (frequency === 'MONTHLY')
    return monthDays.length > 0 || (weekdays.length > 0 && weekOfMonth !== null)
      ? null
      : 'What comes every month needs `monthDays`, or `weekdays` with `weekOfMonth`.';
  if (weekdays.length === 0) return 'It needs at least one of the `weekdays`, 1 for Monday to 7 for Sunday.';
  if (frequency === 'FORTNIGHTLY' && !firstOn)
    return 'What comes every other week needs `firstOn`, to know in which weeks.';
  return null;
}

/** What of days that are otherwise cannot be so. */
export function findContradictoryDays(stated: {
  firstDay: Date;
  lastDay: Date;
  isClosed: boolean;
  opensAt: string | null;
  closesAt: string | null;
}): string | null {
  const { firstDay, lastDay, isClosed, opensAt, closesAt } = stated;
  if (firstDay > lastDay) return '`firstDay` may not come after `lastDay`.';
  if (isClosed && (opensAt || closesAt)) return 'What is closed has no `opensAt` and no `closesAt`.';
  if (!isClosed && !(opensAt && closesAt)) return 'What is open needs `opensAt` and `closesAt`.';
  return null;
}
