import { isRef } from './refs.ts';
import { endsSentence, joinWrapped, startsLowerCase } from './text-lines.ts';

interface Table {
  rows: string[][];
}

/** A row that a page break cut in two is one row again: its rest begins the next page's table, in some of the columns. */
export function joinSplitRow(above: Table | undefined, below: Table | undefined) {
  const last = above?.rows.at(-1);
  if (!above || !below || !last) return;
  const isHeadRepeated = above.rows[0]?.join('\u0000') === below.rows[0]?.join('\u0000');
  const at = isHeadRepeated ? 1 : 0;
  const rest = below.rows[at];
  if (!rest || rest.length !== last.length || !isRestOf(last, rest)) return;
  for (const [column, text] of rest.entries()) last[column] = joinWrapped(last[column] ?? '', text);
  below.rows.splice(at, 1);
}

function isRestOf(last: readonly string[], rest: readonly string[]): boolean {
  const filled = [...rest.entries()].filter(([, text]) => text !== '');
  const isWhole = filled.length === 0 || filled.length === rest.length;
  return (
    !isWhole &&
    filled.every(([column, text]) => {
      const before = last[column] ?? '';
      if (before === '' || isRef(before)) return false;
      // In the first column other words are a row of their own: the next theme's name.
      return startsLowerCase(text) || (column > 0 && !endsSentence(before));
    })
  );
}
