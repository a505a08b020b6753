import type { OnlineContext, OnlineResult } from "#core/commands/online/online.ts";
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
import type { OwnWalletView, WalletPaidView } from "#core/contract/own-wallet-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { Batch, RequestId } from "#core/journal/batch.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { readMerchantCode } from "#core/wallet/merchant-code.ts";
import type { Wallet } from "#core/wallet/wallet.ts";
import type { Clock } from "#main/card-reader/clock.ts";
import type { Desk } from "#main/desk.ts";
import { doingOnce } from "#main/e-pay/once.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { createIdleSession } from "#main/online-bank/idle-session.ts";
import { onlineSecrets } from "#main/online-bank/online-context.ts";
import { postingOnline } from "#main/online-bank/post-online.ts";
import { createCells } from "#main/password-card/cells.ts";
import type { Vault } from "#main/vault/vault.ts";
import { ownWalletView, walletPaidIn } from "#main/wallet/own-wallet-view.ts";
import { recalledWallet } from "#main/wallet/recalled.ts";
import { walletPasswordVerifier } from "#main/wallet/wallet-secret.ts";
import type { Tell } from "#main/workstation.ts";

/** The channels of e钱包 that the customer's window has. */
export type WalletHandlers = Pick<Handlers, Extract<keyof Handlers, `wallet.${string}`>>;

/** e钱包 as a demonstration's customer window plays it. */
export interface OwnWallet {
  readonly handlers: WalletHandlers;
  /** The books have changed: tells the window where it shows any of that. */
  readonly onPosted: (batch: Batch) => void;
  readonly close: () => void;
}

/** What it stands on. */
export interface OwnWalletParts {
  readonly desk: Desk;
  readonly vault: Pick<Vault, "passwordCard" | "pinPepper" | "smsCode">;
  readonly tell: Tell;
  /** A stopwatch and an alarm. */
  readonly clock: Clock;
}

type Rule<Outcome> = (context: WalletContext) => OnlineResult<Outcome>;

/**
 * Opens e钱包 for the customers of a demonstration. Whose wallet is open is kept in memory only, until
 * she leaves, closes it, or asks for nothing for ten minutes. Passwords come in as they are typed, are
 * compared as keyed hashes, and are kept, logged and told nowhere.
 */
