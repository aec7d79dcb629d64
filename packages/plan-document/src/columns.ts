import type { Glossary } from './glossary.ts';
import { isPlaceholder } from './placeholders.ts';
import { joinSpaces } from './text-lines.ts';
import { isTimescaleAlone } from './timescales.ts';

export type Column =
  'action' | 'theme' | 'ref' | 'lead' | 'due' | 'status' | 'progress' | 'target' | 'outcome' | 'detail';

/** What councils call their columns. The longest phrase in a header wins, and among equals the last one. */
const PHRASES: Readonly<Record<Column, readonly string[]>> = {
  action: [
    'action',
    'commitment',
    'objective',
    'activity',
    'task',
    'deliverable',
    'pledge',
    'promise',
    'initiative',
    'intervention',
    'step',
    'what we will do',
    'what will we do',
    'what will be done',
    'what we are going to do',
    'what we do',
    'what we plan to do',
    'what are we going to do',
    'what need to be done',
    'what need to happen',
    'what need doing',
    'proposal',
    'project',
  ],
  theme: [
    'theme',
    'priority',
    'area',
    'pillar',
    'strand',
    'workstream',
    'goal',
    'aim',
    'ambition',
    'priority area',
    'focus area',
    'strategic priority',
    'strategic objective',
    'strategic aim',
    'outcome area',
    'section',
    'category',
    'work stream',
    'service area',
    'action area',
  ],
  ref: [
    'ref',
    'reference',
    'number',
    'id',
    'no',
    'code',
    'identifier',
    'item',
    '#',
    'ref no',
    'reference number',
  ],
  lead: [
    'lead',
    'team',
    'owner',
    'responsible',
    'responsibility',
    'directorate',
    'department',
    'who',
    'lead officer',
    'lead directorate',
    'accountable',
    'lead organisation',
    'who will do it',
    'who will lead',
    'led by',
    'who is responsible',
    'service lead',
    'delivered by',
    'lead partner',
    'lead service',
    'officer',
    'organisation',
  ],
  due: [
    'timescale',
    'deadline',
    'when',
    'due',
    'by when',
    'target date',
    'date',
    'due date',
    'completion date',
    'timeline',
    'timeframe',
    'time frame',
    'time scale',
    'timing',
    'completed by',
    'complete by',
    'year',
    'delivery date',
    'quarter',
    'target completion date',
    'target completion',
    'target end',
    'target end date',
    'target delivery',
    'target deadline',
    'target timescale',
    'target timeframe',
    'target month',
    'target quarter',
    'target year',
    'planned completion',
    'expected completion',
    'estimated completion',
    'anticipated completion',
    'target for completion',
    'end date',
    'when will we do it',
    'when will it happen',
    'due by',
    'milestone date',
  ],
  status: [
    'status',
    'rag',
    'brag',
    'rag status',
    'brag status',
    'rag rating',
    'brag rating',
    'rating',
    'progress status',
    'current status',
  ],
  progress: [
    'progress',
    'update',
    'progress update',
    'latest update',
    'status update',
    'progress to date',
    'progress so far',
    'progress note',
    'progress comment',
    'current position',
    'what has happened',
    'what we have done',
  ],
  target: [
    'target',
    'measure',
    'success measure',
    'kpi',
    'indicator',
    'key performance indicator',
    'success criteria',
    'how will we know',
    'how we will know',
    'how will we measure success',
    'how we will measure success',
    'milestone',
    'measure of success',
    'performance measure',
    'progress measure',
    'metric',
    'output',
    'evidence of success',
  ],
  outcome: [
    'outcome',
    'expected outcome',
    'impact',
    'result',
    'benefit',
    'intended outcome',
    'difference',
    'what will change',
    'want to achieve',
    'will we achieve',
    'we will achieve',
    'success look like',
    'good look like',
  ],
  detail: [
    'detail',
    'description',
    'further information',
    'more information',
    'how',
    'how we will do it',
    'background',
  ],
};

/** What a person calls our columns. */
export const columnNames: Readonly<Record<Column, string>> = {
  action: 'action',
  theme: 'theme',
  ref: 'reference',
  lead: 'lead',
  due: 'timescale',
  status: 'status',
  progress: 'progress',
  target: 'target',
  outcome: 'outcome',
  detail: 'detail',
};

/** Words that say what a column holds only where nothing else stands in its head. */
const ALONE: Readonly<Record<string, Column>> = { what: 'action', completion: 'due' };

