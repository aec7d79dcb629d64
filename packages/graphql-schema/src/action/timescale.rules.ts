// What "by summer 2026" means in days. It reads the words that councils write; what it does not understand it leaves undated.
//
// | words                                  | read as                                                           |
// | -------------------------------------- | ----------------------------------------------------------------- |
// | spring, summer, autumn, winter 2026    | March to May, June to August, September to November, December 2026 to February 2027 |
// | early, mid, late 2026                  | January to April, May to August, September to December            |
// | by, until, to, (the) end of X          | any day up to the last day of X                                   |
// | before X                               | any day up to the day before X                                    |
// | from, since X; X onwards               | ongoing from the first day of X; with a duration, dated           |
// | after X; from the end of X             | ongoing from the day after X                                      |
// | 2026, 2026-2029, 2026-29               | calendar years                                                    |
// | 2025/26, 2025-26, FY 2025/26, 25/26    | the financial year, 1 April to 31 March                           |
// | academic year 2025/26                  | 1 September to 31 August                                          |
// | Q2 2026; Q2 2025/26                    | April to June 2026; July to September 2025                        |
// | Q2 alone                               | the second quarter of the plan, if the plan lasts one year at most |
// | Year 2, within 6 months                | counted from the plan's first day                                 |
// | annual, monthly, every year            | recurring, never with a last day, even when a date stands beside  |
// | ongoing                                | ongoing, unless it says until when                                |
// | two dates that belong together         | from the first day of the one to the last day of the other        |
// | two deadlines                          | the later one: by then all of it is due                           |
// | other dates that do not belong together | undated, unless one lies within the other                         |

import { addDays, addMonths, formatDate, isCalendarDate, startOfMonth } from '../calendar.rules.ts';
import type { CalendarDate } from '../calendar.rules.ts';

/** Days between which something is to happen; an open side is null. */
export interface Period {
  from: CalendarDate | null;
  to: CalendarDate | null;
}

type TimescaleKind = 'DATED' | 'RECURRING' | 'ONGOING' | 'UNDATED';

/** What the words say about time. Only a dated timescale can be missed. */
export interface Timescale extends Period {
  kind: TimescaleKind;
}

interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

/** Twelve months for "2026" or "2025/26", more for "2026-2029". */
interface Year {
  start: CalendarDate;
  months: number;
}

/** A stretch of a year that is still to be named: "summer", or "Q2", which counts from the year's first day. */
interface Part {
  month: number;
  months: number;
  countsFromStartOfYear: boolean;
  days?: readonly [number, number];
}

type Reading = { span: Span; year: Year } | { part: Part } | 'IMPOSSIBLE' | undefined;

interface Place {
  start: number;
  end: number;
}

type Found = Place & { reading: Exclude<Reading, undefined> };
type Moment = Place & { span: Span; year: Year; isRange: boolean };

const UNDATED: Timescale = { from: null, to: null, kind: 'UNDATED' };
const NO_PLAN: Period = { from: null, to: null };
const LAST_COUNTED_PLAN_YEAR = 10;

