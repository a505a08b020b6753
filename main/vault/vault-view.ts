import { instant } from "#core/calendar/instant.ts";
import type { VaultView } from "#core/contract/vault-view.ts";
import type { Vault } from "./vault.ts";

/** An open vault as the window may see it: nothing in it opens anything. */
export function vaultView(vault: Vault): VaultView {
  return {
    status: "open",
    kind: vault.kind,
    keyStore: vault.hasKeyStore,
    dataKey: vault.bodyKeyId,
    dataKeySince: instant(vault.bodyKeySince),
    publicKey: vault.signing.publicKey,
  };
}
