import type { FreezeStackView, OtherHoldView } from "#core/contract/freeze-view.ts";
import { holdWays } from "#renderer/screens/freeze/order-ways.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { sayMoment } from "#renderer/wording/say-moment.ts";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** The holds that are no orders, each with who lifts it: nobody lifts what another placed (5.4). */
export function OtherHolds({ stack: { holds, customer } }: { readonly stack: FreezeStackView }) {
  const words = useWords();
  return (
    <section aria-label={words("freeze:stack.holds")}>
      <h3>{words("freeze:stack.holds")}</h3>
      {holds.length === 0 && <p className="nothing">{words("freeze:stack.holds.none")}</p>}
      {holds.map((hold) => (
        <article key={hold.id} className="case" aria-label={sayHold(words, hold)}>
          <p>
            <strong>{sayHold(words, hold)}</strong> {whoLifts(words, hold)} {hold.reason}
          </p>
          <OpenKeys ways={holdWays(hold, customer)} label={sayHold(words, hold)} />
        </article>
      ))}
    </section>
  );
}

function sayHold(words: Words, { kind, source, placedAt }: OtherHoldView): string {
  return words("freeze:stack.hold", {
    kind: words(`term:hold-kind.${kind}`),
    source: words(`freeze:source.${source}`),
    at: sayMoment(placedAt),
  });
}

function whoLifts(words: Words, { source, lossCase = "" }: OtherHoldView): string {
  return words(`freeze:stack.lift.${source}`, { lossCase });
}
