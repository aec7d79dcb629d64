import type { FoundService } from './context.ts';

/** Escapes are the calendar format's own (RFC 5545, 3.3.11). */
const escapeText = (text: string) => text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/**
 * A calendar file of the next session. Whoever looks at the calendar reads "Appointment" and an address, and not what
 * help it is. Times are those of the clock on the wall there.
 */
export function createCalendarFile(found: FoundService, title: string, stamp: Date): string | undefined {
  const { service, opening } = found;
  const { next } = opening;
  if (!next) return undefined;
  const time = (day: string, clock: string) => `${day.replaceAll('-', '')}T${clock.replace(':', '')}00`;
  const endDay =
    next.closesAt > next.opensAt
      ? next.day
      : new Date(Date.parse(next.day) + 86_400_000).toISOString().slice(0, 10);
  // With several places, which of them it is would be a guess.
  const place = service.locations.length === 1 ? service.locations[0]?.location : undefined;
  const address = [place?.address, place?.city, place?.postcode].filter(Boolean).join(', ');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Open Sanctuary//EN',
    'BEGIN:VEVENT',
    `UID:${service.uuid}-${next.day}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    // Without a zone it is the time of wherever the reader is, which is where the service is.
    `DTSTART:${time(next.day, next.opensAt)}`,
    `DTEND:${time(endDay, next.closesAt)}`,
    `SUMMARY:${escapeText(title)}`,
    ...(address ? [`LOCATION:${escapeText(address)}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');
}

/** No line is longer than 75 bytes of UTF-8; a longer one goes on after a space, and no letter is cut. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > 75) [folded, bytes] = [`${folded}\r\n `, 1];
    folded += letter;
    bytes += size;
  }
  return folded;
}
