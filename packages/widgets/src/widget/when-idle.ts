/** Safari has no idle time; there a pause lets the reader go first. */
const pause = 5;

/** Does something soon, but after what a reader waits for. */
export function whenIdle(work: () => void): void {
  if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, pause);
}
