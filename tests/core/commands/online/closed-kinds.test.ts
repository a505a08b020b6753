import { describe, expect, test } from "vitest";
import type { OnlineSession } from "#core/commands/online/online.ts";
import { whyNoSuchOrder } from "#core/commands/online/payer.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { type PaymentChannel, PaymentKind } from "#core/e-bank/payment.ts";
import { bill, type Online, purchase, transfer } from "#tests/support/online-customers.ts";
import { openOnlineDeskFor, wordOf } from "#tests/support/online-desk.ts";

/** What c-1 is told of each kind of order before she fills one in; nothing of those she can give. */
function told(customer: Online, channel: PaymentChannel = "internet-bank") {
  const desk = openOnlineDeskFor(customer);
  const session: OnlineSession = { customer: CustomerId.parse("c-1"), channel };
  return PaymentKind.options.flatMap((kind) => {
    const refusal = whyNoSuchOrder(kind, session, desk.context());
    return refusal ? [[kind, refusal.code]] : [];
  });
}

describe("what a customer cannot order, whatever its amount and payee", () => {
  test("is nothing with a card in working order, or a U盾", () => {
    expect(told({})).toEqual([]);
    expect(told({ usbKey: true })).toEqual([]);
  });

  test("P06, P07: is money to others and a deposit with the login password alone", () => {
    expect(told({ passwordCard: "none" })).toEqual([
      ["transfer", "e-bank.medium-needed"],
      ["early-withdrawal", "e-bank.medium-needed"],
    ]);
  });

  test("P17, P18, P30: is everything with a card that is inactive or locked", () => {
    const all = (code: string) => PaymentKind.options.map((kind) => [kind, code]);

    expect(told({ passwordCard: { life: "issued-inactive" } })).toEqual(
      all("password-card.not-activated"),
    );
    expect(told({ passwordCard: { lock: "hard" } })).toEqual(all("password-card.locked"));
  });

  test("P28: is in a shop all but a purchase", () => {
    expect(told({}, "shop").map(([kind]) => kind)).toEqual([
      "transfer",
      "bill",
      "early-withdrawal",
    ]);
  });

  test("P24: is what a closed function carried, and nothing else", () => {
    const desk = openOnlineDeskFor();
    desk.closesSwitch("e-commerce");
    const session: OnlineSession = { customer: CustomerId.parse("c-1"), channel: "wap-bank" };
    const closed = PaymentKind.options.filter((kind) =>
      whyNoSuchOrder(kind, session, desk.context()),
    );

    expect(closed).toEqual(["purchase", "bill"]);
    expect([transfer, purchase, bill].map((order) => wordOf(desk.pays(order)))).toEqual([
      "challenged",
      "e-bank.switch-closed",
      "e-bank.switch-closed",
    ]);
  });
});
