import { useState } from "react";
import type { FreezeStackView } from "#core/contract/freeze-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { BalanceBar } from "#renderer/screens/freeze/balance-bar.tsx";
import { stackColumns } from "#renderer/screens/freeze/order-columns.tsx";
import { OrderDetail } from "#renderer/screens/freeze/order-detail.tsx";
import { OtherHolds } from "#renderer/screens/freeze/other-holds.tsx";
import { TimeLine } from "#renderer/screens/freeze/time-line.tsx";
import { useStack } from "#renderer/screens/freeze/use-look.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 冻结栈: everything that holds an account, as a picture and as a table. */
export function FreezeStack({ account }: { readonly account: string }) {
  const words = useWords();
  const { stack, refusal } = useStack(account);
  const { subject } = useTeller((teller) => teller.subject.from) ?? {};
  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="6011" />
      <RefusalNote refusal={refusal} />
      {!stack && !refusal && <p role="status">{words("freeze:stack.waiting")}</p>}
      {stack && <Stack stack={stack} />}
      <div className="beside">
        <OpenKeys
          ways={[{ code: "6011", ...(subject ? { subject } : {}) }]}
          label={words("freeze:stack.back")}
        />
        <span className="hint">
          {words("freeze:stack.back")} {subject && "Esc"}
        </span>
      </div>
    </section>
  );
}

function Stack({ stack }: { readonly stack: FreezeStackView }) {
  const words = useWords();
  const { orders, customerName, accountNumber } = stack;
  const subject = useTeller((teller) => teller.subject);
  const [id, choose] = useState(orders[0]?.id);
  const chosen = orders.find((order) => order.id === id);
  return (
    <div className="stack">
      <h2>{words("freeze:stack.title", { name: customerName, number: accountNumber })}</h2>
      <dl className="stack-sums">
        <div>
          <dt>{words("freeze:stack.balance")}</dt>
          <dd className="figures">{formatFen(stack.balance)}</dd>
        </div>
        <div>
          <dt>{words("freeze:stack.available")}</dt>
          <dd className="figures">{formatFen(stack.available)}</dd>
        </div>
      </dl>
      <BalanceBar stack={stack} />
      <section aria-label={words("freeze:stack.orders")}>
        <h3>{words("freeze:stack.orders")}</h3>
        <Register
          caption={words("freeze:stack.orders")}
          columns={stackColumns(words, orders)}
          rows={orders}
          keyOf={({ id: key }) => key}
          none={words("freeze:stack.orders.none")}
          chosen={id}
          onChoose={(order) => choose(order.id)}
          onOpen={intoWays}
          focusOn={1}
        />
      </section>
      <TimeLine orders={orders} />
      {chosen && <OrderDetail order={chosen} from={{ code: "6011", subject }} />}
      <OtherHolds stack={stack} />
    </div>
  );
}

/** Enter on an order goes to the keys of what can be done with it. */
function intoWays(): void {
  document.querySelector<HTMLElement>(".stack .detail [role=toolbar] button")?.focus();
}