const MONTH_STARTS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASON_STARTS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
const THIRD_STARTS: Record<string, number> = { early: 0, start: 0, beginning: 0, mid: 4, middle: 4, late: 8 };
const NUMBERS = new Map(
  [
    ['a', 'an', 'one', 'first', '1st'],
    ['two', 'second', '2nd'],
    ['three', 'third', '3rd'],
    ['four', 'fourth', '4th'],
    ['five', 'fifth', '5th'],
    ['six'],
    ['seven'],
    ['eight'],
    ['nine'],
    ['ten'],
    ['eleven'],
    ['twelve'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const FIRST_OR_SECOND = '(?:first|second|1st|2nd)';
const ORDINAL = '(?:first|second|third|fourth|1st|2nd|3rd|4th)';
const NUMBER_WORD = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const CARDINAL = `(?:\\d{1,3}|an?|${NUMBER_WORD})`;
const DURATION = `(${CARDINAL})[ -](years?|yrs?|months?|weeks?|days?)\\b`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const FULL_YEAR = '(?:19|20|21)\\d\\d';
const NAMED_PART = `(?:(?:early|mid|late|(?:start|beginning|middle) of)[ -](?:the )?)?(?:${MONTH}|(?:spring|summer|autumn|winter)\\b)`;
const COUNTED_PART = `(?:early|mid|late|(?:start|beginning|middle) of|h[12]|half [12]|q[1-4]|(?:quarter|qtr) ?[1-4]|${FIRST_OR_SECOND} half|${ORDINAL} quarter)\\b`;
const CALENDAR_YEAR =
  '(?:(?:the )?(?:fy|f/y|(?:(?:financial|fiscal|municipal|academic|school|calendar) )?year) ?)?' +
  `(?:${FULL_YEAR}[/-](?:${FULL_YEAR}|\\d\\d)(?!\\d|/\\d|(?:st|nd|rd|th)?(?: of)? ?${MONTH})|${FULL_YEAR}(?!\\d|/\\d)|\\d\\d/\\d\\d(?!\\d|/))` +
  '(?: (?:academic|school) year)?';
const NOT_COUNTED_FROM_ELSEWHERE =
  '(?! (?:of|from|after|following)\\b(?! (?:the|this|our) (?:action )?(?:plan|strategy|framework)\\b))';
const PLAN_YEAR_NUMBER = `(?:\\d{1,2}|${NUMBER_WORD})\\b(?![,.]\\d)`;
const PLAN_YEAR = `(?:years ${PLAN_YEAR_NUMBER}(?:, ${PLAN_YEAR_NUMBER})+(?:,? (?:and|&) ${PLAN_YEAR_NUMBER})?|(?:years? |yr ?|y)${PLAN_YEAR_NUMBER}(?:(?:-|/| to | and | & )${PLAN_YEAR_NUMBER})?|${ORDINAL} year\\b${NOT_COUNTED_FROM_ELSEWHERE})`;
const YEAR = `(?:${CALENDAR_YEAR}|${PLAN_YEAR})`;
const BETWEEN_PART_AND_YEAR = '(?: ?[,(/-] ?| (?:of |in )?(?:the )?)';

/** Every way in which a moment is written, the most exact first. */
const readers: { pattern: RegExp; read(match: string[], plan: Period): Reading }[] = [
  {
    pattern: /(\d{4})-(\d{2})-(\d{2})(?!\d)/y,
    read: ([, year, month, day]) => readDay(Number(year), Number(month), Number(day)),
  },
  {
    pattern: /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y,
    read: ([, day, , month, year = '']) => readDay(fullYear(year), Number(month), Number(day)),
  },
  {
    pattern: new RegExp(`(\\d{1,2})/(${FULL_YEAR})(?![\\d/])`, 'y'),
    read: ([, month, year]) => placePart(namedPart(Number(month)), calendarYear(Number(year))),
  },
  {
    pattern: new RegExp(
      `${DAY}(?: ?(?:-|to|and|&) ?${DAY})?(?: of|-)? ?(${MONTH})` +
        `(?:[ ,-]{1,2}(${FULL_YEAR})(?![\\d/])|[ -]?'?(\\d\\d)(?= ?(?:$|[,;.)(-])))?`,
      'y',
    ),
    read: ([, day = '', lastDay = day, month = '', year, shortYear]) =>
      readPart({ ...namedPart(monthNumber(month)), days: [Number(day), Number(lastDay)] }, year ?? shortYear),
  },
  {
    pattern: new RegExp(`(${MONTH}) ${DAY},? (${FULL_YEAR})(?![\\d/])`, 'y'),
    read: ([, month = '', day, year]) => readDay(Number(year), monthNumber(month), Number(day)),
  },
  {
    pattern: new RegExp(`(${MONTH})(?:-| ?')(\\d\\d)(?!\\d|[/-]\\d| ?${MONTH})`, 'y'),
    read: ([, month = '', year]) => readPart(namedPart(monthNumber(month)), year),
  },
  {
    pattern: new RegExp(`(${NAMED_PART}|${COUNTED_PART})${BETWEEN_PART_AND_YEAR}(${YEAR})`, 'y'),
    read: ([, part = '', year = ''], plan) => readPartOfYear(part, year, plan),
  },
  {
    // Only a quarter or a half makes a year of "26-27".
    pattern: new RegExp(`(${COUNTED_PART}) (\\d\\d)-(\\d\\d)(?![\\d/-])`, 'y'),
    read: ([, part = '', first = '', second = ''], plan) => readPartOfYear(part, `${first}/${second}`, plan),
  },
  {
    pattern: new RegExp(`(${YEAR})(?: ?[,:(-] ?| )(${COUNTED_PART})`, 'y'),
    read: ([, year = '', part = ''], plan) => readPartOfYear(part, year, plan),
  },
  { pattern: new RegExp(YEAR, 'y'), read: ([text = ''], plan) => readWholeYear(text, plan) },
  {
    pattern: new RegExp(
      `(?:within (?:the )?(?:(?:first|next) )?|(?:(?:in|over|during) )?(?:the )?(?:first|next) )${DURATION}${NOT_COUNTED_FROM_ELSEWHERE}`,
      'y',
    ),
    read: ([, count = '', unit = ''], plan) =>
      plan.from ? readSpan(lasting(plan.from, count, unit)) : undefined,
  },
  {
    pattern:
      /(?<=\b(?:throughout|during|over|across|(?:end|life|lifetime|duration|course|period|length) of) )(?:the|this|our) (?:action )?(?:plan|strategy|framework)\b/y,
    read: (_match, plan) => (plan.from && plan.to ? readSpan({ from: plan.from, to: plan.to }) : undefined),
  },
  {
    pattern: new RegExp(`${NAMED_PART}|${COUNTED_PART}`, 'y'),
    read: ([text = '']) => ({ part: partFromWords(text) }),
  },
];

const CONNECTOR =
  /^,? ?(?:-|\/|&|,|to|until|till|up to|through|and|or|then|into)? ?(?:the )?(?:end (?:of )?)?(?:the )?$/;
const LEADS_TO_AFTER = /\b(?:after|(?:from|since) (?:the )?end(?: of)?) (?:the )?$/;
const LEADS_TO_START =
  /\b(?:from|since|starting|starts?|beginning|begins?|commenc(?:ing|es?)|not (?:before|until)|(?:no|not) earlier than)(?: date)?:?(?: in| on| from| at)?(?: the)? $/;
const LEADS_TO_END =
  /\b(?:(?:by|until|till|to|(?:no|not) later than):?(?: the)?(?: very)?(?: end(?: of)?)?|end(?: of)?)[ -](?:the )?$/;
const LEADS_TO_BEFORE = /\b(?:before|prior to|ahead of) (?:the )?$/;
const LEADS_TO_DENIAL = /\b(?:not|never) (?:(?:by|in|on|during|from|due) )?(?:the )?$/;
const FOLLOWED_BY_DURATION = new RegExp(
  `^ ?[,(:-]? ?(?:(?:for|over|lasting) )?(?:a period of |the next )?${DURATION}(?! (?:after|before|later|earlier))`,
);
const PRECEDED_BY_DURATION = new RegExp(
  `\\b${DURATION} (?:(?:programme|project|period) )?(?:from|starting|beginning|commencing)(?: in| on| from)?(?: the)? $`,
);
const ONGOING =
  /\b(?:on-?going|on going|onwards?|and beyond|continuous(?:ly)?|continual(?:ly)?|rolling (?:basis|programme)|open[- ]ended|indefinite(?:ly)?)\b/;
const RECURRING = new RegExp(
  '\\b(?:(?:bi-?)?annual(?:ly)?|(?:half-)?yearly|(?:\\w{1,10}-)?monthly|quarterly|termly|(?:bi-?)?weekly|fortnightly|daily|per annum' +
    `|(?:every|each|per|once a|twice a|times a)(?: (?:other|${CARDINAL}))? (?:year|month|week|fortnight|quarter|term|day|spring|summer|autumn|winter|${MONTH})s?)(?!\\w)`,
);
// "2026" may also be a number of homes, or belong to "Christmas 2026": a year alone counts only where a date would stand.
const YEAR_IS_EXPECTED = /\b(?:in|by|during|throughout|since|until|till|before|after|due|year)[: ]{1,2}$/;
const YEAR_MAY_STAND =
  /(?:^|[([:;/-] ?|[.,] |\b(?:within|across|over|for|of|end|from|starts?|starting|beginning|to|than|between|and|target|date|deadline|timescale|deliver|delivered|delivery|complete|completed|completion|launch|achieved) )$/;
const YEAR_MAY_END = /^ ?(?:$|[()[\],.;:/-]|(?:to|and|until|onwards?|for|ongoing)\b)/;

/** Reads a timescale as written, within the plan that it belongs to. */
export function intervalFromWords(words: string | null, plan: Period): Timescale {
  const text = plainText(words ?? '');
  const named = nameYears(text, findMoments(text, plan), plan);
  const moments = named && joinMoments(text, named);
  if (!moments) return UNDATED;
  const timescale = onlyTimescale(moments.map((moment) => timescaleOf(text, moment)));
  const ongoing = ONGOING.exec(text);
  if (ongoing) return ongoingTimescale(timescale, moments, ongoing.index);
  if (RECURRING.test(text))
    return { from: timescale.kind === 'ONGOING' ? timescale.from : null, to: null, kind: 'RECURRING' };
  return timescale;
}

/** Reads the period of a plan, such as "2026-2029" or "from January 2024 for three years". */
export function planPeriod(periodText: string | null): Period {
  const { from, to } = intervalFromWords(periodText, NO_PLAN);
  return { from, to };
}

function plainText(words: string): string {
  return (
    words
      // The sign of a footnote, before it becomes a digit like any other.
      .replaceAll(/[⁰¹²³⁴-⁹†‡]/g, '')
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
      .replaceAll(/[\u2018\u2019]/g, "'")
      // "Summer '26" leaves out the century, which "March 26" may not.
      .replaceAll(/(?<=[a-z\d] )'(?=\d\d(?!\d))/g, '20')
      .replaceAll(/["*_\u201c\u201d]/g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?\/ ?/g, '/')
      .trim()
  );
}

function findMoments(text: string, plan: Period): Found[] {
  const found: Found[] = [];
  let end = 0;
  for (const { index: start } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (start < end) continue;
    const next = readMoment(text, start, plan);
    if (!next) continue;
    end = next.end;
    found.push(next);
  }
  return found;
}

function readMoment(text: string, start: number, plan: Period): Found | undefined {
  for (const { pattern, read } of readers) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const reading = match ? read([...match], plan) : undefined;
    if (!match || !reading) continue;
    const place = { start, end: start + match[0].length };
    if (isLoneYear(match[0]) && !yearStandsWhereADateWould(text, place)) continue;
    return { ...place, reading };
  }
  return undefined;
}

function isLoneYear(words: string): boolean {
  return /^\d{4}$/.test(words);
}

function yearStandsWhereADateWould(text: string, { start, end }: Place): boolean {
  const before = textBefore(text, start);
  return (
    YEAR_IS_EXPECTED.test(before) || (YEAR_MAY_STAND.test(before) && YEAR_MAY_END.test(textAfter(text, end)))
  );
}

/** Gives "April" in "April to June 2026" its year, and leaves out what gets none; undefined when a date cannot be. */
function nameYears(text: string, found: Found[], plan: Period): Moment[] | undefined {
  const moments: (Moment | undefined)[] = found.map(() => undefined);
  for (const [index, place] of [...found.entries()].toReversed()) {
    const next = moments[index + 1];
    const borrows = next && isConnector(text, place.end, next.start);
    const reading = placeInYear(
      place.reading,
      borrows ? (part) => placePartBefore(part, next) : undefined,
      plan,
    );
    if (reading === 'IMPOSSIBLE') return undefined;
    moments[index] = momentFrom(place, reading);
  }
  for (const [index, place] of found.entries()) {
    const previous = moments[index - 1];
    if (moments[index] || !previous || !isConnector(text, previous.end, place.start)) continue;
    // In "March 2026 and may continue" May is no month.
    if (!/^ ?(?:$|[,;.()])/.test(textAfter(text, place.end))) continue;
    const reading = placeInYear(place.reading, (part) => placePartAfter(part, previous), plan);
    if (reading === 'IMPOSSIBLE') return undefined;
    moments[index] = momentFrom(place, reading);
  }
  return moments.filter((moment) => moment !== undefined);
}

function placeInYear(reading: Reading, place: ((part: Part) => Reading) | undefined, plan: Period): Reading {
  if (typeof reading !== 'object' || !('part' in reading)) return reading;
  if (place) return place(reading.part);
  if (!plan.from || !isOneYear(plan) || !isQuarterOrHalf(reading.part)) return reading;
  return placePart(reading.part, { start: plan.from, months: 12 });
}

function momentFrom({ start, end }: Place, reading: Reading): Moment | undefined {
  if (typeof reading !== 'object' || 'part' in reading) return undefined;
  return { start, end, ...reading, isRange: reading.year.months > 12 };
}

/** Makes one of "summer 2021" and "autumn 2021" where they are written as a range; undefined when it runs backwards. */
function joinMoments(text: string, moments: Moment[]): Moment[] | undefined {
  const joined: Moment[] = [];
  for (const moment of moments) {
    const previous = joined.at(-1);
    if (!previous || !isConnector(text, previous.end, moment.start)) {
      joined.push(moment);
      continue;
    }
    if (moment.span.from < previous.span.from || moment.span.to < previous.span.to) return undefined;
    const span = { from: previous.span.from, to: moment.span.to };
    joined[joined.length - 1] = { ...previous, end: moment.end, span, isRange: true };
  }
  return joined;
}

function isConnector(text: string, end: number, start: number): boolean {
  const gap = text.slice(end, start);
  return gap.trim() !== '' && gap.length <= 30 && CONNECTOR.test(gap);
}

/** What the words around a moment make of it. */
function timescaleOf(text: string, { span, start, end, isRange }: Moment): Timescale {
  const before = textBefore(text, start);
  const after = textAfter(text, end);
  const duration = FOLLOWED_BY_DURATION.exec(after) ?? PRECEDED_BY_DURATION.exec(before);
  if (LEADS_TO_AFTER.test(before)) return { from: addDays(span.to, 1), to: null, kind: 'ONGOING' };
  if (LEADS_TO_DENIAL.test(before)) return UNDATED;
  if (LEADS_TO_END.test(before) && !LEADS_TO_START.test(before))
    return { from: null, to: span.to, kind: 'DATED' };
  if (LEADS_TO_BEFORE.test(before) && !LEADS_TO_START.test(before))
    return { from: null, to: addDays(span.from, -1), kind: 'DATED' };
  if (isRange) return { ...span, kind: 'DATED' };
  if (duration) return { ...lasting(span.from, duration[1] ?? '', duration[2] ?? ''), kind: 'DATED' };
  if (LEADS_TO_START.test(before)) return { from: span.from, to: null, kind: 'ONGOING' };
  return { ...span, kind: 'DATED' };
}

/** The last of several deadlines, or the one that all the others hold, as "March 2026" in "Q4 2025/26 (March 2026)". */
function onlyTimescale(timescales: Timescale[]): Timescale {
  const deadlines = timescales.flatMap(({ from, to }) => (from === null && to !== null ? [to] : []));
  if (timescales.length > 1 && deadlines.length === timescales.length)
    return { from: null, to: deadlines.toSorted().at(-1) ?? null, kind: 'DATED' };
  return timescales.find((inner) => timescales.every((outer) => holds(outer, inner))) ?? UNDATED;
}

function holds(outer: Timescale, inner: Timescale): boolean {
  if (outer === inner) return true;
  if (outer.from === null || outer.to === null || inner.to === null)
    return outer.to !== null && outer.to === inner.to;
  return inner.to <= outer.to && (inner.from === null || inner.from >= outer.from);
}

function ongoingTimescale(timescale: Timescale, moments: Moment[], position: number): Timescale {
  if (timescale.kind === 'ONGOING') return timescale;
  if (timescale.kind === 'DATED' && (timescale.from === null || moments.some(({ isRange }) => isRange)))
    return timescale;
  const comesAfter = moments.length === 1 && moments.every(({ end }) => end <= position);
  return { from: comesAfter ? timescale.from : null, to: null, kind: 'ONGOING' };
}

function readDay(year: number, month: number, day: number): Reading {
  const date = formatDate(year, month, day);
  return isCalendarDate(date) ? readSpan({ from: date, to: date }) : 'IMPOSSIBLE';
}

function readSpan(span: Span): Reading {
  return { span, year: calendarYear(yearOf(span.from)) };
}

function readPart(part: Part, year: string | undefined): Reading {
  return year ? placePart(part, calendarYear(fullYear(year))) : { part };
}

function readPartOfYear(part: string, yearText: string, plan: Period): Reading {
  const year = readYear(yearText, plan);
  return year && year !== 'IMPOSSIBLE' ? placePart(partFromWords(part), year) : year;
}

function readWholeYear(text: string, plan: Period): Reading {
  const year = readYear(text, plan);
  return year && year !== 'IMPOSSIBLE' ? { span: spanFrom(year.start, year.months), year } : year;
}

function readYear(text: string, plan: Period): Year | 'IMPOSSIBLE' | undefined {
  const match =
    /^(?:the )?(?:(fy|f\/y|financial|fiscal|municipal|academic|school|calendar)? ?(?:year)? ?)?(\d{4}|\d\d(?=\/))(?:([/-])(\d{4}|\d\d))?(?: (academic|school) year)?$/.exec(
      text,
    );
  if (!match) return readPlanYear(text, plan);
  const [, before, first = '', separator, second, after] = match;
  const name = before ?? after ?? 'calendar';
  const year = fullYear(first);
  if (name === 'municipal') return 'IMPOSSIBLE';
  // "Financial year 2026" may begin or end in 2026.
  if (!second) return name === 'calendar' ? calendarYear(year) : 'IMPOSSIBLE';
  const lastYear = second.length === 2 ? year - (year % 100) + Number(second) : Number(second);
  const isShort = first.length === 2;
  if (isShort && (lastYear !== year + 1 || year < 2020)) return undefined;
  if (lastYear === year + 1 && (separator === '/' || second.length === 2 || name !== 'calendar'))
    return { start: formatDate(year, name === 'academic' || name === 'school' ? 9 : 4, 1), months: 12 };
  if (lastYear > year && name === 'calendar')
    return { start: formatDate(year, 1, 1), months: (lastYear - year + 1) * 12 };
  return isMonthWrittenAfterItsYear(year, separator, second)
    ? { start: formatDate(year, Number(second), 1), months: 1 }
    : 'IMPOSSIBLE';
}

function isMonthWrittenAfterItsYear(year: number, separator: string | undefined, month: string): boolean {
  return (
    separator === '-' && month.length === 2 && year % 100 >= 12 && Number(month) >= 1 && Number(month) <= 12
  );
}

/** "Year 7" of a plan of three years is a school year and not meant. */
function readPlanYear(text: string, plan: Period): Year | undefined {
  const numbers = (text.match(/\d+|[a-z]+/g) ?? []).flatMap((word) => numberFrom(word) ?? []);
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  if (!plan.from || first < 1 || last < first || last > LAST_COUNTED_PLAN_YEAR) return undefined;
  const start = addMonths(plan.from, (first - 1) * 12);
  return plan.to && start > plan.to ? undefined : { start, months: (last - first + 1) * 12 };
}

function partFromWords(words: string): Part {
  const [firstWord = ''] = words.split(/[ -]/);
  const lastWord = words.split(/[ -]/).at(-1) ?? '';
  const season = SEASON_STARTS[lastWord];
  if (season) return { ...namedPart(season), months: 3 };
  const month = monthNumber(lastWord);
  if (month > 0 && THIRD_STARTS[lastWord] === undefined) return namedPart(month);
  const third = THIRD_STARTS[firstWord];
  if (third !== undefined) return { month: third, months: 4, countsFromStartOfYear: true };
  const months = /half|^h/.test(words) ? 6 : 3;
  const number = words.match(/[1-5]/)?.map(Number)[0] ?? numberFrom(firstWord) ?? 1;
  return { month: (number - 1) * months, months, countsFromStartOfYear: true };
}

function namedPart(month: number): Part {
  return { month, months: 1, countsFromStartOfYear: false };
}

function placePart(part: Part, year: Year): Reading {
  if (year.months !== 12 || part.month > 12) return 'IMPOSSIBLE';
  if (part.countsFromStartOfYear)
    return { span: spanFrom(addMonths(year.start, part.month), part.months), year };
  if (part.month < 1) return 'IMPOSSIBLE';
  const inFirstYear = formatDate(yearOf(year.start), part.month, 1);
  const start = inFirstYear < startOfMonth(year.start) ? addMonths(inFirstYear, 12) : inFirstYear;
  if (!part.days) return { span: spanFrom(start, part.months), year };
  const [from, to] = part.days.map((day) => formatDate(yearOf(start), part.month, day));
  const isReal = from && to && isCalendarDate(from) && isCalendarDate(to) && from <= to;
  return isReal ? { span: { from, to }, year } : 'IMPOSSIBLE';
}

function placePartBefore(part: Part, next: Moment): Reading {
  if (part.countsFromStartOfYear) return placePart(part, next.year);
  const year = yearOf(next.span.from);
  const sameYear = placePart(part, calendarYear(year));
  return startsBy(sameYear, next.span.from) ? sameYear : placePart(part, calendarYear(year - 1));
}

function placePartAfter(part: Part, previous: Moment): Reading {
  if (part.countsFromStartOfYear) return placePart(part, previous.year);
  const year = yearOf(previous.span.from);
  const sameYear = placePart(part, calendarYear(year));
  return startsBy(sameYear, addDays(previous.span.from, -1))
    ? placePart(part, calendarYear(year + 1))
    : sameYear;
}

function startsBy(reading: Reading, date: CalendarDate): boolean {
  return typeof reading === 'object' && 'span' in reading && reading.span.from <= date;
}

function isQuarterOrHalf(part: Part): boolean {
  return part.countsFromStartOfYear && part.months !== 4;
}

function isOneYear({ from, to }: Period): boolean {
  return from !== null && to !== null && to < addMonths(from, 12);
}

function lasting(from: CalendarDate, count: string, unit: string): Span {
  const number = numberFrom(count) ?? 1;
  if (unit.startsWith('d')) return { from, to: addDays(from, Math.max(number, 1) - 1) };
  if (unit.startsWith('w')) return { from, to: addDays(from, Math.max(number, 1) * 7 - 1) };
  return spanFrom(from, Math.max(number, 1) * (unit.startsWith('y') ? 12 : 1));
}

function spanFrom(start: CalendarDate, months: number): Span {
  return { from: start, to: addDays(addMonths(start, months), -1) };
}

function calendarYear(year: number): Year {
  return { start: formatDate(year, 1, 1), months: 12 };
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function monthNumber(name: string): number {
  return MONTH_STARTS.indexOf(name.slice(0, 3)) + 1;
}

function numberFrom(word: string): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : NUMBERS.get(word);
}

function textBefore(text: string, position: number): string {
  return text.slice(Math.max(0, position - 60), position);
}

function textAfter(text: string, position: number): string {
  return text.slice(position, position + 60);
}
