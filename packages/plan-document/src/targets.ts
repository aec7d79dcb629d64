import { isPlaceholder } from './placeholders.ts';
import type { DraftTarget, FoundTarget } from './plan-draft.ts';
import { findTimescale } from './timescales.ts';

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const NUMBER_WORD = `(?:${[...UNITS, ...TENS.slice(2), 'hundred', 'thousand', 'million'].join('|')})`;
const NUMBER = new RegExp(
  `(?<![\\w.,/-])(£\\s?)?(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,9}(?:\\.\\d{1,4})?|${NUMBER_WORD}(?:(?:\\s|-|\\sand\\s)${NUMBER_WORD}){0,6})(\\s?%|\\s(?:percent|per cent)\\b|k\\b|\\s?million\\b)?(?![\\d/]|\\.\\d)`,
  'gi',
);

const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** Where a noun phrase that follows a number ends. */
const END_OF_NOUNS = new Set(
  'a an the our their will shall must can to in by from through with within at of on for and or who which that are is be being been have has had per each every as into via across during until before after supported trained helped employed completed attending receiving accessing using reached taking made given held let built opened created provided delivered housed recruited registered published visited'.split(
    ' ',
  ),
);
/** What numbers also count in a plan without being a target: spans of time, ages, positions. */
const NOT_COUNTED = /^(?:years?|months?|weeks?|days?|terms?|points?|year-olds?|st|nd|rd|th|am|pm|o)\b/i;
const NOT_COUNTED_BEFORE =
  /(?:pillar|phase|year|level|stage|section|part|tier|goal|quarter|step|covid|aged|age|ages|page|entry|theme|objective|priority|action|schedule|article|under|over the (?:last|past|next)|goal|sdg|key stage|for the next|net)[\s-]*$/i;

interface Figure {
  value: number;
  isPercent: boolean;
  isMoney: boolean;
  from: number;
  to: number;
}

/** The targets that say something, with what their words tell. */
export const readTargets = (found: readonly FoundTarget[]): DraftTarget[] =>
  found.filter(({ statement }) => !isPlaceholder(statement)).map(readTarget);

/** Reads the figures, the shares and the timescale of a target out of its words. */
export function readTarget(found: FoundTarget): DraftTarget {
  const figures = listFigures(found.statement);
  const counted = figures.find((figure) => !figure.isPercent);
  const percents = figures.filter((figure) => figure.isPercent);
  const main = counted ?? percents[0];
  return {
    kind: found.kind,
    statement: found.statement,
    dueText: findTimescale(found.statement),
    value: main?.value ?? null,
    unit: main ? describeUnit(found.statement, main) : null,
    shares: percents
      .filter((figure) => figure !== main)
      .map((figure) => ({ percent: figure.value, forWhom: findForWhom(found.statement, figure) })),
    place: found.place,
  };
}

function listFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [whole, pound, number = '', mark = ''] = match;
    const value = readNumber(number) * (/k$/i.test(mark) ? 1000 : /million/i.test(mark) ? 1_000_000 : 1);
    const figure = {
      value,
      isPercent: /%|percent|per cent/i.test(mark),
      isMoney: pound !== undefined,
      from: match.index,
      to: match.index + whole.length,
    };
    if (isTargetFigure(text, number, figure)) figures.push(figure);
  }
  return figures;
}

function isTargetFigure(text: string, number: string, figure: Figure): boolean {
  if (!Number.isFinite(figure.value)) return false;
  if (figure.isPercent || figure.isMoney) return true;
  const before = text.slice(Math.max(0, figure.from - 40), figure.from);
  const after = text.slice(figure.to, figure.to + 40).trimStart();
  const isYear = /^(?:19|20)\d\d$/.test(number);
  if (isYear || figure.value === 0) return false;
  if (
    MONTHS.test(after) ||
    /(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s*$/i.test(before)
  )
    return false;
  if (NOT_COUNTED_BEFORE.test(before) || NOT_COUNTED.test(after)) return false;
  if (/^\s*(?:to|–|-)\s*\d|^[-–]/.test(text.slice(figure.to, figure.to + 8))) return false;
  if (/^\d/.test(number)) return countedNouns(text, figure).length > 0;
  // Words such as "one" and "two" count only before something countable.
  const nouns = countedNouns(text, figure);
  const head = nouns.at(-1) ?? '';
  return (
    number.toLowerCase() !== 'one' &&
    (/s$|^(?:people|staff|children|men|women)$/i.test(head) || figure.value > 20)
  );
}

function readNumber(number: string): number {
  if (/^\d/.test(number)) return Number(number.replaceAll(',', ''));
  let total = 0;
  let current = 0;
  for (const word of number.toLowerCase().split(/[\s-]+/)) {
    if (word === 'hundred') current = Math.max(1, current) * 100;
    else if (word === 'thousand' || word === 'million') {
      total += Math.max(1, current) * (word === 'thousand' ? 1000 : 1_000_000);
      current = 0;
    } else if (UNITS.includes(word)) current += UNITS.indexOf(word);
    else if (TENS.includes(word)) current += TENS.indexOf(word) * 10;
  }
  return total + current;
}

function countedNouns(text: string, figure: Figure): string[] {
  const clause = text.slice(figure.to, figure.to + 120).split(/[.,;:()]/)[0] ?? '';
  const nouns: string[] = [];
  for (const word of clause.trim().split(/\s+/)) {
    if (word.endsWith('ly')) continue;
    if (word.endsWith('ed') && nouns.length > 0) break;
    if (word === '' || END_OF_NOUNS.has(word.toLowerCase()) || nouns.length === 5) break;
    nouns.push(word);
  }
  return nouns;
}

function describeUnit(text: string, figure: Figure): string | null {
  if (figure.isPercent) return '%';
  if (figure.isMoney) return '£';
  const head = countedNouns(text, figure).at(-1);
  return head ? head.toLowerCase().replace(/[^\p{L}’'-]/gu, '') || null : null;
}

function findForWhom(text: string, figure: Figure): string | null {
  const after = text.slice(figure.to);
  const following =
    /^\s*(?:of (?:them|these|those|whom|which)\s+)?(?:(?:should be|will be|are|being|to be|coming)\s+)?(?:for|from|of|by|among|amongst|to)\s+([^.;()]{3,160})/i.exec(
      after,
    );
  if (following?.[1]) return following[1].replace(/^those\s+/i, 'those ').trim();
  const women = /^\s+((?:[\p{L}’'-]+\s?){1,4})(?=[.,;)]|$)/u.exec(after);
  if (women?.[1]) return women[1].trim();
  const clause = text.slice(0, figure.from).split(/[.;]/).at(-1) ?? '';
  const before = /.*\b(?:from|among|amongst|for)\s+(.{3,160})$/i.exec(clause.slice(-300));
  const group = before?.[1]?.split(
    /\s+(?:proportionate|in line|reflecting|matching|equal|equivalent|compared)\b|\(/i,
  )[0];
  return group?.trim() || null;
}
