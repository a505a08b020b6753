import { type RefObject, useEffect, useRef, useState } from "react";
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
import type { Subject } from "#renderer/store/place-slice.ts";
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
  const { show = "plain", register: left } = useTeller((teller) => teller.subject);
  const pages = useOrders(left?.filter ?? registerStart[show], { page: left?.page ?? 0 });
  const [id, choose] = useState(left?.row);
  const place = useRef<HTMLElement>(null);
  const chosen = pages.rows.find((row) => row.id === id);
  const { filter, page } = pages;
  // What is opened from here leads back to this very row of this very page.
  const here: Subject = { register: { filter, page, ...(id === undefined ? {} : { row: id }) } };
  const from = { code: "6011", subject: here } as const;
  useRowAgain(place, left?.row !== undefined && chosen !== undefined);

  return (
    <section ref={place} className="screen wide orders" aria-labelledby="screen-title">
      <ScreenTitle code="6011" />
      <RegisterFilters filter={filter} onLook={pages.look} isWaiting={pages.isWaiting} />
      <RefusalNote refusal={pages.refusal} />
      <Register
        caption={words("freeze:register.caption")}
        columns={orderColumns(words)}
        rows={pages.rows}
        keyOf={({ id: key }) => key}
        none={words(pages.isWaiting ? "shell:waiting" : "freeze:register.none")}
        chosen={id}
        onChoose={(row) => choose(row.id)}
        onOpen={({ account }) => openScreen("6011", { account, from })}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <div className="below">
        <PageLine pages={pages} />
        <ExportKeys filter={filter} />
      </div>
      {chosen && <OrderDetail order={chosen} from={from} />}
    </section>
  );
}

/** Back from an order, the focus is where it was left. */
function useRowAgain(place: RefObject<HTMLElement | null>, isThere: boolean): void {
  useEffect(() => {
    if (isThere) place.current?.querySelector<HTMLElement>("tr[aria-current]")?.focus();
    // Once: afterwards the teller goes where she likes.
  }, [place, isThere]);
}
