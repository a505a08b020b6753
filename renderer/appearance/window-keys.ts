import { useLayoutEffect, useRef } from "react";

/**
 * Hears every key of the window while the component is mounted, with what was drawn last. In layout
 * effects: what stands on the screen takes its keys at once, not after the paint.
 */
export function useWindowKeys(onKeyDown: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKeyDown);
  useLayoutEffect(() => {
    latest.current = onKeyDown;
  });
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}
