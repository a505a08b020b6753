import type { FreezeOrderView } from "#core/contract/freeze-view.ts";
import { useAssistance } from "#renderer/screens/freeze/duty.tsx";
import { OrderLines } from "#renderer/screens/freeze/order-lines.tsx";
import { orderWays } from "#renderer/screens/freeze/order-ways.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import type { Subject } from "#renderer/store/place-slice.ts";
import { useWords } from "#renderer/wording/words.ts";

/** One order with everything that is known of it, and what can be done with it today. */
export function OrderDetail({
  order,
  from,
}: {
  readonly order: FreezeOrderView;
  /** Where a step back from what is done with it leads. */
  readonly from: NonNullable<Subject["from"]>;
}) {
  const words = useWords();
  const { id, organ, documentNumber } = order;
  const title = words("freeze:detail.title", { organ, document: documentNumber });
  const ways = orderWays(order, useAssistance(), from);
  return (
    <section className="detail" aria-label={title}>
      <h2>{title}</h2>
      <OrderLines order={order} />
      {ways.length === 0 && <p className="nothing">{words("freeze:detail.none")}</p>}
      {ways.length > 0 && <p className="hint">{words("freeze:detail.keys")}</p>}
      <OpenKeys key={id} ways={ways} label={words("freeze:detail.ways")} />
    </section>
  );
}
