import { Fragment } from "react";
import { dateOf, timeOf } from "#core/calendar/instant.ts";
import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { endOf, sayStatus, sayTarget } from "#renderer/screens/freeze/order-words.ts";
import type { Column } from "#renderer/screens/register.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** The columns of the register of orders (F16). */
export function orderColumns(words: Words): readonly Column<FreezeOrderView>[] {
  return [
    {
      key: "organ",
      title: words("freeze:column.organ"),
      show: ({ organ }) => <span className="words">{organ}</span>,
    },
    {
      key: "document",
      title: words("freeze:column.document"),
      show: ({ documentNumber }) => <span className="figures words">{documentNumber}</span>,
    },
    {
      key: "customer",
      title: words("freeze:column.customer"),
      show: ({ customerName, accountNumber }) => (
        <>
          <span className="words">{customerName}</span>{" "}
          <span className="figures line">{accountNumber}</span>
        </>
      ),
    },
    ...stateColumns(words),
  ];
}

/** The columns of the orders of one account, in their rank (F10). */
export function stackColumns(
  words: Words,
  orders: readonly FreezeOrderView[],
): readonly Column<FreezeOrderView>[] {
  const [organ, document] = orderColumns(words);
  return [
    {
      key: "rank",
      title: words("freeze:column.rank"),
      show: (order) => <span className="figures">{orders.indexOf(order) + 1}</span>,
    },
    ...(organ && document ? [organ, document] : []),
    ...stateColumns(words),
  ];
}

function stateColumns(words: Words): readonly Column<FreezeOrderView>[] {
  return [
    {
      key: "status",
      title: words("freeze:column.status"),
      show: (order) => <span className="whole">{sayStatus(words, order)}</span>,
    },
    {
      key: "target",
      title: words("freeze:column.target"),
      show: (order) => <span className="target">{sayTarget(words, order)}</span>,
      isMoney: true,
    },
    {
      key: "controlled",
      title: words("freeze:column.controlled"),
      show: ({ status, controlled }) => (status === "active" ? formatFen(controlled) : ""),
      isMoney: true,
    },
    {
      key: "delivered",
      title: words("freeze:column.delivered"),
      show: ({ deliveredAt }) => (
        <time className="figures">
          <span className="line">{dateOf(deliveredAt)}</span>{" "}
          <span className="line">{timeOf(deliveredAt)}</span>
        </time>
      ),
    },
    {
      key: "ends",
      title: words("freeze:column.ends"),
      show: (order) => <EndText order={order} />,
    },
  ];
}

const DATED = /^\d{4}-/;

/** The end by day and time, and below how far off it is, or that it is past: a line each. */
function EndText({ order }: { readonly order: FreezeOrderView }) {
  const { at, note } = endOf(useWords(), order);
  const lines = note === "" ? at.split(" ") : [...at.split(" "), note];
  if (!DATED.test(at)) return at;
  return lines.map((line) => (
    <Fragment key={line}>
      <span className="figures line">{line}</span>{" "}
    </Fragment>
  ));
}
