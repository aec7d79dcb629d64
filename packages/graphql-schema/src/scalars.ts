import { builder, shown } from './builder.ts';
import { isCalendarDate } from './calendar.rules.ts';
import { ExpectedError } from './errors.ts';

builder.scalarType('Date', {
  ...shown("A calendar day in the council's time zone, written YYYY-MM-DD."),
  serialize: (day) => day,
  parseValue: (given) => {
    if (typeof given === 'string' && isCalendarDate(given)) return given;
    throw new ExpectedError('A day is written YYYY-MM-DD and stands in the calendar.', 'INVALID_INPUT');
  },
});

builder.scalarType('DateTime', {
  ...shown('A moment in ISO 8601 with its time zone, such as 2026-03-31T10:15:00.000Z.'),
  serialize: (moment) => moment.toISOString() as unknown as Date,
  parseValue: () => {
    throw new ExpectedError('No argument takes a moment.', 'INVALID_INPUT');
  },
});

/** A day as the database keeps it, at midnight of Greenwich. */
export const dayFrom = (stored: Date): string => stored.toISOString().slice(0, 10);

export const dayOrNull = (stored: Date | null): string | null => stored && dayFrom(stored);
