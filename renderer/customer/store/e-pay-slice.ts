import type { Sent } from "#core/contract/contract.ts";
import type {
  CodeSentView,
  EPayAskedView,
  EPayPaidView,
  OwnEPayView,
  RecalledView,
} from "#core/contract/own-e-pay-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { CustomerSlice } from "#renderer/customer/store/customer-store.ts";

type Identifier = Sent<"e-pay.pay">["identifier"];
type Order = Sent<"e-pay.pay">["order"];
type EPayWish = Omit<Sent<"e-pay.apply">, "id">;

/** What a code is asked for, with all that it goes back with. */
export type CodeFor =
  | {
      readonly for: "payment";
      readonly identifier: Identifier;
      readonly order: Order;
      readonly named: Pick<EPayAskedView, "payee" | "amount" | "alias">;
    }
  | { readonly for: "enrolment"; readonly enrolment: string; readonly alias: string }
  | { readonly for: "entering" | "resuming"; readonly identifier: Identifier };

/** How far something has come that takes a code: one at a time, there is one telephone to look at. */
export type EPayStep =
  | { readonly step: "none" }
  | { readonly step: "sending" }
  | {
      readonly step: "code";
      /** Made once, so that pressing twice does it once. */
      readonly id: string;
      readonly what: CodeFor;
      readonly sent: CodeSentView;
      readonly isSending: boolean;
      /** Why the digits before were not taken; the code stays good. */
      readonly refusal: Refusal | undefined;
    }
  | { readonly step: "paid"; readonly receipt: EPayPaidView }
  | { readonly step: "enrolled"; readonly alias: string }
  | { readonly step: "resumed" }
  | {
      readonly step: "refused";
      readonly refusal: Refusal;
      /** Asks for the very same once more. */
      readonly again: (() => Promise<void>) | undefined;
    };

/** e支付 at home: pay, enrol, and look after one's own. */
export interface EPaySlice {
  readonly ePay: OwnEPayView | undefined;
  readonly ePayStep: EPayStep;
  readonly tellEPay: (view: OwnEPayView) => void;
  /** What a customer knows by heart; the presenter plays her. */
  readonly recall: (customer: CustomerId) => Promise<RecalledView | undefined>;
  readonly askToPay: (identifier: Identifier, order: Order) => Promise<void>;
  /** The PIN is asked for on the pad, which takes the window over for so long. */
  readonly applyForEPay: (wish: EPayWish) => Promise<void>;
  readonly askOwnCode: (input: Sent<"e-pay.ask-code">) => Promise<void>;
  /** Gives the digits back; they are kept nowhere in the store. */
  readonly giveCode: (digits: string) => Promise<void>;
  readonly leaveEPayStep: () => void;
  /** Something that takes no code; comes back with why not. */
  readonly suspendEPay: (identifier?: Identifier) => Promise<Refusal | undefined>;
  readonly lowerEPayLimits: (
    limits: Sent<"e-pay.lower-limits">["limits"],
  ) => Promise<Refusal | undefined>;
  readonly renameEPay: (alias: string) => Promise<Refusal | undefined>;
  readonly cancelEPay: () => Promise<Refusal | undefined>;
  readonly leaveEPay: () => Promise<void>;
}

/** Refusals after which the same code may be answered again. */
const open: readonly Refusal["code"][] = [
  "sms-code.wrong",
  "request.malformed",
  "request.too-many",
  "risk.confirm-first",
];

