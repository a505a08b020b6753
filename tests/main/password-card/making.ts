import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { onTestFinished } from "vitest";
import { defaultParameters } from "#core/branch/parameters.ts";
import type { ShopKey } from "#core/contract/transactions.ts";
import { BATCH_MAX } from "#core/password-card/batch.ts";
import type { Grid } from "#core/password-card/grid.ts";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import {
  openWorkstation,
  type TestedOptions,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

/** Cells of twelve digits: such a text is found nowhere by chance. */
export const findableGrid: Grid = { columns: 3, rows: 3, cellDigits: 12, challengeSize: 2 };

/** A batch that takes so long that whatever a test does while it is made comes before its end. */
export const LONG_BATCH = BATCH_MAX;

/** 8007, as a window sends it. */
export interface MakeRequest {
  readonly code: "8007";
  readonly input: { readonly count: number; readonly shopKey: ShopKey };
}

/** A live branch with nothing but its people, where cards have this layout. */
export function branchWithGrid(grid: Grid): Promise<string> {
  const { passwordCard } = defaultParameters;
  const parameters = { ...defaultParameters, passwordCard: { ...passwordCard, grid } };
  return trialBranch([{ type: "parameters.set", parameters }]);
}

/** Opens a live branch and seats a teller; it is closed with the test at the latest. */
export async function sitDown(folder: string, options: TestedOptions = {}) {
  const counter = await openWorkstation(folder, "live", options);
  onTestFinished(() => counter.close());
  const people = atCounter(counter);
  await people.signOn();
  return { counter, people };
}

/** Asks for a batch, which the branch head approves. */
export async function approved(people: AtCounter, count: number, shopKey: ShopKey) {
  const request: MakeRequest = { code: "8007", input: { count, shopKey } };
  return { request, grant: await people.grant(request, "3001") };
}

/** Makes and posts a batch without a hitch. */
export async function make(
  { counter, people }: { readonly counter: TestedWorkstation; readonly people: AtCounter },
  count: number,
  shopKey: ShopKey,
) {
  const { request, grant } = await approved(people, count, shopKey);
  const made = await counter.get("batch.make", { request, grant });
  const receipt = await people.done(request, { id: randomUUID(), grant, written: made.ref });
  return { ...made, request, grant, receipt };
}

/** The names in the folder for the shop. */
export function forTheShop(folder: string): readonly string[] {
  const path = `${folder}-for-the-shop`;
  return existsSync(path) ? readdirSync(path).sort() : [];
}
