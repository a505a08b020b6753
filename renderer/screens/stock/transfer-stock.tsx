import { Form } from "antd";
import { PiecesField } from "#renderer/screens/stock/draw-stock.tsx";
import { RangesField } from "#renderer/screens/stock/ranges-field.tsx";
import { ColleagueField, KindField } from "#renderer/screens/stock/stock-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const actions = ["hand-over", "set-right"] as const;
const ways = ["out", "in"] as const;

/** 8002 柜员间凭证调剂: from box to box, on the word of whoever takes over (V07). */
export function TransferStock() {
  const words = useWords();
  return (
    <TransactionScreen code="8002" needsCustomer={false} initial={{ action: "hand-over" }}>
      <ChooseOneField
        name="action"
        label={words("stock:transfer.action")}
        options={actions.map((value) => ({ value, label: words(`stock:transfer.${value}`) }))}
      />
      <KindField />
      <Rest />
    </TransactionScreen>
  );
}

function Rest() {
  const words = useWords();
  const action = Form.useWatch<(typeof actions)[number] | undefined>(
    "action",
    Form.useFormInstance(),
  );
  if (action !== "set-right") {
    return (
      <>
        <p className="hint">{words("stock:transfer.order")}</p>
        <ColleagueField name="to" label={words("stock:transfer.to")} />
        <PiecesField />
      </>
    );
  }
  return (
    <>
      <p className="hint">{words("stock:transfer.counts")}</p>
      <ChooseOneField
        name="way"
        label={words("stock:transfer.way")}
        options={ways.map((value) => ({ value, label: words(`stock:transfer.way.${value}`) }))}
      />
      <ColleagueField name="other" label={words("stock:transfer.other")} withVault />
      <RangesField />
    </>
  );
}
