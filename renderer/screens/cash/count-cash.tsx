import { CashCountField } from "#renderer/screens/cash/cash-count-field.tsx";
import { PlaceField } from "#renderer/screens/cash/place-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1103 现金碰库: counted blind; what the books expect stands on the receipt (C02). */
export function CountCash() {
  const words = useWords();
  return (
    <TransactionScreen code="1103" needsCustomer={false}>
      <p className="hint">{words("term:note.count-after-posting")}</p>
      <PlaceField />
      <CashCountField />
    </TransactionScreen>
  );
}
