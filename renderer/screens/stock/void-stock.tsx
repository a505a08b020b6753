import { SpoiledReason } from "#core/voucher/stock-input.ts";
import { RangesField } from "#renderer/screens/stock/ranges-field.tsx";
import { HolderField, KindField } from "#renderer/screens/stock/stock-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 8003 凭证作废: pieces found damaged, by their numbers (V04). */
export function VoidStock() {
  const words = useWords();
  return (
    <TransactionScreen code="8003" needsCustomer={false}>
      <KindField />
      <HolderField />
      <RangesField />
      <ChooseOneField
        name="reason"
        label={words("stock:void.reason")}
        options={SpoiledReason.options.map((value) => ({
          value,
          label: words(`term:spoiled.${value}`),
        }))}
      />
      <TextField name="words" label={words("stock:words.label")} longest={100} isOptional />
    </TransactionScreen>
  );
}
