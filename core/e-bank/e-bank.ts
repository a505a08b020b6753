import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { freeWords } from "#core/identity/free-text.ts";
import { Fen } from "#core/money/fen.ts";

/** 电子银行渠道 that the counter opens and closes: internet, WAP and telephone bank. */
export const EBankChannel = z.enum(["internet-bank", "wap-bank", "phone-bank"]);
export type EBankChannel = z.infer<typeof EBankChannel>;

/** The channels with a login password of their own. A shop's payment page asks for the internet bank's. */
export const Gate = EBankChannel.extract(["internet-bank", "wap-bank"]);
export type Gate = z.infer<typeof Gate>;

/** 电子商务 and 对外转账: what a customer may close anywhere and only the branch opens (P24, P25). */
export const EBankSwitch = z.enum(["e-commerce", "outward-transfer"]);
export type EBankSwitch = z.infer<typeof EBankSwitch>;

/** 收款人: whom a telephone-bank agreement lets money go to (R19). */
export const Payee = z
  .strictObject({
    name: freeWords(60),
    account: z.string().regex(/^\d{12,21}$/),
  })
  .readonly();
export type Payee = z.infer<typeof Payee>;

/** 电话银行转账协议 may name so many payees. */
export const AGREEMENTS_MAX = 20;

/**
 * A customer's electronic banking, apart from which channels are open: a channel is open while its
 * relation to the registered card (注册卡) is active, and that is asked nowhere else.
 */
export const EBank = z
  .object({
    /** The customer's own reference: everybody has one of these at most. */
    id: CustomerId,
    /** Keyed hashes of the login passwords, by channel. */
    passwords: z.partialRecord(EBankChannel, z.string().max(128)).readonly(),
    switches: z.record(EBankSwitch, z.boolean()).readonly(),
    /** Wrong login passwords of `loginWrongOn`, by the gate they were tried at. */
    loginWrong: z.partialRecord(Gate, z.int().min(0)).readonly(),
    loginWrongOn: BusinessDate.optional(),
    /** What was paid on `paidOn` through all channels together, in fen. */
    paid: Fen,
    paidOn: BusinessDate.optional(),
    payees: z.array(Payee).max(AGREEMENTS_MAX).readonly(),
  })
  .readonly();
export type EBank = z.infer<typeof EBank>;

/** Why electronic banking will not do what is asked. */
export type EBankRefusal =
  | { readonly code: "e-bank.not-open"; readonly channel: EBankChannel }
  | { readonly code: "e-bank.already-open"; readonly channel: EBankChannel }
  | { readonly code: "e-bank.other-card-registered" }
  | { readonly code: "e-bank.switch-closed"; readonly which: EBankSwitch }
  | { readonly code: "e-bank.switch-already"; readonly which: EBankSwitch; readonly on: boolean }
  | { readonly code: "e-bank.no-usb-key" }
  | { readonly code: "e-bank.usb-key-held" }
  | { readonly code: "e-bank.payee-known" }
  | { readonly code: "e-bank.payee-unknown" }
  | { readonly code: "e-bank.payees-full" }
  | { readonly code: "e-bank.login-wrong"; readonly triesLeft: number }
  | { readonly code: "e-bank.login-locked-today" }
  | { readonly code: "e-bank.not-logged-in" }
  | { readonly code: "e-bank.card-not-usable" }
  /** The card is one of a time deposit: it cannot be the registered one. */
  | { readonly code: "e-bank.deposit-account" }
  /** Only a password card or a U盾 carries this payment (P06, P07). */
  | { readonly code: "e-bank.medium-needed" }
  | { readonly code: "e-bank.not-in-channel" }
  | { readonly code: "e-bank.over-single-limit"; readonly limit: Fen }
  | { readonly code: "e-bank.over-day-limit"; readonly limit: Fen; readonly paid: Fen }
  | { readonly code: "e-bank.payee-name-differs" }
  | { readonly code: "e-bank.same-account" }
  | { readonly code: "e-bank.deposit-unknown" }
  | { readonly code: "e-bank.deposit-matured" };

/** Electronic banking as it begins: both switches on, nothing paid, nobody agreed on. */
export function newEBank(customer: CustomerId): EBank {
  return {
    id: customer,
    passwords: {},
    switches: { "e-commerce": true, "outward-transfer": true },
    loginWrong: {},
    paid: Fen.parse(0),
    payees: [],
  };
}

/** What was paid today through all channels together. */
export function paidOn({ paid, paidOn: day }: EBank, today: BusinessDate): Fen {
  return day === today ? paid : Fen.parse(0);
}

/** Today's wrong login passwords at each gate; yesterday's count for nothing. */
export function loginWrongOn(
  { loginWrong, loginWrongOn: day }: EBank,
  today: BusinessDate,
): EBank["loginWrong"] {
  return day === today ? loginWrong : {};
}
