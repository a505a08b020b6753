import { z } from "zod";
import { AccountId, AccountProduct } from "#core/account/account.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { EBankSwitch } from "#core/e-bank/e-bank.ts";
import { PaymentChannel, PaymentKind } from "#core/e-bank/payment.ts";
import { Fen, SignedFen } from "#core/money/fen.ts";
import {
  PasswordCardId,
  PasswordCardLife,
  PasswordCardLock,
} from "#core/password-card/password-card.ts";

// The customer's window of a demonstration: what her internet bank, her phone and her hand show.

/** The cells a payment waits for. The coordinates only: what stands there is on the card. */
export const ChallengeView = z
  .object({
    id: z.string(),
    coordinates: z.array(z.string()).readonly(),
    /** How many digits the answer has. */
    digits: z.int(),
    expiresAt: Instant,
    /** Whether it was asked before and is asked again (4.1). */
    again: z.boolean(),
  })
  .readonly();
export type ChallengeView = z.infer<typeof ChallengeView>;

/** The customer's own query of her password card (P16). */
export const OwnCardView = z
  .object({
    serial: z.string(),
    issuedOn: BusinessDate,
    expiresOn: BusinessDate.optional(),
    used: z.int(),
    left: z.int(),
    isToRemind: z.boolean(),
    life: PasswordCardLife,
    lock: PasswordCardLock,
  })
  .readonly();
export type OwnCardView = z.infer<typeof OwnCardView>;

/** Somebody logged in on a channel, with what she may do there. */
export const BankSessionView = z
  .object({
    customer: CustomerId,
    name: z.string(),
    channel: PaymentChannel,
    accounts: z
      .array(
        z
          .object({
            id: AccountId,
            number: z.string(),
            product: AccountProduct,
            balance: SignedFen,
            available: Fen,
            maturesOn: BusinessDate.optional(),
            /** Whether that day has come: such a deposit is not drawn early any more. */
            isMatured: z.boolean(),
            /** The account that payments leave. */
            pays: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    switches: z.record(EBankSwitch, z.boolean()).readonly(),
    medium: z.enum(["none", "static", "card", "usb-key"]),
    limits: z.object({ single: Fen, day: Fen }).readonly().optional(),
    paidToday: Fen,
    card: OwnCardView.optional(),
    /** Kinds of orders that she cannot give now, each with why not, before she fills one in. */
    closed: z
      .array(
        z
          .object({
            kind: PaymentKind,
            refusal: z.object({ code: z.string() }).loose().readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type BankSessionView = z.infer<typeof BankSessionView>;

/** A printed card that lies in a customer's hand; covered until somebody scratches it. */
export const CardInHand = z
  .object({
    id: PasswordCardId,
    customer: CustomerId,
    name: z.string(),
    serial: z.string(),
    columns: z.int(),
    rows: z.int(),
    cellDigits: z.int(),
    /** As it was handed over: in its wrapper, for nobody has used it yet. */
    isSealed: z.boolean(),
    isVoid: z.boolean(),
  })
  .readonly();
export type CardInHand = z.infer<typeof CardInHand>;

/**
 * A whole card as the printer's shop would set it: the only view that has room for cells. It goes to
 * the page that prints, in a demonstration, and nowhere else.
 */
export const CardSheetView = z
  .object({
    serial: z.string(),
    columns: z.int().min(2).max(26),
    rows: z.int().min(2).max(99),
    /** How often the card may be used, as its front says (P12). */
    uses: z.int(),
    /** Row by row: A1, B1 … A2, B2 … */
    cells: z.array(z.string()).readonly(),
  })
  .readonly();
export type CardSheetView = z.infer<typeof CardSheetView>;

/** Everything the customer's window plays in a demonstration. */
export const BankView = z
  .object({
    now: Instant,
    /** Who could log in, and through which channels; with the password where it is still the first. */
    people: z
      .array(
        z
          .object({
            customer: CustomerId,
            name: z.string(),
            channels: z.array(PaymentChannel).readonly(),
            password: z.string().optional(),
          })
          .readonly(),
      )
      .readonly(),
    cards: z.array(CardInHand).readonly(),
    session: BankSessionView.optional(),
    /** The channel whose session ended by itself, for nothing was asked there too long. */
    lapsed: PaymentChannel.optional(),
  })
  .readonly();
export type BankView = z.infer<typeof BankView>;

/** Of what a deposit pays out: what was laid in, and what it bore. */
const DrawnView = z.object({ principal: Fen, interest: Fen }).readonly();

/** What became of a payment: cells are asked for, the U盾 must be pressed, or it is done. */
export const PaymentView = z.discriminatedUnion("status", [
  z
    .object({
      status: z.literal("challenged"),
      challenge: ChallengeView,
      payee: z.string(),
      amount: Fen,
      drawn: DrawnView.optional(),
    })
    .readonly(),
  z
    .object({
      status: z.literal("confirm-on-key"),
      payee: z.string(),
      amount: Fen,
      drawn: DrawnView.optional(),
    })
    .readonly(),
  z
    .object({
      status: z.literal("paid"),
      payee: z.string(),
      amount: Fen,
      drawn: DrawnView.optional(),
      sequence: z.int(),
      recordedAt: Instant,
      balanceAfter: SignedFen,
      /** Only where a card confirmed it. */
      usesLeft: z.int().optional(),
      isToRemind: z.boolean(),
    })
    .readonly(),
]);
export type PaymentView = z.infer<typeof PaymentView>;
