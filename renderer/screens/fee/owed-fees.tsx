import type { CustomerView } from "#core/contract/customer-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 欠费 on the customer's page: what is owed for what since when, and the way to settle it (C07). */
export function OwedFees({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const { owedFees } = customer;
  if (owedFees.length === 0) return null;
  return (
    <section aria-labelledby="owed-fees">
      <h2 id="owed-fees">{words("fee:owed.title")}</h2>
      {owedFees.map(({ id, kind, amount, owedOn, slip }) => (
        <article key={id} className="case" aria-label={id}>
          <p className="figures">
            {words("fee:owed.line", {
              kind: words(`term:fee-kind.${kind}`),
              amount: formatFen(amount),
              ...{ owedOn, slip },
            })}
          </p>
          <OpenKeys ways={[{ code: "9007", subject: { owedFee: id } }]} label={id} />
        </article>
      ))}
    </section>
  );
}
