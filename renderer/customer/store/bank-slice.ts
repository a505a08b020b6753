import type { BankSessionView, BankView } from "#core/contract/bank-view.ts";
import type { Sent } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CustomerId } from "#core/customer/customer.ts";
import type { EBankSwitch } from "#core/e-bank/e-bank.ts";
import type { PaymentChannel } from "#core/e-bank/payment.ts";
import type { CustomerSlice, CustomerState } from "#renderer/customer/store/customer-store.ts";

/** The customer's bank as the main process tells it, and coming and going there. */
export interface BankSlice {
  readonly bank: BankView | undefined;
  /** How far the branch's clock is ahead of this window's, in ms: a presenter moves days on. */
  readonly clockAheadMs: number;
  /** Who logged in last, wherever: most likely whoever logs in next. */
  readonly lastCustomer: CustomerId | undefined;
  readonly tellBank: (view: BankView) => void;
  /** Logs in; comes back with why not. The password is kept nowhere in the window. */
  readonly logIn: (input: Sent<"bank.log-in">) => Promise<Refusal | undefined>;
  readonly logOut: () => Promise<void>;
  /** A page is turned: the bank hears that somebody is there, and says if she no longer is. */
  readonly turnPage: () => Promise<void>;
  /** Closes a switch, which only the branch opens again (P24, P25); comes back with why not. */
  readonly closeSwitch: (which: EBankSwitch) => Promise<Refusal | undefined>;
}

export const bankSlice: CustomerSlice<BankSlice> = (bridge) => (set, get) => ({
  bank: undefined,
  clockAheadMs: 0,
  lastCustomer: undefined,

  tellBank(view) {
    const { bank: before, chosenCard } = get();
    set({
      bank: view,
      clockAheadMs: view.now - Date.now(),
      lastCustomer: view.session?.customer ?? get().lastCustomer,
    });
    // Another person, another channel, or nobody: what was being paid is not theirs, nor the card.
    const isAnother = !isSameSession(before?.session, view.session);
    if (isAnother) get().leavePayment();
    // A card that has just become void makes room for the one that replaced it.
    const isReplaced = isVoid(view, chosenCard) && !isVoid(before, chosenCard);
    if (isAnother || isReplaced) set({ chosenCard: undefined });
  },

  async logIn(input) {
    const reply = await bridge.request("bank.log-in", input);
    if (!reply.ok) return reply.refusal;
    get().tellBank(reply.value);
    return undefined;
  },

  async logOut() {
    const reply = await bridge.request("bank.log-out", undefined);
    if (reply.ok) get().tellBank(reply.value);
  },

  async turnPage() {
    const reply = await bridge.request("bank.view", undefined);
    if (reply.ok) get().tellBank(reply.value);
  },

  async closeSwitch(which) {
    const reply = await bridge.request("bank.close-switch", { which });
    if (!reply.ok) return reply.refusal;
    get().tellBank(reply.value);
    return undefined;
  },
});

function isSameSession(
  before: BankSessionView | undefined,
  after: BankSessionView | undefined,
): boolean {
  return before?.customer === after?.customer && before?.channel === after?.channel;
}

function isVoid(view: BankView | undefined, card: string | undefined): boolean {
  return view?.cards.find(({ id }) => id === card)?.isVoid ?? false;
}

/** The session of a channel: the window is logged in on one of them at a time. */
export function sessionOn(channel: PaymentChannel) {
  return ({ bank }: CustomerState): BankSessionView | undefined =>
    bank?.session?.channel === channel ? bank.session : undefined;
}
