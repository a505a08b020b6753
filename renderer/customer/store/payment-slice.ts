import type { ChallengeView, PaymentView } from "#core/contract/bank-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { PaymentOrder } from "#core/e-bank/payment.ts";
import { unreachable } from "#core/kernel/assert.ts";
import type { CustomerSlice } from "#renderer/customer/store/customer-store.ts";

/** How far a payment has come. One at a time: the customer has one card to look at. */
export type Payment =
  | { readonly step: "none" }
  | { readonly step: "sending"; readonly order: PaymentOrder }
  | {
      readonly step: "challenged";
      readonly order: PaymentOrder;
      readonly named: Named;
      readonly challenge: ChallengeView;
      readonly isSending: boolean;
      /** Why the answer before was not taken; the challenge stays open. */
      readonly refusal: Refusal | undefined;
    }
  | {
      readonly step: "confirming";
      /** Made once, so that pressing twice pays once. */
      readonly id: string;
      readonly order: PaymentOrder;
      readonly named: Named;
      readonly isSending: boolean;
    }
  | { readonly step: "paid"; readonly order: PaymentOrder; readonly receipt: PaidView }
  | { readonly step: "refused"; readonly order: PaymentOrder; readonly refusal: Refusal };

/** What is paid, and to whom; of a deposit, what was laid in and what it bore. */
export type Named = Pick<PaymentView, "payee" | "amount" | "drawn">;

/** A payment that is done. */
export type PaidView = Extract<PaymentView, { status: "paid" }>;

/** Paying: ask for it, answer the card's cells or confirm it, and see what became of it. */
export interface PaymentSlice {
  readonly payment: Payment;
  readonly pay: (order: PaymentOrder) => Promise<void>;
  /** The press on the U盾, or the customer's last word without one. */
  readonly confirm: () => Promise<void>;
  /**
   * Answers the open challenge with exactly what was typed, and says whether it was compared: what
   * was malformed stays in the field to be put right. The answer is kept nowhere in the store.
   */
  readonly answer: (typed: string) => Promise<"compared" | "malformed">;
  readonly leavePayment: () => void;
}

/** Refusals after which the same cells may be answered again. */
const open: readonly Refusal["code"][] = [
  "password-card.wrong-answer",
  "challenge.answer-malformed",
  "request.too-many",
];

export const paymentSlice: CustomerSlice<PaymentSlice> = (bridge) => (set, get) => {
  /** What comes late for a payment that was left meanwhile is not shown any more. */
  const isStill = (payment: Payment) => get().payment === payment;

  return {
    payment: { step: "none" },

    async pay(order) {
      const sending: Payment = { step: "sending", order };
      set({ payment: sending });
      const id = crypto.randomUUID();
      const reply = await bridge.request("bank.pay", { id, order, confirmed: false });
      if (!isStill(sending)) return;
      set({
        payment: reply.ok
          ? after(order, reply.value)
          : { step: "refused", order, refusal: reply.refusal },
      });
    },

    async confirm() {
      const { payment } = get();
      if (payment.step !== "confirming" || payment.isSending) return;
      const sending: Payment = { ...payment, isSending: true };
      set({ payment: sending });
      const { id, order } = payment;
      const reply = await bridge.request("bank.pay", { id, order, confirmed: true });
      if (!isStill(sending)) return;
      set({
        payment: reply.ok
          ? after(order, reply.value)
          : { step: "refused", order, refusal: reply.refusal },
      });
    },

    async answer(typed) {
      const { payment } = get();
      if (payment.step !== "challenged" || payment.isSending) return "malformed";
      const sending: Payment = { ...payment, isSending: true, refusal: undefined };
      set({ payment: sending });
      const { order, challenge } = payment;
      const asked = { challenge: challenge.id, order, answer: typed };
      const reply = await bridge.request("bank.answer", asked);
      if (!isStill(sending)) return "compared";
      if (reply.ok) {
        set({ payment: after(order, reply.value) });
      } else if (open.includes(reply.refusal.code)) {
        set({ payment: { ...sending, isSending: false, refusal: reply.refusal } });
      } else {
        set({ payment: { step: "refused", order, refusal: reply.refusal } });
      }
      const isCompared = reply.ok || reply.refusal.code === "password-card.wrong-answer";
      return isCompared ? "compared" : "malformed";
    },

    leavePayment: () => set({ payment: { step: "none" } }),
  };
};

function after(order: PaymentOrder, view: PaymentView): Payment {
  switch (view.status) {
    case "challenged": {
      const fresh = { isSending: false, refusal: undefined };
      return { step: "challenged", order, challenge: view.challenge, named: view, ...fresh };
    }
    case "confirm-on-key": {
      const id = crypto.randomUUID();
      return { step: "confirming", id, order, named: view, isSending: false };
    }
    case "paid":
      return { step: "paid", order, receipt: view };
    default:
      return unreachable(view);
  }
}
