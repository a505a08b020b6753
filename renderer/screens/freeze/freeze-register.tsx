import { useRef, useState } from "react";
import { Duty } from "#renderer/screens/freeze/duty.tsx";
import { ExportKeys } from "#renderer/screens/freeze/export-keys.tsx";
import { FreezeStack } from "#renderer/screens/freeze/freeze-stack.tsx";
import { orderColumns } from "#renderer/screens/freeze/order-columns.tsx";
import { OrderDetail } from "#renderer/screens/freeze/order-detail.tsx";
import { RegisterFilters } from "#renderer/screens/freeze/register-filters.tsx";
import { registerStart } from "#renderer/screens/freeze/register-start.ts";
import { useOrders } from "#renderer/screens/freeze/use-look.ts";
import { PageLine } from "#renderer/screens/pages.tsx";
import { Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 6011 冻结登记簿: all orders of the branch, or everything that holds one account (F15, F16). */
export function FreezeRegister() {
  const account = useTeller((teller) => teller.subject.account);
  return (
    <Duty code="6011" needs="sees">
      {account === undefined ? <Orders /> : <FreezeStack account={account} />}
    </Duty>
  );
}

function Orders() {
  const words = useWords();
  const openScreen = useTeller((teller) => teller.openScreen);
  const show = useTeller((teller) => teller.subject.show) ?? "plain";
  const pages = useOrders(registerStart[show]);
  const [id, choose] = useState<string>();
  const place = useRef<HTMLElement>(null);
  const chosen = pages.rows.find((row) => row.id === id);

  return (
    <section ref={place} className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="6011" />
      <RegisterFilters filter={pages.filter} onLook={pages.look} isWaiting={pages.isWaiting} />
      <RefusalNote refusal={pages.refusal} />
      <Register
        caption={words("freeze:register.caption")}
        columns={orderColumns(words)}
        rows={pages.rows}
        keyOf={({ id: key }) => key}
        none={words(pages.isWaiting ? "shell:waiting" : "freeze:register.none")}
        chosen={id}
        onChoose={(row) => choose(row.id)}
        onOpen={({ account }) => openScreen("6011", { account })}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <PageLine pages={pages} />
      <ExportKeys filter={pages.filter} />
      {chosen && <OrderDetail order={chosen} />}
    </section>
  );
}
