import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OPENING } from "#tests/support/banking-branch.ts";
import { book, type EPayWindow, ePayWindow, hers } from "#tests/support/e-pay-window.ts";
import { linesOf, openBanking } from "#tests/support/online-counter.ts";
import type { OwnMachine } from "#tests/support/own-machine.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const MINUTE_MS = 60_000;

let own: OwnMachine;
let counter: TestedWorkstation;
let she: EPayWindow;

beforeEach(async () => {
  ({ own, counter } = await openBanking());
  own.pass(24 * 60 * MINUTE_MS); // On the day of its opening an account takes no channel from home (R17).
  she = ePayWindow(counter);
});
afterEach(() => counter.close());

async function reopened(): Promise<void> {
  await counter.close();
  ({ counter } = await openBanking({ folder: counter.folder, own }));
  she = ePayWindow(counter);
}

/** What she has left, as her bank shows it. */
async function balance(): Promise<number> {
  const { people } = await counter.get("bank.view", undefined);
  const password = people.find(({ customer }) => customer === hers.customer)?.password ?? "";
  const entry = { customer: hers.customer, channel: "internet-bank", password } as const;
  const { session } = await counter.get("bank.log-in", entry);
  return session?.accounts[0]?.balance ?? 0;
}

describe("in the customer's window", () => {
  test("E02, E05: she enrols, pays by a code off her telephone, and gets a receipt", async () => {
    await she.enrol();

    expect(await she.pays()).toMatchObject({
      ok: true,
      value: { payee: "样例书店", amount: 50_00, alias: "日常卡", sequence: expect.any(Number) },
    });
    expect(await balance()).toBe(OPENING - 50_00);
  });

  test("E09: a wrong PIN on the pad lays nothing down, and a pad that is left neither", async () => {
    expect(await she.apply({}, "000000")).toMatchObject({
      refusal: { code: "card.pin-wrong", triesLeft: 2 },
    });
    const shown = counter.told("display.changed");
    const { phone, number } = hers;
    const wish = { phone, number, alias: "日常卡", agreement: "2014-07" };
    const applying = counter.ask("e-pay.apply", { id: "request-left", ...wish });
    await shown;
    await counter.get("display.cancel", undefined);

    expect(await applying).toEqual({ ok: false, refusal: { code: "pin-pad.cancelled" } });
    expect(
      (await counter.get("phone.view", undefined)).phones.flatMap((one) => one.messages),
    ).toEqual([]);
  });

  test("E13: what she entered shows her limits, and no number in full", async () => {
    await she.enrol();
    const entered = await she.enters();

    expect(entered).toMatchObject({
      ok: true,
      value: { entered: { alias: "日常卡", status: "enrolled", limits: { single: 5_000_00 } } },
    });
    const shown = JSON.stringify(entered);
    expect(shown).not.toContain(hers.phone);
    expect(shown).not.toContain(hers.lastSix);
  });

  test("her page closes after ten minutes with nothing asked, and then changes nothing", async () => {
    await she.enrol();
    await she.enters();
    own.pass(10 * MINUTE_MS);

    expect(await counter.get("e-pay.view", undefined)).toMatchObject({ hasLapsed: true });
    expect(await counter.ask("e-pay.cancel", undefined)).toEqual({
      ok: false,
      refusal: { code: "e-pay.not-entered" },
    });
  });

  test("E15: she lowers her limits, and her telephone hears of it in the same posting", async () => {
    await she.enrol();
    await she.enters();
    await counter.get("e-pay.lower-limits", { limits: { single: 10_00, day: 20_00 } });

    expect(await she.pay()).toMatchObject({ refusal: { code: "e-pay.over-single-limit" } });
    const [line] = (await linesOf(counter)).filter(({ entries }) =>
      entries.includes("e-pay.limited"),
    );
    expect(line).toMatchObject({ code: "e-pay", entries: ["e-pay.limited", "sms.queued"] });
  });
});

describe("a request that arrives twice (rule 6)", () => {
  test("E11: asks for one code, and gets its first answer again, after a restart too", async () => {
    await she.enrol();
    const first = await she.pay(book, "payment-1");

    expect(first).toMatchObject({ ok: true });
    expect(await she.pay(book, "payment-1")).toEqual(first);
    await reopened();
    expect(await she.pay(book, "payment-1")).toEqual(first);
    expect(await she.pay({ ...book, amount: 50_01 }, "payment-1")).toEqual({
      ok: false,
      refusal: { code: "request.repeated-differently" },
    });
  });

  test("E11: pays once, and gets its receipt again, after a restart too", async () => {
    await she.enrol();
    const asked = await she.pay();
    const code = asked.ok ? asked.value.sent.code : "s-0";
    const digits = await she.digits();
    const first = await she.answer(code, digits, book, "answer-1");

    expect(first).toMatchObject({ ok: true });
    expect(await she.answer(code, digits, book, "answer-1")).toEqual(first);
    await reopened();
    expect(await she.answer(code, digits, book, "answer-1")).toEqual(first);
    expect(await she.answer(code, digits, book, "answer-2")).toMatchObject({
      refusal: { code: "sms-code.used-up" },
    });
    expect(await balance()).toBe(OPENING - 50_00);
  });

  test("E10: a code outlives a restart, for nothing but its record is kept", async () => {
    await she.enrol();
    const asked = await she.pay();
    await reopened();

    const code = asked.ok ? asked.value.sent.code : "s-0";
    expect(await she.answer(code, await she.digits())).toMatchObject({ ok: true });
  });
});
