import type { Books } from "#core/books/books.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import type { BusinessDate } from "#core/calendar/business-date.ts";
import type { Instant } from "#core/calendar/instant.ts";
import type { Refused } from "#core/commands/command.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { PaymentChannel } from "#core/e-bank/payment.ts";
import type { Entry } from "#core/journal/entry.ts";
import type { Result } from "#core/kernel/result.ts";
import type { Fen, SignedFen } from "#core/money/fen.ts";
import type { Challenge } from "#core/password-card/challenge.ts";
import type { Chance } from "#core/password-card/draw.ts";
import type { Coordinate } from "#core/password-card/grid.ts";
import type { PasswordCard } from "#core/password-card/password-card.ts";
import type { Signals } from "#core/risk/signals.ts";
import type { Fact } from "#core/slip/slip.ts";
import type { OneTimeCode } from "#core/sms/one-time-code.ts";

/** Everything a rule about a customer's own request is told: time, chance and secrets come in. */
export interface OnlineContext {
  readonly books: Books;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly parameters: Parameters;
  /** The number the next batch of the journal gets. */
  readonly sequence: number;
  /** What the rules of risk have counted so far (W04). */
  readonly signals: Signals;
  readonly chance: Chance;
  /** Draws 128 fresh random bits, as hexadecimal digits; most requests need none. */
  readonly drawNonce: () => string;
  /** SHA-256 of a text as hexadecimal digits. */
  readonly sha256: (text: string) => string;
  /** Whether the cells of the card, joined in this order, are the answer; told in constant time. */
  readonly isRight: (
    card: PasswordCard,
    coordinates: readonly Coordinate[],
    answer: string,
  ) => boolean;
  /** Whether these are the digits that went out with a code; told in constant time (E11). */
  readonly isRightCode: (code: OneTimeCode, typed: string) => boolean;
}

/** What of a customer's secrets rules may ask about: whether she typed the right thing. */
export type OnlineSecrets = Pick<OnlineContext, "isRight" | "isRightCode">;

/** Where customers ask by themselves; their requests are journalled under it (C05). */
export type OnlineChannel = PaymentChannel | "e-pay" | "e-wallet";

/** Who asks, and where she is logged in. */
export interface OnlineSession {
  readonly customer: CustomerId;
  readonly channel: PaymentChannel;
}

/** Of what a deposit pays out in all: what was laid in, and what it bore (P07). */
export interface Drawn {
  readonly principal: Fen;
  readonly interest: Fen;
}

/** What is paid, and to whom; `drawn` where it comes out of a deposit. */
interface Named {
  readonly payee: string;
  readonly amount: Fen;
  readonly drawn?: Drawn;
}

/** What became of a payment that was asked for or answered. */
export type PaymentOutcome =
  | (Named & {
      readonly status: "challenged";
      readonly challenge: Challenge;
      readonly again: boolean;
    })
  | (Named & { readonly status: "confirm-on-key" })
  | (Named & {
      readonly status: "paid";
      readonly balanceAfter: SignedFen;
      readonly usesLeft?: number;
      readonly isToRemind: boolean;
    });

/** What a rule decided about a customer's request; no entries where nothing changes. */
export interface OnlineDecision<Outcome> {
  readonly entries: readonly Entry[];
  readonly outcome: Outcome;
  /** What the journal states of it, numbers masked, as for a transaction of the counter. */
  readonly facts: readonly Fact[];
}

/** A customer's request: decided, refused, or refused and counted. */
export type OnlineResult<Outcome> = Result<OnlineDecision<Outcome>, Refusal> | Refused;
