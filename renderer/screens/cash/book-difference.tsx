import { BoxHint } from "#renderer/screens/cash/box-hint.tsx";
import { PlaceField } from "#renderer/screens/cash/place-field.tsx";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const kinds = ["over", "short"] as const;

/** 1104 长短款登记: the counted difference, over and short apart (C02). */
export function BookDifference() {
  const words = useWords();
  const options = kinds.map((value) => ({ value, label: words(`cash:kind.${value}`) }));
  return (
    <TransactionScreen code="1104" needsCustomer={false}>
      <BoxHint />
      <PlaceField />
      <ChooseOneField name="kind" label={words("cash:kind.label")} options={options} />
      <AmountField />
      <ReasonField name="words" label={words("cash:difference.words")} />
    </TransactionScreen>
  );
}
