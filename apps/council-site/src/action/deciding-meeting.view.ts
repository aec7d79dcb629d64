import { formatDay } from '@open-sanctuary/widgets/words/dates';
import { html, type TemplateResult } from 'lit/html.js';
import { english } from '../page/english.ts';
import type { NamedMeeting } from './timeline.rules.ts';

/** Where the page of a meeting lies. */
export type MeetingAddress = (uuid: string) => string;

/** Which meeting decided what the group says. */
export const decidingMeetingView = ({ uuid, day }: NamedMeeting, addressOf: MeetingAddress): TemplateResult =>
  html`<a href=${addressOf(uuid)}>Decided at the meeting of ${formatDay(day, english)}</a>`;
