// What the status words of other trackers say, in ours. A word that says how it goes, and not how far it has come,
// is not in the table: a colour is a rating, "ongoing" may be under way or done for good, "paused" is neither
// behind nor given up, "overdue" may not have begun, "closed" may be done or given up. Those are asked for.

import { joinSpaces } from './text-lines.ts';

export const reportedStatuses = ['NOT_STARTED', 'IN_PROGRESS', 'DELAYED', 'DONE', 'STOPPED'] as const;
export type ReportedStatus = (typeof reportedStatuses)[number];

const WORDS: Readonly<Record<ReportedStatus | 'NOTHING', readonly string[]>> = {
  NOT_STARTED: [
    'not started',
    'not yet started',
    'not begun',
    'not yet begun',
    'not commenced',
    'not yet commenced',
    'yet to start',
    'yet to begin',
    'yet to commence',
    'to be started',
    'due to start',
    'awaiting start',
    'to do',
    'todo',
    'planned',
  ],
  IN_PROGRESS: [
    'in progress',
    'in progress on track',
    'on track',
    'on schedule',
    'on target',
    'on course',
    'ahead of schedule',
    'under way',
    'underway',
    'started',
    'begun',
    'commenced',
    'progressing',
    'progressing well',
    'work in progress',
    'wip',
    'being delivered',
    'in delivery',
    'partly complete',
    'partly completed',
    'partially complete',
    'partially completed',
  ],
  DELAYED: [
    'delayed',
    'delay',
    'some delay',
    'some delays',
    'minor delay',
    'minor delays',
    'slight delay',
    'slightly delayed',
    'slightly behind',
    'slightly behind schedule',
    'behind',
    'behind schedule',
    'running late',
    'running behind',
    'off track',
    'not on track',
    'slipped',
    'slipping',
    'in progress delayed',
    'in progress but delayed',
    'started but delayed',
  ],
  DONE: [
    'done',
    'complete',
    'completed',
    'action complete',
    'action completed',
    'fully complete',
    'fully completed',
    'finished',
    'delivered',
    'fully delivered',
    'achieved',
    'fully achieved',
    'implemented',
    'fully implemented',
    '✓',
    '✔',
    '☑',
    '✅',
  ],
  STOPPED: [
    'stopped',
    'cancelled',
    'canceled',
    'abandoned',
    'withdrawn',
    'discontinued',
    'dropped',
    'terminated',
    'ceased',
    'not proceeding',
    'not going ahead',
    'no longer going ahead',
    'will not be delivered',
  ],
  NOTHING: [
    '',
    'n a',
    'na',
    'not applicable',
    'none',
    'tbc',
    'tbd',
    'to be confirmed',
    'not known',
    'unknown',
    'not reported',
    'no update',
    'no update received',
    'no status',
    '?',
  ],
};

const KNOWN = new Map(
  (Object.keys(WORDS) as (ReportedStatus | 'NOTHING')[]).flatMap((status) =>
    WORDS[status].map((words) => [words, status] as const),
  ),
);

const COLOURS = new Set([
  'blue',
  'red',
  'amber',
  'green',
  'grey',
  'black',
  'white',
  'yellow',
  'orange',
  'purple',
]);
const COLOUR_LETTERS: Readonly<Record<string, string>> = {
  b: 'blue',
  r: 'red',
  a: 'amber',
  g: 'green',
  gray: 'grey',
};
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/🟢/gu, ' green '],
  [/🟡/gu, ' yellow '],
  [/🟠/gu, ' orange '],
  [/🔴/gu, ' red '],
  [/🔵/gu, ' blue '],
  [/⚪/gu, ' white '],
  [/⚫/gu, ' black '],
  // A cross before a word takes it back.
  [/[✗✘❌✖×☒]/gu, ' x '],
];
const DAY =
  /^(?:\d{1,2}(?:st|nd|rd|th)? )?(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* )?(?:20)?\d\d$|^\d{1,2} \d{1,2} (?:20)?\d\d$/;
