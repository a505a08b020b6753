import { useNoCustomer } from "#renderer/screens/use-no-customer.ts";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1105 日终轧账: the books as they stand are sealed, signed and printed (C03). */
export function SealDay() {
  const words = useWords();
  useNoCustomer();
  return (
    <TransactionScreen
      code="1105"
      needsCustomer={false}
      alsoAsked={<p className="notable">{words("kit:seal.once")}</p>}
    >
      <p className="notable">{words("kit:seal.once")}</p>
      <p className="hint">{words("help:1105.help")}</p>
    </TransactionScreen>
  );
}
