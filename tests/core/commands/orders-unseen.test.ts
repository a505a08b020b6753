import { describe, expect, test } from "vitest";
import { fen } from "#core/money/fen.ts";
import { teller } from "#tests/main/ledger/invented.ts";
import { orderOf } from "#tests/support/freeze-desk.ts";
import { type HoldDesk, openHoldDesk } from "#tests/support/hold-desk.ts";

/** The desk with an ordinary teller 0004, who must not learn that an order lies on a-1. */
function openWatchedDesk(): HoldDesk {
  const desk = openHoldDesk();
  desk.post([{ type: "teller.registered", teller: { ...teller(4), assists: false } }]);
  return desk;
}

/** What an ordinary teller is answered. */
function answered<T>(desk: HoldDesk, ask: () => T): T {
  desk.seat("0004");
  const answer = ask();
  desk.seat("0001");
  return answer;
}

describe("somebody without the duty of assistance (F02, F19)", () => {
  test("cannot count orders by naming the holds they are felt by, in force or released", () => {
    const desk = openWatchedDesk();
    const hold = desk.ordered(1_000_00);
    const probe = (id: string) =>
      answered(desk, () => [desk.refusal(desk.lifting(id)), desk.refusal(desk.unfreezing(id))]);
    const nowhere = probe("h-f-999");

    expect(nowhere).toEqual([{ code: "hold.unknown" }, { code: "hold.unknown" }]);
    expect(probe(hold)).toEqual(nowhere);
    desk.does(desk.releasing(hold));
    expect(desk.see("hold", hold).status).toBe("lifted");
    expect(probe(hold)).toEqual(nowhere);
    expect(desk.refusal(desk.lifting(hold))).toEqual({ code: "hold.not-here", source: "judicial" });
  });

  test("sees the same number on a hold of a customer or the bank whether orders were before it", () => {
    const among = (orders: number) => {
      const desk = openWatchedDesk();
      for (let one = 0; one < orders; one += 1) desk.ordered(1_00);
      return answered(desk, () => [desk.freezes(), desk.controls()]);
    };

    expect(among(2)).toEqual(among(0));
  });

  test("5.4: no two holds of one source on an account have one number, though placed at once", () => {
    const desk = openWatchedDesk();
    const placed = [
      desk.controls(),
      desk.controls({ control: "debit-block" }),
      desk.controls({ control: "credit-block" }),
    ];
    desk.does(desk.lifting(placed[0] ?? ""));
    placed.push(desk.controls());

    expect(new Set(placed).size).toBe(4);
  });

  test("U07: prints one and the same slip for a customer whether an order holds the money or not", () => {
    const printed = (ordered: boolean) => {
      const desk = openWatchedDesk();
      if (ordered) desk.ordered(1_000_00);
      return answered(desk, () =>
        [desk.deposit(), desk.payOut("k-1"), desk.transferring()].map((request) => {
          const { facts, relations } = desk.does(request).decision.outcome;
          return { facts, relations };
        }),
      );
    };

    expect(printed(true)).toEqual(printed(false));
  });

  test("U07: is told neither what an order leaves nor what it forbids, by a drawing it stops", () => {
    const desk = openWatchedDesk();
    desk.ordered(5_000_00);
    const beyond = desk.payOut("k-1", { amount: 3_000_01 });
    const transfer = desk.transferring({ amount: 3_000_01 });

    const refused = { code: "account.judicial-freeze" };
    expect(answered(desk, () => [desk.refusal(beyond), desk.refusal(transfer)])).toEqual([
      refused,
      refused,
    ]);
    expect(desk.refusal(beyond)).toEqual({ code: "account.short", available: 3_000_00 });
    const within = desk.transferring({ amount: 3_000_00 });
    expect(answered(desk, () => desk.preview(within).ok)).toBe(true);
    const more = desk.payOut("k-1", { amount: 9_000_00 });
    expect(answered(desk, () => desk.refusal(more))).toEqual(refused);
  });

  test("U07: hears one and the same word where an order on the whole account bars, whatever is asked", () => {
    const asked = (block: "debit" | "full") => {
      const desk = openWatchedDesk();
      desk.enrol(2);
      const scope = { type: "account", block } as const;
      desk.does({ code: "6001", input: orderOf(1, { scope }) });
      const into = { account: "a-2", payeeAccount: desk.see("account", "a-1").number };
      const all = [
        desk.payOut("k-1"),
        desk.transferring(),
        desk.deposit(),
        desk.transferring({
          ...{ ...into, payeeName: "顾客1", swipe: desk.swipe("k-2"), pin: desk.pin("a-2") },
        }),
        desk.formal("k-1", { fee: "account" }),
      ];
      const codes = () => all.map((request) => desk.refusal(request)?.code);
      return { unseen: answered(desk, codes), seen: codes() };
    };
    const same = "account.judicial-freeze";

    const full = asked("full");
    expect(full.unseen).toEqual([same, same, same, same, same]);
    expect(full.seen).toEqual([
      "account.full-blocked",
      "account.full-blocked",
      "account.credit-blocked",
      "account.credit-blocked",
      "fee.account-cannot-pay",
    ]);
    // 只收不付 lets money in: that says nothing, for so does every account.
    const debit = asked("debit");
    expect(debit.unseen).toEqual([same, same, undefined, undefined, same]);
    expect(debit.seen.slice(0, 2)).toEqual(["account.debit-blocked", "account.debit-blocked"]);
  });

  test("U07: is told of a fee that an order leaves too little for no more than that, to the fen", () => {
    const desk = openWatchedDesk();
    desk.set({ lossReportFee: fen(10_00) });
    const fee = desk.formal("k-1", { fee: "account" });
    desk.ordered(7_990_00);
    expect(answered(desk, () => desk.preview(fee).ok)).toBe(true);

    desk.ordered(1);
    expect(answered(desk, () => desk.refusal(fee))).toEqual({ code: "account.judicial-freeze" });
    expect(desk.refusal(fee)).toEqual({ code: "fee.account-cannot-pay" });
  });

  test("3.5: hears the own words of what the customer or the bank placed, order or none", () => {
    const desk = openWatchedDesk();
    desk.ordered(5_000_00);
    desk.freezes();
    const drawn = () => answered(desk, () => desk.refusal(desk.payOut("k-1")));

    expect(drawn()).toEqual({ code: "account.debit-blocked" });
    desk.controls({ control: "full-block" });
    expect(drawn()).toEqual({ code: "account.full-blocked" });
    const deposited = () => answered(desk, () => desk.refusal(desk.deposit()));
    expect(deposited()).toEqual({ code: "account.credit-blocked" });
  });
});
