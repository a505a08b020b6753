import { useId, useState } from "react";
import type { RecalledView } from "#core/contract/own-e-pay-view.ts";
import { byName } from "#renderer/customer/store/by-name.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  /** Whether only those who are enrolled could do this, or only the others. */
  readonly of: "enrolled" | "others";
  readonly label: string;
  /** Fills in what she knows by heart, into the form that the button stands in. */
  readonly onRecalled: (known: RecalledView) => void;
}

/** 扮演: the presenter takes up a customer, who knows her telephone and her card by heart. */
export function Recall({ of, label, onRecalled }: Props) {
  const words = useWords();
  const id = useId();
  const everybody = useCustomer(({ ePay }) => ePay?.people) ?? [];
  const recall = useCustomer((customer) => customer.recall);
  const people = byName(everybody.filter(({ isEnrolled }) => isEnrolled === (of === "enrolled")));
  const [chosen, choose] = useState<string>();
  const who = people.find(({ customer }) => customer === chosen) ?? people[0];

  async function fillIn(): Promise<void> {
    const known = who && (await recall(who.customer));
    if (known) onRecalled(known);
  }
  if (!who) {
    const none = of === "enrolled" ? "ePayHome:who.none" : "ePayHome:who.none-to-enrol";
    return <p className="caution">{words(none)}</p>;
  }
  return (
    <div className="line recall">
      <label htmlFor={id}>{words("ePayHome:who")}</label>
      <select id={id} value={who.customer} onChange={({ target }) => choose(target.value)}>
        {people.map(({ customer, name }) => (
          <option key={customer} value={customer}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" className="example" onClick={() => void fillIn()}>
        {label}
      </button>
    </div>
  );
}

/** Writes a value into a field of a form, as if it had been typed. */
export function writeInto(form: HTMLFormElement | null | undefined, name: string, text: string) {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = text;
}
