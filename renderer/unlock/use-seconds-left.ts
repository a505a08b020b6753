import { useEffect, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";

/** How many seconds are left until a passphrase may be tried again, counted down for whoever waits. */
export function useSecondsLeft(refusal: Refusal | undefined): number {
  const [left, count] = useState(0);
  useEffect(() => {
    const wait = refusal && "waitSeconds" in refusal ? refusal.waitSeconds : 0;
    count(wait);
    if (wait === 0) return undefined;
    const ticks = setInterval(() => count((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(ticks);
  }, [refusal]);
  return left;
}
