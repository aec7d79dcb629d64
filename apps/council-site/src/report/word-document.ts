import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { isRightToLeft } from './direction.rules.ts';
import type { Block, Column, Paragraphs, Piece, ReportText, Section, Table, Text } from './report.words.ts';

// A4 and its margins in twentieths of a point.
const page = { width: 11_906, height: 16_838, margin: 1134 };
const textWidth = page.width - 2 * page.margin;

const ink = '1B2A2F';
const link = '0B5563';
const quiet = '465156';
const mist = 'F5F3EE';
const hair = { style: BorderStyle.SINGLE, size: 4, color: 'B9B4A8' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** A report as a Word document on A4. It names nobody as its author. `absolute` puts this site's address before a path. */
export function writeWordDocument(text: ReportText, absolute: (path: string) => string): Promise<Buffer> {
  const { title, footer, sections } = withWholeAddresses(text, absolute);
  const document = new Document({
    title: plainText(title),
    description: footer,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 22, color: ink, language: { value: 'en-GB', bidirectional: 'ar-SA' } },
          paragraph: { spacing: { after: 120, line: 276 } },
        },
        heading1: headingStyle(40, 0, 200),
        heading2: headingStyle(28, 400, 120),
        heading3: headingStyle(23, 260, 80),
        heading4: headingStyle(21, 80, 40),
        hyperlink: { run: { color: link, underline: {} } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        footers: { default: footerOf(footer) },
        children: [
          paragraphOf(title, { heading: HeadingLevel.HEADING_1 }),
          ...sections.flatMap((section) => sectionOf(section)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** A document that is sent on has no site of its own. */
const withWholeAddresses = (text: ReportText, absolute: (path: string) => string): ReportText =>
  JSON.parse(JSON.stringify(text), (key, value: unknown) =>
    key === 'link' && typeof value === 'string' && value.startsWith('/') ? absolute(value) : value,
  ) as ReportText;

const headingStyle = (size: number, before: number, after: number) => ({
  run: { font: 'Arial', size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: ink },
  paragraph: {
    keepNext: true,
    keepLines: true,
    spacing: { before, after, line: 260, lineRule: LineRuleType.AUTO },
  },
});

const footerOf = (text: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        border: { top: { ...hair, space: 6 } },
        children: [
          new TextRun({
            size: 18,
            color: quiet,
            children: [withoutControls(text), ' · Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

const sectionOf = ({ title, blocks }: Section): (Paragraph | WordTable)[] => [
  ...(title ? [paragraphOf([{ text: title }], { heading: HeadingLevel.HEADING_2 })] : []),
  ...blocks.flatMap((block, place) => blockOf(block, blocks[place + 1])),
];

function blockOf(block: Block, next?: Block): (Paragraph | WordTable)[] {
  const introduces = next?.kind === 'table' || next?.kind === 'list' || next?.kind === 'figures';
  switch (block.kind) {
    case 'heading':
      return [paragraphOf(block.text, { heading: HeadingLevel.HEADING_3 })];
    case 'paragraph':
      return [paragraphOf(block.text, { keepNext: introduces })];
    case 'note':
      return [paragraphOf(block.text, { shading: { type: ShadingType.CLEAR, fill: 'FBECD0' } })];
    case 'list':
      return block.items.map((item, place) =>
        paragraphOf(item, {
          bullet: { level: 0 },
          spacing: { after: place === block.items.length - 1 ? 160 : 60 },
        }),
      );
    case 'facts':
      return withSpace(
        new WordTable({
          ...tableOptions([28, 72], false),
          rows: block.facts.map(
            ([label, value]) =>
              new TableRow({
                cantSplit: true,
                children: [cellOf([[{ text: label, isStrong: true }]]), cellOf(value)],
              }),
          ),
        }),
      );
    case 'table':
      return withSpace(tableOf(block));
    case 'figures':
      return block.tables.flatMap((table) => withSpace(tableOf(table)));
    case 'sides':
      return [
        paragraphOf(block.title, { heading: HeadingLevel.HEADING_3 }),
        ...withSpace(
          new WordTable({
            ...tableOptions(
              block.sides.map(() => 1),
              false,
            ),
            rows: [
              new TableRow({
                cantSplit: true,
                keepNext: true,
                children: block.sides.map((side) => sideOf(side)),
              }),
              new TableRow({ cantSplit: true, children: [sideOf(block.answer, block.sides.length)] }),
            ],
          }),
        ),
      ];
  }
}

const sideOf = ([title, words]: readonly [string, Paragraphs], columnSpan = 1): TableCell =>
  new TableCell({
    columnSpan,
    children: [
      paragraphOf([{ text: title }], { heading: HeadingLevel.HEADING_4 }),
      ...words.map((text) => paragraphOf(text, { spacing: { after: 60 } })),
    ],
  });

/** Two tables in a row would be joined by Word. */
const withSpace = (table: WordTable): (Paragraph | WordTable)[] => [
  table,
  new Paragraph({ spacing: { after: 60, line: 120 } }),
];

const tableOptions = (shares: readonly number[], hasHead: boolean) => {
  const sum = shares.reduce((total, share) => total + share, 0);
  return {
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.floor((textWidth * share) / sum)),
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 20, left: 60, right: 120 },
    borders: {
      top: hair,
      bottom: hair,
      insideHorizontal: hair,
      left: none,
      right: none,
      insideVertical: none,
    },
    tableLook: { firstRow: hasHead, firstColumn: true, noHBand: true, noVBand: true },
  };
};

function tableOf({ columns, rows }: Table): WordTable {
  return new WordTable({
    ...tableOptions(
      columns.map(({ width }) => width),
      true,
    ),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        keepNext: true,
        children: columns.map((column) => cellOf([[{ text: column.title, isStrong: true }]], column, mist)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((cell, place) => cellOf(cell, columns[place])),
          }),
      ),
    ],
  });
}

const cellOf = (cell: Paragraphs, column?: Column, fill?: string): TableCell =>
  new TableCell({
    ...(fill && { shading: { type: ShadingType.CLEAR, fill } }),
    children: cell.map((text) =>
      paragraphOf(text, {
        spacing: { after: 40, line: 252 },
        ...(column?.kind === 'number' && { alignment: AlignmentType.RIGHT }),
      }),
    ),
  });

const paragraphOf = (text: Text, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    ...options,
    ...(isRightToLeft(plainText(text)) && { bidirectional: true }),
    children: text.map(runOf),
  });

function runOf({ text, language, link: address, isStrong }: Piece) {
  const isTurned = isRightToLeft(text);
  const options: IRunOptions = {
    text: withoutControls(text),
    ...(isStrong && { bold: true, boldComplexScript: true }),
    ...(isTurned && { rightToLeft: true }),
    ...(language && { language: isTurned ? { bidirectional: language } : { value: toFullTag(language) } }),
  };
  if (!address) return new TextRun(options);
  return new ExternalHyperlink({
    link: address,
    children: [new TextRun({ ...options, style: 'Hyperlink' })],
  });
}

/** Word checks spelling by country; ours is the United Kingdom. */
const toFullTag = (language: string): string => (language === 'en' ? 'en-GB' : language);

const plainText = (text: Text): string => withoutControls(text.map((piece) => piece.text).join(''));

/** XML has no place for these, and a document that holds one does not open. */
const withoutControls = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- the very signs that are to go
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
