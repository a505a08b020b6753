import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { AtHome } from "#tests/support/at-home.ts";
import { bankingBranch, CLIENT, OPENING } from "#tests/support/banking-branch.ts";
import { type Banking, openBanking } from "#tests/support/online-counter.ts";
import { emptyPlace, type TestedWorkstation } from "#tests/support/workstation.ts";

const MINUTE_MS = 60_000;

describe("a workstation that is opened again", () => {
  let own: Banking["own"];
  let counter: TestedWorkstation;
  let home: AtHome;

  beforeEach(async () => {
    ({ own, counter, home } = await openBanking());
    await home.logIn(CLIENT);
  });
  afterEach(() => counter.close());

  async function openAgain(): Promise<void> {
    await counter.close();
    ({ counter, home } = await openBanking({ folder: counter.folder, own }));
  }

  test("has nobody logged in: a session is kept in memory only", async () => {
    await openAgain();

    expect((await counter.get("bank.view", undefined)).session).toBeUndefined();
    expect(await home.pay()).toEqual({ ok: false, refusal: { code: "e-bank.not-logged-in" } });
  });

  test("4.1: asks for the same cells, and takes the answer that was right before", async () => {
    const before = await home.challenged();
    const right = await home.rightTo(before);
    await openAgain();
    await home.logIn(CLIENT);

    const after = await home.challenged();

    expect(after.challenge).toEqual({ ...before.challenge, again: true });
    expect(await home.answer(before.challenge.id, right)).toMatchObject({ ok: true });
  });

  test("4.1: asks for the same cells even after the five minutes have run out", async () => {
    const before = await home.challenged();
    own.pass(6 * MINUTE_MS);
    await openAgain();
    await home.logIn(CLIENT);

    expect((await home.challenged()).challenge.coordinates).toEqual(before.challenge.coordinates);
  });

  test("P10: remembers which challenge was answered", async () => {
    const asked = await home.challenged();
    const right = await home.rightTo(asked);
    await home.answer(asked.challenge.id, right);
    await openAgain();
    await home.logIn(CLIENT);

    expect(await home.answer(asked.challenge.id, right)).toEqual({
      ok: false,
      refusal: { code: "challenge.answered" },
    });
  });

  test("P17: keeps the count of wrong answers, and the lock", async () => {
    await home.errs();
    await home.errs();
    await openAgain();
    await home.logIn(CLIENT);
    expect(await home.errs()).toMatchObject({ refusal: { code: "password-card.locked-today" } });
    await openAgain();
    await home.logIn(CLIENT);

    expect(await home.pay()).toMatchObject({ refusal: { code: "password-card.locked-today" } });
  });
});

describe("a workstation that is killed", () => {
  /** Lets a customer pay in a process of its own, kills that, and returns what it said was done. */
  async function killAfter(payments: number, folder: string): Promise<number> {
    const script = "tests/support/answering-customer.ts";
    const child = spawn(process.execPath, ["--import", "tsx", script, folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      if (said.length === payments + 1) child.kill("SIGKILL");
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    expect(said[0]).toBe("open");
    expect(child.signalCode).toBe("SIGKILL");
    return said.length - 1;
  }

  // Goal: kill -9 at any moment loses no answered payment, and none is half done.
  // Method: kill a real process while it pays, open its folder and compare the books with its words.
  test("P10, P16: has done every payment it said was done, each with its use of the card", async () => {
    const folder = await bankingBranch(emptyPlace());
    let usedBefore = 0;
    for (const payments of [1, 8, 25]) {
      const said = await killAfter(payments, folder);

      const { counter, home } = await openBanking({ folder });
      await home.logIn(CLIENT);
      const { accounts, card, paidToday } = await home.session();
      const used = card?.used ?? 0;
      expect(used - usedBefore - said).toBeGreaterThanOrEqual(0);
      expect(used - usedBefore - said).toBeLessThanOrEqual(1);
      expect(accounts[0]?.balance).toBe(OPENING - used);
      expect(paidToday).toBe(used);
      expect(used + (card?.left ?? 0)).toBe(1000);
      await counter.close();
      usedBefore = used;
    }
  }, 120_000);
});
