import type { ContentWriter, TableRow } from './document-content.ts';

export interface WrittenSheet {
  name: string;
  isHidden: boolean;
  rows: readonly TableRow[];
  hiddenColumns: ReadonlySet<number>;
}

/** Adds a sheet's visible cells as a table; what is hidden is kept for the operator's eyes and out of the plan. */
export function addSheet(
  content: ContentWriter,
  { name, isHidden, rows, hiddenColumns }: WrittenSheet,
): void {
  content.startPart('sheet', name);
  if (isHidden) {
    content.addTable(
      rows.map((row) => ({ ...row, why: 'A hidden sheet' })),
      name,
    );
    return;
  }
  const isHiddenCell = (_: string, at: number) => hiddenColumns.has(at);
  const hasHidden =
    rows.some((row) => row.why) ||
    rows.some((row) => row.cells.some((cell, at) => cell !== '' && isHiddenCell(cell, at)));
  content.addTable(
    rows.map((row) => ({ ...row, cells: row.cells.map((cell, at) => (isHiddenCell(cell, at) ? '' : cell)) })),
    name,
  );
  for (const column of [...hiddenColumns].toSorted((a, b) => a - b)) {
    const values = rows.map((row) => row.cells[column] ?? '').filter((cell) => cell !== '');
    content.addLine(values.join(' '), { why: 'A hidden column', number: rows[0]?.number ?? 1 });
  }
  if (hasHidden) {
    content.addWarning({
      what: `The sheet “${name}” has hidden rows or columns, which were not read`,
      why: 'Show them in the workbook and save it if they belong to the plan.',
      code: 'hidden-parts',
    });
  }
}
