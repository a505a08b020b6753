import { OrderHead, OrderScreen } from "#renderer/screens/freeze/order-screen.tsx";
import { PapersAsked } from "#renderer/screens/freeze/papers-asked.tsx";
import { PapersFields } from "#renderer/screens/freeze/papers-fields.tsx";
import { startOf } from "#renderer/screens/freeze/papers-start.ts";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";

/** 6005 解除轮候: the organ calls back an order that still waits. */
export function CancelWaiting() {
  return (
    <OrderScreen code="6005">
      {(order) => (
        <TransactionScreen
          code="6005"
          needsCustomer={false}
          initial={startOf(order)}
          alsoAsked={<PapersAsked />}
        >
          <OrderHead order={order} />
          <PapersFields kinds={({ kind }) => kind === order.kind} />
        </TransactionScreen>
      )}
    </OrderScreen>
  );
}
