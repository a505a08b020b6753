import { interestOn } from "#core/account/interest.ts";
import type { Agent } from "#core/agency/agent.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Numbering } from "#core/loss/loss-case.ts";
import { fen } from "#core/money/fen.ts";
import { staff } from "#main/demonstration/staff.ts";
import { type Counter, type Happening, shown, swipeOf, visit } from "#main/demonstration/visit.ts";

/** Whose visit, and when. */
export interface When {
  readonly number: number;
  readonly date: BusinessDate;
}

/** 4001: the loss is said, by phone or at the counter. */
export function reportOrally(
  when: When,
  counter: Counter,
  { channel, reason }: { readonly channel: "counter" | "phone"; readonly reason: string },
): Happening {
  return visit(when, counter, ({ card, identity }) => ({
    code: "4001",
    input: { card: card.id, medium: "card", channel, document: identity.document, reason },
  }));
}

/** 4002: the loss is written, by the holder or an agent. */
export function reportInWriting(
  when: When,
  counter: Counter,
  how: { readonly numbering: Numbering; readonly reason: string; readonly agent?: Agent },
): Happening {
  const { numbering, reason, agent } = how;
  return visit(when, counter, ({ card, identity }) => ({
    code: "4002",
    input: {
      card: card.id,
      medium: "card",
      numbering,
      reporter: agent ? { by: "agent", agent } : { by: "holder" },
      identity,
      reason,
      fee: "cash",
      signed: true,
    },
  }));
}

/** 4004: the PIN is forgotten, alone or with the card. */
export function reportPin(
  when: When,
  counter: Counter,
  { kind, reason }: { readonly kind: "pin" | "both"; readonly reason: string },
): Happening {
  return visit(when, counter, ({ card, identity }) => ({
    code: "4004",
    input: {
      card: card.id,
      kind,
      ...(kind === "both" ? { numbering: "new" as const } : {}),
      reporter: { by: "holder" },
      identity,
      reason,
      fee: "cash",
      signed: true,
    },
  }));
}

/** 4005: the application slip itself is lost. */
export function reportSlip(when: When, counter: Counter): Happening {
  return visit(when, counter, ({ identity, lossCase }) => ({
    code: "4005",
    input: {
      lossCase: lossCase().number,
      reporter: { by: "holder" },
      identity,
      amount: fen(lossCase().balanceAtReport),
      signed: true,
    },
  }));
}

/** 4006: the card was found again before the written report. */
export function withdrawOral(when: When, counter: Counter): Happening {
  return visit(
    when,
    counter,
    ({ identity, lossCase }) => ({
      code: "4006",
      input: { lossCase: lossCase().number, identity, swipe: shown.swipe },
    }),
    ({ card }) => ({ [shown.swipe]: swipeOf(card, "reported-lost") }),
  );
}

/** 8006: a card of the same number is ordered, a few minutes after the report. */
export function orderMade(when: When, counter: Counter): Happening {
  return visit({ ...when, minute: 4 }, counter, ({ lossCase }) => ({
    code: "8006",
    input: { step: "order", lossCase: lossCase().number },
  }));
}

/** 8006: the made card arrives, and two people keep it (V10). */
export function receiveMade(when: When, counter: Counter): Happening {
  return visit(when, counter, ({ order }) => ({
    code: "8006",
    input: { step: "arrive", order: order().id, custodian: staff.secondTeller },
  }));
}

/** 4007: the holder collects, with the slip and, for the same number, the made card verified. */
export function collect(when: When, counter: Counter, numbering: Numbering): Happening {
  return visit(
    when,
    counter,
    ({ identity, lossCase }) => ({
      code: "4007",
      input: {
        lossCase: lossCase().number,
        slip: lossCase().slip ?? "",
        numbering,
        identity,
        ...(numbering === "same" ? { made: shown.made } : {}),
        fee: "cash",
        signed: true,
      },
    }),
    ({ madeCard }) => (numbering === "same" ? { [shown.made]: swipeOf(madeCard(), "made") } : {}),
  );
}

/** 4008: instead of a card the holder takes the money and goes. */
export function closeAfterLoss(when: When, counter: Counter): Happening {
  return visit(when, counter, ({ account, identity, lossCase }) => ({
    code: "4008",
    input: {
      lossCase: lossCase().number,
      slip: lossCase().slip ?? "",
      identity,
      payout: fen(account.balance + interestOn(account, when.date)),
      signed: true,
    },
  }));
}
