import { describe, expect, test } from "vitest";
import { openHoldDesk } from "#tests/support/hold-desk.ts";
import { bill, purchase, transfer } from "#tests/support/online-customers.ts";
import { wordOf } from "#tests/support/online-desk.ts";

describe("an account of which an organ holds an amount", () => {
  test.each([transfer, purchase, bill])(
    "3.5: pays online to the last fen that is available, and not one beyond it: %j",
    (order) => {
      const desk = openHoldDesk({ balance: 1_000_00 });
      desk.ordered(1_000_00 - order.amount);

      expect(desk.pays({ ...order, amount: order.amount + 1 })).toEqual({
        ok: false,
        refusal: { code: "account.short", available: order.amount },
      });
      expect(wordOf(desk.spends(order))).toBe("paid");
      expect(desk.balance("a-1")).toBe(1_000_00 - order.amount);
      expect(wordOf(desk.pays({ ...order, amount: 1 }))).toBe("account.short");
    },
  );

  test("3.5: is asked at the answer again: an order served after the cells were asked for", () => {
    const desk = openHoldDesk({ balance: 1_000_00 });
    desk.pays(transfer);
    desk.ordered(1_000_00 - transfer.amount + 1); // One fen more than leaves room for it.

    expect(desk.answers(desk.rightAnswer(), transfer)).toEqual({
      ok: false,
      refusal: { code: "account.short", available: transfer.amount - 1 },
    });
    expect(desk.balance("a-1")).toBe(1_000_00);
  });
});
