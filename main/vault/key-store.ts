/**
 * The key store of the machine's own user account, such as the Keychain of a Mac: what it seals can
 * be opened again by this user on this machine, and nowhere else.
 */
export interface KeyStore {
  /** Seals a text; undefined where there is no store worth the name, or it is out of reach now. */
  seal(text: string): Promise<Uint8Array | undefined>;
  /** Opens what it sealed; undefined where this is not the place, the user or the time for it. */
  open(sealed: Uint8Array): Promise<OpenedText | undefined>;
}

/** What the key store gave back. */
export interface OpenedText {
  readonly text: string;
  /** Whether the store's own key has changed, so that the text should be sealed again. */
  readonly isStale: boolean;
}

/** A machine without a key store: the passphrase is asked for at every start. */
export const withoutKeyStore: KeyStore = {
  seal: async () => undefined,
  open: async () => undefined,
};
