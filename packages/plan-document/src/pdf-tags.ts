import type { ContentWriter } from './document-content.ts';
import {
  groupIntoLines,
  joinItems,
  joinLines,
  type PageItem,
  type PageItems,
  type PdfPage,
} from './pdf-items.ts';
import { joinSplitRow } from './split-rows.ts';
import { startBlocks } from './text-blocks.ts';

type TagTree = NonNullable<Awaited<ReturnType<PdfPage['getStructTree']>>>;
type Tag = TagTree['children'][number];

interface TaggedRow {
  cells: { text: string; x: number | null }[];
}

type TaggedBlock =
  | { kind: 'heading' | 'paragraph'; text: string; why: string | null }
  | { kind: 'item'; sign: string; text: string; level: number; hasSign: boolean }
  | { kind: 'table'; rows: string[][] };

export interface TaggedPage {
  blocks: TaggedBlock[];
  /** What stands on the page outside its text: headers, footers, decoration. */
  furniture: string[];
}

const MOST_UNTAGGED = 0.3;
const DEEPEST = 100;
const PARTS = new Set(
  'Root Document Part Art Sect Div BlockQuote NonStruct Private Form Figure Aside Note FENote TOC Index'.split(
    ' ',
  ),
);

/** Reads a page by its tags; null where it has none, or where they leave out much of what it shows. */
export async function readPageTags(page: PdfPage, { items }: PageItems): Promise<TaggedPage | null> {
  if (items.length === 0) return { blocks: [], furniture: [] };
  const tree = await page.getStructTree().catch(() => null);
  if (!tree || tree.children.length === 0) return null;
  const byMark = Map.groupBy(items, ({ mark }) => mark ?? '');
  const read = new Set<string>();
  const blocks: TaggedBlock[] = [];

  const collect = (tag: Tag, depth: number): PageItem[] => {
    if (!('role' in tag)) {
      const mark = 'id' in tag ? tag.id : '';
      if (read.has(mark)) return [];
      read.add(mark);
      return mark === '' ? [] : (byMark.get(mark) ?? []);
    }
    return depth > DEEPEST ? [] : tag.children.flatMap((child) => collect(child, depth + 1));
  };
  const textOf = (tag: Tag, depth: number) => joinLines(collect(tag, depth));
  const roleOf = (tag: Tag) => ('role' in tag ? tag.role : '');
  const childrenOf = (tag: Tag): Tag[] => ('role' in tag ? tag.children : []);

  const readTag = (tag: Tag, depth: number, level: number) => {
    if (depth > DEEPEST) return;
    const role = roleOf(tag);
    if (/^(?:H\d?|Title)$/.test(role)) blocks.push({ kind: 'heading', text: textOf(tag, depth), why: null });
    else if (role === 'L') childrenOf(tag).forEach((child) => readItem(child, depth + 1, level));
    else if (role === 'Table') blocks.push({ kind: 'table', rows: placeCells(readRows(tag, depth)) });
    else if (role === 'TOC' || role === 'TOCI')
      blocks.push({ kind: 'paragraph', text: textOf(tag, depth), why: 'The table of contents' });
    else if (PARTS.has(role) && childrenOf(tag).some((child) => roleOf(child) !== ''))
      childrenOf(tag).forEach((child) => readTag(child, depth + 1, level));
    else blocks.push({ kind: 'paragraph', text: textOf(tag, depth), why: null });
  };
  const readItem = (tag: Tag, depth: number, level: number) => {
    if (roleOf(tag) === 'L') return readTag(tag, depth, level + 1);
    if (roleOf(tag) !== 'LI') return readTag(tag, depth, level);
    const inner: Tag[] = [];
    const words: PageItem[] = [];
    let sign = '';
    const sort = (part: Tag, at: number) => {
      if (roleOf(part) === 'L') inner.push(part);
      else if (roleOf(part) === 'Lbl') sign = textOf(part, at);
      else if (roleOf(part) === '') words.push(...collect(part, at));
      else if (at <= DEEPEST) childrenOf(part).forEach((child) => sort(child, at + 1));
    };
    childrenOf(tag).forEach((part) => sort(part, depth + 1));
    const text = joinLines(words);
    if (text !== '') blocks.push({ kind: 'item', ...cutSign(sign, text), level });
    for (const list of inner) readTag(list, depth + 1, level + 1);
  };
  const readRows = (tag: Tag, depth: number): TaggedRow[] =>
    childrenOf(tag).flatMap((child) => {
      if (roleOf(child) !== 'TR') return depth > DEEPEST ? [] : readRows(child, depth + 1);
      const cells = childrenOf(child).filter((cell) => /^T[HD]$/.test(roleOf(cell)));
      return [
        {
          cells: cells.map((cell) => {
            const found = collect(cell, depth + 1);
            return {
              text: joinLines(found),
              x: found.length > 0 ? Math.min(...found.map(({ x }) => x)) : null,
            };
          }),
        },
      ];
    });

  tree.children.forEach((child) => readTag(child, 0, 0));
  const outside = items.filter(({ mark }) => mark === null || !read.has(mark));
  if (countLetters(outside) > countLetters(items) * MOST_UNTAGGED) return null;
  return {
    blocks: blocks.filter((block) => block.kind === 'table' || block.text !== ''),
    furniture: groupIntoLines(outside).map(joinItems),
  };
}

