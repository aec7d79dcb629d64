import type { CalendarDate } from '../calendar.rules.ts';

interface Group {
  kind: 'STANDING' | 'TIME_BOUND';
  endsOn: CalendarDate | null;
}

export const hasEnded = ({ endsOn }: Pick<Group, 'endsOn'>, today: CalendarDate): boolean =>
  endsOn !== null && endsOn < today;

/** The group to show when one is asked for: one that still meets, a standing one first; else the last that met. */
export function chooseGroup<Any extends Group>(groups: readonly Any[], today: CalendarDate): Any | null {
  const living = groups.filter((group) => !hasEnded(group, today));
  if (living.length > 0) return living.find(({ kind }) => kind === 'STANDING') ?? living[0] ?? null;
  return groups.toSorted((one, other) => ((one.endsOn ?? '') < (other.endsOn ?? '') ? 1 : -1))[0] ?? null;
}

interface PlannedMeeting {
  day: CalendarDate;
  state: 'PLANNED' | 'HELD' | 'CANCELLED';
}

/** The next meeting that is planned, today's included; of those in order of their days. */
export const findNextMeeting = <Any extends PlannedMeeting>(
  meetings: readonly Any[],
  today: CalendarDate,
): Any | null => meetings.find(({ day, state }) => state === 'PLANNED' && day >= today) ?? null;
