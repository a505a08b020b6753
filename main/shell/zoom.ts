/** How large a window may be shown: from 80 % to 200 %, as accessibility rules ask. */
const zoomSteps = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** What a key pressed with Ctrl (⌘ on a Mac) asks of the size; undefined for all other keys. */
export type ZoomKey = "larger" | "smaller" | "usual";

/** A key as Electron reports it. */
export interface PressedKey {
  readonly type: string;
  readonly key: string;
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** Reads Ctrl +, Ctrl - and Ctrl 0, on the main keys and on the number pad. */
export function zoomKeyOf(pressed: PressedKey): ZoomKey | undefined {
  if (pressed.type !== "keyDown" || pressed.alt) return undefined;
  if (pressed.control === pressed.meta) return undefined;

  if (["+", "="].includes(pressed.key) || pressed.code === "NumpadAdd") return "larger";
  if (["-", "_"].includes(pressed.key) || pressed.code === "NumpadSubtract") return "smaller";
  if (pressed.key === "0" || pressed.code === "Numpad0") return "usual";
  return undefined;
}

/** The size after the key: one step on, and never beyond the first or last. */
export function zoomAfter(factor: number, key: ZoomKey): number {
  switch (key) {
    case "usual":
      return 1;
    case "larger":
      return zoomSteps.find((step) => step > factor + 0.01) ?? 2;
    case "smaller":
      return [...zoomSteps].reverse().find((step) => step < factor - 0.01) ?? 0.8;
  }
}

/** Keys by which a browser reloads a page or opens its tools. The windows get none of them. */
export function isBrowserKey(pressed: PressedKey): boolean {
  const key = pressed.key.toLowerCase();
  if (key === "f12") return true;
  const commanded = pressed.control || pressed.meta;
  return commanded && (key === "r" || (key === "i" && (pressed.shift || pressed.alt)));
}
