import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { kindNamed, named } from "#renderer/screens/freeze/freeze-kinds.ts";
import {
  isOver,
  sayEnd,
  sayEnded,
  sayList,
  sayStatus,
  sayTarget,
} from "#renderer/screens/freeze/order-words.ts";
import { sayEndMoment, sayMoment } from "#renderer/wording/say-moment.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** A line of an order: what it says, and what that is; without the latter there is no line. */
type Line = readonly [title: string, text: string];

/** Everything that the register knows of one order, line by line. */
export function OrderLines({ order }: { readonly order: FreezeOrderView }) {
  const words = useWords();
  const lines = [
    ...whatLines(words, order),
    ...holdLines(words, order),
    ...timeLines(words, order),
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

function whatLines(words: Words, order: FreezeOrderView): readonly Line[] {
  const kind = kindNamed(order.kind);
  return [
    [words("freeze:kind.label"), kind ? named(words, kind.organ) : ""],
    [words("freeze:column.organ"), order.organ],
    [words("freeze:column.document"), order.documentNumber],
    [words("freeze:detail.officers"), sayList(words, order.officers)],
    [words("freeze:column.customer"), order.customerName],
    [words("freeze:column.account"), order.accountNumber],
    [words("freeze:column.status"), sayStatus(words, order)],
  ];
}

/** What it asked for, what of that is still to be held, and what is. */
function holdLines(words: Words, order: FreezeOrderView): readonly Line[] {
  const { scope, rest, deducted, controlled, status, coversInterest } = order;
  const asked = scope.type === "amount" ? scope.amount : undefined;
  const isChanged = asked !== undefined && (isOver(order) || asked !== rest);
  return [
    [words("freeze:detail.asked"), isChanged ? formatFen(asked) : ""],
    [words("freeze:column.target"), isOver(order) && isChanged ? "" : sayTarget(words, order)],
    [words("freeze:column.controlled"), status === "active" ? formatFen(controlled) : ""],
    [words("freeze:detail.deducted"), deducted > 0 ? formatFen(deducted) : ""],
    [
      words("freeze:detail.interest"),
      words(coversInterest ? "freeze:interest.yes" : "freeze:interest.no"),
    ],
  ];
}

/** From its delivery to its end: the end it has, or the one it came to and the one it had. */
function timeLines(words: Words, order: FreezeOrderView): readonly Line[] {
  const { deliveredAt, effectiveAt, endsAt, endedBy, lastDay, renewals } = order;
  const isEnded = isOver(order);
  return [
    [words("freeze:column.delivered"), sayMoment(deliveredAt)],
    [words("freeze:detail.effective"), effectiveAt === undefined ? "" : sayMoment(effectiveAt)],
    [
      words("freeze:detail.renewals"),
      renewals
        .map(({ from, endsAt: until, documentNumber }) =>
          words("freeze:detail.renewal", {
            document: documentNumber,
            from: sayEndMoment(from),
            until: sayEndMoment(until),
          }),
        )
        .join(words("freeze:list.long")),
    ],
    [words("freeze:detail.last-day"), lastDay ?? ""],
    [words("freeze:detail.ends"), isEnded ? "" : sayEnd(words, order)],
    [
      words("freeze:detail.planned"),
      isEnded && endsAt !== undefined && endedBy ? sayEndMoment(endsAt) : "",
    ],
    [words("freeze:detail.ended"), isEnded ? sayEnded(order) : ""],
    [words("freeze:detail.ended.paper"), endedBy?.documentNumber ?? ""],
    [words("freeze:detail.ended.officers"), endedBy ? sayList(words, endedBy.officers) : ""],
  ];
}
