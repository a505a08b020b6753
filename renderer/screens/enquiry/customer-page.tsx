import type { CustomerView } from "#core/contract/customer-view.ts";
import { EPayOfCustomer } from "#renderer/screens/e-pay/enrolments.tsx";
import { AccountList } from "#renderer/screens/enquiry/account-list.tsx";
import { CardList } from "#renderer/screens/enquiry/card-list.tsx";
import { EBankOfCustomer } from "#renderer/screens/enquiry/e-bank-of-customer.tsx";
import { firstKeys, nextSteps, stepsOf } from "#renderer/screens/enquiry/next-steps.ts";
import { Person } from "#renderer/screens/enquiry/person.tsx";
import { OwedFees } from "#renderer/screens/fee/owed-fees.tsx";
import { useHere, useToday } from "#renderer/screens/here.ts";
import {
  AgenciesOfCustomer,
  FalseDocumentsOfCustomer,
} from "#renderer/screens/identity/agencies-of-customer.tsx";
import { openCases } from "#renderer/screens/loss/case-reasons.ts";
import { termOf } from "#renderer/screens/loss/loss-register.tsx";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { useEvidenceWay } from "#renderer/screens/protection/evidence-way.ts";
import { WaitingHere } from "#renderer/screens/queue/waiting-here.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { WalletOfCustomer } from "#renderer/screens/wallet/wallet-of-customer.tsx";
import type { ReadSwipe } from "#renderer/store/swipe-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { NeedsCustomer } from "#renderer/transaction/needs-customer.tsx";
import { sayRelation } from "#renderer/wording/say-relation.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 9002 客户视图: one customer over all accounts, cards, holds, cases and channels (R28). */
export function CustomerPage() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  const swipe = useTeller((teller) => teller.swipe);
  const here = useHere();
  const today = useToday();
  const first = customer && firstKeys(customer, swipe, here);
  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="9002" />
      {customer ? (
        <div className="customer-page">
          <FalseDocumentsOfCustomer customer={customer} />
          <Person customer={customer} />
          <WaitingHere customer={customer.id} />
          <OpenCases customer={customer} swipe={swipe} isFirst={first === "cases"} />
          <section aria-label={words("enquiry:view.next")}>
            <OpenKeys
              key={`${customer.id}:${swipe?.ref}`}
              ways={nextSteps(customer, swipe, today)}
              label={words("enquiry:view.next")}
              isFirst={first === "steps"}
            />
          </section>
          <CardList customer={customer} swiped={swipe?.card} />
          <AccountList accounts={customer.accounts} />
          <EBankOfCustomer customer={customer} />
          <EPayOfCustomer customer={customer} />
          <WalletOfCustomer customer={customer} />
          <OwedFees customer={customer} />
          <Orders customer={customer} />
          <Relations customer={customer} />
          <AgenciesOfCustomer customer={customer} />
        </div>
      ) : (
        <NeedsCustomer />
      )}
    </section>
  );
}

function OpenCases({
  customer,
  swipe,
  isFirst,
}: {
  readonly customer: CustomerView;
  readonly swipe: ReadSwipe | undefined;
  readonly isFirst: boolean;
}) {
  const words = useWords();
  const here = useHere();
  const evidenceOf = useEvidenceWay();
  const open = openCases(customer);
  const ended = customer.lossCases.length - open.length;
  if (customer.lossCases.length === 0) return null;
  return (
    <section aria-labelledby="open-cases">
      <h2 id="open-cases">{words("enquiry:view.cases")}</h2>
      {open.length === 0 && <p className="nothing">{words("enquiry:view.cases.none")}</p>}
      {open.map((lossCase, index) => (
        <article key={lossCase.number} className="case" aria-label={lossCase.number}>
          <p className="figures">
            <strong>{lossCase.number}</strong> · {lossCase.cardNumber} ·{" "}
            {words(`term:kind.${lossCase.kind}`)} · {words(`noun:status.${lossCase.status}`)} ·{" "}
            {termOf(lossCase, words)}
          </p>
          <OpenKeys
            key={swipe?.ref}
            ways={[...stepsOf(lossCase, swipe, here), ...evidenceOf(lossCase.number)]}
            label={lossCase.number}
            isFirst={isFirst && index === 0}
          />
        </article>
      ))}
      {ended > 0 && <p className="hint">{words("enquiry:view.cases.ended", { count: ended })}</p>}
    </section>
  );
}

function Orders({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const open = customer.orders.filter(({ status }) => status === "ordered" || status === "arrived");
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open-card-orders">
      <h2 id="open-card-orders">{words("enquiry:view.orders")}</h2>
      {open.map(({ id, cardNumber, purpose, status, dueOn }) => (
        <article key={id} className="case" aria-label={id}>
          <p className="figures">
            {words("enquiry:view.order", {
              order: id,
              card: cardNumber,
              purpose: words(`card:collect.purpose.${purpose}`),
              status: words(`card:order.status.${status}`),
              dueOn,
            })}
          </p>
          <OpenKeys
            ways={[{ code: status === "arrived" ? "3004" : "8006", subject: { order: id } }]}
            label={id}
          />
        </article>
      ))}
    </section>
  );
}

function Relations({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const { relations } = customer;
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">{words("enquiry:view.relations")}</h2>
      {relations.length === 0 && <p className="nothing">{words("enquiry:view.relations.none")}</p>}
      <ul className="relation-list">
        {relations.map((relation) => (
          <li key={relation.id}>
            {sayRelation(words, relation)}{" "}
            <span className="figures hint">{relation.cardNumber}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
