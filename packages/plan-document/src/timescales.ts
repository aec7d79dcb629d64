import { joinSpaces } from './text-lines.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const SEASON = '(?:spring|summer|autumn|winter)';
const YEAR = '(?:(?:19|20)\\d\\d(?:\\s?[/–-]\\s?(?:20)?\\d\\d)?)';
const PART =
  '(?:the\\s)?(?:very\\s)?(?:start|beginning|middle|end|first half|second half|first quarter|last quarter)\\sof\\s(?:the\\s)?';
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)?\\s)';
const DATE = `(?:(?:${PART})?(?:early|mid|late)?[\\s-]?(?:${DAY}?${MONTH},?\\s${YEAR}|${SEASON}\\s(?:of\\s)?${YEAR}|Q[1-4]\\s(?:of\\s)?${YEAR}|${YEAR})|\\d{1,2}[/.]\\d{1,2}[/.](?:20)?\\d\\d|\\d{4}-\\d\\d-\\d\\d)`;
const SOON =
  '(?:the\\s(?:end\\sof\\sthe\\s)?(?:plan|strategy|financial year|academic year|school year|calendar year|year|decade))';
const COUNT = '(?:\\d{1,2}|one|two|three|four|five|six|nine|ten|twelve|eighteen)';

const WITH_DATE = new RegExp(
  `\\b(?:(?:by|until|before|no later than|starting in|starting from|from|in|during|throughout|over|within|between|for|of)\\s)(?:${DATE})(?:\\s(?:to|and|until)\\s${DATE})?(?![\\w-])`,
  'iu',
);
const BARE_DATE = new RegExp(`^(?:${DATE})(?:\\s?[-–]\\s?${DATE})?(?=:|,|$)`, 'iu');
const BY_PERIOD = new RegExp(
  `\\b(?:by|before|until|throughout|during|over)\\s(?:${PART})?${SOON}|\\bby\\s(?:next\\s)?(?:${SEASON}|${MONTH})(?![\\w-])|\\b(?:within|over|in)\\s(?:the\\s(?:first|next)\\s)?${COUNT}\\s(?:weeks|months|years)|\\bin (?:the\\s)?(?:first|second|third|final) year|\\bin year (?:one|two|three|\\d)|\\bby (?:the end of )?year (?:one|two|three|\\d)`,
  'iu',
);
const RHYTHM =
  /\b(?:an?\s)?(annual|annually|yearly|quarterly|monthly|weekly|ongoing|(?:every|each) (?:year|quarter|month|term|week)|(?:once|twice|(?:two|three|four) times) (?:a|each|every) (?:year|quarter|month|term))\b/i;
const PLANNED_RHYTHM =
  /\b(?:an (annual)|a (?:yearly|quarterly|monthly|weekly)|(annually|quarterly|every year|each year|every quarter|each quarter|(?:once|twice|(?:two|three|four) times) (?:a|each|every) (?:year|quarter|month|term)))\b/i;
const NAMED_GOAL = /\b(?:net[- ]zero|carbon neutral|census|agenda|target of|commitment to)\b[^.]{0,40}$/i;
const PAST =
  /\b(?:was|were|had|lost|began|launched|opened|adopted|since|arrived|met|took|held|agreed in|published|reported)\b[^.]{0,60}$/i;

/** The words in which a target says when: exactly as written. */
export function findTimescale(text: string): string | null {
  return firstMatch(text, [WITH_DATE, BARE_DATE, BY_PERIOD]) ?? firstGroup(text, RHYTHM);
}

/** The words in which an action says when it will be delivered; null unless that is clear. */
export function findDeliveryTime(text: string): string | null {
  for (const sentence of text.split(/(?<=[.!?])\s+/)) {
    const found =
      firstMatch(sentence, [WITH_DATE, BARE_DATE, BY_PERIOD]) ?? firstGroup(sentence, PLANNED_RHYTHM);
    if (found === null) continue;
    const before = sentence.slice(0, sentence.indexOf(found));
    const isExample = /^(?:for example|for instance|e\.g\.|such as)/i.test(sentence);
    const isReport = /^(?:of|from|between)\b/i.test(found);
    if (!isReport && !isExample && !NAMED_GOAL.test(before) && !PAST.test(before)) return found;
  }
  return null;
}

const SHORT_YEAR = "(?:'?\\d\\d|(?:19|20)\\d\\d)";
const ALONE = `(?:${DATE}|(?:${PART})?(?:${DAY.replace('\\s', '[\\s-]')})?${MONTH}\\.?[\\s,-]{1,2}${SHORT_YEAR}|(?:Q|quarter\\s)[1-4][\\s,]{1,2}(?:FY\\s?)?${SHORT_YEAR}(?:[/–-]\\d\\d)?)`;
const TIMESCALE_ALONE = new RegExp(
  `^(?:(?:by|before|until|from|in|during)\\s(?:${PART})?)?${ALONE}(?:\\s?(?:[-–]|to|and)\\s?${ALONE})?\\.?$`,
  'iu',
);

/** Whether a cell holds a date and nothing else. */
export const isTimescaleAlone = (cell: string): boolean => TIMESCALE_ALONE.test(joinSpaces(cell));

const TWO_TIMESCALES = new RegExp(`^${ALONE}(?:\\s+${ALONE}){1,3}$`, 'iu');

/** "Dec 2026 March 2027": two cells that have become one, for nothing joins them. */
export const holdsTwoTimescales = (cell: string): boolean => TWO_TIMESCALES.test(joinSpaces(cell));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?!\d)/g,
  /(?<![\d/.-])(?<day>\d{1,2})([/.-])(?<month>\d{1,2})\2(?<year>\d{4}|\d\d)(?![\d/-])/g,
  new RegExp(
    `(?<![\\d/.-])(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\sof|-)?\\s?(?<month>${MONTH})\\b(?:[\\s,-]{1,2}(?<year>\\d{4}))?`,
    'gi',
  ),
  new RegExp(`\\b(?<month>${MONTH})\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>\\d{4})`, 'gi'),
];

/** "31 November" and "31/06/2027" are dates of no calendar. */
export function namesImpossibleDay(text: string): boolean {
  const days = DAYS.flatMap((pattern) => [...joinSpaces(text).matchAll(pattern)]);
  return days.some(({ groups }) => {
    const named = MONTHS.indexOf(groups?.['month']?.slice(0, 3).toLowerCase() ?? '');
    const month = named === -1 ? Number(groups?.['month']) : named + 1;
    // Without a year the 29th of February may be meant.
    const year = Number(groups?.['year'] ?? 2024);
    const day = Number(groups?.['day']);
    return month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate();
  });
}

function firstMatch(text: string, patterns: readonly RegExp[]): string | null {
  const matches = patterns.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
  const [first] = matches.toSorted((a, b) => a.index - b.index);
  return first ? first[0].trim() : null;
}

function firstGroup(text: string, pattern: RegExp): string | null {
  const match = pattern.exec(text);
  return match ? (match[1] ?? match[2] ?? match[0]) : null;
}