function countLetters(items: readonly PageItem[]): number {
  return items.reduce((sum, { text }) => sum + text.length, 0);
}

/** Some programs leave the bullet or the number among the words. */
function cutSign(sign: string, text: string): { sign: string; text: string; hasSign: boolean } {
  if (sign !== '') return { sign: /[\p{L}\p{N}]/u.test(sign) ? sign : '•', text, hasSign: true };
  const written = /^([•●○◦▪■□‣·\p{Co}]|\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-z][.)])\s+(?=\S)/u.exec(text);
  if (!written?.[1]) return { sign: '•', text, hasSign: false };
  return {
    sign: /[\p{L}\p{N}]/u.test(written[1]) ? written[1] : '•',
    text: text.slice(written[0].length),
    hasSign: true,
  };
}

export function addTaggedPages(content: ContentWriter, pages: readonly TaggedPage[]) {
  const blocks = startBlocks(content);
  for (const [at, page] of [...pages.entries()].toReversed()) {
    joinOverPages(pages[at - 1]?.blocks ?? [], page.blocks);
  }
  for (const [at, page] of pages.entries()) {
    content.startPart('page', String(at + 1));
    for (const line of page.furniture) blocks.addParagraph(line, 'A header or footer of the page');
    for (const block of page.blocks) {
      if (block.kind === 'table') blocks.addTable(block.rows.map((cells) => ({ cells })));
      else if (block.kind === 'item') blocks.addItem(block.sign, block.text, block.level);
      else if (block.kind === 'heading') blocks.addHeading(block.text);
      else blocks.addParagraph(block.text, block.why);
    }
  }
}

/** Merged cells leave gaps that the tags do not tell of: the cells of shorter rows go under the heads they stand under. */
function placeCells(rows: readonly TaggedRow[]): string[][] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const full = rows.filter(({ cells }) => cells.length === width);
  const starts = Array.from({ length: width }, (_, at) =>
    Math.min(...full.flatMap(({ cells }) => cells[at]?.x ?? [])),
  );
  return rows.map(({ cells }) => {
    if (cells.length === width) return cells.map(({ text }) => text);
    const placed = Array.from({ length: width }, () => '');
    for (const [at, { text, x }] of cells.entries()) {
      const under = x === null ? at : starts.findLastIndex((start) => start <= x + 2);
      placed[Math.max(0, under)] = `${placed[Math.max(0, under)] ?? ''} ${text}`.trim();
    }
    return placed;
  });
}

/** A row, an item or a paragraph that goes on after a page break. */
function joinOverPages(above: TaggedBlock[], below: TaggedBlock[]) {
  const last = above.at(-1);
  const [first] = below;
  if (!last || !first) return;
  if (last.kind === 'table' && first.kind === 'table') joinSplitRow(last, first);
  else if (
    last.kind !== 'table' &&
    first.kind === last.kind &&
    first.kind !== 'heading' &&
    !(first.kind === 'item' && first.hasSign) &&
    !/[.!?:;]["'”’)]?$/.test(last.text)
  ) {
    last.text = `${last.text} ${first.text}`;
    below.shift();
  }
}
