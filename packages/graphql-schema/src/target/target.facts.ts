import type { WholeTarget } from '../whole-records.ts';
import { guardMeasurement, shareIsTooSmall, targetProgress } from './target.rules.ts';

type StoredMeasurement = WholeTarget['measurements'][number];

/** Whether it stands for itself and is no share of another. */
export const isTopTarget = ({ partOfId }: WholeTarget): boolean => partOfId === null;

export const listShares = ({ id }: WholeTarget, targets: readonly WholeTarget[]): WholeTarget[] =>
  targets.filter(({ partOfId }) => partOfId === id);

/** What was measured, oldest first, with the figures left out that would tell of one to four people. */
export function listMeasurements(target: WholeTarget, targets: readonly WholeTarget[]): StoredMeasurement[] {
  const whole = targets.find(({ id }) => id === target.partOfId);
  return target.measurements.map((measurement) => {
    const guarded = guardMeasurement(target.unit, measurement.value);
    const isHidden =
      measurement.isFewerThanFive ||
      guarded.isFewerThanFive ||
      (whole && tellsOfFew(target, measurement, whole));
    return isHidden ? { ...measurement, value: null, isFewerThanFive: true } : measurement;
  });
}

export function progressOf(target: WholeTarget, targets: readonly WholeTarget[]) {
  return targetProgress(target, listMeasurements(target, targets).at(-1) ?? null);
}

/** Whether a share, beside the whole that was measured by then, would tell of one to four people in it or outside it. */
function tellsOfFew(
  share: WholeTarget,
  { value, measuredOn }: StoredMeasurement,
  whole: WholeTarget,
): boolean {
  const total = whole.measurements.findLast((measurement) => measurement.measuredOn <= measuredOn);
  if (!total || value === null) return false;
  const { value: count, isFewerThanFive } = guardMeasurement(whole.unit, total.value);
  if (isFewerThanFive || total.isFewerThanFive) return true;
  if (count === null || count <= 0) return false;
  return shareIsTooSmall(count, isPercent(share.unit) ? value : (value / count) * 100);
}

function isPercent(unit: string | null): boolean {
  return /^(?:%|per ?cent|pct)/i.test((unit ?? '').trim());
}
