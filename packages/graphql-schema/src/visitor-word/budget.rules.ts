// How much is taken in a time, without remembering from whom.

/** Says, for each thing that comes, whether it is still one of the `most` of its time that are of the same. */
export function createBudget(most: number, milliseconds: number): (of: string, now: Date) => boolean {
  let start = -Infinity;
  const taken = new Map<string, number>();
  return (of, now) => {
    const moment = now.getTime();
    // The clock may have been put back.
    if (Math.abs(moment - start) >= milliseconds) {
      start = moment;
      taken.clear();
    }
    const count = (taken.get(of) ?? 0) + 1;
    taken.set(of, count);
    return count <= most;
  };
}
