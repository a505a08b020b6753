import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { KeyStore } from "#main/vault/key-store.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { TRIAL_PASSPHRASE as passphrase } from "#tests/support/books.ts";
import { ownMachine } from "#tests/support/own-machine.ts";
import { trialBranch } from "#tests/support/trial-branch.ts";
import { openWorkstation } from "#tests/support/workstation.ts";

const NEXT = "Another two envelopes";

/** A key store that lets whoever asks it wait, once it is told to. */
function waitingKeyStore() {
  let isHeld = false;
  let go = () => {};
  const allowed = new Promise<void>((resolve) => {
    go = resolve;
  });
  let say = () => {};
  const asked = new Promise<void>((resolve) => {
    say = resolve;
  });
  const store: KeyStore = {
    async seal(text) {
      if (isHeld) {
        say();
        await allowed;
      }
      return Buffer.from(text);
    },
    open: async (bytes) => ({ text: Buffer.from(bytes).toString(), isStale: false }),
  };
  return {
    store,
    asked,
    hold: () => {
      isHeld = true;
    },
    go: () => go(),
  };
}

/** A branch whose supervisor has asked for another passphrase, which takes until the test says. */
async function whileChanging() {
  const own = ownMachine();
  const keys = waitingKeyStore();
  const counter = await openWorkstation(await trialBranch(), "live", {
    ...own,
    keyStore: keys.store,
  });
  onTestFinished(() => counter.close());
  const people = atCounter(counter);
  await people.sit("2001");
  keys.hold();
  const changing = counter.ask("vault.change-passphrase", { passphrase, next: NEXT });
  await keys.asked;
  return { ...counter, ...own, people, changing, go: keys.go };
}

test("1005: a passphrase is not changed for whom somebody else has followed meanwhile", async () => {
  const { changing, people, get, go } = await whileChanging();

  await people.sit("3001");
  go();

  expect(await changing).toEqual({ ok: false, refusal: { code: "teller.not-signed-on" } });
  expect(await get("vault.view", undefined)).toMatchObject({ dataKey: 1 });
  expect(await people.lastLine()).toMatchObject({ teller: "3001", entries: ["request.refused"] });
});

test("1005: a workstation that went out of service meanwhile begins no key", async () => {
  const { changing, failDisk, ask, folder, go } = await whileChanging();
  const keys = readFileSync(join(folder, "vault.json"), "utf8");

  failDisk(1, "EIO");
  await expect(ask("session.lock", { idle: false })).rejects.toMatchObject({
    code: "journal.write-failed",
  });
  go();

  await expect(changing).rejects.toMatchObject({ code: "workstation.out-of-service" });
  expect(readFileSync(join(folder, "vault.json"), "utf8")).toBe(keys);
});
