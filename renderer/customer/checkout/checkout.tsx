import { useId, useState } from "react";
import { FocusedHeading } from "#renderer/customer/bank/payment-facts.tsx";
import { EnrolPage } from "#renderer/customer/checkout/enrol-page.tsx";
import { OwnPage } from "#renderer/customer/checkout/own-page.tsx";
import { BillPage, ShopPage, TransferPage } from "#renderer/customer/checkout/pay-pages.tsx";
import { BankBrand, BrowserBar } from "#renderer/customer/site/brand.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

const pages = ["shop", "bill", "transfer", "enrol", "own"] as const;
type PageName = (typeof pages)[number];

/** e支付: what is paid with a telephone alone, how one enrols for it, and one's own (E01–E16). */
export function Checkout() {
  const words = useWords();
  const id = useId();
  const leave = useCustomer((customer) => customer.leaveEPayStep);
  const [page, open] = useState<PageName>("shop");

  function turnTo(next: PageName): void {
    leave();
    open(next);
  }
  return (
    <article className="site e-pay" aria-label={words("display:place.checkout")}>
      <BrowserBar address="https://epay.demo-bank.example/checkout" />
      <header className="site-head">
        <BankBrand />
        <p className="person">
          <span className="medium">{words("ePayHome:brand")}</span>
          <span>{words("ePayHome:brand.motto")}</span>
        </p>
      </header>
      <div className="site-inside">
        <nav aria-label={words("ePayHome:menu")}>
          {pages.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === page ? "page" : undefined}
              onClick={() => turnTo(one)}
            >
              {words(`ePayHome:page.${one}`)}
            </button>
          ))}
        </nav>
        <section key={page} className="panel" aria-labelledby={id}>
          <FocusedHeading level="h2" id={id}>
            {words(`ePayHome:page.${page}`)}
          </FocusedHeading>
          <Page page={page} goTo={turnTo} />
        </section>
      </div>
      <footer className="site-foot">{words("ePayHome:advice")}</footer>
    </article>
  );
}

function Page({
  page,
  goTo,
}: {
  readonly page: PageName;
  readonly goTo: (page: PageName) => void;
}) {
  switch (page) {
    case "shop":
      return <ShopPage goTo={goTo} />;
    case "bill":
      return <BillPage goTo={goTo} />;
    case "transfer":
      return <TransferPage goTo={goTo} />;
    case "enrol":
      return <EnrolPage goTo={goTo} />;
    case "own":
      return <OwnPage goTo={goTo} />;
  }
}
