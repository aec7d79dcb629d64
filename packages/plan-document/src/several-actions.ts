import type { Place, Warning } from './plan-draft.ts';
import type { Line } from './text-lines.ts';
import { holdsTwoTimescales } from './timescales.ts';

const LONGEST_LINE = 500;
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

const TWO_BULLETS = /^\s*([•●○◦▪■‣⁃∙·–—-])\s*\S.* {2,}\1\s*\S/;
const FEWEST_LINES = 2;

/** Columns of text that were saved line by line: what stands in two of them is read as one. */
export function warnOfColumnsSideBySide(lines: readonly Line[]): Warning[] {
  const both = lines.filter(({ raw }) => raw.length <= LONGEST_LINE && TWO_BULLETS.test(raw));
  const [first] = both;
  if (!first || both.length < FEWEST_LINES) return [];
  return [
    {
      place: { line: first.number },
      what: 'Two columns of text seem to stand side by side',
      why: 'They were read line by line, so that promises are mixed up. Put the second column below the first.',
      code: 'columns-side-by-side',
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
