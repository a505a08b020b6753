import { useEffect, useState } from "react";
import { useTeller } from "#renderer/store/use-teller.ts";

/**
 * The moment by the branch's clock, anew every second while somebody waits for it. It ticks from what
 * the main process told last: this machine's own calendar may be another.
 */
export function useBranchNow(isAwaited: boolean): number {
  const told = useTeller((teller) => teller.workstation?.now) ?? 0;
  const toldAt = useTeller((teller) => teller.toldAt);
  const [clock, tick] = useState(() => performance.now());
  useEffect(() => {
    if (!isAwaited) return undefined;
    tick(performance.now());
    const timer = setInterval(() => tick(performance.now()), 1000);
    return () => clearInterval(timer);
  }, [isAwaited]);
  return told + Math.max(0, clock - toldAt);
}
