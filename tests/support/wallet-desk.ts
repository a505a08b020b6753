import { createHash } from "node:crypto";
import type { z } from "zod";
import type { OnlineResult } from "#core/commands/online/online.ts";
import { addBill, removeBill } from "#core/commands/online/wallet/bills.ts";
import { closeWallet } from "#core/commands/online/wallet/close.ts";
import { logInToWallet } from "#core/commands/online/wallet/log-in.ts";
import { freezeOwnWallet, unfreezeOwnWallet } from "#core/commands/online/wallet/own-freeze.ts";
import { payByWallet } from "#core/commands/online/wallet/pay.ts";
import { askToRegister, registerWallet } from "#core/commands/online/wallet/register.ts";
import { askToReset, resetPasswords } from "#core/commands/online/wallet/reset-passwords.ts";
import { topUp } from "#core/commands/online/wallet/top-up.ts";
import type { WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import { walletOf } from "#core/commands/wallet/wallet-file.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { CustomerId } from "#core/customer/customer.ts";
import { known } from "#core/kernel/assert.ts";
import type { Result } from "#core/kernel/result.ts";
import { fen } from "#core/money/fen.ts";
import { OneTimeCodeId } from "#core/sms/one-time-code.ts";
import type { Wallet } from "#core/wallet/wallet.ts";
import { BillWords, WalletBillId } from "#core/wallet/wallet-bill.ts";
import { WalletOrder } from "#core/wallet/wallet-order.ts";
import type { RawInput, RawRequest } from "#tests/support/counter.ts";
import { openLossDesk } from "#tests/support/loss-desk.ts";
import { digitsOf } from "#tests/support/online-desk.ts";

/** Both passwords of everybody's wallet here. */
export const SECRETS = { login: "Tulip73Fe92", second: "274951" } as const;

/** 12.80 yuan to a merchant. */
export const toMerchant = {
  kind: "merchant",
  merchant: "999290058120001",
  merchantName: "样例早餐铺",
  amount: 12_80,
} as const satisfies RawOrder;

export type RawOrder = z.input<typeof WalletOrder>;
type Freeze = Extract<RawInput<"7101">, { action: "freeze" }>;
type Unfreeze = Extract<RawInput<"7101">, { action: "unfreeze" }>;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * A branch in memory with c-1 and c-2, 8,000.00 yuan each on a-1 and a-2, who have telephones and no
 * wallets: the rules as they are, books kept by core, a code's digits its number.
 */
export function openWalletDesk() {
  const base = openLossDesk();
  // Not of today: rules of risk look twice at a channel for an account that was opened today (R17).
  base.enter(1, { account: { openedOn: "2025-03-18" } });
  base.enter(2, { account: { openedOn: "2025-03-18" } });

  function asks<O>(rule: (context: WalletContext) => OnlineResult<O>): Result<O, Refusal> {
    const { books, now, today, parameters, sequence, signals } = base.context();
    const decided = rule({
      ...{ books, now, today, parameters, sequence, signals, sha256 },
      chance: () => 0,
      drawNonce: () => sha256(String(sequence)).slice(0, 32),
      isRight: () => false,
      isRightCode: ({ id }, typed) => typed === digitsOf(id),
      verifierOf: (customer, which, typed) => sha256(`${customer}/${which}/${typed}`),
    });
    if (!decided.ok) {
      const counted = "entries" in decided ? (decided.entries ?? []) : [];
      if (counted.length > 0) base.post(counted, { code: "e-wallet" });
      return { ok: false, refusal: decided.refusal };
    }
    if (decided.value.entries.length > 0) base.post(decided.value.entries, { code: "e-wallet" });
    return { ok: true, value: decided.value.outcome };
  }

  const id = (customer: string) => CustomerId.parse(customer);
  function person(customer = "c-1") {
    const { phone, documentNumber } = base.see("customer", customer);
    return { phone: known(phone, "she has a telephone"), documentNumber };
  }
  /** What came to her telephone last; another is not sent within the minute. */
  function codeFor(customer = "c-1") {
    const [code] = base.books().list("oneTimeCode", "customer", customer).slice(-1);
    const last = OneTimeCodeId.parse(code?.id ?? "s-0");
    return { code: last, digits: digitsOf(last) };
  }

  const home = {
    asksToRegister: (customer = "c-1") => asks((at) => askToRegister(person(customer), at)),
    registers: (
      customer = "c-1",
      { passwords = SECRETS, typed = codeFor(customer) }: Partial<Choosing> = {},
    ) => asks((at) => registerWallet({ ...person(customer), typed, passwords }, at)),
    asksToReset: (customer = "c-1") => asks((at) => askToReset(person(customer), at)),
    resets: (
      customer = "c-1",
      { passwords = SECRETS, typed = codeFor(customer) }: Partial<Choosing> = {},
    ) => asks((at) => resetPasswords({ ...person(customer), typed, passwords }, at)),
    logsIn: (password: string = SECRETS.login, customer = "c-1") =>
      asks((at) => logInToWallet({ customer: id(customer), password }, at)),
    topsUp: (amount: number, customer = "c-1", password: string = SECRETS.second) =>
      asks((at) => topUp({ customer: id(customer), amount: fen(amount), password }, at)),
    pays: (order: RawOrder = toMerchant, customer = "c-1", password: string = SECRETS.second) =>
      asks((at) =>
        payByWallet({ customer: id(customer), order: WalletOrder.parse(order), password }, at),
      ),
    bills: (bill: z.input<typeof BillWords>, customer = "c-1") =>
      asks((at) => addBill({ customer: id(customer), bill: BillWords.parse(bill) }, at)),
    dropsBill: (bill: string, customer = "c-1") =>
      asks((at) => removeBill({ customer: id(customer), bill: WalletBillId.parse(bill) }, at)),
    stops: (customer = "c-1") =>
      asks((at) => freezeOwnWallet({ customer: id(customer), words: "手机遗失" }, at)),
    letsGo: (customer = "c-1", password: string = SECRETS.second) =>
      asks((at) => unfreezeOwnWallet({ customer: id(customer), password }, at)),
    closes: (customer = "c-1", password: string = SECRETS.second) =>
      asks((at) => closeWallet({ customer: id(customer), password }, at)),
  };
  const counter = {
    certifying: (customer = "c-1", over: Partial<RawInput<"7102">> = {}): RawRequest => ({
      code: "7102",
      input: {
        ...{ customer, account: `a-${customer.slice(2)}`, signed: true },
        identity: base.identity(customer),
        ...over,
      },
    }),
    linking: (customer = "c-1"): RawRequest => ({
      code: "7103",
      input: { customer, identity: base.identity(customer), signed: true },
    }),
    freezing: (customer = "c-1", over: Partial<Freeze> = {}): RawRequest => ({
      code: "7101",
      input: {
        ...{ action: "freeze", customer, channel: "counter", kind: "customer", evidence: [] },
        document: base.shown(customer),
        words: "手机遗失",
        ...over,
      },
    }),
    stealing: (customer = "c-1"): RawRequest =>
      counter.freezing(customer, {
        ...{ kind: "stolen", words: "手机被抢", case: "朝公立字第88号" },
        evidence: ["3月17日三笔付款截图", "聊天记录"],
      }),
    unfreezing: (customer = "c-1", over: Partial<Unfreeze> = {}): RawRequest => ({
      code: "7101",
      input: {
        ...{ action: "unfreeze", customer, kind: "customer", signed: true },
        identity: base.identity(customer),
        ...over,
      },
    }),
    doubting: (customer = "c-1"): RawRequest => ({
      code: "7101",
      input: { action: "risk-freeze", customer, words: "夜间多笔小额付款" },
    }),
    trusting: (customer = "c-1"): RawRequest => ({
      code: "7101",
      input: { action: "risk-unfreeze", customer, finding: "已与本人核实" },
    }),
  };
  const wallet = (customer = "c-1"): Wallet =>
    known(walletOf(CustomerId.parse(customer), base.books()), "she has a wallet");
  const all = { ...base, ...home, ...counter, wallet, codeFor, person };
  return {
    ...all,
    /** A wallet in use with so much in it, in fen, from a-n; the first minute of it is over. */
    inUse(amount = 500_00, customer = "c-1"): void {
      home.asksToRegister(customer);
      home.registers(customer);
      base.does(counter.certifying(customer));
      if (amount > 0) home.topsUp(amount, customer);
      base.pass(61_000);
    },
    /** What lies in her wallet, and on the account behind it, in fen. */
    balanceOf(customer: string) {
      const [last] = base.books().list("wallet", "customer", customer).slice(-1);
      const account = base.see("account", `a-${customer.slice(2)}`).balance;
      return { wallet: last?.balance ?? 0, account };
    },
    /** The sum of everything that anybody owes anybody: nothing, whatever happened. */
    sumOfAll(): number {
      const books = base.books();
      const all = [...books.all("account"), ...books.all("wallet"), ...books.all("branchBalance")];
      return all.reduce((sum, { balance }) => sum + balance, 0);
    },
  };
}
export type WalletDesk = ReturnType<typeof openWalletDesk>;

interface Choosing {
  readonly passwords: { readonly login: string; readonly second: string };
  readonly typed: { readonly code: OneTimeCodeId; readonly digits: string };
}

/** "done", or the code of the refusal. */
export function saidOf(reply: { readonly ok: boolean; readonly refusal?: Refusal }): string {
  return reply.refusal?.code ?? "done";
}
