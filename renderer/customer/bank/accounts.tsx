import type { BankSessionView } from "#core/contract/bank-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 账户查询: what the customer has, and which account her payments leave. */
export function Accounts({ session }: { readonly session: BankSessionView }) {
  const words = useWords();
  return (
    <ul className="accounts">
      {session.accounts.map(({ id, number, product, balance, available, maturesOn, pays }) => (
        <li key={id}>
          <p className="account-head">
            <span className="figures">{number}</span>
            <span>{words(`bank:product.${product}`)}</span>
            {pays && <strong>{words("bank:pays")}</strong>}
          </p>
          <dl className="facts">
            <dt>{words("bank:balance")}</dt>
            <dd className="figures">{words("bank:yuan", { amount: formatFen(balance) })}</dd>
            <dt>{words("bank:available")}</dt>
            <dd className="figures">{words("bank:yuan", { amount: formatFen(available) })}</dd>
            {maturesOn && (
              <>
                <dt>{words("bank:matures-on")}</dt>
                <dd className="figures">{maturesOn}</dd>
              </>
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
}
