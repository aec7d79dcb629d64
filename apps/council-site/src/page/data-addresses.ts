import type { Words } from '@open-sanctuary/widgets/words';
import type { Environment } from '../environment.ts';

type Place = Pick<Environment, 'publicUrl'>;

/** All actions of a plan as one file. */
export const exportAddress = (
  { publicUrl }: Place,
  council: string,
  plan: string,
  ending: 'csv' | 'json',
): string =>
  `${publicUrl}/export/${encodeURIComponent(council)}/${encodeURIComponent(plan)}/actions.${ending}`;

/** Where open pages hear that something of a council changed. */
export const liveAddress = ({ publicUrl }: Place, council: string): string =>
  `${publicUrl}/live/${encodeURIComponent(council)}`;

/** What changed in a council's plans, for feed readers. */
export const feedAddress = (
  { publicUrl }: Place,
  council: string,
  ending: 'atom' | 'json' = 'atom',
): string => `${publicUrl}/feeds/${encodeURIComponent(council)}/updates.${ending}`;

/** The published meetings of a council's steering group, for anybody's calendar. */
export const calendarAddress = ({ publicUrl }: Place, council: string): string =>
  `${publicUrl}/feeds/${encodeURIComponent(council)}/meetings.ics`;

/** Where somebody who sits on a group takes their own name away. */
export const ownNameAddress = ({ publicUrl }: Place, { language }: Words): string =>
  language === 'en' ? `${publicUrl}/my-name` : `${publicUrl}/my-name?lang=${language}`;
