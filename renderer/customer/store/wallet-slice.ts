import type { CustomerBridge } from "#core/contract/bridge.ts";
import type { Sent } from "#core/contract/contract.ts";
import type { OwnWalletView } from "#core/contract/own-wallet-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { CustomerSlice } from "#renderer/customer/store/customer-store.ts";

/** Requests that are answered with how the wallet stands then. */
export type WalletChange =
  | "wallet.view"
  | "wallet.register"
  | "wallet.reset"
  | "wallet.log-in"
  | "wallet.log-out"
  | "wallet.add-bill"
  | "wallet.remove-bill"
  | "wallet.freeze"
  | "wallet.unfreeze"
  | "wallet.play-fault";

/** The customer's e钱包 as the main process tells it. What she types is kept nowhere in the store. */
export interface WalletSlice {
  readonly wallet: OwnWalletView | undefined;
  readonly tellWallet: (view: OwnWalletView) => void;
  /** Asks what is answered otherwise: codes, receipts, whom a code names. */
  readonly askWallet: CustomerBridge["request"];
  /** Changes something, and comes back with why not. */
  readonly changeWallet: <C extends WalletChange>(
    channel: C,
    input: Sent<C>,
  ) => Promise<Refusal | undefined>;
}

export const walletSlice: CustomerSlice<WalletSlice> = (bridge) => (set) => ({
  wallet: undefined,
  tellWallet: (wallet) => set({ wallet }),
  askWallet: bridge.request,

  async changeWallet(channel, input) {
    const reply = await bridge.request(channel, input);
    if (!reply.ok) return reply.refusal;
    // All these channels answer with the view; the union of their answers is that one type.
    set({ wallet: reply.value as OwnWalletView });
    return undefined;
  },
});
