import { useId, useRef } from "react";
import { AmountLine, TextLine } from "#renderer/customer/bank/field.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Nobody's account: the branch's own numbers begin differently. */
const EXAMPLE_ACCOUNT = "9558800200135073266";

interface LinesProps {
  /** What one payment may come to, below the amount. */
  readonly hint?: string;
}

/** Whom money goes to and how much. A presenter may let an invented payee be filled in. */
export function TransferLines(hint: LinesProps) {
  const words = useWords();
  const lines = useRef<HTMLDivElement>(null);

  function fillIn(): void {
    for (const [name, value] of [
      ["payeeName", words("bank:example.payee")],
      ["payeeAccount", EXAMPLE_ACCOUNT],
    ] as const) {
      const input = lines.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (input) input.value = value;
    }
    lines.current?.querySelector<HTMLInputElement>('input[name="amount"]')?.focus();
  }

  return (
    <div ref={lines}>
      <p className="line">
        <button type="button" className="example" onClick={fillIn}>
          {words("bank:example.payee.fill")}
        </button>
      </p>
      <TextLine name="payeeName" label={words("bank:payee-name")} />
      <TextLine
        name="payeeAccount"
        label={words("bank:payee-account")}
        inputMode="numeric"
        hint={words("bank:payee-account.hint")}
      />
      <AmountLine {...hint} />
    </div>
  );
}

const billers = ["water", "power", "gas", "phone"] as const;

/** Which bill, by biller and reference, and how much. */
export function BillLines({
  of = billers,
  ...hint
}: LinesProps & { readonly of?: readonly (typeof billers)[number][] }) {
  const words = useWords();
  const id = useId();
  return (
    <>
      <div className="line">
        <label htmlFor={id}>{words("bank:biller")}</label>
        <select id={id} name="biller">
          {of.map((biller) => (
            <option key={biller} value={words(`bank:biller.${biller}`)}>
              {words(`bank:biller.${biller}`)}
            </option>
          ))}
        </select>
      </div>
      <TextLine
        name="reference"
        label={words("bank:reference")}
        hint={words("bank:reference.hint")}
        defaultValue="20061208-77"
      />
      <AmountLine {...hint} />
    </>
  );
}
