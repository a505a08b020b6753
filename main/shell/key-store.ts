import type { SafeStorage } from "electron";
import type { KeyStore } from "#main/vault/key-store.ts";

/** What is used of Electron's `safeStorage`; what an older Electron lacks may be absent. */
export type UsedStorage = Pick<
  SafeStorage,
  "isEncryptionAvailable" | "encryptString" | "decryptString"
> &
  Partial<
    Pick<
      SafeStorage,
      | "isAsyncEncryptionAvailable"
      | "encryptStringAsync"
      | "decryptStringAsync"
      | "getSelectedStorageBackend"
    >
  >;

/** The password managers of Linux whose keys are not the same on every machine. */
const realBackends: readonly string[] = ["gnome_libsecret", "kwallet", "kwallet5", "kwallet6"];

/**
 * The key store of whoever is logged in to the machine: Keychain, DPAPI, or a password manager of
 * Linux that is really there. Chromium's stand-in for one (`basic_text`) seals with a password that
 * everybody knows, so it counts as none; so does one that cannot be named.
 *
 * A store that is locked, gone, or of another user gives nothing, and `onFailure` hears why: then the
 * passphrase is asked for. It must be asked for its state only once Electron is ready.
 */
export function systemKeyStore(
  storage: UsedStorage,
  {
    platform,
    onFailure,
  }: { readonly platform: string; readonly onFailure: (failure: unknown) => void },
): KeyStore {
  async function isReal(): Promise<boolean> {
    if (platform === "linux") {
      const backend = storage.getSelectedStorageBackend?.() ?? "unknown";
      if (!realBackends.includes(backend)) return false;
    }
    return (await storage.isAsyncEncryptionAvailable?.()) ?? storage.isEncryptionAvailable();
  }

  async function ifThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return (await isReal()) ? await ask() : undefined;
    } catch (failure) {
      onFailure(failure);
      return undefined;
    }
  }

  return {
    seal: (text) =>
      ifThere(
        async () => (await storage.encryptStringAsync?.(text)) ?? storage.encryptString(text),
      ),
    open: (sealed) =>
      ifThere(async () => {
        const bytes = Buffer.from(sealed);
        const opened = await storage.decryptStringAsync?.(bytes);
        return opened
          ? { text: opened.result, isStale: opened.shouldReEncrypt }
          : { text: storage.decryptString(bytes), isStale: false };
      }),
  };
}
