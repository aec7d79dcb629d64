import { addDays, type CalendarDate } from '../calendar.rules.ts';

/** How long before its end a term counts as ending soon, in days. */
export const soon = 90;

export type SeatState = 'HELD' | 'VACANT' | 'COMING' | 'ENDED';

interface Days {
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
}

/** How a seat stands on a day. Of a seat that is no more, and in a group that is no more, it is the last day that counts. */
export interface SeatFacts<Term> {
  state: SeatState;
  /** Who holds it, or held it on its last day. */
  current: Term | null;
  /** Terms that begin later, the next one first. */
  coming: Term[];
  /** Terms that are over, the newest first. */
  past: Term[];
  isEndingSoon: boolean;
  /** A term is over, nobody followed, and nobody is named to follow. */
  isOverdueForRenewal: boolean;
}

/** The last day in office counts; a day that is not known is no bar. */
export const runsOn = ({ startsOn, endsOn }: Days, day: CalendarDate): boolean =>
  (startsOn === null || startsOn <= day) && (endsOn === null || endsOn >= day);

/** Another term with a day in common with the one of this id; a day that is not known has no end on its side. */
export function findOverlapping<Term extends Days & { id: string }>(
  terms: readonly Term[],
  id: string,
): Term | undefined {
  const own = terms.find((term) => term.id === id);
  return (
    own && terms.find((term) => term !== own && beginsBy(term, own.endsOn) && beginsBy(own, term.endsOn))
  );
}

const beginsBy = ({ startsOn }: Days, lastDay: CalendarDate | null): boolean =>
  startsOn === null || lastDay === null || startsOn <= lastDay;

export function seatFacts<Term extends Days>(
  seat: Days,
  terms: readonly Term[],
  groupEndsOn: CalendarDate | null,
  today: CalendarDate,
): SeatFacts<Term> {
  const lastDay = [seat.endsOn, groupEndsOn].filter((day) => day !== null).toSorted()[0];
  const isOver = lastDay !== undefined && lastDay < today;
  const day = isOver ? lastDay : today;
  const inOrder = terms.toSorted((one, other) => compare(one.startsOn ?? '', other.startsOn ?? ''));
  const current = inOrder.findLast((term) => runsOn(term, day)) ?? null;
  const coming = inOrder.filter(({ startsOn }) => startsOn !== null && startsOn > day);
  const past = inOrder.filter(({ endsOn }) => endsOn !== null && endsOn < day).toReversed();
  const state = isOver
    ? 'ENDED'
    : seat.startsOn !== null && seat.startsOn > today
      ? 'COMING'
      : current
        ? 'HELD'
        : 'VACANT';
  return {
    state,
    current,
    coming,
    past,
    isEndingSoon: state === 'HELD' && Boolean(current?.endsOn && current.endsOn <= addDays(today, soon)),
    isOverdueForRenewal: state === 'VACANT' && past.length > 0 && coming.length === 0,
  };
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
