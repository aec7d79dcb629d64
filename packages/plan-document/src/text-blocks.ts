import type { ContentWriter, TableRow } from './document-content.ts';

/** Writes the blocks of running text as the lines that the readers of text know. */
export interface BlockWriter {
  addHeading(text: string): void;
  addParagraph(text: string, why?: string | null): void;
  /** A bullet or a number, `level` lists deep. */
  addItem(sign: string, text: string, level: number): void;
  addTable(rows: readonly TableRow[]): void;
}

const INDENT = '  ';

export function startBlocks(content: ContentWriter): BlockWriter {
  let isInList = false;
  return {
    addHeading(text) {
      isInList = false;
      content.addGap();
      // A heading is one line, however it is broken on the page.
      if (text.trim() !== '') content.addLine(`# ${text.replace(/\s+/g, ' ').trim()}`);
      content.addGap();
    },
    addParagraph(text, why = null) {
      isInList = false;
      content.addGap();
      for (const line of text.split('\n')) content.addLine(separateNumber(line.trim()), { why });
      content.addGap();
    },
    addItem(sign, text, level) {
      if (!isInList) content.addGap();
      isInList = true;
      const [first = '', ...rest] = text
        .replaceAll('\t', ' ')
        .split('\n')
        .map((line) => line.trim());
      content.addLine(`${INDENT.repeat(level)}${sign} ${first}`);
      for (const line of rest) content.addLine(`${INDENT.repeat(level + 1)}${line}`);
    },
    addTable(rows) {
      isInList = false;
      const width = Math.max(...rows.map(({ cells }) => cells.length), 0);
      // A table of one column is a frame round running text.
      if (width > 1) content.addTable(rows);
      else for (const { cells, why } of rows) this.addParagraph(cells.join(''), why ?? null);
    },
  };
}

/** A tab after a number or a bullet that was typed by hand parts no cells. */
function separateNumber(line: string): string {
  return line.replace(
    /^([\d.()]{1,10}[a-z]?[.):]?|[A-Za-z]{1,3}[-.]?\d{0,3}[.):]?|[•●○◦▪■□‣·*–—-])\t+(?=[^\t]+$)/,
    '$1 ',
  );
}
