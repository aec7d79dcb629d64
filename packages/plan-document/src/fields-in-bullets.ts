import { countWords, joinSpaces } from './text-lines.ts';
import { isTimescaleAlone } from './timescales.ts';

/** What a bullet says of its lead and its time beside the promise itself. */
export interface BulletFields {
  wording: string;
  leadText: string | null;
  dueText: string | null;
}

const LEAD =
  '(?:lead(?:s|ing)?(?:\\s(?:officers?|directorates?|departments?|teams?|services?|partners?|organisations?|agency|body))?|led\\sby|(?:action\\s)?owner|responsible(?:\\s(?:officer|team|service|department))?|responsibility)';
const DUE =
  '(?:time\\s?scale|time\\s?frame|timeline|deadline|due(?:\\s(?:date|by))?|by(?:\\swhen)?|when|target\\sdate|completion(?:\\sdate)?|delivery\\sdate|date)';
const LABEL = `(?:${LEAD}|${DUE})\\s?:\\s`;
const OPENING = new RegExp(`(?:\\s*([([])\\s*|\\s+[-–—|]\\s+|\\s*[;,]\\s+|(?<=[.!?])\\s+)(?=${LABEL})`, 'i');
const BETWEEN_FIELDS = new RegExp(`\\s*(?:[.;,|]|\\s[-–—])\\s*(?=${LABEL})`, 'i');
const FIELD = new RegExp(`^(${LEAD})?(?:${DUE})?\\s?:\\s+(.{2,120})$`, 'i');
/** "St. Mary’s" ends no sentence. */
const END_OF_SENTENCE = /(?<=[\p{Ll}\d)]{3})[.!?]\s+(?=\p{Lu})/u;
const LED_BY = /\s*\((?:lead|led by|owner|responsible)[:\s]\s*([^()]{2,120})\)\.?$/i;
const BEFORE_TIMESCALE = /\s*[,;]\s*|\s+[-–—]\s+|\s+(?=(?:by|before|until)\s)/gi;
const MOST_FIELDS = 4;

/** Takes "(Lead: Housing, by May 2027)", or such words in a closing sentence, out of a bullet. */
export function readBulletFields(text: string): BulletFields {
  let read: BulletFields = { wording: text, leadText: null, dueText: null };
  for (let times = 0; times < MOST_FIELDS; times += 1) {
    const next = takeNextFields(read);
    if (next === null) break;
    read = next;
  }
  const ledBy = read.leadText === null ? LED_BY.exec(read.wording) : null;
  if (ledBy?.[1]) read = { ...read, wording: read.wording.slice(0, ledBy.index), leadText: ledBy[1] };
  return cutTimescaleFromLead(read);
}

/** The same for a line of its own, "Lead: Housing. Timescale: May 2027". */
export function readLeadField(text: string): BulletFields {
  const none = { wording: '', leadText: null, dueText: null };
  return cutTimescaleFromLead(readFields(`Lead: ${text}`, none) ?? { ...none, leadText: text });
}

function takeNextFields(read: BulletFields): BulletFields | null {
  const opening = OPENING.exec(read.wording);
  const before = read.wording.slice(0, opening?.index ?? 0);
  if (!opening || countWords(before) < 2) return null;
  const rest = read.wording.slice(opening.index + opening[0].length);
  const end = opening[1] === undefined ? findSentenceEnd(rest) : findClosing(rest);
  if (end === null) return null;
  const after = rest.slice(end.after).trim();
  const wording = /^[.;,]?$/.test(after) ? before : joinSpaces(`${before} ${after}`);
  return readFields(rest.slice(0, end.at), { ...read, wording });
}

/** The closing sentence may hold several fields; what follows them is the promise again. */
function findSentenceEnd(rest: string): { at: number; after: number } {
  const last = rest.split(BETWEEN_FIELDS).at(-1) ?? '';
  const end = END_OF_SENTENCE.exec(last);
  if (!end) return { at: rest.length, after: rest.length };
  const at = rest.length - last.length + end.index;
  return { at, after: at + end[0].length };
}

function findClosing(rest: string): { at: number; after: number } | null {
  let depth = 1;
  for (const mark of rest.matchAll(/[()[\]]/g)) {
    depth += /[([]/.test(mark[0]) ? 1 : -1;
    if (depth === 0) return { at: mark.index, after: mark.index + 1 };
  }
  return null;
}

function readFields(text: string, read: BulletFields): BulletFields | null {
  const found = text
    .split(BETWEEN_FIELDS)
    .map((part) => FIELD.exec(joinSpaces(part.replace(/[\s.;,]+$/, ''))));
  if (found.some((field) => field === null)) return null;
  const valueOf = (isLead: boolean) =>
    found.find((field) => (field?.[1] !== undefined) === isLead)?.[2] ?? null;
  return {
    ...read,
    leadText: read.leadText ?? valueOf(true),
    dueText: read.dueText ?? valueOf(false),
  };
}

/** "Schools team, by July 2027" is a lead and a time. */
function cutTimescaleFromLead(read: BulletFields): BulletFields {
  if (read.leadText === null || read.dueText !== null) return read;
  for (const sign of read.leadText.matchAll(BEFORE_TIMESCALE)) {
    const dueText = read.leadText.slice(sign.index + sign[0].length);
    const leadText = read.leadText.slice(0, sign.index);
    if (leadText !== '' && isTimescaleAlone(dueText)) return { ...read, leadText, dueText };
  }
  return read;
}
