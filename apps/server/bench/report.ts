/** One line of the table: what was measured, beside what, and the bar that it is held to. */
export interface Row {
  what: string;
  ours: string;
  beside: string;
  bar: string;
  /** Null where there is no bar. */
  isMet: boolean | null;
}

/** A ratio beside the least that it should be. */
export const atLeast = (ratio: number, least: number): Pick<Row, 'bar' | 'isMet'> => ({
  bar: `≥ ${least.toFixed(1)} ×`,
  isMet: ratio >= least,
});

/** A quantity beside the most that it should be. */
export const atMost = (value: number, most: number, unit: string): Pick<Row, 'bar' | 'isMet'> => ({
  bar: `≤ ${most.toLocaleString('en-GB')} ${unit}`,
  isMet: value <= most,
});

export const noBar: Pick<Row, 'bar' | 'isMet'> = { bar: '', isMet: null };

export const formatRatio = (ratio: number) => `${ratio.toFixed(2)} ×`;

export const formatNumber = (value: number, digits = 0) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The rows as a table in plain text. */
export function describeTable(rows: readonly Row[]): string {
  const cells = [
    ['measured', 'ours', 'beside', 'bar', ''],
    ...rows.map(({ what, ours, beside, bar, isMet }) => [
      what,
      ours,
      beside,
      bar,
      isMet === null ? '' : isMet ? 'met' : 'NOT MET',
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}