export const ePaySlice: CustomerSlice<EPaySlice> = (bridge) => (set, get) => {
  /** What comes late for something that was left meanwhile is not shown any more. */
  const isStill = (step: EPayStep) => get().ePayStep === step;

  /** Sends for a code and shows where it is answered, or why none was sent. */
  async function send<T>(
    ask: () => Promise<
      { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }
    >,
    asked: (value: T) => { readonly what: CodeFor; readonly sent: CodeSentView },
  ): Promise<void> {
    const sending: EPayStep = { step: "sending" };
    set({ ePayStep: sending });
    const reply = await ask();
    if (!isStill(sending)) return;
    const fresh = { id: crypto.randomUUID(), isSending: false, refusal: undefined };
    const again = () => send(ask, asked);
    set({
      ePayStep: reply.ok
        ? { step: "code", ...fresh, ...asked(reply.value) }
        : { step: "refused", refusal: reply.refusal, again },
    });
  }

  /** Gives digits back for whatever they were asked for. */
  async function answered(
    { id, what, sent: { code } }: Extract<EPayStep, { step: "code" }>,
    digits: string,
  ): Promise<EPayStep | Refusal> {
    switch (what.for) {
      case "payment": {
        const { identifier, order } = what;
        const asked = { id, identifier, order, code, digits };
        const reply = await bridge.request("e-pay.answer", asked);
        return reply.ok ? { step: "paid", receipt: reply.value } : reply.refusal;
      }
      case "enrolment": {
        const asked = { id, enrolment: what.enrolment, code, digits };
        const reply = await bridge.request("e-pay.confirm", asked);
        return reply.ok ? { step: "enrolled", alias: what.alias } : reply.refusal;
      }
      case "entering": {
        const { identifier } = what;
        const reply = await bridge.request("e-pay.enter", { identifier, code, digits });
        if (!reply.ok) return reply.refusal;
        get().tellEPay(reply.value);
        return { step: "none" };
      }
      case "resuming": {
        const { identifier } = what;
        const reply = await bridge.request("e-pay.resume", { identifier, code, digits });
        if (!reply.ok) return reply.refusal;
        get().tellEPay(reply.value);
        return { step: "resumed" };
      }
    }
  }

  /** Does something that takes no code, and shows how things stand then. */
  async function change(
    asked: Promise<
      | { readonly ok: true; readonly value: OwnEPayView }
      | { readonly ok: false; readonly refusal: Refusal }
    >,
  ): Promise<Refusal | undefined> {
    const reply = await asked;
    if (!reply.ok) return reply.refusal;
    get().tellEPay(reply.value);
    return undefined;
  }

  return {
    ePay: undefined,
    ePayStep: { step: "none" },
    tellEPay: (ePay) => set({ ePay }),

    async recall(customer) {
      const reply = await bridge.request("e-pay.recall", { customer });
      return reply.ok ? reply.value : undefined;
    },

    // Every asking is a request of its own: the code before is void with it.
    askToPay: (identifier, order) =>
      send(
        () => bridge.request("e-pay.pay", { id: crypto.randomUUID(), identifier, order }),
        ({ sent, ...named }) => ({ sent, what: { for: "payment", identifier, order, named } }),
      ),

    applyForEPay: (wish) =>
      send(
        () => bridge.request("e-pay.apply", { id: crypto.randomUUID(), ...wish }),
        ({ sent, enrolment }) => ({
          sent,
          what: { for: "enrolment", enrolment, alias: wish.alias },
        }),
      ),

    askOwnCode: (asked) =>
      send(
        () => bridge.request("e-pay.ask-code", asked),
        (sent) => {
          const { identifier, purpose } = asked;
          const what = purpose === "e-pay.manage" ? "entering" : "resuming";
          return { sent, what: { for: what, identifier } };
        },
      ),

    async giveCode(digits) {
      const { ePayStep } = get();
      if (ePayStep.step !== "code" || ePayStep.isSending) return;
      const sending = { ...ePayStep, isSending: true, refusal: undefined };
      set({ ePayStep: sending });
      const next = await answered(ePayStep, digits);
      if (!isStill(sending)) return;
      if ("step" in next) set({ ePayStep: next });
      else if (isOpenAfter(next)) {
        set({ ePayStep: { ...sending, isSending: false, refusal: next } });
      } else set({ ePayStep: { step: "refused", refusal: next, again: undefined } });
    },

    leaveEPayStep: () => set({ ePayStep: { step: "none" } }),

    suspendEPay: (identifier) =>
      change(bridge.request("e-pay.suspend", identifier ? { identifier } : {})),
    lowerEPayLimits: (limits) => change(bridge.request("e-pay.lower-limits", { limits })),
    renameEPay: (alias) => change(bridge.request("e-pay.rename", { alias })),
    cancelEPay: () => change(bridge.request("e-pay.cancel", undefined)),
    async leaveEPay() {
      await change(bridge.request("e-pay.leave", undefined));
    },
  };
};

function isOpenAfter(refusal: Refusal): boolean {
  return refusal.code === "sms-code.wrong" ? refusal.triesLeft > 0 : open.includes(refusal.code);
}
