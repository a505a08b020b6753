import { useState } from "react";
import type { EnteredWalletView } from "#core/contract/own-wallet-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { Paged } from "#renderer/customer/site/paged.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { Bills } from "#renderer/customer/wallet/bills.tsx";
import { PayForm, TopUpForm, TransferForm } from "#renderer/customer/wallet/forms.tsx";
import { Security } from "#renderer/customer/wallet/security.tsx";
import { sayMoment } from "#renderer/wording/say-moment.ts";
import { useWords } from "#renderer/wording/words.ts";

const pages = ["home", "top-up", "pay", "transfer", "bills", "security"] as const;
type Page = (typeof pages)[number];

interface Props {
  readonly entered: EnteredWalletView;
  readonly onClosed: () => void;
}

/** The wallet of whoever is logged in. */
export function Inside({ entered, onClosed }: Props) {
  const words = useWords();
  const change = useCustomer((customer) => customer.changeWallet);
  const [page, open] = useState<Page>("home");

  function turnTo(next: Page): void {
    open(next);
    void change("wallet.view", undefined);
  }
  return (
    <Paged
      menu={words("wallet:menu")}
      {...{ pages, page }}
      nameOf={(one) => words(`wallet:menu.${one}`)}
      onTurn={turnTo}
    >
      <Standing entered={entered} />
      {page === "home" && <Home entered={entered} />}
      {page === "top-up" && <TopUpForm entered={entered} />}
      {page === "pay" && <PayForm />}
      {page === "transfer" && <TransferForm />}
      {page === "bills" && <Bills bills={entered.bills} />}
      {page === "security" && <Security entered={entered} onClosed={onClosed} />}
    </Paged>
  );
}

/** What keeps it from being used, on every page. */
function Standing({ entered: { life, freezes } }: { readonly entered: EnteredWalletView }) {
  const words = useWords();
  return (
    <>
      {life === "registered" && <p className="caution">{words("wallet:certify")}</p>}
      {freezes.length > 0 && (
        <section className="caution" role="status" aria-label={words("wallet:frozen.title")}>
          <strong>{words("wallet:frozen.title")}</strong>
          {freezes.map(({ kind, since, words: why }) => (
            <p key={kind}>
              {words(`wallet:frozen.${kind}`, { since: sayMoment(since), words: why })}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function Home({ entered }: { readonly entered: EnteredWalletView }) {
  const words = useWords();
  const { life, balance, phone, account, id } = entered;
  return (
    <dl className="facts">
      <dt>{words("wallet:balance")}</dt>
      <dd className="figures amount">{words("wallet:yuan", { amount: formatFen(balance) })}</dd>
      <dt>{words("wallet:state")}</dt>
      <dd>{words(`term:wallet-life.${life}`)}</dd>
      <dt>{words("wallet:page.number")}</dt>
      <dd className="figures">{id}</dd>
      <dt>{words("wallet:page.phone")}</dt>
      <dd className="figures">{phone}</dd>
      {account && (
        <>
          <dt>{words("wallet:account")}</dt>
          <dd className="figures">{account.number}</dd>
        </>
      )}
    </dl>
  );
}
