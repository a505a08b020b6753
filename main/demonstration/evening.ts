import { addMinutes, clockTime, type Instant, instant, instantAt } from "#core/calendar/instant.ts";
import { answer } from "#core/commands/online/answer.ts";
import { logIn } from "#core/commands/online/log-in.ts";
import { pay } from "#core/commands/online/pay.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { PaymentChannel } from "#core/e-bank/payment.ts";
import { known } from "#core/kernel/assert.ts";
import { isLive, type PasswordCard } from "#core/password-card/password-card.ts";
import { customerId } from "#main/demonstration/cast.ts";
import type { HomePayment } from "#main/demonstration/home-payment.ts";
import type { When } from "#main/demonstration/loss-steps.ts";
import type { Past } from "#main/demonstration/past.ts";
import { answerOf } from "#main/demonstration/past-online.ts";
import type { Counter, Happening } from "#main/demonstration/visit.ts";

/** Where the customer sits, and how her login password looks as a keyed hash. */
interface AtHome {
  readonly channel: Exclude<PaymentChannel, "shop">;
  readonly bankPassword: Counter["bankPassword"];
}

/** Between two things that a customer does at home, in ms. */
const PACE_MS = 20_000;

/**
 * An evening at home: the customer logs in, which activates a card that was never used (P29), and
 * pays. Everything is decided by the rules, as at the counter.
 *
 * Customers have five minutes each, in the order of their numbers, so that no two collide.
 */
export function evening(
  { number, date }: When,
  home: AtHome,
  payments: readonly HomePayment[] = [],
): Happening {
  const at = addMinutes(instantAt(date, clockTime("18:00:00")), number * 5);
  return {
    at,
    happen(past) {
      const steps = stepsOf(past, customerId(number), home, payments);
      for (const [index, step] of steps.entries()) step(instant(at + index * PACE_MS));
    },
  };
}

function stepsOf(
  past: Past,
  customer: CustomerId,
  { channel, bankPassword }: AtHome,
  payments: readonly HomePayment[],
): readonly ((at: Instant) => void)[] {
  const session = { customer, channel };
  const holder = known(past.books().find("customer", customer), "a customer banks at home");
  const verifier = bankPassword(holder);
  return [
    (at) => past.bank({ at, channel, ask: (context) => logIn({ ...session, verifier }, context) }),
    ...payments.flatMap(({ order, wrong, right }) => {
      const asked = { order, confirmed: false };
      const typed = [...Array.from({ length: wrong }, () => false), ...(right ? [true] : [])];
      return [
        (at: Instant) => past.bank({ at, channel, ask: (context) => pay(session, asked, context) }),
        ...typed.map((isRight) => (at: Instant) => {
          const card = cardOf(past, customer);
          const given = {
            challenge: card.challenge?.id ?? "",
            order,
            answer: answerOf(card.grid, isRight),
          };
          past.bank({ at, channel, ask: (context) => answer(session, given, context) });
        }),
      ];
    }),
  ];
}

function cardOf(past: Past, customer: CustomerId): PasswordCard {
  const cards = past.books().list("passwordCard", "customer", customer);
  return known(cards.find(isLive), "whoever answers a challenge has a password card");
}
