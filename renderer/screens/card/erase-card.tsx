import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 3014 旧卡消磁: the stripe of an old card that the counter has collected is erased (T34). */
export function EraseCard() {
  const words = useWords();
  return (
    <TransactionScreen code="3014" needsCustomer={false}>
      <p className="hint">{words("card:erase.note")}</p>
      <SwipeField name="swipe" label={words("card:erase.swipe.label")} />
    </TransactionScreen>
  );
}
