import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { CustomerId } from "#core/customer/customer.ts";
import {
  type EBank,
  EBankChannel,
  EBankSwitch,
  Gate,
  loginWrongOn,
  newEBank,
  Payee,
  paidOn,
} from "#core/e-bank/e-bank.ts";
import { gateOf, PaymentChannel } from "#core/e-bank/payment.ts";
import { unreachable } from "#core/kernel/assert.ts";
import { Fen, fen } from "#core/money/fen.ts";

const customer = CustomerId;

/** What can happen to a customer's electronic banking, exactly as the journal stores it. */
export const EBankEntry = z.discriminatedUnion("type", [
  z
    .object({
      type: z.literal("e-bank.opened"),
      customer,
      channel: EBankChannel,
      /** The keyed hash of the login password the customer chose on the pad. */
      password: z.string().max(128),
    })
    .readonly(),
  z.object({ type: z.literal("e-bank.closed"), customer, channel: EBankChannel }).readonly(),
  z
    .object({ type: z.literal("e-bank.switched"), customer, which: EBankSwitch, on: z.boolean() })
    .readonly(),
  z.object({ type: z.literal("e-bank.logged-in"), customer, channel: PaymentChannel }).readonly(),
  z
    .object({ type: z.literal("e-bank.login-failed"), customer, gate: Gate, on: BusinessDate })
    .readonly(),
  z
    .object({
      type: z.literal("e-bank.paid"),
      customer,
      on: BusinessDate,
      amount: Fen,
      kind: z.enum(["transfer", "purchase", "bill"]),
      /** Who was paid, in the words the customer confirmed; the money alone does not say so. */
      to: z.string().min(1).max(100),
    })
    .readonly(),
  z.object({ type: z.literal("e-bank.payee-agreed"), customer, payee: Payee }).readonly(),
  z.object({ type: z.literal("e-bank.payee-ended"), customer, account: z.string() }).readonly(),
]);
export type EBankEntry = z.infer<typeof EBankEntry>;

/** A customer's electronic banking after `entry`; the first entry is what makes it. */
export function eBankAfter(before: EBank | undefined, entry: EBankEntry): EBank {
  const bank = before ?? newEBank(entry.customer);
  switch (entry.type) {
    case "e-bank.opened":
      return { ...bank, passwords: { ...bank.passwords, [entry.channel]: entry.password } };
    case "e-bank.closed": {
      const { [entry.channel]: _closed, ...passwords } = bank.passwords;
      return { ...bank, passwords };
    }
    case "e-bank.switched":
      return { ...bank, switches: { ...bank.switches, [entry.which]: entry.on } };
    case "e-bank.logged-in": {
      const { [gateOf(entry.channel)]: _cleared, ...loginWrong } = bank.loginWrong;
      return { ...bank, loginWrong };
    }
    case "e-bank.login-failed": {
      const { gate, on } = entry;
      const before = loginWrongOn(bank, on);
      return {
        ...bank,
        loginWrong: { ...before, [gate]: (before[gate] ?? 0) + 1 },
        loginWrongOn: on,
      };
    }
    case "e-bank.paid":
      return { ...bank, paid: fen(paidOn(bank, entry.on) + entry.amount), paidOn: entry.on };
    case "e-bank.payee-agreed":
      return { ...bank, payees: [...bank.payees, entry.payee] };
    case "e-bank.payee-ended":
      return { ...bank, payees: bank.payees.filter(({ account }) => account !== entry.account) };
    default:
      return unreachable(entry);
  }
}
