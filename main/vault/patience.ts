import { type Result, refuse } from "#core/kernel/result.ts";
import type { VaultRefusal } from "#core/vault/passphrase.ts";

/** How long somebody who does not know the passphrase is kept waiting; in memory only. */
export interface Patience {
  /** Whole seconds until the next try is listened to; 0 where it is now. */
  readonly waitSeconds: () => number;
  /**
   * Tries a passphrase. Before its time it is refused unheard, and so is a second while the first is
   * still being tried, because each takes memory and most of a second.
   */
  readonly hear: <T, R extends { readonly code: string }>(
    tried: () => Promise<Result<T, R>>,
  ) => Promise<Result<T, R | VaultRefusal>>;
}

const LONGEST_WAIT_SECONDS = 30;

/**
 * Lets a wrong passphrase be followed by a wait of 1, 2, 4 … 30 seconds. It only slows down whoever
 * guesses at the counter: who has the file guesses elsewhere, and there it is scrypt that counts.
 *
 * `now` is a stopwatch in milliseconds.
 */
export function createPatience(now: () => number): Patience {
  let wrongs = 0;
  let until = Number.NEGATIVE_INFINITY;
  let isHearing = false;
  const waitSeconds = () => Math.max(0, Math.ceil((until - now()) / 1000));

  return {
    waitSeconds,
    async hear(tried) {
      const wait = isHearing ? 1 : waitSeconds();
      if (wait > 0) return refuse({ code: "vault.too-soon", waitSeconds: wait });

      isHearing = true;
      try {
        const heard = await tried();
        if (heard.ok) wrongs = 0;
        if (heard.ok || heard.refusal.code !== "vault.wrong-passphrase") return heard;

        const next = Math.min(2 ** wrongs, LONGEST_WAIT_SECONDS);
        wrongs += 1;
        until = now() + next * 1000;
        return refuse({ code: "vault.wrong-passphrase", waitSeconds: next });
      } finally {
        isHearing = false;
      }
    },
  };
}
