import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import type { Reply, Sent } from "#core/contract/contract.ts";
import { Customer } from "#core/customer/customer.ts";
import { known } from "#core/kernel/assert.ts";
import { demonstrationPin } from "#main/demonstration/pin.ts";
import { cardNumber, customer, phoneNumber } from "#tests/main/ledger/invented.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

/** c-2 of the banking branch: her telephone, her card, and the PIN that she keys in. */
export const hers = {
  customer: "c-2",
  phone: phoneNumber(2),
  number: cardNumber(2),
  lastSix: cardNumber(2).slice(-6),
  pin: demonstrationPin(Customer.parse({ ...customer(2), documentValidTo: "long-term" })),
} as const;
/** Longer than a message takes to the telephone; nothing is proved by it. */
const PATIENCE_MS = 10_000;
const identifier = { phone: hers.phone, lastSix: hers.lastSix };

export const book = { kind: "purchase", merchant: "样例书店", amount: 50_00 } as const;
type Order = Sent<"e-pay.pay">["order"];

/** What c-2 does in the customer's window with e支付. */
export function ePayWindow({ ask, get, told }: Pick<TestedWorkstation, "ask" | "get" | "told">) {
  /** The digits of the one code that is open, as soon as her telephone shows them. */
  function digits(): Promise<string> {
    return vi.waitFor(async () => {
      const { phones } = await get("phone.view", undefined);
      const open = phones
        .flatMap(({ messages }) => messages)
        .find(({ code }) => code?.status === "open");
      const shown = /验证码(\d{6})/.exec(open?.texts["zh-CN"] ?? "")?.[1];
      return known(shown, "a code has come");
    }, PATIENCE_MS);
  }

  /** Applies, and keys her PIN in on the pad when it asks. */
  async function apply(
    over: Partial<Sent<"e-pay.apply">> = {},
    pin: string = hers.pin,
  ): Promise<Reply<"e-pay.apply">> {
    const shown = told("display.changed");
    const { phone, number } = hers;
    const wish = { phone, number, alias: "日常卡", agreement: "2014-07" };
    const applying = ask("e-pay.apply", { id: randomUUID(), ...wish, ...over });
    const first = await Promise.race([shown, applying]);
    if ("status" in first) await get("display.enter-pin", { digits: pin });
    return applying;
  }

  const pay = (order: Order = book, id: string = randomUUID()) =>
    ask("e-pay.pay", { id, identifier, order });
  const answer = (code: string, typed: string, order: Order = book, id: string = randomUUID()) =>
    ask("e-pay.answer", { id, identifier, order, code, digits: typed });

  return {
    ...{ digits, apply, pay, answer, identifier },
    /** Enrols; comes back with the digits that she typed. */
    async enrol(): Promise<string> {
      const applied = await apply();
      if (!applied.ok) throw new Error(applied.refusal.code);
      const { enrolment, sent } = applied.value;
      const typed = { code: sent.code, digits: await digits() };
      await get("e-pay.confirm", { id: randomUUID(), enrolment, ...typed });
      return typed.digits;
    },
    async pays(order: Order = book): Promise<Reply<"e-pay.answer">> {
      const asked = await pay(order);
      if (!asked.ok) throw new Error(asked.refusal.code);
      return answer(asked.value.sent.code, await digits(), order);
    },
    async enters(): Promise<Reply<"e-pay.enter">> {
      const sent = await get("e-pay.ask-code", { purpose: "e-pay.manage", identifier });
      return ask("e-pay.enter", { identifier, code: sent.code, digits: await digits() });
    },
  };
}
export type EPayWindow = ReturnType<typeof ePayWindow>;
