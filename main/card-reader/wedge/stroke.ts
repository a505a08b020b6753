/** A key of the keyboard going down or up, as a window reports it. */
export interface Stroke {
  readonly isDown: boolean;
  /** What it types in the layout that is set, or its name: `a`, `%`, `Enter`, `Process`. */
  readonly key: string;
  /** Where it lies on the keyboard, whatever it types: `KeyA`, `Digit5`. */
  readonly code: string;
  readonly isShifted: boolean;
  /** Ctrl, Alt or ⌘ is down: the key asks for something and types nothing. */
  readonly isCommand: boolean;
  /** The key is held down, and the system repeats it. */
  readonly isRepeat: boolean;
  /** An input method is putting characters together. */
  readonly isComposing: boolean;
}

const CR = 0x0d;
const FIRST_PRINTABLE = 0x20;
const LAST_PRINTABLE = 0x7e;

const modifiers: ReadonlySet<string> = new Set([
  "Shift",
  "CapsLock",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "NumLock",
  "Fn",
]);

const wideCharacter = /^[\uff01-\uff5e]$/;

/** Whether the key only changes what others type, as Shift makes 5 a `%`. */
export function isModifier({ key }: Stroke): boolean {
  return modifiers.has(key);
}

/**
 * Whether an input method has a hand in the key: it took it, so that the window is told no more than
 * that there was one, or it made the character wide.
 */
export function isOfInputMethod({ key, isComposing }: Stroke): boolean {
  return isComposing || key === "Process" || wideCharacter.test(key);
}

/** The byte that a reader may mean by the key, Enter as CR; none for a key that no reader presses. */
export function byteOf({ key, isCommand }: Stroke): number | undefined {
  if (isCommand) return undefined;
  if (key === "Enter") return CR;
  if (key.length !== 1) return undefined;

  const byte = key.charCodeAt(0);
  return byte >= FIRST_PRINTABLE && byte <= LAST_PRINTABLE ? byte : undefined;
}

/** Whether an input method may have made this of `%` or `;`, with which a swipe begins. */
export function mayHaveBegun({ key, code }: Stroke): boolean {
  return /^[%;％；]$/.test(key) || (key === "Process" && /^(Digit5|Semicolon)$/.test(code));
}

/** Whether an input method may have made this of `?`, with which a track ends. */
export function mayHaveEnded({ key, code }: Stroke): boolean {
  return /^[?？]$/.test(key) || (key === "Process" && code === "Slash");
}
