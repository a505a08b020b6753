import { Form } from "antd";
import { RangesField } from "#renderer/screens/stock/ranges-field.tsx";
import { HolderField, KindField } from "#renderer/screens/stock/stock-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const actions = ["lost", "found"] as const;

/** 8004 凭证丢失登记/找回: blocked from the posting on; what turns up is void (V09). */
export function LoseStock() {
  const words = useWords();
  return (
    <TransactionScreen code="8004" needsCustomer={false} initial={{ action: "lost" }}>
      <ChooseOneField
        name="action"
        label={words("stock:lose.action")}
        options={actions.map((value) => ({ value, label: words(`term:action.${value}`) }))}
      />
      <KindField />
      <Where />
      <RangesField />
      <TextField name="words" label={words("stock:words.label")} longest={100} />
    </TransactionScreen>
  );
}

/** Only what is lost was in a hand. */
function Where() {
  const action = Form.useWatch<(typeof actions)[number] | undefined>(
    "action",
    Form.useFormInstance(),
  );
  return action === "found" ? null : <HolderField places={["vault", "voided"]} />;
}
