import type { FigurePartsFragment } from '../../generated/operations.ts';

// Where the marks of a target's chart stand: heights from 0, the lowest figure, to 1, the highest; times from 0, the
// first day, to 1, the last.

export type Measured = Pick<
  FigurePartsFragment['measurements'][number],
  'measuredOn' | 'value' | 'isFewerThanFive'
>;

/** What of a target or a share is drawn. */
export type DrawnFigure = Pick<FigurePartsFragment, 'unit' | 'baselineValue' | 'targetValue'> & {
  readonly measurements: readonly Measured[];
};

/** Where one measurement stands. */
export interface Mark {
  readonly day: string;
  readonly time: number;
  readonly value: number | null;
  /** Null where the number is too small to be shown: no height may tell it. */
  readonly height: number | null;
}

export interface Marks {
  /** By day, oldest first. */
  readonly measured: readonly Mark[];
  readonly target: number | null;
  readonly baseline: number | null;
  /** The height of the figure 0. */
  readonly zero: number;
}

export const isPerCent = (unit: string | null): boolean => /^(%|per ?cent)/i.test(unit || '');

/** Null when it is too small to be shown. */
export const findValue = ({ value, isFewerThanFive }: Measured): number | null =>
  isFewerThanFive ? null : value;

/** The marks of a figure; all without height where nothing was measured that may be shown. */
export function placeMarks({ unit, baselineValue, targetValue, measurements }: DrawnFigure): Marks {
  const shown = measurements.map((each) => ({
    day: each.measuredOn,
    time: Date.parse(each.measuredOn),
    value: findValue(each),
  }));
  // From 0, so that no small step looks large; what is in per cent goes up to the whole.
  const figures = [
    baselineValue,
    targetValue,
    isPerCent(unit) ? 100 : 0,
    ...shown.map(({ value }) => value),
  ].map(Number);
  const lowest = Math.min(0, ...figures);
  const range = Math.max(0, ...figures) - lowest || 1;
  const place = (value: number | null) => (value === null ? null : (value - lowest) / range);
  const times = shown.map(({ time }) => time);
  const first = Math.min(...times);
  const span = Math.max(...times) - first || 1;
  return {
    measured: shown.map(({ day, time, value }) => ({
      day,
      time: (time - first) / span,
      value,
      height: place(value),
    })),
    target: place(targetValue),
    baseline: place(baselineValue),
    zero: -lowest / range,
  };
}
