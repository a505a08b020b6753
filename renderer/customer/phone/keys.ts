/** What the keys of the telephone do. */
export type PhoneKey =
  | { readonly does: "digit"; readonly digit: string }
  | { readonly does: "erase" | "up" | "down" | "choose" };

/** Everything in a telephone's screen that a key can stand on, from the top down. */
const STOPS = "button:not(:disabled), input:not(:disabled), select:not(:disabled)";

/**
 * Presses a key of the telephone: digits go into the field that has the focus, or choose from the
 * menu by number where none has.
 */
export function pressPhoneKey(screen: HTMLElement, key: PhoneKey): void {
  const focused = focusedIn(screen);
  switch (key.does) {
    case "digit":
      if (isText(focused)) insert(focused, key.digit);
      else choose(screen, key.digit);
      return;
    case "erase":
      if (isText(focused)) erase(focused);
      return;
    case "up":
      step(screen, focused, -1);
      return;
    case "down":
      step(screen, focused, 1);
      return;
    case "choose":
      press(focused);
  }
}

/** Whether keys of a keyboard belong to the field that has the focus, and not to the telephone. */
export function takesKeys(target: EventTarget | null): boolean {
  return isText(target) || target instanceof HTMLSelectElement;
}

function focusedIn(screen: HTMLElement): Element | null {
  const { activeElement } = screen.ownerDocument;
  return screen.contains(activeElement) ? activeElement : null;
}

function isText(target: unknown): target is HTMLInputElement {
  return target instanceof HTMLInputElement && ["text", "password"].includes(target.type);
}

function insert(field: HTMLInputElement, text: string): void {
  const { selectionStart, selectionEnd, value } = field;
  field.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, "end");
}

function erase(field: HTMLInputElement): void {
  const end = field.selectionEnd ?? field.value.length;
  const start = field.selectionStart ?? end;
  field.setRangeText("", start === end ? Math.max(0, start - 1) : start, end, "end");
}

function choose(screen: HTMLElement, digit: string): void {
  screen.querySelector<HTMLButtonElement>(`button[data-digit="${digit}"]`)?.click();
}

function step(screen: HTMLElement, focused: Element | null, by: 1 | -1): void {
  const stops = [...screen.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => isShown(stop));
  const at = focused instanceof HTMLElement ? stops.indexOf(focused) : -1;
  const next = at === -1 ? (by === 1 ? 0 : stops.length - 1) : at + by;
  stops[Math.min(stops.length - 1, Math.max(0, next))]?.focus();
}

function isShown(stop: HTMLElement): boolean {
  return stop.closest("[hidden]") === null;
}

function press(focused: Element | null): void {
  if (focused instanceof HTMLButtonElement) focused.click();
  else if (focused instanceof HTMLInputElement) focused.form?.requestSubmit();
}
