import { confirmEnrolment } from "#core/commands/online/e-pay/enrol.ts";
import {
  askOwnCode,
  cancelOwn,
  enterOwn,
  lowerLimits,
  renameOwn,
  resumeOwn,
  suspendEntered,
  suspendOwn,
} from "#core/commands/online/e-pay/own.ts";
import { askByEPay, payByEPay } from "#core/commands/online/e-pay/pay.ts";
import type { OnlineContext, OnlineResult } from "#core/commands/online/online.ts";
import type { OwnEPayView } from "#core/contract/own-e-pay-view.ts";
import type { EPay, EPayId } from "#core/e-pay/e-pay.ts";
import { isLive, namedBy } from "#core/e-pay/identifier.ts";
import type { Batch } from "#core/journal/batch.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import type { Clock } from "#main/card-reader/clock.ts";
import type { Desk } from "#main/desk.ts";
import { appliedIn, askedIn, paidIn } from "#main/e-pay/answers.ts";
import { applying } from "#main/e-pay/apply.ts";
import { doingOnce, sealedIdentifier } from "#main/e-pay/once.ts";
import { ownEPayView, recalledView } from "#main/e-pay/own-e-pay-view.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { createIdleSession } from "#main/online-bank/idle-session.ts";
import { onlineSecrets } from "#main/online-bank/online-context.ts";
import { postingOnline } from "#main/online-bank/post-online.ts";
import { createCells } from "#main/password-card/cells.ts";
import type { PinPad } from "#main/pin-pad/pin-pad.ts";
import type { Vault } from "#main/vault/vault.ts";
import type { Tell } from "#main/workstation.ts";

/** The channels of e支付 that the customer's window has. */
export type EPayHandlers = Pick<Handlers, Extract<keyof Handlers, `e-pay.${string}`>>;

/** e支付 as a demonstration's customer window plays it. */
export interface OwnEPay {
  readonly handlers: EPayHandlers;
  /** The books have changed: tells the window where it shows any of that. */
  readonly onPosted: (batch: Batch) => void;
  readonly close: () => void;
}

/** What it stands on. */
export interface OwnEPayParts {
  readonly desk: Desk;
  readonly vault: Pick<Vault, "passwordCard" | "pinPepper" | "smsCode">;
  readonly tell: Tell;
  /** A stopwatch and an alarm. */
  readonly clock: Clock;
  readonly pinPad: PinPad;
  readonly evidence: EvidenceBox;
}

/**
 * Opens e支付 for the customers of a demonstration. Who has proved that an enrolment is hers is kept in
 * memory only, until she leaves or asks for nothing for ten minutes.
 *
 * Telephone and last six digits come in and are compared; of a code only its name goes out. Neither is
 * told to the teller's window, logged, or kept in the journal (K06, E11).
 */
