import { isListHeading } from './lead-ins.ts';
import { countWords, isBlank, type Line } from './text-lines.ts';

const PAGE_NUMBER = /^(?:[-–—|]\s?)?(?:page\s+)?(\d{1,4})(?:\s?(?:of|\/)\s?\d{1,4})?(?:\s?[-–—|])?$/i;
/** The rest of a date that wraps onto a line of its own. */
const YEAR = /^(?:19|20)\d\d$/;
const WITH_PAGE_NUMBER = /\bpage\s+\d{1,4}\b|^\d{1,4}\s?[|–—]\s|\s[|–—]\s?\d{1,4}$/i;
const PLAN_WORDS =
  /\b(?:plan|strategy|framework|statement|commitments|charter|pledge|council|borough|sanctuary)\b/i;
const TIMES_REPEATED = 3;

/** The lines that belong to the page and not to the text: page numbers, running headers and footers. */
export function findPageFurniture(lines: readonly Line[]): Set<number> {
  const filled = lines.filter((line) => !isBlank(line));
  const furniture = new Set<number>();
  const pageMarks = new Set<number>();
  for (const [at, line] of filled.entries()) {
    if (line.startsPage) pageMarks.add(at);
    if (isPageNumber(line)) {
      pageMarks.add(at);
      furniture.add(line.number);
    }
  }
  const repeated = [...groupRepeated(filled).values()];
  for (const at of repeated.flat()) {
    if (WITH_PAGE_NUMBER.test(filled[at]?.text ?? '')) pageMarks.add(at);
  }
  for (const positions of repeated) {
    const near = positions.filter((at) => [-2, -1, 0, 1, 2].some((offset) => pageMarks.has(at + offset)));
    const isNearMarks = positions.length >= 2 && near.length * 2 >= positions.length;
    const namesDocument =
      positions.length >= TIMES_REPEATED && PLAN_WORDS.test(filled[positions[0] ?? 0]?.text ?? '');
    if (!isNearMarks && !namesDocument) continue;
    for (const at of positions) {
      const line = filled[at];
      if (line) furniture.add(line.number);
    }
  }
  return furniture;
}

function isPageNumber(line: Line): boolean {
  return line.text.length <= 24 && PAGE_NUMBER.test(line.text) && !YEAR.test(line.text);
}

function groupRepeated(filled: readonly Line[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const [at, line] of filled.entries()) {
    if (!couldBeFurniture(line)) continue;
    const key = line.text.toLowerCase().replace(/\d+/g, '#');
    const found = positions.get(key);
    if (found) found.push(at);
    else positions.set(key, [at]);
  }
  for (const [key, found] of positions) if (found.length < 2) positions.delete(key);
  return positions;
}

function couldBeFurniture(line: Line): boolean {
  const { text } = line;
  if (text.length > 100 || countWords(text) > 14) return false;
  if (WITH_PAGE_NUMBER.test(text)) return true;
  return (
    !/[\t:.]/.test(line.raw.trim()) &&
    !/\S {2,}\S/.test(line.raw) &&
    /^[\p{Lu}\d]/u.test(text) &&
    /\p{L}{3}/u.test(text) &&
    !/^\d+[.)]?\s/.test(text) &&
    !isListHeading(text)
  );
}
