import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { sayEnd, sayStatus, sayTarget } from "#renderer/screens/freeze/order-words.ts";
import { sayEndMoment, sayMoment } from "#renderer/wording/say-moment.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Everything that the register knows of one order, line by line. */
export function OrderLines({ order }: { readonly order: FreezeOrderView }) {
  const words = useWords();
  const { effectiveAt, renewals, deducted, status } = order;
  const lines: readonly (readonly [string, string])[] = [
    [words("freeze:kind.label"), words(`term:freeze-kind.${order.kind}`)],
    [words("freeze:column.organ"), order.organ],
    [words("freeze:column.document"), order.documentNumber],
    [words("freeze:detail.officers"), order.officers.join("、")],
    [words("freeze:column.customer"), order.customerName],
    [words("freeze:column.account"), order.accountNumber],
    [words("freeze:column.status"), sayStatus(words, order)],
    [words("freeze:column.target"), sayTarget(words, order)],
    ...(status === "active"
      ? [[words("freeze:column.controlled"), formatFen(order.controlled)] as const]
      : []),
    [
      words("freeze:detail.interest"),
      words(order.coversInterest ? "freeze:interest.yes" : "freeze:interest.no"),
    ],
    [words("freeze:column.delivered"), sayMoment(order.deliveredAt)],
    [words("freeze:detail.effective"), effectiveAt === undefined ? "" : sayMoment(effectiveAt)],
    [words("freeze:column.ends"), sayEnd(words, order)],
    [words("freeze:last-day"), order.lastDay ?? ""],
    [
      words("freeze:detail.renewals"),
      renewals
        .map(({ from, endsAt, documentNumber }) =>
          words("freeze:detail.renewal", {
            document: documentNumber,
            from: sayEndMoment(from),
            until: sayEndMoment(endsAt),
          }),
        )
        .join("；"),
    ],
    [words("freeze:detail.deducted"), deducted > 0 ? formatFen(deducted) : ""],
  ];
  return (
    <dl className="facts">
      {lines
        .filter(([, text]) => text !== "")
        .map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="figures">{text}</dd>
          </div>
        ))}
    </dl>
  );
}
