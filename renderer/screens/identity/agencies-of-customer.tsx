import { dateOf } from "#core/calendar/instant.ts";
import type { CustomerView } from "#core/contract/customer-view.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Who may act for the customer, by when it ends (2005); nothing where there is nobody. */
export function AgenciesOfCustomer({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const { agencies } = customer;
  if (agencies.length === 0) return null;
  return (
    <section aria-labelledby="agencies">
      <h2 id="agencies">{words("identity:agencies")}</h2>
      <ul className="relation-list">
        {agencies.map(({ id, basis, name, document, relation, validTo, standing }) => (
          <li key={id}>
            {words(`term:agency-basis.${basis}`)} {name}（{relation}）{" "}
            <span className="figures hint">{document}</span>{" "}
            {words(`identity:standing.${standing}`, { validTo })}
          </li>
        ))}
      </ul>
      <OpenKeys ways={[{ code: "2005" }]} label={words("identity:agencies")} />
    </section>
  );
}

/**
 * Warns that false documents with the customer's number were shown (2002). Every teller sees it, for it
 * protects the true holder; what exactly was seen stands in the report.
 */
export function FalseDocumentsOfCustomer({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const { falseDocuments } = customer;
  const last = falseDocuments.at(-1);
  if (last === undefined) return null;
  return (
    <p role="alert">
      {words("identity:false-documents", { count: falseDocuments.length, date: dateOf(last) })}
    </p>
  );
}