const PERCENT = /^(\d{1,3}(?:\.\d+)?) ?%(?: (?:complete|completed|done))?$/;

export type StatusReading = ReportedStatus | 'NOTHING' | null;

/** A status as it is compared: without case, punctuation and the way it was typed. */
export function statusKey(text: string): string {
  const named = SIGNS.reduce((words, [sign, name]) => words.replace(sign, name), text.replace(/\ufe0f/g, ''));
  const plain = joinSpaces(named.normalize('NFKC').toLowerCase().replace(/['’]/g, ''));
  if (!/[\p{L}\p{N}]/u.test(plain)) return plain.replace(/[\s–—-]+/g, '');
  return joinSpaces(plain.replace(/[^\p{L}\p{M}\p{N}.%]+|\.(?!\d)/gu, ' '));
}

/** "Green", "G" and "🟢" are one colour; null for everything else. */
export function findColour(text: string): string | null {
  const key = statusKey(text);
  const name = COLOUR_LETTERS[key] ?? key;
  return COLOURS.has(name) ? name : null;
}

/** What a status says. Null when nobody knows; `NOTHING` when it says nothing. */
export function readStatusWords(text: string): StatusReading {
  const whole = readPlainly(text);
  if (whole !== null) return whole;
  if (findColour(text)) return null;
  const statuses = new Set<ReportedStatus>();
  for (const part of text.split(/[:;,()/|\n]|\s[-–—]\s|\.\s/)) {
    const words = statusKey(part);
    const said = withoutColours(words);
    if (said === '' || DAY.test(said)) continue;
    const status = readPlainly(said);
    if (status === null || status === 'NOTHING') return null;
    statuses.add(status);
  }
  if (statuses.size === 2 && statuses.has('IN_PROGRESS') && statuses.has('DELAYED')) return 'DELAYED';
  const [only = null] = statuses;
  return statuses.size === 1 ? only : null;
}

function readPlainly(text: string): StatusReading {
  const key = statusKey(text);
  const percent = PERCENT.exec(key)?.[1];
  if (percent === undefined) return KNOWN.get(key) ?? null;
  const share = Number(percent);
  if (share > 100) return null;
  return share === 0 ? 'NOT_STARTED' : share === 100 ? 'DONE' : 'IN_PROGRESS';
}

/** "green on track" says "on track"; the colour beside it says how it goes. */
function withoutColours(words: string): string {
  return words
    .split(' ')
    .filter((word, at, all) => !COLOURS.has(word) || (at > 0 && at < all.length - 1))
    .join(' ');
}

/** A colour and what the sheet itself says that it stands for. */
export interface ColourMeaning {
  colour: string;
  words: string;
}

/** "Green = on track", perhaps several in one cell, or a colour with its words in the next cell. */
export function listColourMeanings(cells: readonly string[]): ColourMeaning[] {
  const filled = cells.map(joinSpaces).filter((cell) => cell !== '');
  const pairs = filled.flatMap((cell, at) => {
    const colour = at % 2 === 0 && statusKey(cell).length > 1 ? findColour(cell) : null;
    return colour === null ? [] : [{ colour, words: filled[at + 1] ?? '' }];
  });
  if (pairs.length > 0 && pairs.length * 2 === filled.length) return pairs;
  const parts = filled
    .map((cell) => cell.replace(/^(?:key|legend|b?rag(?: (?:key|rating|status))?)\s?[:–-]\s?/i, ''))
    .flatMap((cell) => cell.split(/[;|]|,\s(?=\p{L}+\s?[:=–-])/u))
    .filter((part) => part.trim() !== '' && !/^(?:key|legend)\s?:?$/i.test(part.trim()));
  const said = parts.flatMap((part) => {
    const [, name = '', words = ''] = /^\s*(\S+)\s?[:=–-]\s?(\S.*)$/u.exec(part) ?? [];
    // "A: Homes" heads a theme.
    const colour = name.length > 1 ? findColour(name) : null;
    return colour === null || words === '' ? [] : [{ colour, words: words.trim() }];
  });
  return said.length === parts.length ? said : [];
}