/** Headers that hold a known word but mean something of their own. */
const LOOKALIKES =
  /^(?:start|actual|date (?:completed?|achieved|closed|finished)|completed date|created?|adopted|added|approved|review(?:ed)?|last|modified|baseline|number of|how many|e ?mail|phone|cost|budget|resource)\b/;
const WORDS_IN_HEADER = 8;

interface Phrase {
  column: Column;
  words: readonly string[];
}

const KNOWN: readonly Phrase[] = (Object.keys(PHRASES) as Column[]).flatMap((column) =>
  PHRASES[column].map((phrase) => ({ column, words: phrase.split(' ') })),
);

/** Which of our columns a header means, or null. */
export function findColumn(header: string): Column | null {
  const words = listHeaderWords(header);
  if (words.length === 0 || words.length > WORDS_IN_HEADER || LOOKALIKES.test(words.join(' '))) return null;
  const alone = words.length === 1 && !header.includes('%') ? ALONE[words[0] ?? ''] : undefined;
  if (alone) return alone;
  // "Lead for this action" is about a lead, "Measure of success" about a measure.
  const cut = words.findIndex((word, at) => at > 0 && /^(?:of|for|against)$/.test(word));
  return findPhrase(words)?.column === undefined
    ? null
    : ((cut > 0 ? findPhrase(words.slice(0, cut))?.column : undefined) ?? findPhrase(words)?.column ?? null);
}

/** What an unknown header comes nearest to. */
export function findClosestColumn(header: string): Column | null {
  const words = listHeaderWords(header);
  let closest: { column: Column; score: number } | null = null;
  for (const { column, words: phrase } of KNOWN) {
    for (const known of phrase) {
      for (const word of words) {
        const score = similarity(word, known);
        if (score >= 0.6 && score > (closest?.score ?? 0)) closest = { column, score };
      }
    }
  }
  return closest?.column ?? null;
}

export interface KnownColumns {
  positions: Map<Column, number>;
  unknown: number[];
  /** Left out because somebody has said so. */
  leftOut: number[];
  /** Not read because another header takes the same column by somebody's word. */
  clashes: { at: number; with: number }[];
}

/** Reads a row as column headers, or says that it is none: an action column and another one are needed. */
export function readHeaderRow(cells: readonly string[], glossary: Glossary): KnownColumns | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return null;
  const { positions, leftOut, clashes, settled } = readGivenHeaders(cells, glossary);
  const unknown: number[] = [];
  const objectives: number[] = [];
  const given = new Set(positions.keys());
  for (const [at, cell] of cells.entries()) {
    if (cell.trim() === '' || settled.has(at)) continue;
    const column = findColumn(cell);
    if (column === null) unknown.push(at);
    else if (column === 'action' && /objective|commitment|goal/i.test(cell) && !/action/i.test(cell))
      objectives.push(at);
    else if (given.has(column)) clashes.push({ at, with: positions.get(column) ?? at });
    else if (positions.has(column)) unknown.push(preferColumn(positions, column, at, cells));
    else positions.set(column, at);
  }
  // "Objective" is the action unless another column is; then it is what the actions stand under.
  for (const at of objectives) {
    if (!positions.has('action')) positions.set('action', at);
    else if (!positions.has('theme')) positions.set('theme', at);
    else unknown.push(at);
  }
  if (!positions.has('action')) {
    const stand = given.has('detail') ? undefined : positions.get('detail');
    if (stand === undefined || !(positions.has('due') || positions.has('theme') || positions.has('status')))
      return null;
    positions.delete('detail');
    positions.set('action', stand);
  }
  const hasOneMeaning = positions.size + leftOut.length < 2 && filled.length > 1;
  if (hasOneMeaning || unknown.length > positions.size * 3) return null;
  return { positions, unknown: unknown.toSorted((a, b) => a - b), leftOut, clashes };
}

function readGivenHeaders(cells: readonly string[], glossary: Glossary) {
  const positions = new Map<Column, number>();
  const leftOut: number[] = [];
  const clashes: KnownColumns['clashes'] = [];
  const settled = new Set<number>();
  for (const [at, cell] of cells.entries()) {
    const meaning = glossary.meaningOf(nameColumn(cell, at));
    if (meaning === undefined) continue;
    settled.add(at);
    const earlier = meaning === null ? undefined : positions.get(meaning);
    if (meaning === null) leftOut.push(at);
    else if (earlier === undefined) positions.set(meaning, at);
    else clashes.push({ at, with: earlier });
  }
  return { positions, leftOut, clashes, settled };
}

