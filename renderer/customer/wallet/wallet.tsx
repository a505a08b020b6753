import { useState } from "react";
import { BrowserBar } from "#renderer/customer/site/brand.tsx";
import { useCustomer } from "#renderer/customer/store/use-customer.ts";
import { Inside } from "#renderer/customer/wallet/inside.tsx";
import { Outside } from "#renderer/customer/wallet/outside.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** e钱包: the customer's wallet, as she has it before her. */
export function WalletPlace() {
  const words = useWords();
  const entered = useCustomer((customer) => customer.wallet?.entered);
  const change = useCustomer((customer) => customer.changeWallet);
  const [isClosed, tellClosed] = useState(false);
  return (
    <article className="site wallet" aria-label={words("display:place.wallet")}>
      <BrowserBar address="https://wallet.demo-bank.example/" />
      <header className="site-head">
        <p className="brand">
          <b>{words("wallet:brand")}</b>
        </p>
        {entered && (
          <p className="person">
            <span>{words("wallet:greeting", { name: entered.name })}</span>
            <button type="button" onClick={() => void change("wallet.log-out", undefined)}>
              {words("wallet:log-out")}
            </button>
          </p>
        )}
      </header>
      {entered ? (
        <Inside key={entered.id} entered={entered} onClosed={() => tellClosed(true)} />
      ) : (
        <Outside note={isClosed ? words("wallet:closed") : undefined} />
      )}
      <PlayFault />
    </article>
  );
}

/** For the presenter: the next payment meets a bad line (W16). */
function PlayFault() {
  const words = useWords();
  const isFaultNext = useCustomer((customer) => customer.wallet?.isFaultNext ?? false);
  const change = useCustomer((customer) => customer.changeWallet);
  return (
    <footer className="site-foot">
      <label>
        <input
          type="checkbox"
          checked={isFaultNext}
          onChange={({ target }) => void change("wallet.play-fault", { on: target.checked })}
        />{" "}
        {words("wallet:fault.play")}
      </label>
    </footer>
  );
}
