import type { PasswordCardView } from "#core/contract/password-card-view.ts";
import { withSwipe } from "#renderer/screens/e-bank/e-bank-ways.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { cardWays } from "#renderer/screens/password-card/card-state.ts";
import { CardFacts, Exposure } from "#renderer/screens/password-card/status-facts.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { DateText } from "#renderer/transaction/date-text.tsx";
import { NeedsCustomer } from "#renderer/transaction/needs-customer.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 5004 口令卡状态查询: what the bank knows of a customer's card, and what can be done (P16). */
export function PasswordCardStatus() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  const swipe = useTeller((teller) => teller.swipe);
  const cards = customer?.passwordCards ?? [];
  const present = cards.find(({ life }) => life !== "void");
  const old = cards.filter(({ life }) => life === "void");
  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="5004" />
      {customer ? (
        <div className="customer-page">
          {present ? <Present card={present} /> : <p>{words("passwordCard:status.none")}</p>}
          <OpenKeys
            key={`${customer.id}:${swipe?.ref}`}
            ways={withSwipe(
              cardWays(customer).filter(({ code }) => code !== "5004"),
              customer,
              swipe,
            )}
            label={words("passwordCard:status.next")}
            isFirst
          />
          {old.length > 0 && <OldCards cards={old} />}
        </div>
      ) : (
        <NeedsCustomer />
      )}
    </section>
  );
}

function Present({ card }: { readonly card: PasswordCardView }) {
  const words = useWords();
  return (
    <section aria-labelledby="present-card">
      <h2 id="present-card">{words("passwordCard:status.present")}</h2>
      <CardFacts card={card} />
      <Exposure card={card} />
    </section>
  );
}

function OldCards({ cards }: { readonly cards: readonly PasswordCardView[] }) {
  const words = useWords();
  return (
    <section aria-labelledby="old-cards">
      <h2 id="old-cards">{words("passwordCard:status.old")}</h2>
      <table className="relations plain-table">
        <thead>
          <tr>
            <th scope="col">{words("passwordCard:status.serial")}</th>
            <th scope="col">{words("passwordCard:status.issued")}</th>
            <th scope="col">{words("passwordCard:status.uses")}</th>
            <th scope="col">{words("passwordCard:status.old.why")}</th>
            <th scope="col">{words("passwordCard:status.old.by")}</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <tr key={card.id}>
              <td className="figures">{card.serial}</td>
              <td>
                <DateText date={card.issuedOn} />
              </td>
              <td className="figures">
                {card.used} / {card.uses}
              </td>
              <td>{card.voidReason && words(`noun:void-reason.${card.voidReason}`)}</td>
              <td className="figures">{card.replacedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