/** A column called "Target" that holds nothing but dates says when, unless another column does. */
export function readTargetAsDate(
  known: KnownColumns,
  cellsBelow: (at: number) => readonly string[],
  isGiven: (at: number) => boolean,
): KnownColumns {
  const at = known.positions.get('target');
  if (at === undefined || known.positions.has('due') || isGiven(at)) return known;
  const filled = cellsBelow(at).filter((cell) => cell.trim() !== '' && !isPlaceholder(cell));
  if (filled.length === 0 || !filled.every(isTimescaleAlone)) return known;
  const positions = new Map(known.positions);
  positions.delete('target');
  return { ...known, positions: positions.set('due', at) };
}

/** Tells the glossary what each column of a table was read as. */
export function noteColumns(
  cells: readonly string[],
  { positions, unknown, leftOut, clashes }: KnownColumns,
  headless: readonly number[],
  glossary: Glossary,
) {
  const columnAt = new Map([...positions].map(([column, at]) => [at, column]));
  const clashAt = new Map(clashes.map((clash) => [clash.at, clash.with]));
  const noted = [...columnAt.keys(), ...unknown, ...leftOut, ...clashAt.keys(), ...headless];
  for (const at of new Set(noted.toSorted((a, b) => a - b))) {
    const header = nameColumn(cells[at] ?? '', at);
    const rival = clashAt.get(at);
    const nearest = unknown.includes(at) ? findClosestColumn(header) : null;
    glossary.noteColumn({
      header,
      column: columnAt.get(at) ?? null,
      isGiven: glossary.meaningOf(header) !== undefined,
      nearest: nearest !== null && positions.has(nearest) ? null : nearest,
      clashesWith: rival === undefined ? null : nameColumn(cells[rival] ?? '', rival),
    });
  }
}

/** Its header, or what a spreadsheet itself calls a column: "Column A". */
export function nameColumn(header: string, at: number): string {
  return joinSpaces(header) || `Column ${describeLetters(at)}`;
}

function describeLetters(at: number): string {
  const before = Math.floor(at / 26);
  return `${before > 0 ? describeLetters(before - 1) : ''}${String.fromCharCode(65 + (at % 26))}`;
}

/** Of two columns with one meaning the plainer one stays: "Target date" before "Milestone date". */
function preferColumn(
  positions: Map<Column, number>,
  column: Column,
  at: number,
  cells: readonly string[],
): number {
  const earlier = positions.get(column) ?? at;
  const isPlainer = listHeaderWords(cells[at] ?? '').join(' ') === PHRASES[column][0];
  if (!isPlainer) return at;
  positions.set(column, at);
  return earlier;
}

function listHeaderWords(header: string): string[] {
  if (header.length > 120) return [];
  return header
    .toLowerCase()
    .replace(/no\.(?=\s|$)/g, 'no')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map(singular);
}

function singular(word: string): string {
  if (/(?:ies)$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^sui]s$/.test(word) && word.length > 3) return word.slice(0, -1);
  return word;
}

function findPhrase(words: readonly string[]): Phrase | null {
  let best: Phrase | null = null;
  let bestEnd = -1;
  for (const phrase of KNOWN) {
    const at = lastIndexOfPhrase(words, phrase.words);
    if (at === -1) continue;
    const end = at + phrase.words.length;
    if (
      !best ||
      phrase.words.length > best.words.length ||
      (phrase.words.length === best.words.length && end > bestEnd)
    ) {
      best = phrase;
      bestEnd = end;
    }
  }
  return best;
}

function lastIndexOfPhrase(words: readonly string[], phrase: readonly string[]): number {
  for (let at = words.length - phrase.length; at >= 0; at -= 1) {
    if (phrase.every((word, offset) => words[at + offset] === word)) return at;
  }
  return -1;
}

/** How many pairs of letters two words share, from 0 to 1. */
function similarity(one: string, other: string): number {
  const onePairs = listPairs(one);
  const otherPairs = listPairs(other);
  if (onePairs.length === 0 || otherPairs.length === 0) return 0;
  const shared = onePairs.filter((pair) => otherPairs.includes(pair)).length;
  return (2 * shared) / (onePairs.length + otherPairs.length);
}

function listPairs(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}
