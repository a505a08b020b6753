import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { BankSessionView, PaymentView } from "#core/contract/bank-view.ts";
import type { Reply } from "#core/contract/contract.ts";
import type { PaymentChannel, PaymentOrder } from "#core/e-bank/payment.ts";
import type { TestedWorkstation } from "#tests/support/workstation.ts";

type RawOrder = z.input<typeof PaymentOrder>;
type Challenged = Extract<PaymentView, { status: "challenged" }>;

/** 50.00 yuan to a shop. */
export const purchase = {
  kind: "purchase",
  merchant: "样例书店",
  amount: 50_00,
} as const satisfies RawOrder;

/** 100.00 yuan to somebody at another bank. */
export const transfer = {
  kind: "transfer",
  payeeName: "样例公司",
  payeeAccount: "6228480000000000018",
  amount: 100_00,
} as const satisfies RawOrder;

/** What a customer does at home: at her internet bank, on her phone, and with her password card. */
export function atHome(counter: Pick<TestedWorkstation, "ask" | "get">) {
  const { ask, get } = counter;

  /** The digits under the film of these cells, joined as they are asked for. */
  async function scratched(card: string, coordinates: readonly string[]): Promise<string> {
    const cells = coordinates.map((coordinate) => get("card.scratch", { card, coordinate }));
    return (await Promise.all(cells)).map(({ digits }) => digits).join("");
  }

  async function session(): Promise<BankSessionView> {
    const { session: shown } = await get("bank.view", undefined);
    if (!shown) throw new Error("nobody is logged in");
    return shown;
  }

  /** The card in the hand of whoever is logged in. */
  async function ownCard(): Promise<string> {
    const { customer } = await session();
    const { cards } = await get("bank.view", undefined);
    return cards.find((card) => card.customer === customer && !card.isVoid)?.id ?? "p-0";
  }

  async function rightTo({ challenge }: Challenged): Promise<string> {
    return scratched(await ownCard(), challenge.coordinates);
  }

  /** As many digits as the right ones, every one of them wrong. */
  async function wrongTo(asked: Challenged): Promise<string> {
    return (await rightTo(asked)).replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
  }

  const pay = (order: RawOrder = purchase, more: { id?: string; confirmed?: boolean } = {}) =>
    ask("bank.pay", { id: randomUUID(), confirmed: false, order, ...more });

  /** The cells that a payment is asked to be confirmed with; fails the test with any other answer. */
  async function challenged(order: RawOrder = purchase): Promise<Challenged> {
    const asked = await pay(order);
    if (asked.ok && asked.value.status === "challenged") return asked.value;
    throw new Error(`no cells are asked for: ${JSON.stringify(asked)}`);
  }

  const answer = (challenge: string, typed: string, order: RawOrder = purchase) =>
    ask("bank.answer", { challenge, order, answer: typed });

  return {
    ...{ scratched, session, ownCard, rightTo, wrongTo, pay, challenged, answer },
    /** Logs in with the password that she was registered with, unless another is typed. */
    async logIn(
      customer: string,
      channel: PaymentChannel = "internet-bank",
      password?: string,
    ): Promise<Reply<"bank.log-in">> {
      const { people } = await get("bank.view", undefined);
      const first = people.find((person) => person.customer === customer)?.password ?? "";
      return ask("bank.log-in", { customer, channel, password: password ?? first });
    },
    async spends(order: RawOrder = purchase): Promise<Reply<"bank.answer">> {
      const asked = await challenged(order);
      return answer(asked.challenge.id, await rightTo(asked), order);
    },
    async errs(order: RawOrder = purchase): Promise<Reply<"bank.answer">> {
      const asked = await challenged(order);
      return answer(asked.challenge.id, await wrongTo(asked), order);
    },
  };
}

export type AtHome = ReturnType<typeof atHome>;
