import type { Refusal } from "#core/contract/refusal.ts";
import { useSayToCustomer } from "#renderer/customer/bank/say-to-customer.ts";

/** Why not, said as it is to a customer. */
export function Declined({ refusal }: { readonly refusal: Refusal | undefined }) {
  const say = useSayToCustomer();
  return refusal ? <p role="alert">{say(refusal)}</p> : null;
}

/** What was typed in a field of a form. */
export function typed(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? "");
}

/** Writes what a customer knows into the fields of a form. */
export function fillIn(
  form: HTMLFormElement | null,
  values: Readonly<Record<string, string | undefined>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement && value !== undefined) field.value = value;
  }
}
