import { readFileSync } from "node:fs";
import { compactDecrypt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AtFreezeDesk, atFreezeDesk } from "#tests/main/freeze/at-freeze-desk.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const CUSTOMER = "c-32";
const AMOUNT = 4_321_09;
const passphrase = "told by telephone, not by post";

let counter: TestedWorkstation;
let desk: AtFreezeDesk;
let today: string;
let order: number;

// A branch may give 9005 and 9010 to its tellers (9006); such a one has no duty of assistance yet.
beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder(), "demonstration", ownMachine());
  desk = atFreezeDesk(counter);
  await desk.sit("1002");
  today = (await counter.get("workstation.view", undefined)).today;
  const asked = await desk.order(CUSTOMER, "（密）执字第7654321号", AMOUNT);
  order = (await desk.approved(asked)).sequence;

  await desk.sit("5001");
  const from = "supervisor,branch-head,auditor";
  const changes = ["rights.9005", "rights.9010"].map((path) => {
    return { path, from, to: `teller,${from}` };
  });
  const rights = { code: "9006", input: { changes, reason: "总行通知" } } as const;
  await desk.done(rights, { grant: await desk.grant(rights, "3001") });
});
afterAll(() => counter.close());

const search = (filter: object) => counter.get("audit.search", { filter, page: 0 });

async function exported(filter: object): Promise<string> {
  const { file } = await counter.get("audit.export", { filter, as: "json-lines", passphrase });
  const { plaintext } = await compactDecrypt(readFileSync(file, "utf8"), Buffer.from(passphrase), {
    keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
    maxPBES2Count: 600_000,
  });
  return Buffer.from(plaintext).toString("utf8");
}

describe("an order of the state in the audit's search (U07)", () => {
  beforeEach(() => desk.sit("1001"));

  test.each([
    ["code", { code: "6001" }],
    ["approver", { code: "6001", approver: "2001" }],
    ["entry", { entry: "freeze.registered" }],
  ])("is not there by %s for a teller who was given the page but has no duty", async (_by, by) => {
    expect(await search(by)).toEqual({ rows: [], total: 0 });
    await desk.sit("4001");
    expect((await search(by)).total).toBeGreaterThan(0);
  });

  test("is not there by its sequence either, and is for the audit", async () => {
    expect(await search({ sequence: order })).toEqual({ rows: [], total: 0 });
    await desk.sit("4001");
    expect(await search({ sequence: order })).toMatchObject({ total: 1 });
  });

  test("is not in what that teller takes away, and is in what the audit does", async () => {
    const theirs = await exported({ from: today });
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs).not.toContain("freeze.");
    expect(theirs).not.toContain('"6001"');

    await desk.sit("4001");
    expect(await exported({ from: today })).toContain("freeze.registered");
  });

  test("is in no group of that teller's daily list", async () => {
    const { groups } = await counter.get("daily.list", { date: today });

    expect(groups).toHaveLength(7);
    expect(JSON.stringify(groups)).not.toContain("freeze.");
    expect(JSON.stringify(groups)).not.toContain(`"sequence":${order},`);
  });
});
