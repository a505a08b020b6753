import { describe, expect, test } from "vitest";
import { openLossDeskFor } from "#tests/support/loss-desk.ts";

describe("cash in", () => {
  test("L08, L09, L10: reaches a lost card's account, while nothing leaves it", () => {
    const desk = openLossDeskFor();
    desk.does(desk.formal("k-1"));

    const { decision } = desk.does(desk.deposit({ amount: 500_00 }));

    expect(desk.see("account", "a-1").balance).toBe(8_500_00);
    expect(desk.see("hold", `h-${desk.caseOf("k-1")}`).kind).toBe("debit-block");
    expect(decision.outcome.facts).toContainEqual({
      name: "balanceAfter",
      kind: "money",
      amount: 8_500_00,
    });
  });

  test("3.12: shows whose account it is, the masked card, and the amount in words", () => {
    const desk = openLossDeskFor();

    const { decision } = desk.does(desk.deposit({ card: "k-1", amount: 500_00 }));

    expect(decision.outcome.facts).toEqual([
      { name: "card", kind: "text", text: "622202*********0018" },
      { name: "customer", kind: "text", text: "顾客1" },
      { name: "amount", kind: "money", amount: 500_00 },
      { name: "amountInWords", kind: "text", text: "伍佰元整" },
      { name: "balanceAfter", kind: "money", amount: 8_500_00 },
    ]);
  });

  test("L10: is stopped by a full or credit block only", () => {
    const desk = openLossDeskFor();
    const source = { type: "bank", reason: "other" } as const;
    desk.hold({ id: "h-1", kind: "debit-block", source });
    expect(desk.preview(desk.deposit()).ok).toBe(true);

    desk.hold({ id: "h-2", kind: "credit-block", source });
    expect(desk.refusal(desk.deposit())).toEqual({ code: "account.credit-blocked" });
    desk.post([{ type: "hold.lifted", hold: "h-2" }]);
    desk.hold({ id: "h-3", kind: "full-block", source });
    expect(desk.refusal(desk.deposit())).toEqual({ code: "account.credit-blocked" });
  });

  test("R14: names an account that is there, and a card of it", () => {
    const desk = openLossDeskFor();
    desk.enter(2);

    expect(desk.refusal(desk.deposit({ account: "a-9" }))).toEqual({ code: "account.unknown" });
    expect(desk.refusal(desk.deposit({ card: "k-2" }))).toEqual({ code: "card.unknown" });
    expect(desk.refusal(desk.deposit({ card: "k-9" }))).toEqual({ code: "card.unknown" });
    expect(desk.preview(desk.deposit({ card: "k-1" })).ok).toBe(true);
  });

  test("L20: by the number of a replaced card is refused where the bank says so, kept or not", () => {
    const desk = openLossDeskFor();
    desk.does(desk.exchange("k-1"));
    expect(desk.preview(desk.deposit({ card: "k-1" })).ok).toBe(true);

    desk.set({ creditsFollowOldNumber: false });
    const refused = { code: "card.retain", why: "replaced" };
    expect(desk.refusal(desk.deposit({ card: "k-1" }))).toEqual(refused);
    desk.does(desk.retain(desk.swipe("k-1", "replaced")));
    expect(desk.see("card", "k-1").life).toBe("retained");
    expect(desk.refusal(desk.deposit({ card: "k-1" }))).toEqual(refused);
    expect(desk.preview(desk.deposit({ card: "k-2" })).ok).toBe(true);
  });

  test("is never nothing", () => {
    const desk = openLossDeskFor();

    expect(desk.refusal(desk.deposit({ amount: 0 }))).toEqual({ code: "amount.zero" });
    expect(desk.preview(desk.deposit({ amount: 1 })).ok).toBe(true);
  });

  test("is refused beyond what box and account can hold, to the fen", () => {
    const desk = openLossDeskFor({ balance: 8_000_00 });
    const most = 1_000_000_000_000 - 100_000_00; // The box holds more than the account.

    expect(desk.refusal(desk.deposit({ amount: most + 1 }))).toEqual({
      code: "amount.too-large",
      most,
    });
    desk.does(desk.deposit({ amount: most }));
    expect(desk.refusal(desk.deposit({ amount: 1 }))).toEqual({
      code: "amount.too-large",
      most: 0,
    });
  });

  test("D05: needs a supervisor from 50,000.00 yuan on", () => {
    const desk = openLossDeskFor({ balance: 60_000_00 });
    const level = (amount: number) => [
      desk.preview(desk.deposit({ amount })),
      desk.preview(desk.payOut("k-1", { amount })),
    ];

    expect(level(49_999_99)).toMatchObject([
      { value: { level: "A0" } },
      { value: { level: "A0" } },
    ]);
    expect(level(50_000_00)).toMatchObject([
      { value: { level: "A2" } },
      { value: { level: "A2" } },
    ]);
  });
});
