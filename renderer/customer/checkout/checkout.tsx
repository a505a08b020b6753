import { useState } from "react";
import { EnrolPage } from "#renderer/customer/checkout/enrol-page.tsx";
import { OwnPage } from "#renderer/customer/checkout/own-page.tsx";
import { BillPage, ShopPage, TransferPage } from "#renderer/customer/checkout/pay-pages.tsx";
import { BankBrand, BrowserBar } from "#renderer/customer/site/brand.tsx";
import { Paged } from "#renderer/customer/site/paged.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

const pages = ["shop", "bill", "transfer", "enrol", "own"] as const;
type PageName = (typeof pages)[number];

/** e支付: what is paid with a telephone alone, how one enrols for it, and one's own (E01–E16). */
export function Checkout() {
  const words = useWords();
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
      <Paged
        menu={words("ePayHome:menu")}
        {...{ pages, page }}
        nameOf={(one) => words(`ePayHome:page.${one}`)}
        onTurn={turnTo}
      >
        <Page page={page} goTo={turnTo} />
      </Paged>
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
