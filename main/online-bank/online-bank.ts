import { eBankFileOf } from "#core/commands/e-bank-file.ts";
import { answer } from "#core/commands/online/answer.ts";
import { closeOwnSwitch } from "#core/commands/online/close-own-switch.ts";
import { logIn } from "#core/commands/online/log-in.ts";
import type { OnlineSession, PaymentOutcome } from "#core/commands/online/online.ts";
import type { BankView, PaymentView } from "#core/contract/bank-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { gateOf } from "#core/e-bank/payment.ts";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { isOnGrid } from "#core/password-card/grid.ts";
import type { Clock } from "#main/card-reader/clock.ts";
import { demonstrationBankPassword } from "#main/demonstration/pin.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { createIdleSession } from "#main/online-bank/idle-session.ts";
import { onlineSecrets } from "#main/online-bank/online-context.ts";
import { payOnce } from "#main/online-bank/pay-once.ts";
import { paymentView } from "#main/online-bank/payment-view.ts";
import { type DoneOnline, postingOnline } from "#main/online-bank/post-online.ts";
import { createCells } from "#main/password-card/cells.ts";
import { bankPasswordVerifier } from "#main/pin-pad/pin-pad.ts";
import type { Vault } from "#main/vault/vault.ts";
import { type BankViewParts, bankPeople, bankSessionView } from "#main/views/bank-view.ts";
import type { Tell } from "#main/workstation.ts";

type OnlineBankHandlers = Pick<
  Handlers,
  | "bank.view"
  | "bank.log-in"
  | "bank.log-out"
  | "bank.pay"
  | "bank.answer"
  | "bank.close-switch"
  | "card.scratch"
>;

/** The internet bank, WAP bank and shop that a demonstration's customer window plays. */
export interface OnlineBank {
  readonly handlers: OnlineBankHandlers;
  /** The books have changed: tells the window where it shows any of that. */
  readonly onPosted: (batch: Batch) => void;
  readonly close: () => void;
}

/** What the online bank stands on. */
export interface OnlineBankParts {
  readonly desk: Desk;
  readonly vault: Pick<Vault, "passwordCard" | "pinPepper" | "smsCode">;
  readonly tell: Tell;
  /** A stopwatch and an alarm. */
  readonly clock: Clock;
}

/**
 * Opens the customer's bank of a demonstration. Who is logged in is kept in memory only; the session
 * ends with its channel, and by itself when nothing was asked for ten minutes.
 *
 * The cells of a card are told one by one to whoever scratches it. Nothing of that is journalled or
 * logged, because the bank of a real card hears nothing of it either.
 */
export function openOnlineBank({ desk, vault, tell, clock }: OnlineBankParts): OnlineBank {
  const { books } = desk;
  const cells = createCells(vault.passwordCard);
  const post = postingOnline(desk, onlineSecrets(cells, vault));
  const session = createIdleSession<OnlineSession>(clock, () => tell("bank.changed", view()));

  const isOpen = ({ customer, channel }: OnlineSession) =>
    eBankFileOf(customer, books).open[gateOf(channel)] !== undefined;

  function current(): OnlineSession | undefined {
    const who = session.current();
    if (who && !isOpen(who)) session.enter(undefined);
    return session.current();
  }

  function view(): BankView {
    const loggedIn = current();
    const lapsed = session.lapsed();
    const parts = viewParts(desk, vault);
    return {
      now: desk.now(),
      ...bankPeople(books, parts),
      ...(loggedIn ? { session: bankSessionView(books, loggedIn, parts) } : {}),
      ...(lapsed ? { lapsed: lapsed.channel } : {}),
    };
  }

  function enter(next: OnlineSession | undefined): BankView {
    session.enter(next);
    const shown = view();
    tell("bank.changed", shown);
    return shown;
  }

  /** Answers only somebody logged in, and on books that the clock has been applied to. */
  function loggedIn<T>(work: (session: OnlineSession) => Result<T, Refusal>): Result<T, Refusal> {
    desk.settle();
    const who = current();
    session.stir();
    return who ? work(who) : refuse({ code: "e-bank.not-logged-in" });
  }

  function shown(who: OnlineSession, { outcome, batch }: DoneOnline<PaymentOutcome>): PaymentView {
    const { passwordCard } = eBankFileOf(who.customer, books);
    return paymentView(outcome, { grid: passwordCard?.grid, batch });
  }

  return {
    close: session.close,
    onPosted(batch) {
      if (batch.entries.some(({ type }) => !UNSEEN.test(type))) tell("bank.changed", view());
    },
    handlers: {
      // Whoever turns a page asks for it.
      "bank.view": () => {
        desk.settle();
        if (current()) session.stir();
        return accept(view());
      },
      "bank.log-in": ({ customer, channel, password }) => {
        desk.settle();
        const verifier = bankPasswordVerifier(vault.pinPepper, customer, password);
        const done = post(channel, (context) => logIn({ customer, channel, verifier }, context));
        return done.ok ? accept(enter({ customer, channel })) : done;
      },
      "bank.log-out": () => {
        desk.settle();
        return accept(enter(undefined));
      },
      "bank.pay": (asked) =>
        loggedIn((who) => {
          const paid = payOnce(who, asked, { desk, post });
          if (!paid.ok) return paid;
          return accept("outcome" in paid.value ? shown(who, paid.value) : paid.value);
        }),
      "bank.answer": (asked) =>
        loggedIn((who) => {
          const done = post(who.channel, (context) => answer(who, asked, context));
          return done.ok ? accept(shown(who, done.value)) : done;
        }),
      "bank.close-switch": ({ which }) =>
        loggedIn((who) => {
          const done = post(who.channel, (context) => closeOwnSwitch(who, which, context));
          return done.ok ? accept(view()) : done;
        }),
      "card.scratch": ({ card: id, coordinate }) => {
        const card = books.find("passwordCard", id);
        if (!card) return refuse({ code: "password-card.unknown" });
        return isOnGrid(coordinate, card.grid)
          ? accept({ digits: cells.cellAt(card, coordinate) })
          : refuse({ code: "request.malformed", issues: ["coordinate: one of this card's"] });
      },
    },
  };
}

/**
 * Entries that change nothing of what the customer's window shows, and those about orders of the
 * state, of which it is told nothing (no tipping off). Where an order moves money, that is told.
 */
const UNSEEN = /^(teller|authorisation|slip|stock|piece|pieces|batch|production|request|freeze)\./;

function viewParts(desk: Desk, { pinPepper }: Pick<Vault, "pinPepper">): BankViewParts {
  const { parameters } = known(desk.branch(), "a demonstration is founded before it opens");
  return {
    today: desk.today(),
    parameters,
    firstPassword(customer, { bank: { passwords } }) {
      const password = demonstrationBankPassword(customer);
      const verifier = bankPasswordVerifier(pinPepper, customer.id, password);
      const own = [passwords["internet-bank"], passwords["wap-bank"]];
      return own.includes(verifier) ? password : undefined;
    },
  };
}

/** A live branch has no customer's window to play: its channels refuse, and no cell is ever told. */
export function withoutOnlineBank(): OnlineBankHandlers {
  const no = () => refuse({ code: "request.not-in-live" });
  return {
    "bank.view": no,
    "bank.log-in": no,
    "bank.log-out": no,
    "bank.pay": no,
    "bank.answer": no,
    "bank.close-switch": no,
    "card.scratch": no,
  };
}
