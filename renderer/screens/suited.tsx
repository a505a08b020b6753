import type { ReactNode } from "react";
import type { CustomerView } from "#core/contract/customer-view.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import { useHere } from "#renderer/screens/here.ts";
import { OpenKeys, type Way } from "#renderer/screens/open-keys.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** Why this transaction is not for this customer now, and what is to be done instead. */
export interface Reason {
  readonly text: string;
  readonly ways: readonly Way[];
}

/** Every reason against a transaction; none where it may be filled in. */
export type WhyNot = (
  customer: CustomerView,
  words: Words,
  /** The branch that this is: elsewhere than where it was reported a case cannot end (L04). */
  here: string,
) => readonly Reason[];

/**
 * A transaction, or what to do instead where the customer at the counter has nothing for it.
 *
 * Only before it is filled in: afterwards the case or card that it ended is gone from the
 * customer's page, and the receipt must stay.
 */
export function Suited({
  code,
  whyNot,
  children,
}: {
  readonly code: TransactionCode;
  readonly whyNot: WhyNot;
  readonly children: ReactNode;
}) {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  const isFilling = useTeller((teller) => teller.transaction.step === "filling");
  const here = useHere();
  const reasons = customer && isFilling ? whyNot(customer, words, here) : [];
  if (reasons.length === 0) return children;

  return (
    <section className="screen" aria-labelledby="screen-title">
      <ScreenTitle code={code} />
      <Instead reasons={reasons} isPage />
    </section>
  );
}

/** Reasons, each with the keys that lead on; on a page of their own the first has the focus. */
export function Instead({
  reasons,
  isPage = false,
}: {
  readonly reasons: readonly Reason[];
  readonly isPage?: boolean;
}) {
  const first = reasons.findIndex(({ ways }) => ways.length > 0);
  return (
    <div className="instead" role="status">
      {reasons.map(({ text, ways }, index) => (
        <div key={text} className="reason">
          <p>{text}</p>
          <OpenKeys ways={ways} label={text} isFirst={isPage && index === first} />
        </div>
      ))}
    </div>
  );
}
