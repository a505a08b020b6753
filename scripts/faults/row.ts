import { type Chance, createChance } from "../fuzz-reader/chance.ts";
import { failed, type Outcome, wordsOf } from "./rule.ts";

/** The cases of one row, numbered from 0. A case is the same whenever seed and number are. */
export interface Plan {
  readonly count: number;
  run(index: number, chance: Chance): Promise<Outcome>;
}

/** One row of the matrix: a kind of injection in all its places. */
export interface Row {
  readonly number: number;
  readonly injection: string;
  /** How many cases a sampled run takes; a full one takes all. */
  readonly sample: number;
  /** Why this row cannot run here, if it cannot. */
  readonly missing?: () => string | undefined;
  plan(): Promise<Plan>;
}

/** What a row came to. */
export interface RowResult {
  readonly row: number;
  readonly injection: string;
  readonly cases: number;
  readonly survived: number;
  readonly stopped: number;
  readonly failures: readonly { readonly index: number; readonly why: string }[];
  readonly skipped?: string;
}

/** How to run a row. */
export interface RowOptions {
  readonly seed: number;
  readonly full: boolean;
  /** This case alone. */
  readonly only?: number | undefined;
  /** At most so many cases, whatever the row's own sample is. */
  readonly sample?: number | undefined;
  /** Stops at the first failure: enough to know that a defence is missed. */
  readonly untilFailure?: boolean | undefined;
}

/** Runs one row: all of its cases, or a sample that the seed chooses. */
export async function runRow(row: Row, options: RowOptions): Promise<RowResult> {
  const { number, injection } = row;
  const skipped = row.missing?.();
  if (skipped !== undefined) {
    const none = { cases: 0, survived: 0, stopped: 0, failures: [] };
    return { row: number, injection, ...none, skipped };
  }
  const plan = await row.plan();
  const chosen = choose(plan.count, row, options);
  const tally = { survived: 0, stopped: 0 };
  const failures: { index: number; why: string }[] = [];
  for (const index of chosen) {
    const outcome = await outcomeOf(plan, index, chanceFor(options.seed, number, index));
    if (outcome.result === "failed") failures.push({ index, why: outcome.why });
    else tally[outcome.result] += 1;
    if (options.untilFailure && failures.length > 0) break;
  }
  return { row: number, injection, cases: chosen.length, ...tally, failures };
}

async function outcomeOf(plan: Plan, index: number, chance: Chance): Promise<Outcome> {
  try {
    return await plan.run(index, chance);
  } catch (failure) {
    return failed(`the case itself broke: ${wordsOf(failure)}`);
  }
}

function choose(count: number, row: Row, options: RowOptions): readonly number[] {
  if (options.only !== undefined) return options.only < count ? [options.only] : [];
  const size = options.sample ?? row.sample;
  if (options.full || count <= size) return Array.from({ length: count }, (_, index) => index);

  // One case out of each of `size` equal parts: no part of the run is left out.
  const chance = chanceFor(options.seed, row.number, -1);
  return Array.from({ length: size }, (_, part) => {
    const from = Math.floor((part * count) / size);
    const to = Math.floor(((part + 1) * count) / size);
    return from + chance.below(to - from);
  });
}

/** Chance of one case of one row under one seed. */
function chanceFor(seed: number, row: number, index: number): Chance {
  return createChance(Math.imul(seed, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b) ^ (index + 1));
}

/** A plan of cases that stand in a list. */
export function listed<Case>(
  cases: readonly Case[],
  run: (one: Case, chance: Chance) => Promise<Outcome>,
): Plan {
  return {
    count: cases.length,
    run: async (index, chance) => {
      const one = cases[index];
      return one === undefined ? failed("there is no such case") : run(one, chance);
    },
  };
}
