import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { tellerRequestChannels } from "#core/contract/channels.ts";
import { known } from "#core/kernel/assert.ts";
import { walletOwner } from "#main/demonstration/wallet-steps.ts";
import { atCounter } from "#tests/support/at-counter.ts";
import { contentsOf } from "#tests/support/on-disk.ts";
import {
  foundedFolder,
  openWorkstation,
  type TestedWorkstation,
} from "#tests/support/workstation.ts";

const customer = `c-${walletOwner}`;
const chosen = { login: "Tulip73Fe92", second: "274951" };

let counter: TestedWorkstation;
let people: ReturnType<typeof atCounter>;
beforeAll(async () => {
  counter = await openWorkstation(await foundedFolder());
  people = atCounter(counter);
  await people.signOn();
});
afterAll(() => counter.close());

const refused = (code: string) => ({ ok: false, refusal: expect.objectContaining({ code }) });
const freezing = async (kind: "customer" | "stolen") => {
  const { document } = await people.identity(customer);
  const more = kind === "stolen" ? { case: "朝公立字第88号" } : {};
  const input = { action: "freeze", customer, channel: "counter", kind, evidence: [], document };
  return { code: "7101", input: { ...input, words: "手机被抢", ...more } } as const;
};
const unfreezing = async (kind: "customer" | "stolen", of = customer) => {
  const identity = await people.identity(of);
  const found = kind === "stolen" ? { finding: "已查明" } : {};
  const input = { action: "unfreeze", customer, kind, identity, signed: true, ...found };
  return { code: "7101", input } as const;
};

describe("a teller who wants into a customer's wallet", () => {
  test("has no channel that plays the customer", () => {
    const channels = tellerRequestChannels.filter((one) => /^(phone|e-pay|wallet)\./.test(one));
    expect(channels).toEqual([]);
  });

  test("W10: sends a link, and learns nothing of what she chooses with it, nor of the code: on no paper and in no list", async () => {
    const identity = await people.identity(customer);
    const linking = { code: "7103", input: { customer, identity, signed: true } } as const;
    const receipt = await people.done(linking, { grant: await people.grant(linking, "2001") });
    const { phone = "", documentNumber } = await counter.get("wallet.recall", { customer });
    const person = { phone, documentNumber };
    const asked = await counter.get("wallet.ask-code", { purpose: "reset", ...person });
    const digits = await vi.waitFor(async () => {
      const { phones } = await counter.get("phone.view", undefined);
      const open = phones
        .flatMap(({ messages }) => messages)
        .find(({ code }) => code?.status === "open" && code.purpose === "wallet.reset");
      return known(/验证码(\d{6})/.exec(open?.texts["zh-CN"] ?? "")?.[1], "a code has come");
    }, 10_000);
    const resetting = { id: "reset-wallet", ...person, code: asked.code, digits, ...chosen };
    await counter.get("wallet.reset", resetting);

    await people.sit("2001");
    const shown = JSON.stringify([
      receipt,
      await counter.get("slip.view", { slip: receipt.slip ?? "" }),
      await people.seen(customer),
      await counter.get("journal.list", { page: 0 }),
      await counter.get("sms.outbox", { show: "all", page: 0 }),
      counter.noted,
      counter.notices.filter(({ channel }) => !/^(phone|wallet|e-pay)\./.test(channel)),
    ]);
    expect(shown).not.toContain(chosen.login);
    // As numbers of their own: a moment in milliseconds may have any six digits in it.
    expect(shown).not.toMatch(new RegExp(`(?<!\\d)(${digits}|${chosen.second})(?!\\d)`));
    expect(shown).not.toContain(`${phone}"`);
    await people.sit("1001");
  });

  test("W12–W15: lifts no freeze by another's document, and none of theft alone; a reset lifts none", async () => {
    await people.done(await freezing("customer"));
    await people.done(await freezing("stolen"));

    expect(await people.run(await unfreezing("customer", "c-3"))).toEqual(
      refused("identity.mismatch"),
    );
    expect(await people.run(await unfreezing("stolen"))).toEqual(refused("authorisation.needed"));
    await people.done(await unfreezing("customer"));
    await counter.get("wallet.log-in", { customer, password: chosen.login });
    const paying = {
      ...({ kind: "merchant", merchant: "999290058120001", merchantName: "虚构早餐铺" } as const),
      amount: 1_00,
    };
    for (const ask of [
      () => counter.ask("wallet.pay", { id: "pay-frozen", order: paying, password: chosen.second }),
      () => counter.ask("wallet.top-up", { id: "top-frozen", amount: 1, password: chosen.second }),
      () => counter.ask("wallet.close", { id: "close-frozen", password: chosen.second }),
    ]) {
      expect(await ask()).toMatchObject({ refusal: { code: "wallet.frozen", kinds: ["stolen"] } });
    }
    expect(await counter.ask("wallet.unfreeze", { password: chosen.second })).toEqual(
      refused("wallet.not-frozen"),
    );
  });

  test("K07: finds neither password on the disk, with all the keys", async () => {
    await counter.close();
    const kept = await contentsOf(counter.folder, "demonstration");

    expect(kept).toContain("wallet.passwords-set");
    expect(kept).not.toContain(chosen.login);
    expect(kept).not.toContain(`"${chosen.second}"`);
  });
});
