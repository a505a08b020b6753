import { killMutants } from "./faults/kill-mutants.ts";
import { matrix } from "./faults/matrix.ts";
import { type FaultOptions, optionsFrom, USAGE } from "./faults/options.ts";
import { inTurns, runErrand } from "./faults/pool.ts";
import { type RowResult, runRow } from "./faults/row.ts";
import { failureLines, heading, sumLine, tableLine } from "./faults/table.ts";
import { projectFolder } from "./setup/places.mjs";
import { cannotGoOn, runScript, say } from "./setup/telling.mjs";

/** `npm run faults`: the fault matrix of the journal as a table; exit code 1 on any failure. */
async function main(): Promise<number> {
  const options = optionsFrom(process.argv.slice(2));
  if (options.help) {
    say(USAGE);
    return 0;
  }
  if (options.json) {
    say(JSON.stringify(await runRow(rowOf(options), options)));
    return 0;
  }
  if (options.mutants) return killMutants(options.seed);

  say(
    `Seed ${options.seed}${options.full ? ", every case" : ", long rows sampled (--full for all)"}.`,
  );
  say(heading);
  const results = options.row === undefined ? await wholeMatrix(options) : [await one(options)];
  for (const result of results) for (const line of failureLines(result, options.seed)) say(line);
  if (results.length > 1) say(sumLine(results));

  const cases = results.reduce((sum, result) => sum + result.cases, 0);
  if (options.only !== undefined && cases === 0) throw cannotGoOn("There is no such case.");
  const failures = results.reduce((sum, result) => sum + result.failures.length, 0);
  say(
    failures === 0
      ? "Before or after, never between: nothing acknowledged lost, nothing damaged accepted."
      : `${failures} cases break the rule.`,
  );
  return failures === 0 ? 0 : 1;
}

function rowOf({ row }: FaultOptions) {
  const found = matrix.find(({ number }) => number === row);
  if (!found) throw cannotGoOn(`There is no row ${row}.`);
  return found;
}

async function one(options: FaultOptions): Promise<RowResult> {
  const result = await runRow(rowOf(options), options);
  say(tableLine(result));
  return result;
}

async function wholeMatrix({ seed, full, sample }: FaultOptions): Promise<readonly RowResult[]> {
  const words = [
    ...["--seed", String(seed)],
    ...(full ? ["--full"] : []),
    ...(sample === undefined ? [] : ["--sample", String(sample)]),
  ];
  const results: RowResult[] = [];
  await inTurns(matrix, async ({ number }) => {
    const result = await runErrand({ row: number, source: projectFolder, words });
    say(tableLine(result));
    results.push(result);
  });
  return results.sort((left, right) => left.row - right.row);
}

void runScript(main);
