import { known } from "#core/kernel/assert.ts";
import { matrix } from "../../scripts/faults/matrix.ts";
import { type RowResult, runRow } from "../../scripts/faults/row.ts";

/** The seed of the short runs; `npm run faults` draws another each time. */
const SEED = 20_260_318;

/** A short run of one row of the fault matrix, as it would stand in the table. */
export async function shortRun(number: number, sample = 200): Promise<RowResult> {
  const row = known(
    matrix.find((one) => one.number === number),
    "the matrix has that row",
  );
  return runRow(row, { seed: SEED, full: false, sample: Math.min(sample, row.sample) });
}

/** What a row without a failure looks like; a failure shows its words. */
export const nothingWrong = { failures: [] };
