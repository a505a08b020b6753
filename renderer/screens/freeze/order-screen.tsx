import { Button, Form, Input } from "antd";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";
import { Duty } from "#renderer/screens/freeze/duty.tsx";
import { orderColumns } from "#renderer/screens/freeze/order-columns.tsx";
import { OrderLines } from "#renderer/screens/freeze/order-lines.tsx";
import { sayStatus, sayWhyNot } from "#renderer/screens/freeze/order-words.ts";
import { useOrders, useStack } from "#renderer/screens/freeze/use-look.ts";
import { PageLine } from "#renderer/screens/pages.tsx";
import { type Column, downIntoRegister, Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { Instead } from "#renderer/screens/suited.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** Transactions that change an order which is in the register. */
type OrderCode = Extract<TransactionCode, "6002" | "6004" | "6005" | "6006" | "6007">;

/**
 * A transaction on one order: chosen in the register before, or here. The order was looked at once,
 * so that the receipt stays when it is over.
 */
export function OrderScreen({
  code,
  children,
}: {
  readonly code: OrderCode;
  readonly children: (order: FreezeOrderView) => ReactNode;
}) {
  const subject = useTeller((teller) => teller.subject);
  return (
    <Duty code={code}>
      {subject.order !== undefined && subject.account !== undefined ? (
        <ChosenOrder code={code} order={subject.order} account={subject.account}>
          {children}
        </ChosenOrder>
      ) : (
        <ChooseOrder code={code} />
      )}
    </Duty>
  );
}

function ChosenOrder({
  code,
  order: id,
  account,
  children,
}: {
  readonly code: OrderCode;
  readonly order: string;
  readonly account: string;
  readonly children: (order: FreezeOrderView) => ReactNode;
}) {
  const words = useWords();
  const { stack, refusal } = useStack(account);
  useHolder(stack?.customer);
  const order = stack?.orders.find((one) => one.id === id);
  if (order?.possible.includes(code)) return children(order);

  const text = order
    ? words("freeze:order.not-possible", {
        organ: order.organ,
        document: order.documentNumber,
        statusText: sayStatus(words, order),
      })
    : words("freeze:order.none");
  return (
    <section className="screen" aria-labelledby="screen-title">
      <ScreenTitle code={code} />
      <RefusalNote refusal={refusal} />
      {!stack && !refusal && <p role="status">{words("freeze:stack.waiting")}</p>}
      {stack && <Instead isPage reasons={[{ text, ways: waysBeside(code, account, order) }]} />}
    </section>
  );
}

/** From here on the order's holder is who it is about, whoever was at the counter before. */
function useHolder(holder: string | undefined): void {
  const { store } = useCounter();
  useEffect(() => {
    const { customer, dismissCustomer, readCustomer } = store.getState();
    if (holder === undefined || customer?.id === holder) return;
    dismissCustomer();
    void readCustomer(holder);
  }, [store, holder]);
}

function waysBeside(code: OrderCode, account: string, order: FreezeOrderView | undefined) {
  const possible = order?.possible ?? [];
  return [
    { code: "6011", subject: { account } } as const,
    ...possible
      .filter((one) => one !== code)
      .map((one) => ({ code: one, subject: { account, order: order?.id ?? "" } })),
  ];
}

/** The orders that there are, each with whether the rules allow this today; Enter takes one. */
function ChooseOrder({ code }: { readonly code: OrderCode }) {
  const words = useWords();
  const openScreen = useTeller((teller) => teller.openScreen);
  const show = code === "6005" ? "waiting" : "in-force";
  const pages = useOrders({ show, days: 0, text: "" });
  const [chosen, choose] = useState<string>();
  const [text, type] = useState("");
  const [told, tell] = useState("");

  function look(event: FormEvent): void {
    event.preventDefault();
    tell("");
    pages.look({ ...pages.filter, text: text.trim() });
  }
  function take(order: FreezeOrderView): void {
    const { id, account, organ, documentNumber: document } = order;
    if (order.possible.includes(code)) openScreen(code, { order: id, account });
    else
      tell(words("freeze:order.why-not", { organ, document, why: sayWhyNot(words, code, order) }));
  }
  return (
    <section className="screen wide orders" aria-labelledby="screen-title">
      <ScreenTitle code={code} />
      <p className="hint">{words("freeze:order.choose")}</p>
      <form className="filters" onSubmit={look}>
        <Input
          className="filter-text"
          aria-label={words("freeze:register.text")}
          placeholder={words("freeze:register.text")}
          maxLength={40}
          autoComplete="off"
          autoFocus
          value={text}
          onChange={({ target }) => type(target.value)}
          onKeyDown={downIntoRegister}
        />
        <Button htmlType="submit" loading={pages.isWaiting}>
          {words("freeze:register.find")}
        </Button>
      </form>
      <RefusalNote refusal={pages.refusal} />
      <Register
        caption={words("freeze:register.caption")}
        columns={[whetherColumn(words, code), ...orderColumns(words).filter(isNeededFor(code))]}
        rows={pages.rows}
        keyOf={({ id }) => id}
        none={words(pages.isWaiting ? "shell:waiting" : "freeze:order.none")}
        chosen={chosen}
        onChoose={({ id }) => [choose(id), tell("")]}
        onOpen={take}
        onTurn={pages.turn}
        focusOn={pages.focusOn}
      />
      <PageLine pages={pages} />
      {told !== "" && (
        <p role="alert" className="refusal">
          {told}
        </p>
      )}
    </section>
  );
}

/** Delivery decides nothing here, and the state only of those that wait; others need the room. */
function isNeededFor(code: OrderCode) {
  return ({ key }: Column<FreezeOrderView>): boolean =>
    key !== "delivered" && (key !== "status" || code === "6005");
}

/** Whether it can be done with an order, and why not. */
function whetherColumn(words: Words, code: OrderCode): Column<FreezeOrderView> {
  return {
    key: "whether",
    title: words("freeze:column.whether"),
    show: (order) => (
      <span className="target">
        {order.possible.includes(code)
          ? words("freeze:whether.yes")
          : sayWhyNot(words, code, order)}
      </span>
    ),
  };
}

/** The order that is being changed, above the fields of the paper that changes it. */
export function OrderHead({ order }: { readonly order: FreezeOrderView }) {
  const words = useWords();
  return (
    <section className="order-head" aria-label={words("freeze:order.chosen")}>
      <h2>{words("freeze:order.chosen")}</h2>
      <OrderLines order={order} />
      <Form.Item name="order" hidden initialValue={order.id}>
        <input />
      </Form.Item>
    </section>
  );
}
