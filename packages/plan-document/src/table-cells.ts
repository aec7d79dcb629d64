import type { Line } from './text-lines.ts';

/** A cell and where it starts: its place in the row, or its character where columns are aligned by spaces. */
export interface Cell {
  text: string;
  at: number;
}

/** A longer line is no row of a table; cutting it into millions of cells would take its time. */
const LONGEST_ROW = 20_000;

export type CellCut = 'tab' | 'pipe' | 'space';

export function findCellCut(line: Line): CellCut | null {
  if (line.raw.length > LONGEST_ROW) return null;
  if (line.raw.includes('\t')) return 'tab';
  if (/^\s*\|.*\|\s*$/.test(line.raw) || line.raw.split(' | ').length > 2) return 'pipe';
  return /\S(?: {2,})\S/.test(line.raw) ? 'space' : null;
}

/** Cuts a line of a table; aligned columns are also cut where a known column starts after a single space. */
export function cutCells(line: Line, cut: CellCut, starts: readonly number[] = []): Cell[] {
  if (cut === 'tab') return line.raw.split('\t').map((text, at) => ({ text: trimCell(text), at }));
  if (cut === 'pipe') {
    const inner = line.raw.trim().replace(/^\|/, '').replace(/\|$/, '');
    return inner.split('|').map((text, at) => ({ text: trimCell(text), at }));
  }
  return cutAligned(line.raw, starts);
}

function trimCell(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function cutAligned(raw: string, starts: readonly number[]): Cell[] {
  const cells: Cell[] = [];
  for (const match of raw.matchAll(/\S+(?: \S+)*/g)) {
    let from = match.index;
    const end = match.index + match[0].length;
    for (const start of starts) {
      if (start > from && start < end && raw[start - 1] === ' ') {
        cells.push({ text: raw.slice(from, start).trim(), at: from });
        from = start;
      }
    }
    cells.push({ text: raw.slice(from, end).trim(), at: from });
  }
  return cells;
}

/** The column whose start is nearest; rows of cells keep their own place. */
export function findColumnAt(at: number, starts: readonly number[], cut: CellCut): number {
  if (cut !== 'space') return starts.indexOf(at);
  let nearest = -1;
  for (const [index, start] of starts.entries()) {
    if (nearest === -1 || Math.abs(start - at) <= Math.abs((starts[nearest] ?? 0) - at)) nearest = index;
  }
  return nearest;
}
