import { cpSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import {
  customerRequestChannels,
  sheetRequestChannels,
  tellerRequestChannels,
  vaultChannels,
} from "#core/contract/channels.ts";
import { closeBooks } from "#main/open-books.ts";
import { openInStages } from "#main/opening.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { openTestBooks, TRIAL_PASSPHRASE, testVaultPlace } from "#tests/support/books.ts";
import { unpackFormat1 } from "#tests/support/journal-fixture.ts";
import { faultOf } from "#tests/support/journal-folder.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { emptyPlace, openWorkstation, type TestedWorkstation } from "#tests/support/workstation.ts";

const passphrase = TRIAL_PASSPHRASE;
const NEXT = "Another two envelopes";
const open: TestedWorkstation[] = [];
afterEach(async () => {
  for (const counter of open.splice(0)) await counter.close();
});

async function opened(...words: Parameters<typeof openWorkstation>): Promise<TestedWorkstation> {
  const counter = await openWorkstation(...words);
  open.push(counter);
  return counter;
}

const leftLocked = { isLeftLocked: true } as const;

describe("1004: a branch before its books are open", () => {
  test("refuses every channel but those of its passphrase", async () => {
    const { handlers } = await opened(await trialBranch(), "live", leftLocked);
    const own: readonly string[] = vaultChannels;
    const others = [...tellerRequestChannels, ...customerRequestChannels, ...sheetRequestChannels];

    const answers = others
      .filter((channel) => !own.includes(channel))
      .map((channel) => (handlers[channel] as (input: unknown) => unknown)(undefined));

    expect(answers.length).toBeGreaterThan(50);
    const refused = { ok: false, refusal: { code: "workstation.locked" } };
    expect(await Promise.all(answers)).toEqual(answers.map(() => refused));
  });

  test("opens with the passphrase, and the customer's display learns whose branch it is", async () => {
    const { ask, get, notices } = await opened(await trialBranch(), "live", leftLocked);
    expect(await get("vault.view", undefined)).toEqual({ status: "locked", waitSeconds: 0 });

    const view = await get("vault.open", { passphrase });

    expect(view).toMatchObject({ status: "open", kind: "live", dataKey: 1, keyStore: false });
    expect((await get("workstation.view", undefined)).branch?.code).toBe("0303");
    expect(notices[0]).toMatchObject({
      channel: "display.changed",
      notice: { status: "idle", branchEnglishName: "Trial Branch" },
    });
    expect(await ask("vault.open", { passphrase })).toMatchObject({
      refusal: { code: "request.unknown" },
    });
  });

  test("listens to a wrong passphrase, then to nobody for a while that grows", async () => {
    const own = ownMachine();
    const { ask, get } = await opened(await trialBranch(), "live", { ...own, ...leftLocked });

    const wrong = await ask("vault.open", { passphrase: "certainly not this one" });
    const early = await ask("vault.open", { passphrase });
    own.pass(1000);
    const again = await ask("vault.open", { passphrase: "nor is it that one" });

    expect(wrong).toEqual({
      ok: false,
      refusal: { code: "vault.wrong-passphrase", waitSeconds: 1 },
    });
    expect(early).toMatchObject({ refusal: { code: "vault.too-soon" } });
    expect(again).toMatchObject({ refusal: { waitSeconds: 2 } });
    expect(await get("vault.view", undefined)).toEqual({ status: "locked", waitSeconds: 2 });
    own.pass(2000);
    expect((await ask("vault.open", { passphrase })).ok).toBe(true);
  });

  test("says nothing of a passphrase in notices or log, right or wrong", async () => {
    const own = ownMachine();
    const counter = await opened(await trialBranch(), "live", { ...own, ...leftLocked });
    await counter.ask("vault.open", { passphrase: "certainly not this one" });
    own.pass(1000);
    await counter.ask("vault.open", { passphrase });

    expect(counter.noted[0]).toBe(
      JSON.stringify({ event: "vault.refused", code: "vault.wrong-passphrase" }),
    );
    const said = [...counter.noted, ...counter.notices.map((notice) => JSON.stringify(notice))];

    expect(said.join("\n")).not.toMatch(/certainly not|two envelopes/);
  });

  test("is closed without ever having been opened", async () => {
    const counter = await openWorkstation(await trialBranch(), "live", leftLocked);

    await expect(counter.close()).resolves.toBeUndefined();
  });
});

// Goal: one passphrase that is right opens the books once, whatever is sent meanwhile.
// Method: the two stages around a workstation whose opening lasts until the test lets it end.
describe("1004: while the books are being opened", () => {
  async function stagesOver(folder: string) {
    let letEnd = (_end: () => Promise<TestedWorkstation>) => {};
    const ending = new Promise<() => Promise<TestedWorkstation>>((resolve) => {
      letEnd = resolve;
    });
    const failures: unknown[] = [];
    const refusals: string[] = [];
    let composed = 0;
    const place = testVaultPlace(folder, "live");
    const stages = await openInStages({
      place,
      stopwatch: () => performance.now(),
      async compose() {
        composed += 1;
        return Object.assign(await (await ending)(), { onNotice: () => () => {} });
      },
      onFailure: (failure) => failures.push(failure),
      onRefused: (code) => refusals.push(code),
    });
    const { handlers } = stages;
    const statusNow = async () => {
      const view = await handlers["vault.view"](undefined);
      return view.ok && view.value.status;
    };
    return {
      ...stages,
      failures,
      refusals,
      composed: () => composed,
      statusNow,
      end: (how: () => Promise<TestedWorkstation>) => letEnd(how),
      /** Until the passphrase is accepted and the second stage has begun. */
      async begun() {
        while ((await statusNow()) !== "opening")
          await new Promise((resolve) => setImmediate(resolve));
      },
    };
  }

  test.each(["vault.open", "vault.found"] as const)(
    "a second %s is told to wait, and starts nothing",
    async (channel) => {
      const folder = channel === "vault.open" ? await trialBranch() : emptyPlace();
      const stages = await stagesOver(folder);
      const enter = () => Promise.resolve(stages.handlers[channel]({ passphrase }));

      const first = enter();
      await stages.begun();
      const further = [await enter(), await enter()];
      stages.end(() => opened(folder, "live"));

      expect((await first).ok).toBe(true);
      const waits = { ok: false, refusal: { code: "vault.too-soon", waitSeconds: 1 } };
      expect(further).toEqual([waits, waits]);
      expect([stages.composed(), stages.failures]).toEqual([1, []]);
      expect(await stages.statusNow()).toBe("open");
    },
  );

  test("a passphrase that was set is asked for after a failure, and not set again", async () => {
    const folder = emptyPlace();
    const stages = await stagesOver(folder);
    const failure = new Error("the disk was full");
    stages.end(() => Promise.reject(failure));

    await expect(stages.handlers["vault.found"]({ passphrase })).rejects.toThrow(failure);

    expect(stages.failures).toEqual([failure]);
    expect(await stages.statusNow()).toBe("locked");
    expect(await stages.handlers["vault.found"]({ passphrase })).toMatchObject({
      refusal: { code: "request.unknown" },
    });
  });

  test("C05: a wrong passphrase is noted by its code alone", async () => {
    const stages = await stagesOver(await trialBranch());

    await stages.handlers["vault.open"]({ passphrase: "certainly not this one" });

    expect(stages.refusals).toEqual(["vault.wrong-passphrase"]);
  });

  test("closing does not open the books behind a passphrase that is still being tried", async () => {
    const stages = await stagesOver(await trialBranch());
    const late = stages.handlers["vault.open"]({ passphrase });

    await stages.close();

    expect(await late).toMatchObject({ refusal: { code: "workstation.locked" } });
    expect(stages.composed()).toBe(0);
  });

  test("a window that is loaded meanwhile hears when the books are open", async () => {
    const { get, notices } = await opened(await trialBranch(), "live", leftLocked);

    await get("vault.open", { passphrase });

    expect(notices.map(({ channel }) => channel)).toContain("workstation.changed");
  });
});

describe("a new live branch", () => {
  test("asks for a passphrase to be set, which a weak one is not", async () => {
    const { ask, get } = await opened(emptyPlace(), "live", leftLocked);

    expect(await get("vault.view", undefined)).toEqual({ status: "new", waitSeconds: 0 });
    expect(await ask("vault.open", { passphrase })).toMatchObject({
      refusal: { code: "request.unknown" },
    });
    expect(await ask("vault.found", { passphrase: "short" })).toMatchObject({
      refusal: { code: "vault.passphrase-weak", weakness: "short" },
    });
    expect(await get("vault.found", { passphrase })).toMatchObject({ status: "open" });
    expect((await get("workstation.view", undefined)).branch).toBeUndefined();
  });

  test("opens at the next start with that passphrase, and with no other", async () => {
    const folder = emptyPlace();
    const first = await openWorkstation(folder, "live");
    await first.close();

    const { ask } = await opened(folder, "live", leftLocked);

    expect(await ask("vault.found", { passphrase: NEXT })).toMatchObject({
      refusal: { code: "request.unknown" },
    });
    expect(await ask("vault.open", { passphrase: NEXT })).toMatchObject({
      refusal: { code: "vault.wrong-passphrase" },
    });
  });
});

test("a live branch of the first programs asks for a passphrase, and keeps its books", async () => {
  const { folder, expected } = unpackFormat1("live");
  const { get } = await opened(folder, "live", leftLocked);
  expect(await get("vault.view", undefined)).toMatchObject({ status: "in-clear" });

  await get("vault.found", { passphrase });

  const { notices } = await get("workstation.view", undefined);
  expect(notices.map(({ code }) => code)).toContain("journal.upgraded");
  await open.splice(0)[0]?.close();
  // One frame more: a branch of before there were days begins with the day of this start.
  const { lastSequence } = (await openTestBooks(folder, "live")).journal;
  expect(lastSequence).toBe(expected.frames + 1);
});

test("a demonstration opens at once, as does a branch that a key store opens", async () => {
  const demonstration = await opened(undefined, "demonstration", leftLocked);
  const sealing = { seal: async (text: string) => Buffer.from(text) };
  const keyStore = {
    ...sealing,
    open: async (bytes: Uint8Array) => ({ text: Buffer.from(bytes).toString(), isStale: false }),
  };
  const folder = emptyPlace();
  await (await openWorkstation(folder, "live", { keyStore })).close();
  const branch = await opened(folder, "live", { keyStore, ...leftLocked });

  expect(await demonstration.get("vault.view", undefined)).toMatchObject({ status: "open" });
  expect(await branch.get("vault.view", undefined)).toMatchObject({
    status: "open",
    keyStore: true,
  });
});

describe("1005: the keys of an open branch", () => {
  async function branchWith(teller: string, folder?: string) {
    const own = ownMachine();
    const counter = await opened(folder ?? (await trialBranch()), "live", own);
    const people = atCounter(counter);
    await people.sit(teller);
    return { ...counter, people, pass: own.pass };
  }

  test("get another passphrase from supervisor or branch head; the journal says who", async () => {
    const folder = await trialBranch();
    const first = await branchWith("2001", folder);
    await first.get("vault.change-passphrase", { passphrase, next: NEXT });
    expect(await first.people.lastLine()).toEqual({
      code: "1005",
      teller: "2001",
      entries: ["vault.passphrase-changed", "vault.key-changed"],
    });
    await first.close();

    const { ask } = await opened(folder, "live", leftLocked);
    expect(await ask("vault.open", { passphrase: NEXT })).toMatchObject({ ok: true });
  });

  test("are not for tellers to change, and a new data key is the branch head's alone", async () => {
    const { ask, people } = await branchWith("1001");
    const role = (whose: string) => ({ refusal: { code: "teller.role", role: whose } });

    expect(await ask("vault.change-passphrase", { passphrase, next: NEXT })).toMatchObject(
      role("teller"),
    );
    await people.sit("2001");
    expect(await ask("vault.rotate-key", { passphrase })).toMatchObject(role("supervisor"));
  });

  test("keep a passphrase that whoever sits there does not know, or that is wanted weak", async () => {
    const { ask, pass } = await branchWith("3001");
    const wrong = "certainly not this one";

    const refused = [
      await ask("vault.change-passphrase", { passphrase: wrong, next: NEXT }),
      await ask("vault.rotate-key", { passphrase }),
    ];
    pass(1000);
    refused.push(await ask("vault.rotate-key", { passphrase: wrong }));
    pass(2000);
    refused.push(await ask("vault.change-passphrase", { passphrase, next: "0303-1001-2001-3001" }));

    expect(refused).toMatchObject([
      { refusal: { code: "vault.wrong-passphrase", waitSeconds: 1 } },
      { refusal: { code: "vault.too-soon" } },
      { refusal: { code: "vault.wrong-passphrase", waitSeconds: 2 } },
      { refusal: { code: "vault.passphrase-weak", weakness: "numbers" } },
    ]);
  });

  test("C05: write down whoever is refused them, and nothing of what was typed", async () => {
    const { ask, people, pass } = await branchWith("1001");
    const wrong = "certainly not this one";
    const line = (teller: string) => ({ code: "1005", teller, entries: ["request.refused"] });

    await ask("vault.rotate-key", { passphrase: wrong });
    expect(await people.lastLine()).toEqual(line("1001"));
    await people.sit("3001");
    await ask("vault.rotate-key", { passphrase: wrong });
    expect(await people.lastLine()).toEqual(line("3001"));
    const sequence = await people.sequence();
    await ask("vault.rotate-key", { passphrase });
    expect(await people.sequence()).toBe(sequence);
    pass(1000);
    await ask("vault.change-passphrase", { passphrase: wrong, next: NEXT });
    expect(await people.lastLine()).toEqual(line("3001"));
  });

  test("stay as they are where somebody else sits down while the passphrase is tried", async () => {
    const { ask, get, people } = await branchWith("3001");

    const rotating = ask("vault.rotate-key", { passphrase });
    await get("session.lock", { idle: false });

    expect(await rotating).toMatchObject({ refusal: { code: "teller.locked" } });
    expect(await get("vault.view", undefined)).toMatchObject({ dataKey: 1 });
    await people.sit("3001");
    const changing = ask("vault.change-passphrase", { passphrase, next: NEXT });
    await get("session.lock", { idle: false });
    expect(await changing).toMatchObject({ refusal: { code: "teller.locked" } });
  });

  // Goal: whichever call of the disk fails while a key is changed, the window hears of a fault, and
  // the branch opens again with the passphrase. Method: the n-th changing call fails, for every n.
  test("are changed as a fault or not at all on a disk that fails", async () => {
    const founded = await trialBranch();
    let failed = 0;
    for (let at = 1; ; at += 1) {
      const folder = emptyPlace();
      cpSync(founded, folder, { recursive: true });
      const { machine, failDisk } = ownMachine();
      const counter = await openWorkstation(folder, "live", { machine });
      await atCounter(counter).sit("3001");
      failDisk(at, "EIO");
      const fault = await faultOf(() => counter.get("vault.rotate-key", { passphrase }));
      await counter.close();
      closeBooks(await openTestBooks(folder, "live"));
      if (!fault) break;

      failed += 1;
    }
    expect(failed).toBeGreaterThan(8);
  });

  test("get a new data key, which serves at once and at the next start; old books stay", async () => {
    const folder = await trialBranch();
    const first = await branchWith("3001", folder);

    const view = await first.get("vault.rotate-key", { passphrase });

    expect(view).toMatchObject({ dataKey: 2 });
    expect(await first.people.lastLine()).toMatchObject({ entries: ["vault.key-changed"] });
    await first.close();
    const { get, people } = await branchWith("3001", folder);
    expect(await get("vault.view", undefined)).toMatchObject({ dataKey: 2 });
    const { rows } = await get("journal.list", { page: 0 });
    expect(rows.flatMap(({ entries }) => entries)).toContain("vault.key-changed");
    expect((await people.lastLine()).code).toBe("1001");
  });

  test("of a demonstration have no passphrase to change", async () => {
    const counter = await opened();
    await atCounter(counter).sit("2001");

    expect(await counter.ask("vault.change-passphrase", { passphrase, next: NEXT })).toMatchObject({
      refusal: { code: "request.unknown" },
    });
  });
});
