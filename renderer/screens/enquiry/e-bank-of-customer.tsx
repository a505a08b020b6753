import type { CustomerView } from "#core/contract/customer-view.ts";
import type { PasswordCardView } from "#core/contract/password-card-view.ts";
import { eBankWays, withSwipe } from "#renderer/screens/e-bank/e-bank-ways.ts";
import { EBankFacts } from "#renderer/screens/e-bank/overview.tsx";
import { useToday } from "#renderer/screens/here.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { curesOf, presentCard } from "#renderer/screens/password-card/card-state.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Electronic banking on the customer's page: channels and limits, the password card, what next. */
export function EBankOfCustomer({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const swipe = useTeller((teller) => teller.swipe);
  const card = presentCard(customer);
  return (
    <section aria-labelledby="e-bank" className="e-bank">
      <h2 id="e-bank">{words("eBank:title")}</h2>
      <EBankFacts customer={customer} />
      {card && <CardLine card={card} />}
      <OpenKeys
        key={swipe?.ref}
        ways={withSwipe(eBankWays(customer), customer, swipe)}
        label={words("eBank:ways")}
      />
    </section>
  );
}

function CardLine({ card }: { readonly card: PasswordCardView }) {
  const words = useWords();
  const today = useToday();
  const { serial, life, lock, used, left, uses } = card;
  return (
    <article className="case" aria-label={words("passwordCard:status.present")}>
      <p className="figures">
        <strong>
          {words("noun:relation.password-card")} {serial}
        </strong>{" "}
        · {words(`noun:password-card-life.${life}`)}
        {lock !== "none" && ` · ⚠ ${words(`noun:password-card-lock.${lock}`)}`} ·{" "}
        {words("passwordCard:status.uses.said", { used, left, uses })}
      </p>
      {curesOf(card, today, words).map((cure) => (
        <p key={cure} className="hint">
          {cure}
        </p>
      ))}
    </article>
  );
}
