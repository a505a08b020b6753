import { isDormant } from "#core/account/dormancy.ts";
import { defaultParameters } from "#core/branch/parameters.ts";
import { known } from "#core/kernel/assert.ts";
import { fen } from "#core/money/fen.ts";
import { customerId } from "#main/demonstration/cast.ts";
import type { When } from "#main/demonstration/loss-steps.ts";
import { staff } from "#main/demonstration/staff.ts";
import {
  type Counter,
  type Happening,
  shown,
  swipeOf,
  visit,
  visitMoment,
  visitorOf,
} from "#main/demonstration/visit.ts";

/** 3002: the new card is activated, a few minutes after it was handed over. */
export function activate(when: When, counter: Counter): Happening {
  return visit(
    { ...when, minute: 4 },
    counter,
    ({ card, identity }) => ({
      code: "3002",
      input: { card: card.id, swipe: shown.swipe, identity, pin: shown.pin },
    }),
    ({ card, pin }) => ({ [shown.swipe]: swipeOf(card, "inactive"), [shown.pin]: pin }),
  );
}

/** 3003: the old card is exchanged, at once or by order. */
export function exchange(
  when: When,
  counter: Counter,
  how: { readonly numbering: "same" | "new"; readonly reason: "demagnetised" | "damaged" },
): Happening {
  return visit(
    when,
    counter,
    ({ card, identity }) => ({
      code: "3003",
      input: { card: card.id, swipe: shown.swipe, ...how, identity, signed: true },
    }),
    ({ card }) => ({ [shown.swipe]: swipeOf(card, "current") }),
  );
}

/** 3009: a card that was replaced turns up at the counter and is kept. */
export function keepOldCard(when: When, counter: Counter): Happening {
  const at = visitMoment(when.number, when.date, 0);
  return {
    at,
    happen(past) {
      const old = past
        .books()
        .list("card", "customer", customerId(when.number))
        .find(({ life }) => life === "replaced");
      past.run({
        at,
        teller: counter.teller,
        approver: staff.secondTeller,
        request: { code: "3009", input: { swipe: shown.swipe, reason: "拾获人交回" } },
        evidence: {
          [shown.swipe]: swipeOf(known(old, "an old card turns up"), "replaced"),
        },
      });
    },
  };
}

/** 3011: cash comes in. Nobody thinks of an account that has come to sleep (3.6). */
export function payIn(when: When, counter: Counter, amount: number): Happening {
  return visit(when, counter, ({ account }) =>
    isDormant(account, when.date, defaultParameters)
      ? undefined
      : { code: "3011", input: { account: account.id, amount: fen(amount) } },
  );
}

/**
 * 3012: cash goes out, a tenth of what is there in whole yuan; from next to nothing, or
 * from an account that sleeps, none.
 */
export function payOut(when: When, counter: Counter): Happening {
  return visit(
    when,
    counter,
    ({ account }) => {
      const amount = Math.floor(account.balance / 1000) * 100;
      const isAsleep = isDormant(account, when.date, defaultParameters);
      if (amount <= 0 || isAsleep) return undefined;
      const { swipe, pin } = shown;
      return { code: "3012", input: { account: account.id, amount: fen(amount), swipe, pin } };
    },
    ({ card, pin }) => ({ [shown.swipe]: swipeOf(card, "current"), [shown.pin]: pin }),
  );
}

/** Three wrong PINs at the counter: each refused, each counted, the third locks (T25). */
export function lockPin(when: When, counter: Counter): Happening {
  const at = visitMoment(when.number, when.date, 0);
  return {
    at,
    happen(past) {
      for (const locks of [false, false, true]) {
        past.record({
          at,
          teller: counter.teller.id,
          code: "3012",
          entries: [
            {
              type: "card.pin-failed",
              card: visitorOf(past, when.number, counter).card.id,
              locks,
            },
            { type: "request.refused", refusal: "card.pin-wrong" },
          ],
        });
      }
    },
  };
}
