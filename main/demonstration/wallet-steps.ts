import { addDays, type BusinessDate } from "#core/calendar/business-date.ts";
import { addMinutes, clockTime, instantAt } from "#core/calendar/instant.ts";
import type { OnlineResult } from "#core/commands/online/online.ts";
import { addBill } from "#core/commands/online/wallet/bills.ts";
import { payByWallet } from "#core/commands/online/wallet/pay.ts";
import { askToRegister, registerWallet } from "#core/commands/online/wallet/register.ts";
import { topUp } from "#core/commands/online/wallet/top-up.ts";
import type { WalletContext } from "#core/commands/online/wallet/wallet-context.ts";
import type { Customer, CustomerId } from "#core/customer/customer.ts";
import { known } from "#core/kernel/assert.ts";
import { fen } from "#core/money/fen.ts";
import type { WalletPassword } from "#core/wallet/wallet.ts";
import { BillWords } from "#core/wallet/wallet-bill.ts";
import { WalletOrder } from "#core/wallet/wallet-order.ts";
import { cast, customerId } from "#main/demonstration/cast.ts";
import type { Draw } from "#main/demonstration/draw.ts";
import type { Past } from "#main/demonstration/past.ts";
import { demonstrationWalletPasswords } from "#main/demonstration/pin.ts";
import { type Counter, type Happening, visit } from "#main/demonstration/visit.ts";

/** Who has an e钱包 with money in it: somebody whose account has some, whatever chance drew. */
export const walletOwner = cast.reissued;

/** What the story of a wallet is told from. */
export interface WalletSetting {
  readonly today: BusinessDate;
  readonly here: Counter;
  /** A chance of its own: who lives in the demonstration besides stays who they were. */
  readonly draw: Draw;
  /** How a wallet's password looks as a keyed hash. */
  readonly verifierOf: (customer: CustomerId, which: WalletPassword, typed: string) => string;
}

const merchant = WalletOrder.parse({
  ...{ kind: "merchant", merchant: "999290058120001", merchantName: "虚构早餐铺" },
  amount: 18_50,
});

/** 注册, 实名认证, 充值, 付款, and a bill that falls due in three days (W01–W09). */
export function walletStory(setting: WalletSetting): readonly Happening[] {
  const { today, here } = setting;
  const ago = (days: number) => addDays(today, -days);
  const evening = (days: number, ask: Ask): Happening => atHome(setting, ago(days), ask);
  const bill = BillWords.parse({
    ...{ biller: "演示水务", reference: "DEMO-44001122", amount: 63_20 },
    dueOn: addDays(today, 3),
  });
  return [
    evening(20, ({ customer, secrets, done }) => {
      const { phone, documentNumber } = customer;
      const person = { phone: known(phone, "she has reserved a telephone"), documentNumber };
      const { code } = done((context) => askToRegister(person, context));
      const typed = { code, digits: "000000" };
      done((context) => registerWallet({ ...person, typed, passwords: secrets }, context));
    }),
    visit({ number: walletOwner, date: ago(18) }, here, ({ customer, account, identity }) => ({
      code: "7102",
      input: { customer: customer.id, account: account.id, identity, signed: true },
    })),
    evening(18, ({ customer: { id: customer }, secrets: { second: password }, done }) => {
      done((context) => topUp({ customer, amount: fen(600_00), password }, context));
    }),
    evening(9, ({ customer: { id: customer }, secrets: { second: password }, done }) => {
      done((context) => payByWallet({ customer, order: merchant, password }, context));
      done((context) => addBill({ customer, bill }, context));
    }),
  ];
}

type Ask = (her: {
  readonly customer: Customer;
  readonly secrets: ReturnType<typeof demonstrationWalletPasswords>;
  readonly done: <Outcome>(rule: (context: WalletContext) => OnlineResult<Outcome>) => Outcome;
}) => void;

function atHome({ draw, verifierOf }: WalletSetting, date: BusinessDate, ask: Ask): Happening {
  const at = addMinutes(instantAt(date, clockTime("18:00:00")), walletOwner * 5 + 2);
  return {
    at,
    happen(past: Past) {
      const customer = known(
        past.books().find("customer", customerId(walletOwner)),
        "she is a customer",
      );
      // Nobody kept the digits of the past: what she typed was what had come.
      const knowing = { verifierOf, isRightCode: () => true };
      ask({
        customer,
        secrets: demonstrationWalletPasswords(customer),
        done: (rule) =>
          known(
            past.bank({
              ...{ at, draw, channel: "e-wallet" },
              ask: (context) => rule({ ...context, ...knowing }),
            }),
            "the rules let her",
          ),
      });
    },
  };
}
