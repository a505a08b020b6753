import { createContext, useContext } from "react";
import type { OrderField } from "#renderer/customer/bank/order-form.ts";
import { Line, type LineProps } from "#renderer/customer/line.tsx";
import { useWords } from "#renderer/wording/words.ts";

const Unreadable = createContext<readonly OrderField[]>([]);

/** Tells the fields inside which of them could not be read. */
export const OrderErrors = Unreadable.Provider;

/** One line of an order; what is wrong with it stands below and is read with it. */
export function TextLine({ name, ...line }: LineProps & { readonly name: OrderField }) {
  const words = useWords();
  const isUnreadable = useContext(Unreadable).includes(name);
  const problem = isUnreadable ? words(`bank:wrong.${name}`) : undefined;
  return <Line name={name} maxLength={200} problem={problem} {...line} />;
}

/** The amount in yuan, as it is typed. */
export function AmountLine({ hint }: { readonly hint?: string | undefined }) {
  const words = useWords();
  return <TextLine name="amount" label={words("bank:amount")} inputMode="decimal" hint={hint} />;
}
