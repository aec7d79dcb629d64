import { isRef } from './refs.ts';
import { endsSentence, joinWrapped, startsLowerCase } from './text-lines.ts';

interface Table {
  rows: string[][];
}

/**
 * A row that a page break cut in two is one row again: its rest begins the next page's table, in some of the columns.
 * Joined from the last page to the first, a row over several pages is whole.
 */
export function joinSplitRow(above: Table | undefined, below: Table | undefined) {
  if (!above || !below) return;
  partHeads(above, below);
  const heads = countHeads(above, below);
  const last = above.rows.at(-1);
  const rest = below.rows[heads];
  if (!last || above.rows.length <= heads || !rest || rest.length !== last.length || !isRestOf(last, rest))
    return;
  for (const [column, text] of rest.entries()) last[column] = joinWrapped(last[column] ?? '', text);
  below.rows.splice(heads, 1);
}

/** How many rows of a table only repeat the heads of the one above. */
function countHeads(above: Table, below: Table): 0 | 1 {
  return above.rows[0]?.join('\u0000') === below.rows[0]?.join('\u0000') ? 1 : 0;
}

/** Where no line is drawn between them, repeated heads and the rest below them stand in one row. */
function partHeads({ rows: [heads] }: Table, below: Table) {
  const [first] = below.rows;
  if (!heads || !first || first.length !== heads.length) return;
  const rest = first.map((cell, column) => cell.slice(heads[column]?.length));
  const isParted =
    first.every((cell, column) => cell.startsWith(heads[column] ?? '')) &&
    heads.filter((head) => head !== '').length > 1 &&
    rest.every((text) => text === '' || text.startsWith(' ')) &&
    rest.some((text) => text !== '');
  if (isParted)
    below.rows.splice(
      0,
      1,
      [...heads],
      rest.map((text) => text.trim()),
    );
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
