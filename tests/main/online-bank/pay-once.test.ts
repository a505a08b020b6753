import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AtHome, purchase, transfer } from "#tests/support/at-home.ts";
import { CLIENT, KEY_HOLDER, OPENING } from "#tests/support/banking-branch.ts";
import { linesOf, openBanking } from "#tests/support/online-counter.ts";
import type { OwnMachine } from "#tests/support/own-machine.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

const MINUTE_MS = 60_000;

let own: OwnMachine;
let counter: TestedWorkstation;
let home: AtHome;

beforeEach(async () => {
  ({ own, counter, home } = await openBanking());
});
afterEach(() => counter.close());

const journal = () => linesOf(counter);

describe("a payment that is asked for twice (rule 6)", () => {
  test("by card gets its first cells again, and leaves one line in the journal", async () => {
    await home.logIn(CLIENT);
    const first = await home.pay(purchase, { id: "payment-1" });
    const { sequence } = (await journal())[0] ?? {};
    own.pass(6 * MINUTE_MS);
    const again = await home.pay(purchase, { id: "payment-1" });

    expect(first.ok && first.value.status === "challenged" && first.value).toBeTruthy();
    expect(again).toEqual({
      ok: true,
      value: { ...(first.ok ? first.value : {}), challenge: expect.anything() },
    });
    const cells = (reply: typeof first) =>
      reply.ok && reply.value.status === "challenged" ? reply.value.challenge : undefined;
    expect(cells(again)).toEqual({ ...cells(first), again: true });
    expect((await journal())[0]?.sequence).toBe(sequence);
  });

  test("by card gets no new cells once it has been answered", async () => {
    await home.logIn(CLIENT);
    await home.pay(purchase, { id: "payment-2" });
    await home.spends();
    const again = await home.pay(purchase, { id: "payment-2" });

    const id = again.ok && again.value.status === "challenged" ? again.value.challenge.id : "";
    expect(await home.answer(id, "0".repeat(24))).toEqual({
      ok: false,
      refusal: { code: "challenge.answered" },
    });
  });

  test("by card, where the cells were asked for before, gets these again and never others", async () => {
    await home.logIn(CLIENT);
    const { challenge } = await home.challenged();
    const first = await home.pay(purchase, { id: "payment-6" });
    await home.spends();
    const next = await home.challenged();

    expect(first).toMatchObject({ value: { challenge: { ...challenge, again: true } } });
    expect(next.challenge.id).not.toBe(challenge.id);
    expect(await home.pay(purchase, { id: "payment-6" })).toEqual(first);
    await counter.close();
    ({ counter, home } = await openBanking({ folder: counter.folder, own }));
    await home.logIn(CLIENT);
    expect(await home.pay(purchase, { id: "payment-6" })).toEqual(first);
    expect(await home.pay({ ...purchase, amount: 1 }, { id: "payment-6" })).toEqual({
      ok: false,
      refusal: { code: "request.repeated-differently" },
    });
  });

  test("by U盾 is paid once, and gets its first receipt again, after a restart too", async () => {
    await home.logIn(KEY_HOLDER);
    expect(await home.pay(transfer)).toMatchObject({ value: { status: "confirm-on-key" } });
    const first = await home.pay(transfer, { id: "payment-3", confirmed: true });
    expect(first).toMatchObject({
      ok: true,
      value: { status: "paid", payee: "样例公司 6228480000000000018", isToRemind: false },
    });

    expect(await home.pay(transfer, { id: "payment-3", confirmed: true })).toEqual(first);
    await counter.close();
    ({ counter, home } = await openBanking({ folder: counter.folder, own }));
    await home.logIn(KEY_HOLDER);
    expect(await home.pay(transfer, { id: "payment-3", confirmed: true })).toEqual(first);
    expect((await home.session()).accounts[0]?.balance).toBe(OPENING - 100_00);
  });

  test("out of a deposit is paid once, into the account behind the registered card", async () => {
    await home.logIn(KEY_HOLDER);
    const order = { kind: "early-withdrawal", deposit: "a-4" } as const;
    const first = await home.pay(order, { id: "payment-4", confirmed: true });

    expect(first).toMatchObject({
      ok: true,
      value: { status: "paid", balanceAfter: OPENING + 10_000_00 },
    });
    expect(await home.pay(order, { id: "payment-4", confirmed: true })).toEqual(first);
  });

  test("under the name of another payment, or of another customer's, is refused", async () => {
    await home.logIn(KEY_HOLDER);
    await home.pay(transfer, { id: "payment-5", confirmed: true });
    const other = { ...transfer, amount: 100_01 };

    const refusal = { ok: false, refusal: { code: "request.repeated-differently" } };
    expect(await home.pay(other, { id: "payment-5", confirmed: true })).toEqual(refusal);
    await home.logIn(CLIENT);
    expect(await home.pay(transfer, { id: "payment-5", confirmed: true })).toEqual(refusal);
    expect((await journal())[0]).toMatchObject({ entries: ["request.refused"] });
  });
});
