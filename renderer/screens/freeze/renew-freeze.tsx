import { OrderHead, OrderScreen } from "#renderer/screens/freeze/order-screen.tsx";
import { PapersAsked } from "#renderer/screens/freeze/papers-asked.tsx";
import { PapersFields } from "#renderer/screens/freeze/papers-fields.tsx";
import { startOf } from "#renderer/screens/freeze/papers-start.ts";
import { TermFields } from "#renderer/screens/freeze/term-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";

/** 6002 续冻: the same organ asks for longer, before the end; the rank stays (F11, F12). */
export function RenewFreeze() {
  return (
    <OrderScreen code="6002">
      {(order) => (
        <TransactionScreen
          code="6002"
          needsCustomer={false}
          initial={startOf(order)}
          toInput={saidAll}
          alsoAsked={<PapersAsked />}
        >
          <OrderHead order={order} />
          <PapersFields kinds={({ renewal, kind }) => renewal !== undefined && isNotStop(kind)} />
          <TermFields of="renewal" />
        </TransactionScreen>
      )}
    </OrderScreen>
  );
}

function isNotStop(kind: string): boolean {
  return kind !== "emergency-stop";
}

function saidAll(draft: Draft<"6002">): Draft<"6002"> {
  return { ...draft, isExtended: draft.isExtended ?? false };
}
