import { findLabel } from './refs.ts';
import type { Line } from './text-lines.ts';

export interface Marker {
  /** Which bullets belong to one list: the sign itself, or how it counts. */
  sign: string;
  ref: string | null;
  rest: string;
}

const BULLET = /^(?:([•●○◦▪■□‣⁃∙·➢➤✓✔►])\s*|([*–—-]|o)\s+)(?=\S)/;
const COUNTED = /^\(?(\d{1,3}|[ivx]{1,4}|[IVX]{1,4}|[a-z]|[A-Z])[.)]\s+(?=\S)|^(\d{1,3})\s?[-–:]\s+(?=\S)/;
const DOTTED = /^(\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?)[.):]?\s+(?:[-–:]\s+)?(?=\S)/;
const CODED = /^([A-Z]{1,4}[-.]?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?|\d{1,2}[a-z])[.):]?\s+(?:[-–:]\s+)?(?=\S)/;

/** Reads bullets and refs at the start of lines; what counts as a ref depends on the other lines. */
export type ReadMarker = (line: Line) => Marker | null;

export function prepareMarkers(lines: readonly Line[]): ReadMarker {
  const shapes = new Map<string, number>();
  const stems = new Set<string>();
  for (const line of lines) {
    const start = line.text.slice(0, 24).replace(BULLET, '');
    const coded = CODED.exec(start)?.[1];
    if (coded) shapes.set(shapeOf(coded), (shapes.get(shapeOf(coded)) ?? 0) + 1);
    const dotted = DOTTED.exec(start)?.[1];
    if (dotted) stems.add(dotted.slice(0, dotted.lastIndexOf('.')));
  }

  const readRef = (text: string): Marker | null => {
    const dotted = DOTTED.exec(text);
    if (dotted?.[1]) return { sign: 'ref', ref: dotted[1], rest: text.slice(dotted[0].length) };
    const coded = CODED.exec(text);
    if (coded?.[1] && (shapes.get(shapeOf(coded[1])) ?? 0) >= 2) {
      return { sign: 'ref', ref: coded[1], rest: text.slice(coded[0].length) };
    }
    const label = findLabel(text);
    if (label?.isForActions) return { sign: 'ref', ref: label.ref, rest: label.rest };
    const bare = /^(\d{1,2})\s+(?=\p{Lu})/u.exec(text);
    if (bare?.[1] && stems.has(bare[1]))
      return { sign: 'number.', ref: bare[1], rest: text.slice(bare[0].length) };
    return null;
  };

  return ({ text }) => {
    const ref = readRef(text);
    if (ref) return ref;
    const bullet = BULLET.exec(text);
    if (bullet) {
      const rest = text.slice(bullet[0].length);
      return readRef(rest) ?? { sign: bullet[1] ?? bullet[2] ?? '•', ref: null, rest };
    }
    const counted = COUNTED.exec(text);
    const count = counted?.[1] ?? counted?.[2];
    if (!counted || count === undefined) return null;
    const sign = /\d/.test(count) ? 'number' : /[A-Z]/.test(count) ? 'capital' : 'letter';
    // "1." and "1)" are different lists: one may stand inside the other.
    return { sign: `${sign}${counted[0].trim().at(-1)}`, ref: count, rest: text.slice(counted[0].length) };
  };
}

/** "HS-03" and "HS-11" are of one shape. */
function shapeOf(ref: string): string {
  return ref
    .replace(/\d+/g, '0')
    .replace(/[a-z]/g, 'a')
    .replace(/[A-Z]+/g, 'A');
}
