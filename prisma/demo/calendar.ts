const oneDay = 86_400_000;

const findDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Days and moments at a set distance from `now`, by the calendar of the demo's councils. */
export function createCalendar(now: Date) {
  /** YYYY-MM-DD. */
  const today = findDay.format(now);
  const dayBefore = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - days * oneDay);
  return {
    now,
    today,
    dayBefore,
    // At noon, a clock that has changed meanwhile moves nothing into another day.
    momentBefore: (days: number) => (days === 0 ? now : new Date(dayBefore(days).getTime() + oneDay / 2)),
  };
}

export type Calendar = ReturnType<typeof createCalendar>;
