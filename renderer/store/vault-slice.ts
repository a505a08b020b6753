import type { Reply } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { VaultView } from "#core/contract/vault-view.ts";
import type { Slice } from "#renderer/store/teller-store.ts";

/** How a change of the branch's keys went. */
interface Kept {
  readonly waiting: boolean;
  readonly done: boolean;
  readonly refusal?: Refusal;
}

const untried: Kept = { waiting: false, done: false };

/** The keys of the branch: before its books are open, and changed by those who keep them (1004). */
export interface VaultSlice {
  readonly vault: VaultView | undefined;
  readonly opening: { readonly waiting: boolean; readonly refusal?: Refusal };
  readonly keeping: { readonly passphrase: Kept; readonly key: Kept };
  readonly readVault: () => Promise<void>;
  /** No passphrase is kept anywhere in the window. */
  readonly openBranch: (passphrase: string) => Promise<void>;
  readonly setPassphrase: (passphrase: string) => Promise<void>;
  readonly changePassphrase: (passphrase: string, next: string) => Promise<void>;
  readonly rotateKey: (passphrase: string) => Promise<void>;
}

export const vaultSlice: Slice<VaultSlice> = (bridge) => (set, get) => {
  async function enter(ask: () => Promise<Reply<"vault.open" | "vault.found">>): Promise<void> {
    set({ opening: { waiting: true } });
    const reply = await ask();
    if (reply.ok) await get().readWorkstation();
    set({ opening: reply.ok ? { waiting: false } : { waiting: false, refusal: reply.refusal } });
  }

  async function keep(
    what: "passphrase" | "key",
    ask: () => Promise<Reply<"vault.change-passphrase" | "vault.rotate-key">>,
  ): Promise<void> {
    const say = (kept: Kept) => set({ keeping: { ...get().keeping, [what]: kept } });
    say({ waiting: true, done: false });
    const reply = await ask();
    if (reply.ok) set({ vault: reply.value });
    say({ waiting: false, done: reply.ok, ...(reply.ok ? {} : { refusal: reply.refusal }) });
  }

  return {
    vault: undefined,
    opening: { waiting: false },
    keeping: { passphrase: untried, key: untried },

    async readVault() {
      set({ keeping: { passphrase: untried, key: untried } });
      const reply = await bridge.request("vault.view", undefined);
      if (reply.ok) set({ vault: reply.value });
      else set({ opening: { waiting: false, refusal: reply.refusal } });
    },
    openBranch: (passphrase) => enter(() => bridge.request("vault.open", { passphrase })),
    setPassphrase: (passphrase) => enter(() => bridge.request("vault.found", { passphrase })),
    changePassphrase: (passphrase, next) =>
      keep("passphrase", () => bridge.request("vault.change-passphrase", { passphrase, next })),
    rotateKey: (passphrase) =>
      keep("key", () => bridge.request("vault.rotate-key", { passphrase })),
  };
};
