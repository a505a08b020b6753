import type { Reply } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { VaultView } from "#core/contract/vault-view.ts";
import type { Slice } from "#renderer/store/teller-store.ts";

/** The branch before its books are open: whether a passphrase is asked for, or to be set. */
export interface VaultSlice {
  readonly vault: VaultView | undefined;
  readonly opening: { readonly waiting: boolean; readonly refusal?: Refusal };
  readonly readVault: () => Promise<void>;
  /** The passphrase is kept nowhere in the window. */
  readonly openBranch: (passphrase: string) => Promise<void>;
  readonly setPassphrase: (passphrase: string) => Promise<void>;
}

export const vaultSlice: Slice<VaultSlice> = (bridge) => (set, get) => {
  async function enter(ask: () => Promise<Reply<"vault.open" | "vault.found">>): Promise<void> {
    set({ opening: { waiting: true } });
    const reply = await ask();
    if (reply.ok) await get().readWorkstation();
    set({ opening: reply.ok ? { waiting: false } : { waiting: false, refusal: reply.refusal } });
  }

  return {
    vault: undefined,
    opening: { waiting: false },

    async readVault() {
      const reply = await bridge.request("vault.view", undefined);
      if (reply.ok) set({ vault: reply.value });
      else set({ opening: { waiting: false, refusal: reply.refusal } });
    },
    openBranch: (passphrase) => enter(() => bridge.request("vault.open", { passphrase })),
    setPassphrase: (passphrase) => enter(() => bridge.request("vault.found", { passphrase })),
  };
};
