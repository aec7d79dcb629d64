// Loaded into each process that is measured, before anything of its own: tells what it has used when it is asked.

export interface Usage {
  /** Milliseconds of processor time. */
  processor: number;
  /** Bytes in memory that are still in use. */
  memory: number;
}

process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const usage: Usage = { processor: (user + system) / 1000, memory: process.memoryUsage.rss() };
  process.send?.(usage);
});
// Nothing outlives the benchmark, however that one ended.
process.on('disconnect', () => process.exit());
