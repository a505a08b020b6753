import { useEffect, useRef } from "react";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";

const LOOKED_AT_EVERY_MS = 1000;
const signsOfLife = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Locks the counter after so many minutes without a key or a pointer (D07). */
export function useIdleLock(): void {
  const { store } = useCounter();
  const minutes = useTeller((teller) => teller.workstation?.idleLockMinutes);
  const lastActive = useRef(0);

  useEffect(() => {
    if (minutes === undefined) return undefined;
    const stayAwake = () => {
      lastActive.current = performance.now();
    };
    stayAwake();
    for (const sign of signsOfLife) window.addEventListener(sign, stayAwake, { passive: true });

    const timer = setInterval(() => {
      if (performance.now() - lastActive.current < minutes * 60_000) return;
      stayAwake(); // Asked once, not every second, should the main process be slow.
      void store.getState().lock(true);
    }, LOOKED_AT_EVERY_MS);

    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, stayAwake);
    };
  }, [minutes, store]);
}
