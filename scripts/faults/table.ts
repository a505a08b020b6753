import type { RowResult } from "./row.ts";

const WIDTH = 84;

/** The heading of the table. */
export const heading = line(["row", "injection", "cases", "survived", "stopped", "failures"]);

/** One row of the table. */
export function tableLine({
  row,
  injection,
  cases,
  survived,
  stopped,
  ...rest
}: RowResult): string {
  if (rest.skipped !== undefined)
    return line([row, `${injection}: ${rest.skipped}`, "-", "-", "-", "-"]);
  return line([row, injection, cases, survived, stopped, rest.failures.length]);
}

/** The failures of a row, each with the words that replay it. */
export function failureLines({ row, failures }: RowResult, seed: number): readonly string[] {
  const shown = failures
    .slice(0, 10)
    .flatMap(({ index, why }) => [
      `  FAILED row ${row} case ${index}: ${why}`,
      `    npm run faults -- --row ${row} --seed ${seed} --case ${index}`,
    ]);
  const more = failures.length - 10;
  return more > 0 ? [...shown, `  and ${more} more`] : shown;
}

/** All rows together. */
export function sumLine(results: readonly RowResult[]): string {
  const sum = (of: (result: RowResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  return line([
    "",
    "all",
    sum(({ cases }) => cases),
    sum(({ survived }) => survived),
    sum(({ stopped }) => stopped),
    sum(({ failures }) => failures.length),
  ]);
}

function line([row, injection, ...counts]: readonly (string | number)[]): string {
  const numbers = counts.map((count) => String(count).padStart(10)).join("");
  return `${String(row).padStart(3)}  ${String(injection).padEnd(WIDTH)}${numbers}`;
}
