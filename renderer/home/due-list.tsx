import { Spin } from "antd";
import type { ReactNode } from "react";
import type { Due } from "#renderer/home/use-due.ts";
import type { Subject } from "#renderer/store/place-slice.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

const SHOWN_AT_MOST = 8;

/** Today's due list: matured cases, oral reports by their last day, cards on their way. */
export function DueList({ due }: { readonly due: Due | undefined }) {
  const words = useWords();
  const open = useOpenCustomer();
  if (!due) return <Spin />;

  return (
    <section className="due" aria-labelledby="due-title">
      <h2 id="due-title">{words("home:due.title")}</h2>
      <div className="due-columns">
        <Column title={words("home:due.matured")} none={words("home:due.matured.none")}>
          {due.matured.slice(0, SHOWN_AT_MOST).map((lossCase) => (
            <Row
              key={lossCase.number}
              name={lossCase.customerName}
              number={lossCase.cardNumber}
              when={words("home:due.since", { date: lossCase.maturesOn ?? "" })}
              onOpen={() => open(lossCase.customer, { lossCase: lossCase.number })}
            />
          ))}
        </Column>
        <Column title={words("home:due.lapsing")} none={words("home:due.lapsing.none")}>
          {due.lapsing.slice(0, SHOWN_AT_MOST).map((lossCase) => (
            <Row
              key={lossCase.number}
              name={lossCase.customerName}
              number={lossCase.cardNumber}
              when={words("home:due.until", { date: lossCase.oralLastDay ?? "" })}
              onOpen={() => open(lossCase.customer, { lossCase: lossCase.number })}
            />
          ))}
        </Column>
        <Column title={words("home:due.orders")} none={words("home:due.orders.none")}>
          {due.orders.slice(0, SHOWN_AT_MOST).map((order) => (
            <Row
              key={order.id}
              name={order.customerName}
              number={order.cardNumber}
              when={words(order.status === "arrived" ? "home:due.arrived" : "home:due.expected", {
                date: order.arrivedOn ?? order.dueOn,
              })}
              onOpen={() => open(order.customer, { order: order.id })}
            />
          ))}
        </Column>
      </div>
    </section>
  );
}

/** Brings a customer to the counter and opens the customer page. */
function useOpenCustomer() {
  const { store } = useCounter();
  return async (customer: string, subject: Subject): Promise<void> => {
    if (await store.getState().readCustomer(customer)) store.getState().openScreen("9002", subject);
  };
}

function Column({
  title,
  none,
  children,
}: {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
}) {
  return (
    <section className="due-column" aria-label={title}>
      <h3>
        {title} <span className="figures">{children.length > 0 ? children.length : ""}</span>
      </h3>
      {children.length === 0 ? <p className="nothing">{none}</p> : <ul>{children}</ul>}
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly number: string;
  readonly when: string;
  readonly onOpen: () => Promise<void>;
}

function Row({ name, number, when, onOpen }: RowProps) {
  return (
    <li>
      <button type="button" onClick={() => void onOpen()}>
        <span>{name}</span>
        <span className="figures">{number}</span>
        <span className="figures when">{when}</span>
      </button>
    </li>
  );
}
