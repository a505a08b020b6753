import { TellerId } from "#core/teller/teller.ts";
import { CashCountField } from "#renderer/screens/cash/cash-count-field.tsx";
import { shapeRule } from "#renderer/transaction/field.ts";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1102 柜员间现金调拨: out of the own box; the receiving teller's own word makes it so (C01). */
export function HandCash() {
  const words = useWords();
  return (
    <TransactionScreen code="1102" needsCustomer={false}>
      <TextField
        name="to"
        label={words("cash:to.label")}
        longest={4}
        inputMode="numeric"
        also={[shapeRule(TellerId, words("cash:to.invalid"))]}
      />
      <CashCountField />
    </TransactionScreen>
  );
}
