import type { FormInstance } from "antd";
import type { KeyboardEvent } from "react";

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

/**
 * The keys of a form. Enter goes forward from a field that is as it must be: to the next one that is
 * not, or to the next step. A digit chooses among radio buttons, while one of them has the focus.
 */
export function onFormKey(event: KeyboardEvent, form: FormInstance, place: HTMLElement): void {
  const { target, key, nativeEvent } = event;
  const isChord = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
  if (isChord || event.defaultPrevented || nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement)) return;

  if (key === "Enter" && target.role !== "combobox") {
    event.preventDefault();
    void goForward(form, place, target);
  } else if (target.type === "radio" && /^[1-9]$/.test(key)) {
    const chosen = radiosAround(target)[Number(key) - 1];
    if (!chosen) return;
    event.preventDefault();
    chosen.focus();
    chosen.click();
  }
}

/**
 * Fields ahead that are merely empty are simply next. What is wrong here, or filled in wrongly
 * anywhere, is said.
 */
async function goForward(form: FormInstance, place: HTMLElement, from: Element): Promise<void> {
  const wrong = await form.validateFields({ validateOnly: true }).then(
    () => [],
    ({ errorFields }: { readonly errorFields: readonly { readonly name: Name }[] }) =>
      errorFields.map(({ name }) => name),
  );
  const ahead = inOrder(controlsOf(wrong, place));
  const isHere = ahead.some((control) => itemOf(control) === itemOf(from));
  const [next] = ahead;
  if (next && !isHere && wrong.every((name) => isEmpty(form.getFieldValue(name)))) {
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  } else {
    place.querySelector<HTMLElement>("[type=submit]")?.click();
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "";
}

function itemOf(control: Element): Element | null {
  return control.closest(".ant-form-item");
}

function radiosAround(radio: HTMLInputElement): readonly HTMLInputElement[] {
  const group = radio.closest("[role=radiogroup]");
  return [...(group?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [])];
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
