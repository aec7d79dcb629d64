// How much is taken in a time, without remembering from whom.

/** Says, for each thing that comes, whether it is still one of the `most` of its time. */
export function createBudget(most: number, milliseconds: number): (now: Date) => boolean {
  let start = -Infinity;
  let taken = 0;
  return (now) => {
    const moment = now.getTime();
    // The clock may have been put back.
    if (Math.abs(moment - start) >= milliseconds) [start, taken] = [moment, 0];
    taken += 1;
    return taken <= most;
  };
}