export function openOwnEPay(parts: OwnEPayParts): OwnEPay {
  const { desk, vault, tell, clock } = parts;
  const { books } = desk;
  const post = postingOnline(desk, onlineSecrets(createCells(vault.passwordCard), vault));
  const once = doingOnce(desk, post);
  const session = createIdleSession<EPayId>(clock, () => tell("e-pay.changed", view()));
  const who = ({ phone, lastSix }: { readonly phone: string; readonly lastSix: string }) =>
    sealedIdentifier(vault.pinPepper, { phone, digits: lastSix });

  /** Whose page is open: it closes with its enrolment. */
  function current(): EPay | undefined {
    const id = session.current();
    const enrolment = id && books.find("ePay", id);
    if (enrolment && !isLive(enrolment)) session.enter(undefined);
    return enrolment && isLive(enrolment) ? enrolment : undefined;
  }

  function view(): OwnEPayView {
    const { parameters } = known(desk.branch(), "a demonstration is founded before it opens");
    const entered = current();
    return ownEPayView(books, {
      now: desk.now(),
      today: desk.today(),
      ...{ parameters, entered, hasLapsed: session.lapsed() !== undefined },
    });
  }

  function enter(next: EPayId | undefined): OwnEPayView {
    session.enter(next);
    const shown = view();
    tell("e-pay.changed", shown);
    return shown;
  }

  /** Does something that needs no code of its own, and shows how things stand then. */
  function change(rule: (context: OnlineContext) => OnlineResult<unknown>) {
    const done = post("e-pay", rule);
    return done.ok ? accept(view()) : done;
  }

  /** The same for whoever has entered. */
  function changeOwn(rule: (id: EPayId, context: OnlineContext) => OnlineResult<unknown>) {
    desk.settle();
    const own = current();
    session.stir();
    return own
      ? change((context) => rule(own.id, context))
      : refuse({ code: "e-pay.not-entered" } as const);
  }

  return {
    close: session.close,
    onPosted({ entries }) {
      if (entries.some(({ type }) => SEEN.test(type))) tell("e-pay.changed", view());
    },
    handlers: {
      "e-pay.view": () => {
        desk.settle();
        if (current()) session.stir();
        return accept(view());
      },
      "e-pay.recall": ({ customer }) => accept(recalledView(books, customer)),
      "e-pay.apply": applying(parts, { post, once, shown: appliedIn }),
      "e-pay.confirm": ({ id, enrolment, ...typed }) => {
        desk.settle();
        const content = { what: "confirm", enrolment, code: typed.code };
        const rule = (context: OnlineContext) => confirmEnrolment({ enrolment, typed }, context);
        const done = once({ id, content }, rule);
        return done.ok ? accept(view()) : done;
      },
      "e-pay.pay": ({ id, identifier, order }) => {
        desk.settle();
        const content = { what: "pay", who: who(identifier), order };
        const done = once({ id, content }, (at) => askByEPay({ identifier, order }, at));
        if (!done.ok) return done;
        const alias = namedBy(identifier, books)?.alias ?? "";
        return accept(askedIn(done.value, order, alias));
      },
      "e-pay.answer": ({ id, identifier, order, ...typed }) => {
        desk.settle();
        const content = { what: "answer", who: who(identifier), order, code: typed.code };
        const done = once({ id, content }, (at) => payByEPay({ identifier, order, typed }, at));
        return done.ok ? accept(paidIn(done.value, books)) : done;
      },
      "e-pay.ask-code": (asked) => {
        desk.settle();
        const done = post("e-pay", (context) => askOwnCode(asked, context));
        return done.ok ? accept(done.value.outcome) : done;
      },
      "e-pay.enter": ({ identifier, ...typed }) => {
        desk.settle();
        const done = post("e-pay", (context) => enterOwn({ identifier, typed }, context));
        return done.ok ? accept(enter(done.value.outcome.id)) : done;
      },
      "e-pay.leave": () => accept(enter(undefined)),
      "e-pay.resume": ({ identifier, ...typed }) => {
        desk.settle();
        return change((context) => resumeOwn({ identifier, typed }, context));
      },
      "e-pay.suspend": ({ identifier }) => {
        if (!identifier) return changeOwn(suspendEntered);
        desk.settle();
        return change((context) => suspendOwn(identifier, context));
      },
      "e-pay.lower-limits": ({ limits }) =>
        changeOwn((id, context) => lowerLimits({ id, limits }, context)),
      "e-pay.rename": ({ alias }) => changeOwn((id, context) => renameOwn({ id, alias }, context)),
      "e-pay.cancel": () => changeOwn(cancelOwn),
    },
  };
}

/** Entries that change what the window shows of people and of an enrolment that was entered. */
const SEEN = /^(e-pay|customer|card|relations?|branch|parameters|clock)\./;

/** A live branch plays no customer: its channels refuse. */
export function withoutOwnEPay(): EPayHandlers {
  const no = () => refuse({ code: "request.not-in-live" });
  return {
    "e-pay.view": no,
    "e-pay.recall": no,
    "e-pay.apply": no,
    "e-pay.confirm": no,
    "e-pay.pay": no,
    "e-pay.answer": no,
    "e-pay.ask-code": no,
    "e-pay.enter": no,
    "e-pay.leave": no,
    "e-pay.resume": no,
    "e-pay.suspend": no,
    "e-pay.lower-limits": no,
    "e-pay.rename": no,
    "e-pay.cancel": no,
  };
}
