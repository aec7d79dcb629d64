// Loaded into each process that is measured, before anything of its own: tells what it has used when it is asked.

/** Milliseconds of processor time since it started, or bytes in memory that are still in use. */
export type Measure = 'processor' | 'memory';

process.on('message', (measure: Measure) => process.send?.(measures[measure]()));

const measures: Record<Measure, () => number> = {
  processor() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  memory() {
    globalThis.gc?.();
    return process.memoryUsage.rss();
  },
};

// Nothing outlives the benchmark, however that one ended.
process.on('disconnect', () => process.exit());
