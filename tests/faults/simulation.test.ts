import { expect, test } from "vitest";
import { simulate } from "../../scripts/simulate/simulation.ts";

const SEED = 7;
const DAYS = 4;

test("random days with crashes keep every answer, and a seed gives the same days again", async () => {
  const first = await simulate({ seed: SEED, days: DAYS });
  const second = await simulate({ seed: SEED, days: DAYS });

  expect(first.crashes).toBeGreaterThan(0);
  expect(first.answered).toBeGreaterThan(0);
  expect(second).toEqual(first);
});
