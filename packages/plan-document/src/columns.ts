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
    'what',
    'what need to be done',
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
  ],
  detail: [
    'detail',
    'description',
    'further information',
    'more information',
    'how',
    'how we will do it',
    'note',
    'comment',
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

/** Headers that hold a known word but mean something of their own. */
const LOOKALIKES =
  /^(?:start|created?|adopted|added|approved|reviewed?|last|modified|baseline|number of|how many|e ?mail|phone|cost|budget|resource)\b/;
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
  // "Lead for this action" is about a lead, "Measure of success" about a measure.
  const cut = words.findIndex((word, at) => at > 0 && (word === 'of' || word === 'for'));
  return findPhrase(words)?.column === undefined
    ? null
    : ((cut > 0 ? findPhrase(words.slice(0, cut))?.column : undefined) ?? findPhrase(words)?.column ?? null);
}

/** What an unknown header comes nearest to, for a warning. */
export function describeClosestColumn(header: string): string | null {
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
  return closest ? columnNames[closest.column] : null;
}

export interface KnownColumns {
  positions: Map<Column, number>;
  unknown: number[];
}

/** Reads a row as column headers, or says that it is none: an action column and another one are needed. */
export function readHeaderRow(cells: readonly string[]): KnownColumns | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return null;
  const positions = new Map<Column, number>();
  const unknown: number[] = [];
  const objectives: number[] = [];
  for (const [at, cell] of cells.entries()) {
    if (cell.trim() === '') continue;
    const column = findColumn(cell);
    if (column === null) unknown.push(at);
    else if (column === 'action' && /objective|commitment|goal/i.test(cell) && !/action/i.test(cell))
      objectives.push(at);
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
    const stand = positions.get('detail');
    if (stand === undefined || !(positions.has('due') || positions.has('theme') || positions.has('status')))
      return null;
    positions.delete('detail');
    positions.set('action', stand);
  }
  if ((positions.size < 2 && filled.length > 1) || unknown.length > positions.size * 3) return null;
  return { positions, unknown: unknown.toSorted((a, b) => a - b) };
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
