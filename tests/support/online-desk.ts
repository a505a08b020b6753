import { createHash } from "node:crypto";
import { answer } from "#core/commands/online/answer.ts";
import { closeOwnSwitch } from "#core/commands/online/close-own-switch.ts";
import { logIn } from "#core/commands/online/log-in.ts";
import type {
  OnlineChannel,
  OnlineContext,
  OnlineResult,
  OnlineSession,
  PaymentOutcome,
} from "#core/commands/online/online.ts";
import { pay } from "#core/commands/online/pay.ts";
import { settleTerms } from "#core/commands/settle-terms.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { CustomerId } from "#core/customer/customer.ts";
import type { EBankSwitch } from "#core/e-bank/e-bank.ts";
import { type PaymentChannel, PaymentOrder } from "#core/e-bank/payment.ts";
import type { EBankRules } from "#core/e-bank/rules.ts";
import { known } from "#core/kernel/assert.ts";
import type { Result } from "#core/kernel/result.ts";
import { type Coordinate, coordinatesOf, defaultGrid } from "#core/password-card/grid.ts";
import { isLive, type PasswordCard } from "#core/password-card/password-card.ts";
import type { PasswordCardRules } from "#core/password-card/rules.ts";
import { type LossDesk, openLossDesk } from "#tests/support/loss-desk.ts";
import {
  cellOf,
  enrolmentAt,
  type Online,
  PASSWORD,
  purchase,
  type RawOrder,
} from "#tests/support/online-customers.ts";

/** How a request differs from c-1's own in the internet bank. */
export interface Asking {
  readonly customer?: string;
  readonly channel?: PaymentChannel;
}

/**
 * A branch in memory whose customers bank online: the rules as they are, books kept by core, and
 * invented cells in place of the keys. It settles the terms, decides and posts as the machine does.
 */
export function openOnlineDesk(seed = 1) {
  return deskOn(openLossDesk(), seed);
}
export type OnlineDesk = ReturnType<typeof openOnlineDesk>;

/** The same with c-1: 8,000.00 yuan on a-1, both channels open on k-1, an active card p-1. */
export function openOnlineDeskFor(customer: Online = {}): OnlineDesk {
  const desk = openOnlineDesk();
  desk.enrol(1, customer);
  return desk;
}

/** Another desk at the same moment, its books rebuilt from nothing but the journal of this one. */
export function restarted(desk: OnlineDesk): OnlineDesk {
  const base = openLossDesk(); // Its founding is the first batch of every desk.
  for (const { entries, ...stamp } of desk.batches().slice(1)) {
    base.post(JSON.parse(JSON.stringify(entries)), stamp);
  }
  base.pass(desk.context().now - base.context().now);
  return deskOn(base, 99); // Chance begins elsewhere, as it would.
}

function deskOn(base: LossDesk, seed: number) {
  const chance = chanceFrom(seed);
  const rules = rulesAt(base);
  const run = runningAt(base, chance);
  const requests = requestsAt(base, run);
  return {
    ...base,
    ...rules,
    ...requests,
    runOnline: run,
    enrol: enrolmentAt(base),
    willAsk: chance.willAsk,
  };
}

/** Chance that repeats itself from test to test, or draws what a test wants to see. */
function chanceFrom(seed: number) {
  let state = seed;
  let drawn = 0;
  let wanted: readonly number[] = [];
  return {
    draw(below: number): number {
      const [next, ...others] = wanted;
      wanted = others;
      if (next !== undefined) return next;
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    },
    /** Fresh bits for the next challenge, never the same twice. */
    nonce(): string {
      drawn += 1;
      return sha256(`${seed}/${drawn}`).slice(0, 32);
    },
    /** The next challenge of a card of the usual layout asks for these cells. */
    willAsk(...coordinates: readonly string[]): void {
      const pool = coordinatesOf(defaultGrid).map(String);
      wanted = coordinates.map((coordinate) => {
        const place = pool.indexOf(coordinate);
        pool.splice(place, 1);
        return place;
      });
    },
  };
}

type Chances = ReturnType<typeof chanceFrom>;

function rulesAt(base: LossDesk) {
  const now = () => base.context().parameters;
  return {
    setCardRules: (changed: Partial<PasswordCardRules>): void =>
      base.set({ passwordCard: { ...now().passwordCard, ...changed } }),
    setBankRules: (changed: Partial<EBankRules>): void =>
      base.set({ eBank: { ...now().eBank, ...changed } }),
  };
}

type Run = <O>(
  session: { readonly channel: OnlineChannel },
  rule: (context: OnlineContext) => OnlineResult<O>,
) => Reply<O>;

/** What the customer is told. */
export type Reply<O> = Result<O, Refusal>;

