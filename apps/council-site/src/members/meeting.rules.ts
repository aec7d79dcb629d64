// What is said of a meeting: how it stands, and by which clock it is timed.

import type { MeetingPartsFragment } from '@open-sanctuary/widgets/operations';

/** One that is planned, and whose day is over, waits for somebody to record it. */
export function findMeetingState({
  state,
  isOver,
}: Pick<MeetingPartsFragment, 'state' | 'isOver'>): 'planned' | 'unrecorded' | 'held' | 'cancelled' {
  if (state === 'CANCELLED') return 'cancelled';
  if (state === 'HELD') return 'held';
  return isOver ? 'unrecorded' : 'planned';
}

/** The name that the clock of a place has at a moment, such as "British Summer Time". */
export function describeClock(moment: string, timeZone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone,
    timeZoneName: 'long',
  }).formatToParts(new Date(moment));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
