import { calendarDate, type CalendarDate } from '../calendar.rules.ts';
import type { Context } from '../context.ts';
import { getCouncil } from '../council/council.facts.ts';
import { dayOrNull } from '../scalars.ts';
import type { WholeSeat, WholeTerm } from '../whole-records.ts';
import { type SeatFacts, seatFacts } from './seat.rules.ts';

/** What is worked out about a seat on the council's day. */
export async function factsOfSeat(
  seat: WholeSeat,
  context: Context,
): Promise<SeatFacts<{ term: WholeTerm }>> {
  const { timeZone } = await getCouncil(seat, context);
  return workOut(seat, calendarDate(context.now, timeZone));
}

function workOut(seat: WholeSeat, today: CalendarDate) {
  const terms = seat.terms.map((term) => ({ term, ...daysOf(term) }));
  return seatFacts(daysOf(seat), terms, dayOrNull(seat.constituency.group.endsOn), today);
}

const daysOf = ({ startsOn, endsOn }: { startsOn: Date | null; endsOn: Date | null }) => ({
  startsOn: dayOrNull(startsOn),
  endsOn: dayOrNull(endsOn),
});