function runningAt(base: LossDesk, chance: Chances): Run {
  return ({ channel }, rule) => {
    const due = settleTerms(base.context());
    if (due.length > 0) base.post(due);

    const decided = rule(contextOf(base, chance));
    if (!decided.ok) {
      const counted = "entries" in decided ? (decided.entries ?? []) : [];
      if (counted.length > 0) base.post(counted, { code: channel });
      return { ok: false, refusal: decided.refusal };
    }
    const { entries, facts, outcome } = decided.value;
    const stated = { facts: JSON.parse(JSON.stringify(facts)), relations: [] };
    if (entries.length > 0) base.post(entries, { code: channel, outcome: stated });
    return { ok: true, value: outcome };
  };
}

function contextOf(base: LossDesk, { draw: chance, nonce }: Chances): OnlineContext {
  const { books, now, today, parameters, sequence, signals } = base.context();
  return {
    ...{ books, now, today, parameters, sequence, signals, chance },
    drawNonce: nonce,
    sha256,
    isRight: (card, coordinates, typed) =>
      coordinates.map((coordinate) => cellOf(card, coordinate)).join("") === typed,
    isRightCode: ({ id }, typed) => typed === digitsOf(id),
  };
}

/** The digits of a code: its number, so that every code has others. */
export const digitsOf = (code: string) => code.slice(2).padStart(6, "0");

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function requestsAt(base: LossDesk, run: Run) {
  const sessionOf = ({ customer = "c-1", channel = "internet-bank" }: Asking): OnlineSession => ({
    customer: CustomerId.parse(customer),
    channel,
  });
  const cardOf = (customer = "c-1"): PasswordCard =>
    known(base.books().list("passwordCard", "customer", customer).find(isLive), "she has a card");

  /** The cells that the card is asked for now, joined; of the card that is asked. */
  function rightAnswer(customer?: string): string {
    const card = cardOf(customer);
    const asked = known(card.challenge, "the card is asked for cells").coordinates;
    return asked.map((coordinate) => cellOf(card, coordinate)).join("");
  }
  /** As many digits, every one of them wrong. */
  const wrongAnswer = (customer?: string) =>
    rightAnswer(customer).replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));

  const logsIn = (asking: Asking & { readonly password?: string } = {}) => {
    const session = sessionOf(asking);
    const verifier = asking.password ?? PASSWORD;
    return run(session, (context) => logIn({ ...session, verifier }, context));
  };
  const pays = (order: RawOrder, asking: Asking & { readonly confirmed?: boolean } = {}) => {
    const session = sessionOf(asking);
    const input = { order: PaymentOrder.parse(order), confirmed: asking.confirmed ?? false };
    return run(session, (context) => pay(session, input, context));
  };
  const answers = (
    typed: string,
    order: RawOrder,
    asking: Asking & { readonly challenge?: string } = {},
  ) => {
    const session = sessionOf(asking);
    const challenge = asking.challenge ?? cardOf(asking.customer).challenge?.id ?? "ch-0";
    const input = { challenge, order: PaymentOrder.parse(order), answer: typed };
    return run(session, (context) => answer(session, input, context));
  };
  const attempt = (order: RawOrder, asking: Asking, typed: (customer?: string) => string) => {
    const asked = pays(order, asking);
    return asked.ok && asked.value.status === "challenged"
      ? answers(typed(asking.customer), order, asking)
      : asked;
  };
  return {
    ...{ cardOf, rightAnswer, wrongAnswer, logsIn, pays, answers },
    /** Asks for a payment and answers what is asked rightly. */
    spends: (order: RawOrder = purchase, asking: Asking = {}) =>
      attempt(order, asking, rightAnswer),
    /** Asks for a payment and answers what is asked wrongly. */
    errs: (order: RawOrder = purchase, asking: Asking = {}) => attempt(order, asking, wrongAnswer),
    closesSwitch: (which: EBankSwitch, asking: Asking = {}) => {
      const session = sessionOf(asking);
      return run(session, (context) => closeOwnSwitch(session, which, context));
    },
    /** The balance of an account of a customer or of the branch itself, in fen. */
    balance: (account: string): number =>
      (base.books().find("account", account) ?? base.books().find("branchBalance", account))
        ?.balance ?? 0,
  };
}

/** What became of a request in one word: the outcome, or the code of the refusal. */
export function wordOf(reply: Reply<PaymentOutcome | string>): string {
  if (!reply.ok) return reply.refusal.code;
  return typeof reply.value === "string" ? reply.value : reply.value.status;
}

/** The cells a payment was asked for, in their order; fails the test where it was not. */
export function askedCells(reply: Reply<PaymentOutcome>): readonly Coordinate[] {
  return challengeIn(reply).coordinates;
}

/** The challenge a payment was given; fails the test where it was given none. */
export function challengeIn(reply: Reply<PaymentOutcome>) {
  const asked = reply.ok && reply.value.status === "challenged" ? reply.value.challenge : undefined;
  return known(asked, `cells are asked for: ${JSON.stringify(reply)}`);
}