export function openOwnWallet({ desk, vault, tell, clock }: OwnWalletParts): OwnWallet {
  const { books } = desk;
  const secrets = onlineSecrets(createCells(vault.passwordCard), vault);
  const post = postingOnline(desk, secrets);
  const once = doingOnce(desk, post, "e-wallet");
  const session = createIdleSession<CustomerId>(clock, () => tell("wallet.changed", view()));
  let isFaultNext = false;

  const knowing =
    <Outcome>(rule: Rule<Outcome>) =>
    (context: OnlineContext) =>
      rule({
        ...context,
        verifierOf: (customer, which, typed) =>
          walletPasswordVerifier(vault.pinPepper, customer, which, typed),
      });

  function current(): Wallet | undefined {
    const customer = session.current();
    const wallet = customer && walletOf(customer, books);
    if (customer && !wallet) session.enter(undefined);
    return wallet;
  }

  function view(): OwnWalletView {
    const [entered, hasLapsed] = [current(), session.lapsed() !== undefined];
    const when = { now: desk.now(), today: desk.today() };
    return ownWalletView(books, { ...when, entered, hasLapsed, isFaultNext });
  }

  function enter(next: CustomerId | undefined): OwnWalletView {
    session.enter(next);
    const shown = view();
    tell("wallet.changed", shown);
    return shown;
  }

  function shownAfter<Outcome>(rule: Rule<Outcome>): Result<OwnWalletView, Refusal> {
    const done = post("e-wallet", knowing(rule));
    return done.ok ? accept(view()) : done;
  }

  /** Answers only whoever has entered, on books that the clock has been applied to. */
  function own<T>(work: (customer: CustomerId) => Result<T, Refusal>): Result<T, Refusal> {
    desk.settle();
    const wallet = current();
    session.stir();
    return wallet ? work(wallet.customer) : refuse({ code: "wallet.not-logged-in" });
  }

  /** Moves money once, however often the request arrives; unless the presenter plays a bad line (W16). */
  function move<Outcome>(
    asked: { readonly id: RequestId; readonly content: Readonly<Record<string, unknown>> },
    rule: Rule<Outcome>,
  ): Result<WalletPaidView, Refusal> {
    if (isFaultNext) {
      isFaultNext = false;
      tell("wallet.changed", view());
      return refuse({ code: "wallet.network" });
    }
    const done = once(asked, knowing(rule));
    return done.ok ? accept(walletPaidIn(done.value)) : done;
  }

  return {
    close: session.close,
    onPosted({ entries }) {
      if (entries.some(({ type }) => SEEN.test(type))) tell("wallet.changed", view());
    },
    handlers: {
      "wallet.view": () => {
        desk.settle();
        if (current()) session.stir();
        return accept(view());
      },
      "wallet.recall": ({ customer }) => recalledWallet(books, customer, vault.pinPepper),
      "wallet.ask-code": ({ purpose, ...person }) => {
        desk.settle();
        const ask = purpose === "register" ? askToRegister : askToReset;
        const done = post(
          "e-wallet",
          knowing((context) => ask(person, context)),
        );
        return done.ok ? accept(done.value.outcome) : done;
      },
      "wallet.register": ({ id, login, second, code, digits, ...person }) => {
        desk.settle();
        const registering = { ...person, typed: { code, digits }, passwords: { login, second } };
        const done = once(
          { id, content: { what: "register", code } },
          knowing((context) => registerWallet(registering, context)),
        );
        return done.ok ? accept(view()) : done;
      },
      "wallet.reset": ({ id, login, second, code, digits, ...person }) => {
        desk.settle();
        const resetting = { ...person, typed: { code, digits }, passwords: { login, second } };
        const done = once(
          { id, content: { what: "reset", code } },
          knowing((context) => resetPasswords(resetting, context)),
        );
        return done.ok ? accept(view()) : done;
      },
      "wallet.log-in": (asked) => {
        desk.settle();
        const done = post(
          "e-wallet",
          knowing((context) => logInToWallet(asked, context)),
        );
        return done.ok ? accept(enter(asked.customer)) : done;
      },
      "wallet.log-out": () => accept(enter(undefined)),
      "wallet.read-code": ({ text }) => readMerchantCode(text),
      "wallet.top-up": ({ id, amount, password }) =>
        own((customer) =>
          move({ id, content: { what: "top-up", customer, amount } }, (context) =>
            topUp({ customer, amount, password }, context),
          ),
        ),
      "wallet.pay": ({ id, order, password }) =>
        own((customer) =>
          move({ id, content: { what: "pay", customer, order } }, (context) =>
            payByWallet({ customer, order, password }, context),
          ),
        ),
      "wallet.add-bill": ({ bill }) =>
        own((customer) => shownAfter((context) => addBill({ customer, bill }, context))),
      "wallet.remove-bill": ({ bill }) =>
        own((customer) => shownAfter((context) => removeBill({ customer, bill }, context))),
      "wallet.freeze": ({ words }) =>
        own((customer) => shownAfter((context) => freezeOwnWallet({ customer, words }, context))),
      "wallet.unfreeze": ({ password }) =>
        own((customer) =>
          shownAfter((context) => unfreezeOwnWallet({ customer, password }, context)),
        ),
      "wallet.close": ({ id, password }) =>
        own((customer) =>
          move({ id, content: { what: "close", customer } }, (context) =>
            closeWallet({ customer, password }, context),
          ),
        ),
      "wallet.play-fault": ({ on }) => {
        isFaultNext = on;
        return accept(view());
      },
    },
  };
}

/** Entries that change what the window shows of people and of the wallet that is open. */
const SEEN = /^(wallet|money|hold|account|customer|branch|clock|day)\./;

/** A live branch plays no customer: its channels refuse. */
export function withoutOwnWallet(): WalletHandlers {
  const no = () => refuse({ code: "request.not-in-live" });
  return {
    "wallet.view": no,
    "wallet.recall": no,
    "wallet.ask-code": no,
    "wallet.register": no,
    "wallet.reset": no,
    "wallet.log-in": no,
    "wallet.log-out": no,
    "wallet.read-code": no,
    "wallet.top-up": no,
    "wallet.pay": no,
    "wallet.add-bill": no,
    "wallet.remove-bill": no,
    "wallet.freeze": no,
    "wallet.unfreeze": no,
    "wallet.close": no,
    "wallet.play-fault": no,
  };
}
