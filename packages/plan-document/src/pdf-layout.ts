import type { ContentWriter } from './document-content.ts';
import { cutIntoCells, cutIntoColumns } from './pdf-columns.ts';
import { groupIntoLines, joinItems, type PageItem } from './pdf-items.ts';
import type { RuledTable } from './pdf-rulings.ts';
import { startBlocks } from './text-blocks.ts';

export interface LaidOutPage {
  items: readonly PageItem[];
  tables: readonly RuledTable[];
}

interface Measures {
  /** Points for one letter; small enough that text never runs over the start of the next column. */
  letter: number;
  /** The height of the running text. */
  body: number;
  left: number;
}

const HEADING = 1.15;
const LONGEST_HEADING = 160;

/** What all pages have in common, so that the columns of a table stand under each other on each. */
export function measurePages(pages: readonly LaidOutPage[]): Measures {
  const items = pages.flatMap((page) => page.items);
  const widths = items.flatMap(({ text, width }) =>
    text.length >= 4 && width > 0 ? [width / text.length] : [],
  );
  const heights = items.flatMap(({ text, height }) =>
    Array.from({ length: Math.min(text.length, 200) }, () => height),
  );
  return {
    letter: Math.max(1, (findAt(widths, 0.25) ?? 5) * 0.8),
    body: findAt(heights, 0.5) ?? 11,
    left:
      findAt(
        items.map(({ x }) => x),
        0.01,
      ) ?? 0,
  };
}

function findAt(numbers: readonly number[], share: number): number | undefined {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * share)];
}

/** Writes a page as its lines look: columns under each other, gaps where the page has gaps, large letters as headings; tables that are drawn have their cells. */
export function addPageLayout(content: ContentWriter, page: LaidOutPage, number: number, measures: Measures) {
  content.startPart('page', String(number));
  const blocks = startBlocks(content);
  let rest = page.items.filter((item) => !page.tables.some((table) => table.items.has(item)));
  let pageMark = '\f';
  const addAbove = (bottom: number) => {
    const above = rest.filter(({ y }) => y < bottom);
    rest = rest.filter(({ y }) => y >= bottom);
    const parts = page.tables.length === 0 ? cutIntoColumns(above) : [above];
    for (const part of parts.filter(({ length }) => length > 0)) {
      addLines(content, groupIntoLines(part), measures, pageMark);
      content.addGap();
      pageMark = '';
    }
  };
  for (const table of page.tables.toSorted((one, other) => one.top - other.top)) {
    addAbove(table.top);
    blocks.addTable(table.rows.map((cells) => ({ cells })));
    pageMark = '';
  }
  addAbove(Number.POSITIVE_INFINITY);
}

function addLines(
  content: ContentWriter,
  lines: readonly PageItem[][],
  measures: Measures,
  pageMark: string,
) {
  const leading = findLeading(lines);
  let lastY: number | null = null;
  let heading: { text: string; height: number } | null = null;
  let mark = pageMark;
  const endHeading = () => {
    if (!heading) return;
    content.addGap();
    content.addLine(`${mark}# ${heading.text}`);
    content.addGap();
    heading = null;
    mark = '';
  };
  for (const line of lines) {
    const y = line[0]?.y ?? 0;
    const height = Math.max(...line.map((item) => item.height));
    const gap: number = lastY === null ? 0 : y - lastY;
    lastY = y;
    const text = setLine(line, measures);
    if (height > measures.body * HEADING && text.length <= LONGEST_HEADING && !/\S {2,}\S/.test(text)) {
      const open = heading as { text: string; height: number } | null;
      const goesOn = open !== null && Math.abs(open.height - height) < 1 && gap < height * 1.6;
      if (!goesOn) endHeading();
      heading = { text: goesOn ? `${open.text} ${text.trim()}` : text.trim(), height };
      continue;
    }
    endHeading();
    if (gap > leading * 1.25) content.addGap();
    content.addLine(`${mark}${text}`);
    mark = '';
  }
  endHeading();
}

/** How far apart the lines of a paragraph stand. */
function findLeading(lines: readonly PageItem[][]): number {
  const gaps = lines.flatMap((line, at) => {
    const next = lines[at + 1]?.[0];
    const gap = next && line[0] ? next.y - line[0].y : 0;
    return gap > 4 ? [gap] : [];
  });
  return findAt(gaps, 0.3) ?? 14;
}

/** Cells begin at the letter that answers to their place. */
function setLine(line: readonly PageItem[], { letter, left }: Measures): string {
  const cells = cutIntoCells(line);
  let text = '';
  for (const cell of cells) {
    const column = Math.max(0, Math.round(((cell[0]?.x ?? 0) - left) / letter));
    const words = joinItems(cell);
    // A bullet or a number and its words are one cell.
    const isMarked = /^(?:[•●○◦▪■□‣·–—o-]|\(?[\dA-Za-z]{1,3}[.)])$/.test(text.trim());
    if (isMarked && cells.length === 2) text += ` ${words}`;
    else text = text.padEnd(text === '' ? column : Math.max(column, text.length + 2)) + words;
  }
  return text;
}
