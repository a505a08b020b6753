/** How often each of `values` different things happened. */
export type Counts = readonly number[];

/** Counts of things that are numbered from 0. */
export function countsOf(values: number, things: Iterable<number>): Counts {
  const counts = new Array<number>(values).fill(0);
  for (const thing of things) counts[thing] = (counts[thing] ?? 0) + 1;
  return counts;
}

/** Pearson's chi-square of some counts against all being as likely as each other. */
function chiSquare(counts: Counts): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Standard deviations that chance leaves once in 10^9 times, on either side. */
const RARE = 6;

/** The two values between which chi-square lies but once in 10^9 times, by Wilson and Hilferty. */
function plausible(counts: Counts): { readonly least: number; readonly most: number } {
  const freedom = counts.length - 1;
  const spread = 2 / (9 * freedom);
  const at = (deviations: number) =>
    freedom * Math.max(0, 1 - spread + deviations * Math.sqrt(spread)) ** 3;
  return { least: at(-RARE), most: at(RARE) };
}

/** Whether counts are neither as uneven nor as even as chance hardly ever makes them. */
export function isUniform(counts: Counts): boolean {
  const { least, most } = plausible(counts);
  const found = chiSquare(counts);
  return least <= found && found <= most;
}
