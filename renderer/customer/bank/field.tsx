import { createContext, type InputHTMLAttributes, useContext, useId } from "react";
import type { OrderField } from "#renderer/customer/bank/order-form.ts";
import { useWords } from "#renderer/wording/words.ts";

const Unreadable = createContext<readonly OrderField[]>([]);

/** Tells the fields inside which of them could not be read. */
export const OrderErrors = Unreadable.Provider;

interface FieldProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "inputMode" | "defaultValue" | "readOnly" | "list"
  > {
  readonly name: OrderField;
  readonly label: string;
  readonly hint?: string;
}

/** One line of an order; what is wrong with it stands below and is read with it. */
export function TextLine({ name, label, hint, ...input }: FieldProps) {
  const words = useWords();
  const id = useId();
  const isUnreadable = useContext(Unreadable).includes(name);
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        autoComplete="off"
        maxLength={200}
        aria-invalid={isUnreadable}
        aria-describedby={isUnreadable ? `${id}-wrong` : hint ? `${id}-hint` : undefined}
        {...input}
      />
      {hint && !isUnreadable && (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
      {isUnreadable && (
        <small id={`${id}-wrong`} className="wrong" role="alert">
          {words(`bank:wrong.${name}`)}
        </small>
      )}
    </div>
  );
}

/** The amount in yuan, as it is typed. */
export function AmountLine({ hint }: { readonly hint?: string }) {
  const words = useWords();
  return (
    <TextLine
      name="amount"
      label={words("bank:amount")}
      inputMode="decimal"
      {...(hint ? { hint } : {})}
    />
  );
}
