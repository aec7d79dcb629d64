import type { getDocumentProxy } from 'unpdf';

import { joinSpaces, joinWrapped } from './text-lines.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** A run of letters, and where it stands: from the left and from the top, in points, as the page is looked at. */
export interface PageItem {
  text: string;
  x: number;
  /** The line on which it stands. */
  y: number;
  width: number;
  height: number;
  isRightToLeft: boolean;
  /** The mark that the tags refer to. */
  mark: string | null;
}

export interface PageItems {
  items: PageItem[];
  hasPicture: boolean;
}

const MOST_ITEMS = 200_000;

export async function readPageItems(page: PdfPage): Promise<PageItems> {
  const { transform: view } = page.getViewport({ scale: 1 });
  const { items: found } = await page.getTextContent({ includeMarkedContent: true });
  const items: PageItem[] = [];
  const marks: (string | null)[] = [];
  for (const item of found.slice(0, MOST_ITEMS)) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(('id' in item ? (item.id as string | null) : null) ?? marks.at(-1) ?? null);
      continue;
    }
    if (item.str.trim() === '') continue;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiply(view, item.transform);
    const height = Math.hypot(c, d) || item.height;
    // Letters that run up or down the page are a stamp or the name of a chart's axis.
    if (Math.abs(b) > Math.abs(a) || height === 0) continue;
    items.push({
      text: tidyLetters(item.str),
      x: e,
      y: f,
      width: item.width,
      height,
      isRightToLeft: item.dir === 'rtl',
      mark: marks.findLast((mark) => mark !== null) ?? null,
    });
  }
  return { items, hasPicture: items.length === 0 && (await hasPicture(page)) };
}

/** Letters as they are typed: the shapes of Arabic letters and of ligatures are what fonts make of them. */
function tidyLetters(text: string): string {
  return text
    .replace(/[\ufb00-\ufdff\ufe70-\ufefc]/g, (shape) => shape.normalize('NFKC'))
    .replace(/(\s)(\p{Mn}+)/gu, '$2$1');
}

/** Whether anything is drawn on a page that holds no text. */
async function hasPicture(page: PdfPage): Promise<boolean> {
  const { fnArray } = await page.getOperatorList().catch(() => ({ fnArray: [0] }));
  return fnArray.length > 0;
}

/** Two transformations one after the other, as PDF writes them. */
export function multiply(one: readonly number[], other: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = other;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Letters of one line in the order in which they are read. */
export function joinItems(items: readonly PageItem[]): string {
  const letters = items.reduce((sum, { text }) => sum + text.length, 0);
  const backwards = items.reduce(
    (sum, { text, isRightToLeft }) => sum + (isRightToLeft ? text.length : 0),
    0,
  );
  const isBackwards = backwards * 2 > letters;
  const ordered = items.toSorted((one, other) => (isBackwards ? other.x - one.x : one.x - other.x));
  let text = '';
  let before: PageItem | null = null;
  for (const item of ordered) {
    const gap = before
      ? isBackwards
        ? before.x - (item.x + item.width)
        : item.x - (before.x + before.width)
      : 0;
    if (before && gap > item.height * 0.12) text += ' ';
    text += item.text;
    before = item;
  }
  return text;
}

/** The lines that letters stand on, from the top. */
export function groupIntoLines(items: readonly PageItem[]): PageItem[][] {
  const lines: { y: number; items: PageItem[] }[] = [];
  for (const item of items.toSorted((one, other) => one.y - other.y)) {
    const line = lines.at(-1);
    if (line && item.y - line.y < item.height * 0.4) line.items.push(item);
    else lines.push({ y: item.y, items: [item] });
  }
  return lines.map(({ items: found }) => found);
}

/** The words of a paragraph or a cell, over all its lines. */
export function joinLines(items: readonly PageItem[]): string {
  return groupIntoLines(items).reduce((text, line) => joinWrapped(text, joinSpaces(joinItems(line))), '');
}
