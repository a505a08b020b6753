import { useEffect, useState } from "react";
import type { OrderView } from "#core/contract/customer-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { useTake } from "#renderer/screens/open-keys.tsx";
import { type Column, Register } from "#renderer/screens/register.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { DateText } from "#renderer/transaction/date-text.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** The branch's cards that are on their way or wait for their holders. */
export interface OpenOrderList {
  readonly orders: readonly OrderView[];
  readonly refusal: Refusal | undefined;
}

/** Reads the open orders, and again whenever the books have moved. */
export function useOpenOrders(): OpenOrderList {
  const { bridge } = useCounter();
  const books = useTeller((teller) => teller.booksVersion);
  const [list, show] = useState<OpenOrderList>({ orders: [], refusal: undefined });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the books move, so the list is read.
  useEffect(() => {
    let isLatest = true;
    void bridge.request("order.list", undefined).then((reply) => {
      if (!isLatest) return;
      show(
        reply.ok
          ? { orders: reply.value, refusal: undefined }
          : { orders: [], refusal: reply.refusal },
      );
    });
    return () => {
      isLatest = false;
    };
  }, [bridge, books]);
  return list;
}

/** The list under 8006: Enter takes a card on its way to arrival, one that is here to its holder. */
export function OpenOrders({
  list: { orders, refusal },
  picked,
  onPick,
  isFirst,
}: {
  readonly list: OpenOrderList;
  readonly picked: string | undefined;
  readonly onPick: (order: string) => void;
  /** Whether the teller comes for the list: then its first row has the focus. */
  readonly isFirst: boolean;
}) {
  const words = useWords();
  const take = useTake();
  const [at, go] = useState<string>();

  function open({ id, status, customer }: OrderView): void {
    if (status === "ordered") onPick(id);
    else void take({ code: "3004", subject: { order: id }, customer });
  }
  return (
    <section className="screen order-list" aria-labelledby="open-orders">
      <h2 id="open-orders">{words("card:order.list")}</h2>
      <RefusalNote refusal={refusal} />
      <p className="hint">{words("card:order.list.keys")}</p>
      <Register
        caption={words("card:order.list")}
        columns={columnsOf(words)}
        rows={orders}
        keyOf={({ id }) => id}
        none={words("card:order.list.none")}
        chosen={at ?? picked}
        onChoose={({ id }) => go(id)}
        onOpen={open}
        focusOn={isFirst && orders.length > 0 ? 1 : 0}
      />
    </section>
  );
}

function columnsOf(words: Words): readonly Column<OrderView>[] {
  return [
    { key: "id", title: words("card:order.column.id"), show: ({ id }) => id },
    {
      key: "customer",
      title: words("card:order.column.customer"),
      show: (row) => row.customerName,
    },
    {
      key: "card",
      title: words("card:order.column.card"),
      show: (row) => <span className="figures">{row.cardNumber}</span>,
    },
    {
      key: "purpose",
      title: words("card:order.column.purpose"),
      show: (row) => words(`card:collect.purpose.${row.purpose}`),
    },
    {
      key: "status",
      title: words("card:order.column.status"),
      show: (row) => words(`card:order.status.${row.status}`),
    },
    {
      key: "due",
      title: words("card:order.column.due"),
      show: (row) => <DateText date={row.arrivedOn ?? row.dueOn} />,
    },
    {
      key: "custodians",
      title: words("card:order.column.custodians"),
      show: (row) => <span className="figures">{row.custodians.join(" ")}</span>,
    },
  ];
}
