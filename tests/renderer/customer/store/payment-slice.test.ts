import { describe, expect, test } from "vitest";
import type { Reply } from "#core/contract/contract.ts";
import { PaymentOrder } from "#core/e-bank/payment.ts";
import { createCustomerStore } from "#renderer/customer/store/customer-store.ts";
import { challenged, paid } from "#tests/renderer/support/customer-views.ts";
import { yes } from "#tests/renderer/support/fake-bridge.ts";
import {
  type CustomerAnswers,
  fakeCustomerBridge,
} from "#tests/renderer/support/render-customer.tsx";

const order = PaymentOrder.parse({ kind: "purchase", merchant: "清风书店", amount: 58_00 });

function store(answers: CustomerAnswers) {
  const { bridge, asked } = fakeCustomerBridge(answers);
  const customer = createCustomerStore(bridge);
  return { asked, now: () => customer.getState() };
}

/** A reply that comes when the test says so. */
function late<T>() {
  const waiting: ((reply: T) => void)[] = [];
  return {
    reply: () => new Promise<T>((resolve) => waiting.push(resolve)),
    come: (reply: T) => waiting.shift()?.(reply),
  };
}

describe("a payment that was left", () => {
  test("is not brought back by an answer that comes late", async () => {
    const asking = late<Reply<"bank.pay">>();
    const { now } = store({ "bank.pay": asking.reply });

    const paying = now().pay(order);
    now().leavePayment();
    asking.come(yes(challenged()));
    await paying;

    expect(now().payment).toEqual({ step: "none" });
  });
});

describe("an answer", () => {
  test("is sent once, however often it is sent off before the reply", async () => {
    const asking = late<Reply<"bank.answer">>();
    const { now, asked } = store({
      "bank.pay": yes(challenged()),
      "bank.answer": asking.reply,
    });
    await now().pay(order);

    const both = [now().answer("136135"), now().answer("136135")];
    asking.come(yes(paid()));
    await Promise.all(both);

    expect(asked.filter(({ channel }) => channel === "bank.answer")).toHaveLength(1);
    expect(now().payment).toMatchObject({ step: "paid" });
  });

  test("is kept nowhere in the window's memory", async () => {
    const { now } = store({
      "bank.pay": yes(challenged()),
      "bank.answer": { ok: false, refusal: { code: "password-card.wrong-answer", triesLeft: 2 } },
    });
    await now().pay(order);

    await now().answer("135136");

    expect(JSON.stringify(now())).not.toContain("135136");
    expect(now().payment).toMatchObject({ step: "challenged", isSending: false });
  });
});
