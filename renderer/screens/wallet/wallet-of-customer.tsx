import type { CustomerView } from "#core/contract/customer-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** e钱包 on the customer's page: its state, what lies on it and why, what is in it, and what next. */
export function WalletOfCustomer({ customer }: { readonly customer: CustomerView }) {
  const words = useWords();
  const { wallet } = customer;
  if (!wallet) return null;
  const { id, life, phone, account, balance, freezes } = wallet;
  return (
    <section aria-labelledby="wallet">
      <h2 id="wallet">{words("wallet:page.title")}</h2>
      <dl className="facts">
        <dt>{words("wallet:page.number")}</dt>
        <dd className="figures">{id}</dd>
        <dt>{words("wallet:page.life")}</dt>
        <dd>{words(`term:wallet-life.${life}`)}</dd>
        <dt>{words("wallet:page.balance")}</dt>
        <dd className="figures">{formatFen(balance)}</dd>
        <dt>{words("wallet:page.phone")}</dt>
        <dd className="figures">{phone}</dd>
        {account && (
          <>
            <dt>{words("wallet:page.account")}</dt>
            <dd className="figures">{account}</dd>
          </>
        )}
      </dl>
      {freezes.length > 0 && (
        <ul aria-label={words("wallet:page.freezes")} className="notable">
          {freezes.map(({ kind, since, words: why, case: number }) => (
            <li key={kind}>
              <InstantText instant={since} />{" "}
              {number
                ? words("wallet:page.freeze.case", {
                    ...{ kind: words(`term:wallet-freeze.${kind}`), case: number, words: why },
                  })
                : words("wallet:page.freeze", {
                    ...{ kind: words(`term:wallet-freeze.${kind}`), words: why },
                  })}
            </li>
          ))}
        </ul>
      )}
      <OpenKeys
        ways={[{ code: "7101" }, { code: "7102" }, { code: "7103" }]}
        label={words("wallet:page.title")}
      />
    </section>
  );
}
