import { Form } from "antd";
import { RangesField } from "#renderer/screens/stock/ranges-field.tsx";
import { KindField } from "#renderer/screens/stock/stock-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const actions = ["receive", "ship"] as const;

/** 8009 凭证入库/上缴中心库: a delivery of the central store, or pieces that go back to it (V03, V07). */
export function ShipStock() {
  const words = useWords();
  return (
    <TransactionScreen code="8009" needsCustomer={false} initial={{ action: "receive" }}>
      <ChooseOneField
        name="action"
        label={words("stock:ship.action")}
        options={actions.map((value) => ({ value, label: words(`term:action.${value}`) }))}
      />
      <KindField />
      <From />
      <RangesField />
      <TextField name="note" label={words("stock:ship.note")} longest={40} />
      <p className="hint">{words("stock:ship.count")}</p>
    </TransactionScreen>
  );
}

function From() {
  const words = useWords();
  const action = Form.useWatch<(typeof actions)[number] | undefined>(
    "action",
    Form.useFormInstance(),
  );
  if (action !== "ship") return null;
  const options = (["vault", "voided"] as const).map((value) => ({
    value,
    label: words(`term:holder.${value}`),
  }));
  return <ChooseOneField name="from" label={words("stock:ship.from")} options={options} />;
}
