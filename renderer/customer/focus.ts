const CONTROLS = "button:not(:disabled), input:not(:disabled), select:not(:disabled)";

/** Whether the focus is on nothing, because what had it is gone, disabled or out of view. */
function isFocusLost(): boolean {
  const { activeElement } = document;
  return (
    activeElement === null ||
    activeElement === document.body ||
    activeElement.matches(":disabled") ||
    activeElement.closest("[hidden]") !== null
  );
}

/** Gives a lost focus to what comes next, unless that is out of view itself; takes it from nobody. */
export function takeLostFocus(next: HTMLElement | null | undefined): void {
  if (next && isFocusLost() && !next.closest("[hidden], [inert]")) next.focus();
}

/** Where keys go on in a place that has just come into view: its heading, its first control, its key. */
export function firstStop(place: HTMLElement): HTMLElement | null {
  return (
    place.querySelector<HTMLElement>(".focused-heading") ??
    place.querySelector<HTMLElement>(CONTROLS) ??
    document.querySelector<HTMLElement>(".switcher [aria-current]")
  );
}

/** The field in which the cells of the card are answered, if it is in view. */
export function answerField(): HTMLElement | undefined {
  const field = document.querySelector<HTMLElement>("input.answer");
  return field && !field.closest("[hidden]") ? field : undefined;
}
