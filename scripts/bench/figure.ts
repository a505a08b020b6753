/** One figure of the bench: a ratio measured in one run, and whether it holds what was promised. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
  readonly holds: boolean;
}

/** A ratio that shall be at most so much. */
export function atMost(name: string, value: number, limit: number): Figure {
  return { name, value: rounded(value), unit: "×", target: `≤ ${limit}`, holds: value <= limit };
}

/** A ratio that shall be at least so much. */
export function atLeast(name: string, value: number, limit: number): Figure {
  return { name, value: rounded(value), unit: "×", target: `≥ ${limit}`, holds: value >= limit };
}

/** Milliseconds of one piece of work. */
export function msOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds that one piece of work had the processor for, whoever else wanted it meanwhile. */
export function processorMsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The middle of several runs, which one interruption does not move. */
export function median(runs: readonly number[]): number {
  const sorted = [...runs].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
