import { useCounter } from "#renderer/store/use-teller.ts";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 3009 没收登记: a card that is no longer one stays at the counter (L14, L15). */
export function RetainCard() {
  const words = useWords();
  const { store } = useCounter();
  const { swipe, subject } = store.getState();
  const reason =
    swipe && swipe.ref === subject.swipe ? words(`noun:verdict.${swipe.verdict}`) : undefined;

  return (
    <TransactionScreen
      code="3009"
      needsCustomer={false}
      initial={reason === undefined ? {} : { reason }}
    >
      <p className="hint">{words("card:retain.note")}</p>
      <SwipeField name="swipe" label={words("card:retain.swipe.label")} />
      <ReasonField />
    </TransactionScreen>
  );
}
