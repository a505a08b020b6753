import type { FormInstance } from "antd";

type Name = readonly (string | number)[];

const CONTROL = "input:not([disabled]), textarea, button:not([disabled])";

/**
 * Puts the focus where the teller goes on: on the first field that is still empty, in the order of
 * the page, and on the key to the next step once nothing is.
 */
export function goOn(form: FormInstance, place: HTMLElement): void {
  const empty = form
    .getFieldsError()
    .map(({ name }) => name)
    .filter((name) => form.getFieldValue(name) === undefined);
  const next = inOrder(controlsOf(empty, place))[0];
  (next ?? place.querySelector<HTMLElement>("[type=submit]"))?.focus();
}

/** Puts the focus on the first of the fields that were not filled in as they must be. */
export function goTo(names: readonly Name[], place: HTMLElement): void {
  const [first] = inOrder(controlsOf(names, place));
  first?.focus();
  first?.scrollIntoView({ block: "nearest" });
}

/**
 * After a device or a file has given what a field waited for, goes on by itself: the focus is then
 * on the key of that field, or on nothing. What is being typed or chosen keeps it.
 */
export function goOnAfter(changed: unknown, form: FormInstance, place: HTMLElement): void {
  const focused = document.activeElement;
  const isIdle =
    focused === document.body ||
    focused instanceof HTMLButtonElement ||
    (focused instanceof HTMLInputElement && focused.type === "file");
  if (isIdle && holdsAnything(changed)) goOn(form, place);
}

function controlsOf(names: readonly Name[], place: HTMLElement): readonly HTMLElement[] {
  const form = place.querySelector("form")?.id;
  return names.flatMap((name) => {
    const id = [form, ...name].filter(Boolean).join("_");
    const field = place.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (!field || field.closest("[hidden], .ant-form-item-hidden")) return [];
    const control = field.matches(CONTROL) ? field : field.querySelector<HTMLElement>(CONTROL);
    return control ? [control] : [];
  });
}

function inOrder(controls: readonly HTMLElement[]): readonly HTMLElement[] {
  return [...controls].sort((one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

/** Whether a change of a form put something in, and did not only clear it. */
export function holdsAnything(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value !== undefined;
  return Object.values(value).some(holdsAnything);
}
