import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AtCounter, atCounter } from "#tests/support/at-counter.ts";
import { type OwnMachine, ownMachine } from "#tests/support/own-machine.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

const MINUTE = 60_000;
const GOOD = "Guitai-demo-1001";

let own: OwnMachine;
let counter: TestedWorkstation;
let people: AtCounter;

beforeEach(async () => {
  own = ownMachine();
  counter = await openWorkstation(await trialBranch(), "live", own);
  people = atCounter(counter);
});
afterEach(() => counter.close());

const signOn = (password: string, teller = "1001") =>
  counter.ask("session.sign-on", { teller, password });
const session = async () => (await counter.get("workstation.view", undefined)).session;

async function reopen(): Promise<void> {
  await counter.close();
  counter = await openWorkstation(counter.folder, "live", own);
  people = atCounter(counter);
}

async function failTimes(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await signOn("wrong");
}

describe("signing on (D02)", () => {
  test("shows who sits at the counter", async () => {
    expect(await signOn(GOOD)).toMatchObject({ ok: true });

    expect(await session()).toMatchObject({ status: "signed-on", teller: "1001", role: "teller" });
    expect(await people.lastLine()).toMatchObject({ code: "1001", entries: ["teller.signed-on"] });
  });

  test("is refused alike for a wrong password and for nobody who works here", async () => {
    const refused = { ok: false, refusal: { code: "teller.credentials" } };

    expect(await signOn("wrong")).toEqual(refused);
    expect(await signOn(GOOD, "9999")).toEqual(refused);
    expect(await session()).toEqual({ status: "signed-off" });
  });

  test("C05: is written down even if nobody of that number works here", async () => {
    await signOn(GOOD, "9999");
    await signOn(GOOD);
    const { rows } = await counter.get("journal.list", { page: 0 });

    expect(rows[1]).toMatchObject({ code: "1001", teller: "system", entries: ["request.refused"] });
  });

  test("is refused while somebody sits there", async () => {
    await signOn(GOOD);

    expect(await signOn("Guitai-demo-1002", "1002")).toEqual({
      ok: false,
      refusal: { code: "teller.already-signed-on" },
    });
  });

  test("is only for one of two who try at the same time", async () => {
    const both = await Promise.all([signOn(GOOD), signOn("Guitai-demo-1002", "1002")]);

    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: "teller.already-signed-on" },
    });
  });
});

describe("wrong passwords (8.3.4)", () => {
  test("keep nobody out four times", async () => {
    await failTimes(4);

    expect(await signOn(GOOD)).toMatchObject({ ok: true });
  });

  test("keep out for half an hour from the fifth on, the right one too", async () => {
    await failTimes(4);
    expect(await signOn("wrong")).toMatchObject({ refusal: { code: "teller.locked-out" } });

    own.pass(30 * MINUTE - 1);
    expect(await signOn(GOOD)).toMatchObject({ refusal: { code: "teller.locked-out" } });
    own.pass(1);
    expect(await signOn(GOOD)).toMatchObject({ ok: true });
  });

  test("are not forgiven by a restart, neither the count nor the lock-out", async () => {
    await failTimes(4);
    await reopen();
    expect(await signOn("wrong")).toMatchObject({ refusal: { code: "teller.locked-out" } });
    await reopen();

    expect(await signOn(GOOD)).toMatchObject({ refusal: { code: "teller.locked-out" } });
  });

  test("count each, however many are tried at once", async () => {
    const tries = await Promise.all(Array.from({ length: 6 }, () => signOn("wrong")));

    // Which of them is the fifth is chance: they are worked out beside one another.
    const told = tries.map((reply) => (reply.ok ? "in" : reply.refusal.code));
    expect(told.filter((code) => code === "teller.credentials")).toHaveLength(4);
    expect(told.filter((code) => code === "teller.locked-out")).toHaveLength(2);
    expect(await signOn(GOOD)).toMatchObject({ refusal: { code: "teller.locked-out" } });
  });

  test("are forgiven by the right one", async () => {
    await failTimes(4);
    await signOn(GOOD);
    await people.signOff();
    await failTimes(4);

    expect(await signOn(GOOD)).toMatchObject({ ok: true });
  });

  test("keep out nobody else", async () => {
    await failTimes(5);

    expect(await signOn("Guitai-demo-1002", "1002")).toMatchObject({ ok: true });
  });
});

describe("leaving the desk (D07)", () => {
  beforeEach(async () => {
    await signOn(GOOD);
  });

  test("locks everything, and locking it twice writes one line", async () => {
    await counter.get("session.lock", { idle: true });
    await counter.get("session.lock", { idle: false });

    expect(await session()).toMatchObject({ status: "locked", teller: "1001" });
    expect(await counter.ask("customer.view", { customer: "c-1" })).toEqual({
      ok: false,
      refusal: { code: "teller.locked" },
    });
    await counter.get("session.resume", { password: GOOD });
    const { rows } = await counter.get("journal.list", { page: 0 });
    expect(rows.slice(0, 3).map(({ entries }) => entries)).toEqual([
      ["teller.resumed"],
      ["teller.locked"],
      ["teller.signed-on"],
    ]);
  });

  test("ends with the own password only; wrong ones count", async () => {
    await counter.get("session.lock", { idle: true });
    const password = "Guitai-demo-1002";
    for (const code of ["teller.credentials", "teller.credentials", "teller.credentials"]) {
      expect(await counter.ask("session.resume", { password })).toMatchObject({
        refusal: { code },
      });
    }
    await counter.ask("session.resume", { password });
    await counter.ask("session.resume", { password });

    expect(await counter.ask("session.resume", { password: GOOD })).toMatchObject({
      refusal: { code: "teller.locked-out" },
    });
  });

  test("for good signs off, and nobody is there to come back", async () => {
    await people.signOff();

    expect(await session()).toEqual({ status: "signed-off" });
    const nobody = { ok: false, refusal: { code: "teller.not-signed-on" } };
    expect(await counter.ask("session.resume", { password: GOOD })).toEqual(nobody);
    expect(await counter.ask("session.lock", { idle: true })).toEqual(nobody);
    expect(await counter.ask("session.sign-off", undefined)).toEqual(nobody);
  });

  test("by a crash leaves nobody signed on, and the journal says so", async () => {
    await reopen();

    expect(await session()).toEqual({ status: "signed-off" });
    await people.signOn("1002");
    const { rows } = await counter.get("journal.list", { page: 0 });
    expect(rows[1]).toMatchObject({ teller: "system", entries: ["teller.signed-off"] });
  });
});

describe("a new password of one's own", () => {
  const next = "Another-2026-word";

  test("replaces the old one", async () => {
    await signOn(GOOD);
    await counter.get("session.change-password", { password: GOOD, next });
    await people.signOff();

    expect(await signOn(GOOD)).toMatchObject({ refusal: { code: "teller.credentials" } });
    expect(await signOn(next)).toMatchObject({ ok: true });
  });

  test("takes the old one to set, and a stranger's try counts", async () => {
    await signOn(GOOD);
    const before = await people.sequence();

    expect(await counter.ask("session.change-password", { password: "wrong", next })).toMatchObject(
      { refusal: { code: "teller.credentials" } },
    );
    expect(await people.sequence()).toBe(before + 1);
  });

  test("is not set by nobody, nor while the counter is locked", async () => {
    const asked = { password: GOOD, next };
    expect(await counter.ask("session.change-password", asked)).toMatchObject({ ok: false });
    await signOn(GOOD);
    await counter.get("session.lock", { idle: true });

    expect(await counter.ask("session.change-password", asked)).toMatchObject({ ok: false });
  });
});
