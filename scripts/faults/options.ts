import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { cannotGoOn } from "../setup/telling.mjs";
import type { RowOptions } from "./row.ts";

export const USAGE = `npm run faults [-- --row N] [--seed N] [--case N] [--full] [--mutants]

Everything that can happen to the journal's disk, in all its places, and whether the journal keeps
the rule: before or after, never between; nothing acknowledged lost; nothing damaged accepted.

  --row N     this row alone
  --seed N    the seed of chance; the same seed gives the same cases
  --case N    this case of the row alone: replays a failure
  --full      every case; without it long rows are sampled
  --mutants   the matrix against journals that lack one defence each: it must find them out
`;

/** What the words behind `npm run faults --` ask for. */
export interface FaultOptions extends RowOptions {
  readonly row: number | undefined;
  readonly mutants: boolean;
  readonly help: boolean;
  /** For a process of the pool: it answers in JSON. */
  readonly json: boolean;
}

/** Reads the words; throws a sentence for what they cannot mean. */
export function optionsFrom(words: readonly string[]): FaultOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      row: { type: "string" },
      seed: { type: "string" },
      case: { type: "string" },
      sample: { type: "string" },
      full: { type: "boolean", default: false },
      mutants: { type: "boolean", default: false },
      "until-failure": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const row = wholeNumber("--row", values.row);
  const only = wholeNumber("--case", values.case);
  if (only !== undefined && row === undefined) throw cannotGoOn("--case wants its --row.");
  return {
    row,
    only,
    seed: wholeNumber("--seed", values.seed) ?? randomInt(1, 2 ** 31),
    sample: wholeNumber("--sample", values.sample),
    full: values.full,
    mutants: values.mutants,
    untilFailure: values["until-failure"],
    help: values.help,
    json: values.json,
  };
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text)) throw cannotGoOn(`${name} takes a whole number.`);
  return Number(text);
}
