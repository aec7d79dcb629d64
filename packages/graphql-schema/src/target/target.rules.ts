// How near a target is, and which figures are too small to show.

interface TargetFigures {
  unit: string | null;
  baselineValue: number | null;
  targetValue: number | null;
}

/** A measured value. One to four people or things are known as "fewer than five" only. */
interface GuardedValue {
  value: number | null;
  isFewerThanFive: boolean;
}

export interface TargetProgress {
  /** 0 at the baseline, 1 at the target and beyond; null when it cannot be known. */
  fraction: number | null;
  /** Null when it cannot be known. */
  isMet: boolean | null;
}

const FEWEST_SHOWN = 5;
const NOT_KNOWN: TargetProgress = { fraction: null, isMet: null };
// What does not count people or things. Any other unit, and none at all, is guarded.
const NOT_A_COUNT =
  /^(?:%|per ?cent(?:age)?|pct|proportion|share|rate|ratio|average|mean|median|score|points?|£|gbp|pounds?|pence|euros?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|kg|kilograms?|tonnes?|km|kilomet(?:re|er)s?|miles?|°)(?![\p{L}\d])/u;

/** Where the newest measurement lies between baseline (0 when there is none) and target, for targets that grow or fall. */
export function targetProgress(target: TargetFigures, newest: GuardedValue | null): TargetProgress {
  const { baselineValue, targetValue, unit } = target;
  if (!newest || targetValue === null || !Number.isFinite(targetValue)) return NOT_KNOWN;
  const start = baselineValue ?? 0;
  const isFalling = targetValue < start || (targetValue === 0 && start === 0);
  const isMetBy = (value: number) => (isFalling ? value <= targetValue : value >= targetValue);
  const { value, isFewerThanFive } = newest.value === null ? newest : guardMeasurement(unit, newest.value);
  if (isFewerThanFive || newest.isFewerThanFive) {
    // Said only when it is the same for one and for four, so that it gives nothing away.
    return { fraction: null, isMet: isMetBy(1) === isMetBy(FEWEST_SHOWN - 1) ? isMetBy(1) : null };
  }
  if (value === null || !Number.isFinite(value)) return NOT_KNOWN;
  const isMet = isMetBy(value);
  if (isMet) return { fraction: 1, isMet };
  if (targetValue === start) return { fraction: baselineValue === null ? null : 0, isMet };
  return { fraction: Math.min(1, Math.max(0, (value - start) / (targetValue - start))), isMet };
}

/** Keeps one to four people or things from being stored or shown. */
export function guardMeasurement(unit: string | null, value: number | null): GuardedValue {
  const isFewerThanFive = value !== null && isCount(unit) && isTooFew(value);
  return { value: isFewerThanFive ? null : value, isFewerThanFive };
}

/** Whether a share would tell of one to four people, in the part or in the rest. */
export function shareIsTooSmall(total: number, percent: number): boolean {
  const part = valueOf(total, percent);
  return isTooFew(part) || isTooFew(total - part);
}

/** The whole number that a share stands for: 50 % of 1,000 is 500. */
export function valueOfShare(total: number, percent: number): number {
  return Math.round(valueOf(total, percent));
}

function valueOf(total: number, percent: number): number {
  // A share of people written as 7 % must not become 7.000000000000001.
  return Number(((total * percent) / 100).toFixed(6));
}

function isTooFew(count: number): boolean {
  return count > 0 && count < FEWEST_SHOWN;
}

function isCount(unit: string | null): boolean {
  return !NOT_A_COUNT.test((unit ?? '').trim().toLowerCase());
}
