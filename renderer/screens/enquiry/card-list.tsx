import { Tag } from "antd";
import type { CardView, CustomerView } from "#core/contract/customer-view.ts";
import { Reveal } from "#renderer/screens/enquiry/reveal.tsx";
import { DateText, InstantText } from "#renderer/transaction/date-text.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** The cards with every dimension of their state, the living first. */
export function CardList({
  customer,
  swiped,
}: {
  readonly customer: CustomerView;
  readonly swiped: string | undefined;
}) {
  const words = useWords();
  const { id, cards } = customer;
  return (
    <section aria-labelledby="cards">
      <h2 id="cards">{words("enquiry:view.cards")}</h2>
      {cards.length === 0 ? (
        <p className="nothing">{words("enquiry:view.cards.none")}</p>
      ) : (
        <table className="relations plain-table">
          <thead>
            <tr>
              <th scope="col">{words("enquiry:view.card")}</th>
              <th scope="col">{words("enquiry:view.card.state")}</th>
              <th scope="col">{words("enquiry:view.card.loss")}</th>
              <th scope="col">{words("enquiry:view.card.pin")}</th>
              <th scope="col">{words("enquiry:view.card.issued")}</th>
              <th scope="col">{words("enquiry:view.card.sequence")}</th>
            </tr>
          </thead>
          <tbody>
            {[...cards].sort(livingFirst).map((card) => (
              <tr key={card.id}>
                <td className="figures">
                  {card.number} <Reveal customer={id} what="card" card={card.id} />
                  {card.id === swiped && (
                    <Tag color="blue">{words("enquiry:view.card.swiped")}</Tag>
                  )}
                </td>
                <td>
                  {words(`noun:life.${card.life}`)}
                  {card.expired && <Tag color="error">{words("enquiry:view.expired")}</Tag>}
                  {card.erased && <Erased erased={card.erased} />}
                </td>
                <td>{words(`enquiry:view.loss.${card.loss}`)}</td>
                <td>{words(`enquiry:view.pin.${card.pin}`)}</td>
                <td>
                  <DateText date={card.issuedOn} />
                </td>
                <td className="figures">{card.sequence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** That the stripe of a collected card is gone, since when, and who took care of it (T34). */
function Erased({ erased }: { readonly erased: NonNullable<CardView["erased"]> }) {
  const words = useWords();
  const { at, teller, approvers } = erased;
  return (
    <div className="erased">
      <Tag>{words("enquiry:view.erased")}</Tag>
      <InstantText instant={at} />{" "}
      {words("enquiry:view.erased.by", { teller, approvers: approvers.join(" ") })}
    </div>
  );
}

const order: readonly CardView["life"][] = [
  "active",
  "issued-inactive",
  "made",
  "replaced",
  "cancelled",
  "retained",
  "void",
];

function livingFirst(one: CardView, other: CardView): number {
  return order.indexOf(one.life) - order.indexOf(other.life);
}
