import type { Line } from './text-lines.ts';
import { countWords, isBlank } from './text-lines.ts';

const PLAN_WORDS =
  /\b(?:plan|strategy|strategic|framework|statement|commitments?|charter|pledges?|manifesto|roadmap|road map|programme)\b/i;
const YEAR = /\b20\d\d\b/;

/** The line that names the document: a short one before the first theme, best with a word such as "plan" and its years. */
export function findPlanTitle(
  lines: readonly Line[],
  firstTheme: number,
  looksLikeHeading: (text: string) => boolean,
): Line | null {
  const candidates = lines.filter(
    (line, at) =>
      line.number <= firstTheme && !isBlank(line) && looksLikeHeading(line.text) && standsAlone(lines, at),
  );
  const scored = candidates.map((line) => ({
    line,
    score: scorePlanTitle(line.text),
  }));
  const best = scored
    .filter(({ score, line }) => score >= 2 && PLAN_WORDS.test(line.text))
    .toSorted((a, b) => b.score - a.score)[0];
  return best?.line ?? candidates.findLast((line) => line.number < firstTheme) ?? null;
}

/** How much a line reads as the name of a plan. */
export function scorePlanTitle(text: string): number {
  return (PLAN_WORDS.test(text) ? 2 : 0) + (YEAR.test(text) ? 1 : 0) - (countWords(text) > 12 ? 1 : 0);
}

function standsAlone(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1];
  return (
    before === undefined ||
    isBlank(before) ||
    before.isRule ||
    (lines[at]?.isMarkedHeading ?? false) ||
    before.text.length < 60
  );
}

export function mentionsPlan(lines: readonly Line[]): boolean {
  return lines.some(
    (line) =>
      PLAN_WORDS.test(line.text) ||
      /\b(?:actions?|objectives?|priorit(?:y|ies)|goals?|outcomes|targets|promises?)\b/i.test(line.text),
  );
}
