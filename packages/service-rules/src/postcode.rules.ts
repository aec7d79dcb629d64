// Postcodes as people type them.

import type { Point } from './distance.rules.ts';

export interface Postcode {
  /** What was given, as it is written properly: 'E8', 'E8 3' or 'E8 3BQ'. */
  readonly code: string;
  /** 'E8 3', where it was given. */
  readonly sector: string | null;
  readonly outcode: string;
  readonly isFull: boolean;
}

export type PostcodeProblem = 'EMPTY' | 'NOT_A_POSTCODE' | 'INCOMPLETE';

export interface Place extends Point {
  readonly code: string;
  readonly kind: 'OUTCODE' | 'SECTOR' | 'POSTCODE';
}

const OUTCODE = '([A-Z]{1,2}(?:0|[1-9][\\dA-HJKMNPR-Y]?))';
const whole = new RegExp(`^${OUTCODE}(?:(\\d)([ABD-HJLNP-UW-Z]{2}))?$`);
const begun = new RegExp(`^${OUTCODE}(\\d)[A-Z]?$`);

// A Ukrainian keyboard gives letters that only look like those of a postcode.
const CYRILLIC = 'АВЕІКМНОРСТУХ';
const LATIN = 'ABEIKMHOPCTYX';

/** Reads a whole postcode, its first half, or that with a digit; in any case, spacing and digits, with O for 0, and a town. */
export function readPostcode(text: string): Postcode | { readonly problem: PostcodeProblem } {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[А-ЯІ]/g, (letter) => LATIN[CYRILLIC.indexOf(letter)] || letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (!typed) return { problem: 'EMPTY' };
  const problem = /^[A-Z] ?[A-Z]?$/.test(typed) ? 'INCOMPLETE' : 'NOT_A_POSTCODE';
  const alone = typed
    .replace(/(^| )(\p{L}{4,}|UK|GB)(?= |$)/gu, '')
    .trim()
    // After the one letter of an area there is neither 0 nor O, but for SO.
    .replace(/^([BEGLMNW]|S(?= ?0)) ?[0O] ?(?=[1-9])/, '$1');
  return read(alone) || read(withoutSlips(alone)) || { problem };
}

function read(typed: string): Postcode | null {
  const squeezed = typed.replace(/ /g, '');
  // Where the space stands decides between E1 1 and E11.
  const isParted = / \d[A-Z]?$/.test(typed);
  const [, outcode, digit, end = ''] =
    (isParted && begun.exec(squeezed)) || whole.exec(squeezed) || begun.exec(squeezed) || [];
  if (!outcode) return null;
  const sector = digit ? `${outcode} ${digit}` : null;
  return { code: (sector || outcode) + end, sector, outcode, isFull: !!end };
}

/** O and 0 each where only the other can stand. */
const withoutSlips = (typed: string): string =>
  typed
    .replace(/^([A-Z]?) ?0(?=[LX]| ?\d)/, '$1O')
    .replace(/(^[A-Z]{2} ?|\d ?)O(?=\d| |$|[A-Z]{2}$)/g, '$10');

/** The place of a postcode, or else of its sector, or else of its outcode; its kind says which. */
export function findPlace<Known extends Place>(
  places: readonly Known[],
  { code, sector, outcode }: Postcode,
): Known | null {
  // E83 may be a sector without its space; of EC1A, EC1 may be all that is known.
  const [, short, digit] = /^(.+\d)(\w)$/.exec(outcode) || [];
  for (const wanted of [code, sector, outcode, short && `${short} ${digit}`, short]) {
    const place = wanted && places.find((each) => each.code === wanted);
    if (place) return place;
  }
  return null;
}
