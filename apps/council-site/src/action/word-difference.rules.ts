// Which words of a text were taken away and which were put in. Words are compared whole.

import { diffArrays } from 'diff';

export interface Piece {
  readonly kind: 'kept' | 'taken' | 'put';
  readonly text: string;
}

/** Texts with more differences than this have nothing in common, and would take long to compare. */
const maxEditLength = 400;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const hasLetters = /[\p{L}\p{N}]/u;

/** The two texts in one, in order: of each change first what was taken away, then what was put in. */
export function compareWords(from: string, to: string): Piece[] {
  const pieces: Piece[] = [];
  let change = { taken: '', put: '' };
  const endChange = () => {
    if (change.taken) pieces.push({ kind: 'taken', text: change.taken });
    if (change.put) pieces.push({ kind: 'put', text: change.put });
    change = { taken: '', put: '' };
  };
  const runs = diffArrays(listWords(from), listWords(to), { comparator: isSameWord, maxEditLength });
  if (!runs) {
    return [
      { kind: 'taken', text: from },
      { kind: 'put', text: to },
    ];
  }
  for (const [index, { added, removed, value }] of runs.entries()) {
    const text = value.join('');
    const isLast = index === runs.length - 1;
    if (removed) change.taken += text;
    else if (added) change.put += text;
    // A space or a comma between two changed words is no reason to tell of two changes.
    else if (!hasLetters.test(text) && (change.taken || change.put) && !isLast) {
      change.taken += text;
      change.put += text;
    } else {
      endChange();
      pieces.push({ kind: 'kept', text });
    }
  }
  endChange();
  return pieces;
}

const listWords = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** One space is as good as another. */
const isSameWord = (one: string, other: string): boolean =>
  one === other || (one.trim() === '' && other.trim() === '');

/** Whether so little of the shorter text was kept that both are read more easily one after the other. */
export function isRewritten(pieces: readonly Piece[]): boolean {
  const lengthOf = (kind: Piece['kind']) =>
    pieces.reduce((sum, piece) => sum + (piece.kind === kind ? piece.text.length : 0), 0);
  const kept = lengthOf('kept');
  return kept * 2 < kept + Math.min(lengthOf('taken'), lengthOf('put'));
}

/** Words of what stayed the same that are shown on each side of a change. */
const wordsAround = 8;

/** The changes with a few words around each. */
export function abbreviate(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'kept') return piece;
    const words = piece.text.match(/\s*\S+/g) ?? [];
    const [before, after] = [index > 0 ? wordsAround : 0, index < pieces.length - 1 ? wordsAround : 0];
    if (words.length <= before + after + wordsAround) return piece;
    const start = words.slice(0, before).join('');
    const space = /\s*$/.exec(piece.text)?.[0] ?? '';
    const end = after > 0 ? words.slice(-after).join('').trimStart() + space : '';
    return { kind: 'kept', text: [start, end].join(' … ') };
  });
}

/** The beginning of a text. */
export function shorten(text: string, most = 40): string {
  const words = text.trim().split(/(?<=\s)/);
  return words.length <= most ? text.trim() : `${words.slice(0, most).join('').trimEnd()} …`;
}
