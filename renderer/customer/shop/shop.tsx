import { useEffect, useId, useRef, useState } from "react";
import { formatFen } from "#core/money/fen.ts";
import { ClosedToHer } from "#renderer/customer/bank/closed-to-her.tsx";
import { LogIn } from "#renderer/customer/bank/log-in.tsx";
import { PaymentSteps } from "#renderer/customer/bank/payment-steps.tsx";
import { takeLostFocus } from "#renderer/customer/focus.ts";
import { type Goods, goods } from "#renderer/customer/shop/goods.ts";
import { BankBrand, BrowserBar } from "#renderer/customer/site/brand.tsx";
import { sessionOn } from "#renderer/customer/store/bank-slice.ts";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { useWords } from "#renderer/wording/words.ts";

/**
 * B2C购物: an invented shop, and the bank's payment page that it leads to. Whoever names herself there
 * has not logged in to the bank, so a new card stays inactive (P28, P30).
 */
export function Shop() {
  const words = useWords();
  const [bought, buy] = useState<Goods>();
  const [last, keep] = useState<Goods>();

  function leave(): void {
    keep(bought);
    buy(undefined);
  }
  return (
    <article className="shop" aria-label={words("display:place.shop")}>
      <BrowserBar
        address={
          bought ? "https://pay.demo-bank.example/b2c" : "http://breeze-books.example/this-week"
        }
      />
      <header className="shop-head">
        <b>{words("shop:name")}</b>
        <small>{words("shop:motto")}</small>
      </header>
      {bought ? <Checkout bought={bought} onLeave={leave} /> : <Shelf last={last} onBuy={buy} />}
    </article>
  );
}

interface ShelfProps {
  /** What was looked at before, where keys go on. */
  readonly last: Goods | undefined;
  readonly onBuy: (bought: Goods) => void;
}

function Shelf({ last, onBuy }: ShelfProps) {
  const words = useWords();
  const shelf = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (last) takeLostFocus(shelf.current?.querySelector<HTMLElement>(`.${last.id} button`));
  }, [last]);

  return (
    <ul ref={shelf} className="shelf" aria-label={words("shop:shelf")}>
      {goods.map((one) => (
        <li key={one.id} className={one.id}>
          <span className="cover" aria-hidden="true">
            {words(`shop:cover.${one.id}`)}
          </span>
          <b>{words(`shop:goods.${one.id}`)}</b>
          <span className="figures price">
            {words("bank:yuan", { amount: formatFen(one.price) })}
          </span>
          <button
            type="button"
            onClick={() => onBuy(one)}
            aria-label={words("shop:buy.what", { what: words(`shop:goods.${one.id}`) })}
          >
            {words("shop:buy")}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface CheckoutProps {
  readonly bought: Goods;
  readonly onLeave: () => void;
}

/** The bank's payment page, which a shop leads its customer to. */
function Checkout({ bought, onLeave }: CheckoutProps) {
  const words = useWords();
  const id = useId();
  const session = useCustomer(sessionOn("shop"));
  const logOut = useCustomer((customer) => customer.logOut);

  function backToShop(): void {
    if (session) void logOut();
    onLeave();
  }

  return (
    <section className="checkout" aria-labelledby={id}>
      <header className="site-head">
        <BankBrand />
        <h2 id={id}>{words("shop:checkout")}</h2>
      </header>
      <dl className="facts">
        <dt>{words("bank:merchant")}</dt>
        <dd>{words("shop:name")}</dd>
        <dt>{words("shop:ordered")}</dt>
        <dd>{words(`shop:goods.${bought.id}`)}</dd>
        <dt>{words("bank:amount")}</dt>
        <dd className="figures amount">
          {words("bank:yuan", { amount: formatFen(bought.price) })}
        </dd>
      </dl>
      {session ? (
        <Paying bought={bought} name={session.name} />
      ) : (
        <>
          <p className="explained">{words("shop:identify")}</p>
          <LogIn channel="shop" />
        </>
      )}
      <button type="button" className="link" onClick={backToShop}>
        {words("shop:back")}
      </button>
    </section>
  );
}

function Paying({ bought, name }: { readonly bought: Goods; readonly name: string }) {
  const words = useWords();
  const payment = useCustomer((customer) => customer.payment);
  const pay = useCustomer((customer) => customer.pay);
  const isFilling = payment.step === "none" || payment.step === "sending";
  const paying = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFilling) takeLostFocus(paying.current);
  }, [isFilling]);
  const order = {
    kind: "purchase",
    merchant: words("shop:name"),
    amount: bought.price,
  } as const;
  return (
    <>
      <p>{words("shop:payer", { name })}</p>
      {isFilling && <ClosedToHer kind="purchase" />}
      {isFilling && (
        <div className="actions">
          <button
            ref={paying}
            type="button"
            className="primary"
            disabled={payment.step === "sending"}
            onClick={() => void pay(order)}
          >
            {words("shop:pay")}
          </button>
        </div>
      )}
      <PaymentSteps payment={payment} />
    </>
  );
}
