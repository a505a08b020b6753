import { formatFen } from "#core/money/fen.ts";
import { OrderHead, OrderScreen } from "#renderer/screens/freeze/order-screen.tsx";
import { PapersAsked } from "#renderer/screens/freeze/papers-asked.tsx";
import { PapersFields } from "#renderer/screens/freeze/papers-fields.tsx";
import { startOf } from "#renderer/screens/freeze/papers-start.ts";
import { AccountNumberField } from "#renderer/transaction/account-number-field.tsx";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 6006 扣划: to the organ's account, out of what its own order controls (F13). */
export function Deduct() {
  const words = useWords();
  return (
    <OrderScreen code="6006">
      {(order) => (
        <TransactionScreen
          code="6006"
          needsCustomer={false}
          initial={startOf(order)}
          alsoAsked={<PapersAsked />}
        >
          <OrderHead order={order} />
          <PapersFields errand="deduct" kinds={({ kind }) => kind === order.kind} />
          <p className="hint">
            {words("freeze:deduct.controlled", { amount: formatFen(order.controlled) })}
          </p>
          <AmountField label={words("freeze:deduct.amount")} />
          <TextField name={["to", "name"]} label={words("freeze:deduct.name")} />
          <AccountNumberField name={["to", "account"]} label={words("freeze:deduct.account")} />
          <TextField name={["to", "bank"]} label={words("freeze:deduct.bank")} isOptional />
        </TransactionScreen>
      )}
    </OrderScreen>
  );
}
