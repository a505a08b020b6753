import { z } from "zod";
import { AccountId } from "#core/account/account.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import {
  Wallet,
  WalletFreeze,
  WalletFreezeKind,
  WalletPassword,
  WalletPasswords,
} from "#core/wallet/wallet.ts";
import { BILLS_KEPT, isWaiting, WalletBill, WalletBillId } from "#core/wallet/wallet-bill.ts";
import { WalletId } from "#core/wallet/wallet-id.ts";

const wallet = WalletId;
const bill = WalletBillId;

/** What can happen to a wallet, exactly as the journal stores it (5.5). Its money moves by postings. */
export const WalletEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("wallet.registered"), registered: Wallet }).readonly(),
  z.object({ type: z.literal("wallet.certified"), wallet, account: AccountId }).readonly(),
  z.object({ type: z.literal("wallet.frozen"), wallet, freeze: WalletFreeze }).readonly(),
  z.object({ type: z.literal("wallet.unfrozen"), wallet, kind: WalletFreezeKind }).readonly(),
  z.object({ type: z.literal("wallet.closed"), wallet }).readonly(),
  /** 7103: a link went to her telephone, by which she may choose both passwords anew (W10). */
  z.object({ type: z.literal("wallet.reset-offered"), wallet, until: Instant }).readonly(),
  /** She chose both anew, by that link and a code to her telephone (W10). */
  z
    .object({ type: z.literal("wallet.passwords-set"), wallet, passwords: WalletPasswords })
    .readonly(),
  z.object({ type: z.literal("wallet.logged-in"), wallet }).readonly(),
  z
    .object({
      type: z.literal("wallet.password-failed"),
      wallet,
      which: WalletPassword,
      on: BusinessDate,
    })
    .readonly(),
  /** The second password was right after it had been wrong. */
  z.object({ type: z.literal("wallet.confirmed"), wallet }).readonly(),
  z.object({ type: z.literal("wallet.billed"), wallet, bill: WalletBill }).readonly(),
  z.object({ type: z.literal("wallet.bill-reminded"), wallet, bill }).readonly(),
  z.object({ type: z.literal("wallet.bill-paid"), wallet, bill }).readonly(),
  z.object({ type: z.literal("wallet.bill-removed"), wallet, bill }).readonly(),
]);
export type WalletEntry = z.infer<typeof WalletEntry>;

type Step = Exclude<WalletEntry, { readonly type: "wallet.registered" }>;

/** The wallet after a step. */
export function walletAfter(before: Wallet, step: Step): Wallet {
  const { freezes } = before;
  switch (step.type) {
    case "wallet.certified": {
      const life = before.life === "registered" ? "real-name" : before.life;
      return { ...before, account: step.account, life };
    }
    case "wallet.frozen":
      return { ...before, freezes: [...freezes, step.freeze] };
    case "wallet.unfrozen":
      return { ...before, freezes: freezes.filter(({ kind }) => kind !== step.kind) };
    case "wallet.closed":
      return { ...before, life: "closed" };
    case "wallet.reset-offered":
      return { ...before, resetUntil: step.until };
    case "wallet.passwords-set":
      // Whatever was guessed at the old ones is over; what lies on the wallet stays (W10).
      return { ...afresh(before), passwords: step.passwords };
    case "wallet.logged-in":
      return withTries(before, "login", 0);
    case "wallet.confirmed":
      return withTries(before, "second", 0);
    case "wallet.password-failed":
      return failed(before, step);
    case "wallet.billed":
      return { ...before, bills: [...roomAmong(before.bills), step.bill] };
    case "wallet.bill-reminded":
      return withBill(before, step.bill, "reminded");
    case "wallet.bill-paid":
      return withBill(before, step.bill, "paid");
    case "wallet.bill-removed":
      return withBill(before, step.bill, "removed");
  }
}

/** Bills that are done give way to a new one, the oldest first; the journal has them for ever. */
function roomAmong(bills: Wallet["bills"]): Wallet["bills"] {
  if (bills.length < BILLS_KEPT) return bills;
  const oldest = bills.findIndex((one) => !isWaiting(one));
  return bills.filter((_, index) => index !== oldest);
}

function afresh({ wrong: _over, resetUntil: _used, ...wallet }: Wallet): Wallet {
  return wallet;
}

function withTries(wallet: Wallet, which: WalletPassword, tries: number): Wallet {
  return wallet.wrong ? { ...wallet, wrong: { ...wallet.wrong, [which]: tries } } : wallet;
}

function failed(
  wallet: Wallet,
  { which, on }: { readonly which: WalletPassword; readonly on: BusinessDate },
): Wallet {
  const today = wallet.wrong?.on === on ? wallet.wrong : { on, login: 0, second: 0 };
  return { ...wallet, wrong: { ...today, [which]: today[which] + 1 } };
}

function withBill(wallet: Wallet, id: WalletBillId, status: WalletBill["status"]): Wallet {
  const bills = wallet.bills.map((bill) =>
    bill.id === id && isWaiting(bill) ? { ...bill, status } : bill,
  );
  return { ...wallet, bills };
}
