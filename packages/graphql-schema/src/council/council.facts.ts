import type { Context } from '../context.ts';
import { calendarDate, type CalendarDate } from '../calendar.rules.ts';

/** The council that a record belongs to; whoever can see the record can see its council. */
export async function getCouncil({ councilId }: { councilId: string }, { load }: Context) {
  const council = await load.council(councilId);
  if (!council) throw new Error('A record can be seen and its council cannot.');
  return council;
}

export async function isExample(record: { councilId: string }, _args: object, context: Context) {
  return (await getCouncil(record, context)).isExample;
}

/** The day of a moment, for people of the record's council. */
export async function dayAt(
  record: { councilId: string },
  moment: Date,
  context: Context,
): Promise<CalendarDate> {
  return calendarDate(moment, (await getCouncil(record, context)).timeZone);
}
