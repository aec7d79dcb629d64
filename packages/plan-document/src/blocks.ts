import { findColumn, type Column } from './columns.ts';
import { introducesList, isListHeading, readLeadIn } from './lead-ins.ts';
import { prepareMarkers, type Marker } from './markers.ts';
import { findLabel } from './refs.ts';
import { countWords, endsSentence, isBlank, joinWrapped, startsLowerCase, type Line } from './text-lines.ts';

/** A heading, a paragraph, a bullet, or a line such as "Lead: Housing" under a bullet, with its wrapped lines rejoined. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'field';
  text: string;
  lines: number[];
  indent: number;
  sign: string;
  ref: string | null;
  /** The word before a heading's number: "objective" of "Objective 1". */
  label: string | null;
  column: Column | null;
  lastLength: number;
}

/** No paragraph is longer; rejoining without an end would take time without an end. */
const LONGEST_BLOCK = 20_000;
const FIELD = /^([A-Z][A-Za-z' ]{1,38}):\s+(\S.*)$/;
const NO_FIELD: ReadonlySet<Column | null> = new Set([null, 'action', 'theme', 'ref'] as const);

export function readBlocks(lines: readonly Line[], isSkipped: (line: Line) => boolean): Block[] {
  const blocks: Block[] = [];
  const readMarker = prepareMarkers(lines);
  const wrapWidth = measureWrapWidth(lines);
  let hasGap = true;
  for (const line of lines) {
    if (isBlank(line) || line.isRule) {
      hasGap = true;
      continue;
    }
    if (isSkipped(line)) continue;
    const current = blocks.at(-1);
    if (
      !line.isMarkedHeading &&
      current &&
      isWrapped(current, line, hasGap, wrapWidth, readMarker(line) !== null)
    ) {
      current.text = joinWrapped(current.text, line.text);
      current.lines.push(line.number);
      current.lastLength = line.text.length;
    } else blocks.push(startBlock(line, readMarker(line), current));
    hasGap = false;
  }
  return markHeadings(blocks);
}

function startBlock(line: Line, marker: Marker | null, before: Block | undefined): Block {
  const block: Block = {
    kind: 'paragraph',
    text: line.text,
    lines: [line.number],
    indent: line.indent,
    sign: '',
    ref: null,
    label: null,
    column: null,
    lastLength: line.text.length,
  };
  const label = findLabel(line.text);
  if (label && !label.isForActions && countWords(label.rest) <= 20) {
    return { ...block, kind: 'heading', text: label.rest, ref: label.ref, label: label.word };
  }
  if (marker)
    return {
      ...block,
      kind: line.isMarkedHeading ? 'heading' : 'item',
      text: marker.rest,
      sign: marker.sign,
      ref: marker.ref,
    };
  if (line.isMarkedHeading) return { ...block, kind: 'heading' };
  const field = FIELD.exec(line.text.slice(0, 2000));
  const column = field?.[1] ? findColumn(field[1]) : null;
  if (field?.[2] && (before?.kind === 'item' || before?.kind === 'field') && !NO_FIELD.has(column)) {
    return { ...block, kind: 'field', text: field[2], column };
  }
  return block;
}

function isWrapped(
  current: Block,
  line: Line,
  hasGap: boolean,
  wrapWidth: number,
  hasMarker: boolean,
): boolean {
  if (current.text.length > LONGEST_BLOCK || hasMarker || findLabel(line.text)?.isForActions === false)
    return false;
  // "Action 1" on a line of its own labels the words below it.
  if (current.kind === 'item' && current.text === '') return true;
  const isOpen = !endsSentence(current.text);
  if (hasGap)
    return isOpen && startsLowerCase(line.text) && current.kind !== 'field' && countWords(current.text) > 4;
  if (FIELD.test(line.text.slice(0, 2000)) && !NO_FIELD.has(findColumn(line.text.split(':')[0] ?? '')))
    return false;
  if (startsLowerCase(line.text)) return true;
  if (current.kind === 'heading') return isOpen && endsInMidPhrase(current.text);
  const isFull = current.lastLength >= wrapWidth * 0.75;
  if (current.kind === 'item')
    return line.indent > current.indent || (isOpen && (isFull || endsInMidPhrase(current.text)));
  if (current.kind === 'field')
    return isOpen && (line.indent > current.indent || endsInMidPhrase(current.text));
  return isFull || (isOpen && endsInMidPhrase(current.text));
}

function endsInMidPhrase(text: string): boolean {
  return /(?:,|\b(?:and|or|of|the|a|an|to|for|with|in|on|by|from|our|their|at|as|&))$/i.test(text.slice(-12));
}

/** The length at which the document's lines wrap; lines of a page without wraps are all "not full". */
function measureWrapWidth(lines: readonly Line[]): number {
  const lengths = lines.filter((line) => !isBlank(line)).map((line) => line.text.length);
  const sorted = lengths.toSorted((a, b) => a - b);
  const widest = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return widest > 180 ? Number.POSITIVE_INFINITY : Math.max(widest, 40);
}

function markHeadings(blocks: readonly Block[]): Block[] {
  const headings: Block[] = [];
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    const before = headings.at(-1);
    if (before?.kind === 'heading' && before.text === '' && block.kind === 'paragraph') {
      before.text = block.text;
      before.lines.push(...block.lines);
    } else if (block.kind === 'paragraph' && isHeadingText(block, next))
      headings.push({ ...block, kind: 'heading', text: block.text.replace(/:$/, '') });
    else if (block.kind === 'item' && isNumberedHeading(blocks, at))
      headings.push({ ...block, kind: 'heading' });
    else headings.push(block);
  }
  return headings;
}

export function looksLikeHeading(text: string): boolean {
  return (
    text.length <= 110 &&
    countWords(text) <= 14 &&
    /^["'“‘(]?[\p{Lu}\d]/u.test(text) &&
    !/[.;,:]$/.test(text) &&
    /\p{L}{2}/u.test(text) &&
    !text.includes('@')
  );
}

function isHeadingText(block: Block, next: Block | undefined): boolean {
  if (block.text.endsWith(':')) {
    const words = block.text.slice(0, -1);
    return (
      next?.kind === 'item' &&
      countWords(words) <= 6 &&
      looksLikeHeading(words) &&
      !introducesList(words) &&
      !readLeadIn(words).isExplicit
    );
  }
  return (
    looksLikeHeading(block.text) &&
    !(next?.kind === 'item' && introducesList(block.text) && !isListHeading(block.text))
  );
}

/** "1. Housing" is a heading when something other than "2. …" stands under it. */
function isNumberedHeading(blocks: readonly Block[], at: number): boolean {
  const [before, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]];
  if (block?.kind !== 'item' || !/^(?:number|capital|ref)/.test(block.sign)) return false;
  if (!looksLikeHeading(block.text) || !next) return false;
  const continuesList =
    before?.kind === 'item' && before.sign === block.sign && Number(before.ref) + 1 === Number(block.ref);
  if (next.kind === 'item') {
    if (next.ref !== null && block.ref !== null && isUnder(next.ref, block.ref)) return true;
    if (block.sign === 'ref') return false;
    // The last of a list may stand right above the next heading.
    if (continuesList && next.sign !== block.sign) return !isNumberedHeading(blocks, at + 1);
    return next.sign !== block.sign || (next.ref === '1' && !continuesList);
  }
  return next.kind !== 'field' && block.sign !== 'ref' && !continuesList;
}

function isUnder(ref: string, stem: string): boolean {
  return ref !== stem && ref.startsWith(stem) && /^(?:\.|-?\d|[a-z]$)/.test(ref.slice(stem.length));
}
