import { describe, expect, test } from "vitest";
import { openHoldDesk, openSilentDesk } from "#tests/support/hold-desk.ts";
import { transfer } from "#tests/support/online-customers.ts";
import { wordOf } from "#tests/support/online-desk.ts";

const dormant = { code: "account.dormant" };

/** Every way by which money of a-1 can leave, and what each is answered. */
function waysOut(desk: ReturnType<typeof openHoldDesk>, amount = 1_00) {
  return [
    desk.refusal(desk.payOut("k-1", { amount }))?.code,
    desk.refusal(desk.transferring({ amount }))?.code,
    wordOf(desk.pays({ ...transfer, amount })),
  ];
}
const refused = ["account.dormant", "account.dormant", "account.dormant"];
const open = [undefined, undefined, "challenged"];

describe("an account that sleeps", () => {
  test("B-DORM: pays nothing from the day after five years without movement", () => {
    expect(waysOut(openSilentDesk("2026-03-18"))).toEqual(open);
    expect(waysOut(openSilentDesk("2026-03-19"))).toEqual(refused);
  });

  test("B-DORM: holds 100.00 yuan at the most", () => {
    expect(waysOut(openSilentDesk("2026-03-19", 100_00))).toEqual(refused);
    expect(waysOut(openSilentDesk("2026-03-19", 100_01))).toEqual(open);
  });

  test("B-DORM: by the bank's own years and balance", () => {
    const desk = openSilentDesk("2024-03-19", 10_01);
    expect(waysOut(desk)).toEqual(open);
    desk.set({ dormantYears: 3, dormantMaxBalance: desk.context().parameters.dormantMaxBalance });

    expect(waysOut(desk)).toEqual(refused);
  });

  test("B-DORM: takes money in, and does not wake from it", () => {
    const desk = openSilentDesk("2026-03-19");

    desk.does(desk.deposit({ amount: 5_000_00 }));

    expect(desk.see("account", "a-1")).toMatchObject({
      balance: 5_100_00,
      lastMovedOn: "2026-03-19",
      asleep: true,
    });
    expect(waysOut(desk)).toEqual(refused);
  });

  test("B-DORM: one that is awake when money comes stays awake", () => {
    const desk = openSilentDesk("2026-03-18");

    desk.does(desk.deposit({ amount: 1_00 }));
    desk.at("2026-03-19 10:15:00");

    expect(desk.see("account", "a-1").asleep).toBeUndefined();
    expect(waysOut(desk)).toEqual(open);
  });

  test("B-DORM: pays no fee either", () => {
    const fee = (today: string) => {
      const desk = openSilentDesk(today);
      desk.another(2);
      return desk.refusal(desk.formal("k-2", { fee: "account" }));
    };

    expect(fee("2026-03-18")).toBeUndefined();
    expect(fee("2026-03-19")).toEqual({ code: "fee.account-cannot-pay" });
  });

  test("3.5: is told of a stronger block first, and of its sleep before the amount", () => {
    const desk = openSilentDesk("2026-03-19");
    desk.putToSleep("full-block");
    expect(waysOut(desk, 200_00)).toEqual(refused); // More than there is.

    const own = desk.freezes();
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "account.debit-blocked" });
    const control = desk.controls({ control: "full-block" });
    expect(desk.refusal(desk.payOut("k-1"))).toEqual({ code: "account.full-blocked" });
    desk.does(desk.lifting(control));
    desk.does(desk.unfreezing(own));
    expect(desk.refusal(desk.payOut("k-1"))).toEqual(dormant);
  });
});

describe("6010: the holder wakes it", () => {
  test("B-DORM: in person, before a supervisor, and the years begin anew", () => {
    const desk = openSilentDesk("2026-03-19");

    const { batch, decision } = desk.does(desk.waking());

    expect(decision.level).toBe("A2");
    expect(batch.entries[0]).toEqual({ type: "account.activated", account: "a-1" });
    expect(desk.see("account", "a-1").lastMovedOn).toBe("2026-03-19");
    expect(waysOut(desk)).toEqual(open);
    desk.at("2031-03-19 10:15:00");
    expect(waysOut(desk)).toEqual(open);
    desk.at("2031-03-20 10:15:00");
    expect(waysOut(desk)).toEqual(refused);
  });

  test("B-DORM: after money came in too, and the interest of those years is kept", () => {
    const desk = openSilentDesk("2026-03-19");
    desk.does(desk.deposit({ amount: 5_000_00 }));
    const { interestProduct } = desk.see("account", "a-1");

    desk.does(desk.waking());

    expect(desk.see("account", "a-1").asleep).toBeUndefined();
    expect(desk.see("account", "a-1").interestProduct).toBe(interestProduct);
    expect(waysOut(desk, 5_100_00).slice(0, 2)).toEqual([undefined, undefined]);
  });

  test("B-DORM: with the bank's own hold for it, and no other", () => {
    const desk = openHoldDesk();
    const sleep = desk.putToSleep();
    const [control, own] = [desk.controls(), desk.freezes()];
    expect(desk.preview(desk.deposit()).ok).toBe(true);

    const { decision } = desk.does(desk.waking());

    expect(desk.see("hold", sleep).status).toBe("lifted");
    expect(desk.active()).toEqual([control, own]);
    expect(decision.outcome.facts).toContainEqual({
      name: "note",
      kind: "term",
      term: "note.other-holds-stay",
    });
  });

  test("B-DORM: the hold alone makes it sleep, however lately it moved", () => {
    const desk = openHoldDesk();
    expect(desk.refusal(desk.waking())).toEqual({ code: "account.not-dormant" });

    desk.putToSleep();
    expect(waysOut(desk)).toEqual(refused);
    desk.does(desk.waking());
    expect(waysOut(desk)).toEqual(open);
    expect(desk.refusal(desk.waking())).toEqual({ code: "account.not-dormant" });
  });

  test("B-DORM: nobody else does, nor a document that is not good", () => {
    const desk = openSilentDesk("2026-03-19");
    desk.enter(2);
    const own = desk.identity("c-1");

    expect(desk.refusal(desk.waking({ identity: desk.identity("c-2") }))).toEqual({
      code: "identity.mismatch",
    });
    expect(desk.refusal(desk.waking({ identity: { ...own, check: "document-invalid" } }))).toEqual({
      code: "identity.check-failed",
      result: "document-invalid",
    });
  });

  test("B-DORM: not one that is closed, or not there", () => {
    const desk = openSilentDesk("2026-03-19");
    desk.post([{ type: "account.closed", account: "a-1" }]);

    expect(desk.refusal(desk.waking())).toEqual({ code: "account.closed" });
    expect(desk.refusal(desk.waking({ account: "a-9" }))).toEqual({ code: "account.unknown" });
  });
});
