import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1105 日终轧账: the books as they stand are sealed, signed and printed (C03). */
export function SealDay() {
  const words = useWords();
  return (
    <TransactionScreen code="1105" needsCustomer={false}>
      <p className="hint">{words("help:1105.help")}</p>
    </TransactionScreen>
  );
}
