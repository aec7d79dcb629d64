import type { Place, Warning } from './plan-draft.ts';
import { holdsTwoTimescales } from './timescales.ts';

const BULLET = /^\s*(?:([•●○◦▪■‣⁃∙·])\s*|([–—-])\s+)(?=\S)/;

/** The sign of a list of one says nothing. */
export const withoutBullet = (cell: string): string => cell.replace(BULLET, '');

/** A row is read as one action, also where its cells list several. */
export function warnOfSeveralActions(cell: string, dueText: string | null, place: Place): Warning[] {
  if (!listsSeveral(cell) && (dueText === null || !holdsTwoTimescales(dueText))) return [];
  return [
    {
      place,
      what: 'This row seems to hold two actions',
      why: 'It was read as one. Give each action a row of its own, with its own lead and timescale.',
      code: 'several-actions',
    },
  ];
}

/** A cell that opens with a bullet and holds another; bullets under a phrase of its own are its parts. */
function listsSeveral(cell: string): boolean {
  const [, dot, dash] = BULLET.exec(cell) ?? [];
  if (dot !== undefined) return cell.split(dot).length > 2;
  return (
    dash !== undefined && cell.split('\n').filter((line) => line.trim().startsWith(`${dash} `)).length > 1
  );
}
