import { useState } from "react";
import type { BankSessionView } from "#core/contract/bank-view.ts";
import { BankPage, type BankPageName, bankPages } from "#renderer/customer/bank/bank-page.tsx";
import { LogIn } from "#renderer/customer/bank/log-in.tsx";
import { BankBrand, BrowserBar } from "#renderer/customer/site/brand.tsx";
import { Paged } from "#renderer/customer/site/paged.tsx";
import { sessionOn } from "#renderer/customer/store/bank-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 个人网上银行: a bank's site as a customer sees it at home. */
export function Site() {
  const words = useWords();
  const session = useCustomer(sessionOn("internet-bank"));
  return (
    <article className="site" aria-label={words("display:place.internet-bank")}>
      <BrowserBar address="https://ebank.demo-bank.example/personal" />
      <header className="site-head">
        <BankBrand />
        {session && <Person session={session} />}
      </header>
      {session ? <Inside key={session.customer} session={session} /> : <Outside />}
      <footer className="site-foot">{words("bank:advice")}</footer>
    </article>
  );
}

function Person({ session }: { readonly session: BankSessionView }) {
  const words = useWords();
  const logOut = useCustomer((customer) => customer.logOut);
  return (
    <p className="person">
      <span>{words("bank:greeting", { name: session.name })}</span>
      <span className="medium">{words(`bank:medium.${session.medium}`)}</span>
      <button type="button" onClick={() => void logOut()}>
        {words("bank:log-out")}
      </button>
    </p>
  );
}

function Outside() {
  const words = useWords();
  return (
    <div className="site-outside">
      <section className="panel">
        <h2>{words("bank:log-in.title")}</h2>
        <LogIn channel="internet-bank" />
      </section>
      <section className="notes">
        <h3>{words("bank:notes.title")}</h3>
        <ul>
          <li>{words("bank:notes.activate")}</li>
          <li>{words("bank:notes.scratch")}</li>
          <li>{words("bank:notes.three")}</li>
        </ul>
      </section>
    </div>
  );
}

function Inside({ session }: { readonly session: BankSessionView }) {
  const words = useWords();
  const leave = useCustomer((customer) => customer.leavePayment);
  const turnPage = useCustomer((customer) => customer.turnPage);
  const [page, open] = useState<BankPageName>("accounts");

  function turnTo(next: BankPageName): void {
    leave();
    open(next);
    void turnPage();
  }

  return (
    <Paged
      menu={words("bank:menu")}
      {...{ pages: bankPages, page }}
      nameOf={(one) => words(`bank:page.${one}`)}
      onTurn={turnTo}
    >
      <BankPage page={page} session={session} />
    </Paged>
  );
}
