import { findLabel } from './refs.ts';
import { countWords, joinSpaces } from './text-lines.ts';

/** A sign that points to a footnote; "m²" is one only where a footnote opens with "²". */
const MARK = '\\*{1,3}|[†‡]|[⁰¹²³⁴-⁹]{1,2}';
const OPENS_WITH_MARK = new RegExp(`^(${MARK})\\s*(?=\\S)`);
const ENDS_WITH_MARKS = new RegExp(`(?:${MARK})+(?=[.):]*$)`);
const NOTE_WORD =
  /^(?:(?:note|notes|nb|n\.b\.|sources?|key|legend|footnotes?|version|abbreviations|glossary|prepared by|(?:last )?updated|last reviewed)\s*(?::|[–—-]\s|\.?$)|(?:please note|last (?:updated|reviewed)|updated (?:on|in)|figures (?:as of|correct))\b)/i;
const TOTAL =
  /^(?:(?:grand|overall|sub)[\s-]?)?totals?(?:\s(?:number of\s)?(?:actions|commitments|objectives|targets|tasks|items|completed?))?\s?[:=–-]?\s?\d*$/i;
const COUNT =
  /^(?:number|no\.?|count) of (?:actions|commitments|objectives|targets|tasks|items)\s?[:=–-]?\s?\d*$/i;
const PAGE = /^page \d{1,3}(?: of \d{1,3})?$/i;

const listFilled = (cells: readonly string[]) => cells.map(joinSpaces).filter((cell) => cell !== '');

/** Why a row holds nothing of the plan, whatever its columns; null when it may. */
export function describeOtherRow(cells: readonly string[]): string | null {
  const filled = listFilled(cells);
  const [first = '', ...others] = filled;
  if (filled.every((cell) => /^[\s:|-]*$/.test(cell))) return 'A rule between rows';
  if ((TOTAL.test(first) || COUNT.test(first)) && others.every(isFigure)) return 'A row of totals';
  if (filled.every((cell) => /^[\d.,/%£\s]+$/.test(cell))) return 'A row of figures';
  if (others.length === 0 && PAGE.test(first)) return 'A page number';
  if (others.length === 0 && /^sep=\S?$/i.test(first)) return 'The sign that parts the cells';
  return null;
}

/** "35" or "12 completed". */
function isFigure(cell: string): boolean {
  return /\d/.test(cell) && countWords(cell) <= 3;
}

/** A header that comes again after a page break, perhaps with fewer of its cells or another word in one. */
export function isRepeatedHeader(cells: readonly string[], header: readonly string[]): boolean {
  const filled = [...cells.entries()].filter(([, cell]) => cell.trim() !== '');
  const same = filled.filter(([at, cell]) => plain(cell) === plain(header[at] ?? ''));
  return same.length >= Math.min(2, listFilled(header).length) && same.length >= filled.length * 0.75;
}

const plain = (cell: string) => joinSpaces(cell).toLowerCase();

export interface Footnote {
  /** Null for a note that no sign points to. */
  mark: string | null;
  text: string;
}

/** A row that is a note below the table: a sign and its words, or words such as "Note:" alone in the row. */
export function findFootnote(cells: readonly string[]): Footnote | null {
  const [first = '', second = '', ...others] = listFilled(cells);
  if (others.length > 0) return null;
  if (new RegExp(`^(?:${MARK})$`).test(first) && second !== '') return { mark: first, text: second };
  if (second !== '') return null;
  const mark = OPENS_WITH_MARK.exec(first);
  if (mark?.[1]) return { mark: mark[1], text: first.slice(mark[0].length) };
  return NOTE_WORD.test(first) ? { mark: null, text: first } : null;
}

const CARRIED = new RegExp(`(?<=[^\\s*†‡⁰¹²³⁴-⁹])(${MARK})(?=$|[\\s.,;:!?)\\]])`, 'g');

/** The signs of footnotes that stand behind words of a cell. */
export const listMarks = (cell: string): string[] => [...cell.matchAll(CARRIED)].map(([mark]) => mark);

export const withoutMarks = (cell: string, isMark: (mark: string) => boolean): string =>
  cell.replace(CARRIED, (mark) => (isMark(mark) ? '' : mark));

/** A reference never ends with the sign of a footnote, whether or not the note is in the sheet. */
export function withoutMarkOfRef(ref: string): string {
  return ref.trim().replace(ENDS_WITH_MARKS, '');
}

/** "Theme 2: Homes and health", however long it is. */
export function isLabelledSection(text: string): boolean {
  const label = findLabel(joinSpaces(text));
  return label !== null && !label.isForActions && label.rest !== '' && countWords(label.rest) <= 30;
}
