import { Form, Radio } from "antd";
import { useState } from "react";
import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import { OrderHead, OrderScreen } from "#renderer/screens/freeze/order-screen.tsx";
import { PapersAsked } from "#renderer/screens/freeze/papers-asked.tsx";
import { PapersFields } from "#renderer/screens/freeze/papers-fields.tsx";
import { startOf } from "#renderer/screens/freeze/papers-start.ts";
import { AmountField } from "#renderer/transaction/amount-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const parts = ["whole", "part"] as const;

/** 6004 解除冻结: by the organ itself, wholly or an amount of it (F07). */
export function ReleaseFreeze() {
  return (
    <OrderScreen code="6004">
      {(order) => (
        <TransactionScreen
          code="6004"
          needsCustomer={false}
          initial={startOf(order)}
          alsoAsked={<PapersAsked />}
        >
          <OrderHead order={order} />
          <PapersFields kinds={({ kind }) => kind === order.kind} />
          {order.scope.type === "amount" && <HowMuch order={order} />}
        </TransactionScreen>
      )}
    </OrderScreen>
  );
}

/** An order of an amount can be released in part; the input says so by naming the amount. */
function HowMuch({ order }: { readonly order: FreezeOrderView }) {
  const words = useWords();
  const form = Form.useFormInstance();
  const [how, choose] = useState<(typeof parts)[number]>(() =>
    form.getFieldValue("amount") === undefined ? "whole" : "part",
  );
  return (
    <>
      <Form.Item label={words("freeze:release.how")}>
        <Radio.Group
          aria-label={words("freeze:release.how")}
          className="choose-one"
          value={how}
          options={parts.map((value) => ({ value, label: words(`freeze:release.${value}`) }))}
          onChange={({ target }) => choose(target.value)}
        />
      </Form.Item>
      {how === "part" && <AmountField key={order.id} label={words("freeze:release.amount")} />}
    </>
  );
}
