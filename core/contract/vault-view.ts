import { z } from "zod";
import { Instant } from "#core/calendar/instant.ts";

/** How the keys of the data folder stand, as the page before the desk shows it. */
export const VaultView = z.discriminatedUnion("status", [
  z
    .object({
      /**
       * `new`: a branch that was never opened, whose passphrase is to be set. `in-clear`: one of an
       * older program, whose keys are not behind a passphrase yet. `locked`: it asks for it.
       * `opening`: somebody gave it, and the books are being read.
       */
      status: z.enum(["new", "in-clear", "locked", "opening"]),
      /** So many seconds nobody is listened to, after wrong passphrases. */
      waitSeconds: z.int().nonnegative(),
    })
    .readonly(),
  z
    .object({
      status: z.literal("open"),
      kind: z.enum(["live", "demonstration"]),
      /** Whether this machine's own key store opens the books without anybody. */
      keyStore: z.boolean(),
      /** The data key in use: its number, and since when. */
      dataKey: z.int().positive(),
      dataKeySince: Instant,
      /** The Ed25519 key that seals are checked with, as hexadecimal digits. */
      publicKey: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .readonly(),
]);
export type VaultView = z.infer<typeof VaultView>;
