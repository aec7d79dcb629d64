import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isPage } from '../look/is-page.ts';
import type { FinderContext, FoundService } from './context.ts';

/** Escapes are the calendar format's own (RFC 5545, 3.3.11). */
const escapeText = (text: string) => text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');

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

export interface ShareHandlers {
  readonly onCopy: (text: string) => void;
  readonly onCalendar?: () => void;
}

/** Ways to hand a service on: the service, never the search, and in words that give nothing away. */
export function shareView(
  { service, opening }: FoundService,
  { words, siteUrl }: FinderContext,
  handlers?: ShareHandlers,
): TemplateResult {
  const { t } = words;
  // By its number: the short name would tell what help it is.
  const address = `${siteUrl}/services/${service.uuid}`;
  const text = `${t('sharedText')} ${address}`;
  const encoded = encodeURIComponent(text);
  return html`<details class="share">
    <summary>${t('share')}</summary>
    <p class="links">
      ${handlers ? html`<button type="button" @click=${() => handlers.onCopy(text)}>${t('shareCopy')}</button>` : nothing}
      <a href="https://wa.me/?text=${encoded}" rel="noreferrer">WhatsApp</a>
      <a href="sms:?&body=${encoded}">${t('contact.SMS')}</a>
      <a href="mailto:?body=${encoded}">${t('contact.EMAIL')}</a>
    </p>
    ${handlers?.onCalendar && opening.next ? html`<p><button type="button" @click=${handlers.onCalendar}>${t('calendarFile')}</button></p>` : nothing}
    ${
      isPage
        ? html`<p class="address"><bdi dir="ltr">${address}</bdi></p>
            ${opening.next ? html`<p class="links"><a href="${address}/next.ics?lang=${words.language}" type="text/calendar" rel="noreferrer">${t('calendarFile')}</a></p>` : nothing}`
        : html`<p><a href="${address}#wrong" rel="noreferrer">${t('wrongEntry')}</a></p>`
    }
  </details>`;
}
