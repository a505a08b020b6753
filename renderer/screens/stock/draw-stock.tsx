import { Form } from "antd";
import { MOVED_MAX } from "#core/voucher/stock-input.ts";
import { KindField } from "#renderer/screens/stock/stock-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { CountField } from "#renderer/transaction/count-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const ways = ["draw", "return"] as const;

/** 8001 凭证领用/上缴: the vault's lowest pieces into the own box, or its highest back (V02, V07). */
export function DrawStock() {
  const words = useWords();
  return (
    <TransactionScreen code="8001" needsCustomer={false} initial={{ action: "draw" }}>
      <ChooseOneField
        name="action"
        label={words("stock:draw.way")}
        options={ways.map((value) => ({ value, label: words(`stock:draw.${value}`) }))}
      />
      <Order />
      <KindField />
      <PiecesField />
    </TransactionScreen>
  );
}

/** Which pieces will go, in words: nobody chooses them. */
function Order() {
  const words = useWords();
  const way = Form.useWatch<"draw" | "return" | undefined>("action", Form.useFormInstance());
  return (
    <p className="hint">
      {words(way === "return" ? "stock:draw.order.return" : "stock:draw.order")}
    </p>
  );
}

/** How many pieces move at a time. */
export function PiecesField() {
  const words = useWords();
  return (
    <CountField
      name="count"
      label={words("stock:count.label")}
      most={MOVED_MAX}
      invalid={words("stock:count.invalid", { most: MOVED_MAX })}
    />
  );
}
