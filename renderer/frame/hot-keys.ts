import { useWindowKeys } from "#renderer/appearance/window-keys.ts";

/** Keys as they are written in this program: modifiers in this order, then `KeyboardEvent.key`. */
export type HotKey =
  | "F1"
  | "F2"
  | "F8"
  | "F9"
  | "Escape"
  | `Control+${string}`
  | `Control+Shift+${string}`;

/** How a key press is written. */
function hotKeyOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const control = event.ctrlKey || event.metaKey ? "Control+" : "";
  return `${control}${control && event.shiftKey ? "Shift+" : ""}${key}`;
}

/** Does something on a key while the component is mounted, unless somebody has done so already. */
export function useHotKey(hotKey: HotKey, act: () => void): void {
  useWindowKeys((event) => {
    if (event.isComposing || event.defaultPrevented || hotKeyOf(event) !== hotKey) return;
    event.preventDefault();
    act();
  });
}
