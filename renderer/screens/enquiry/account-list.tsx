import { Tag } from "antd";
import type { AccountView, HoldView } from "#core/contract/customer-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { useAssistance } from "#renderer/screens/freeze/duty.tsx";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** The accounts with what is in them, what may be drawn, and what holds the rest. */
export function AccountList({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const words = useWords();
  const assistance = useAssistance();
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{words("enquiry:view.accounts")}</h2>
      {accounts.length === 0 ? (
        <p className="nothing">{words("enquiry:view.accounts.none")}</p>
      ) : (
        <table className="relations plain-table">
          <thead>
            <tr>
              <th scope="col">{words("enquiry:view.account")}</th>
              <th scope="col">{words("enquiry:view.product")}</th>
              <th scope="col">{words("enquiry:view.balance")}</th>
              <th scope="col">{words("enquiry:view.available")}</th>
              <th scope="col">{words("enquiry:view.holds")}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.id}>
                <td className="figures">
                  {account.number}{" "}
                  {account.life === "closed" && <Tag>{words("enquiry:view.closed")}</Tag>}
                </td>
                <td>{words(`term:product.${account.product}`)}</td>
                <td className="figures sum">{formatFen(account.balance)}</td>
                <td className={account.available === undefined ? undefined : "figures sum"}>
                  {account.available === undefined
                    ? words("enquiry:restricted")
                    : formatFen(account.available)}
                </td>
                <td>
                  <Holds holds={account.holds} />
                  {account.dormant && <p>{words("enquiry:view.dormant")}</p>}
                  {assistance !== "none" && (
                    <OpenKeys
                      ways={[{ code: "6011", subject: { account: account.id } }]}
                      label={words("freeze:detail.stack")}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Holds({ holds }: { readonly holds: readonly HoldView[] }) {
  const words = useWords();
  if (holds.length === 0) return words("enquiry:view.holds.none");
  return (
    <ul>
      {holds.map((hold) => (
        <li key={hold.source === "restricted" ? hold.source : hold.id}>{sayHold(words, hold)}</li>
      ))}
    </ul>
  );
}

/** Of an order of the state nothing is told but whom to call (U07). */
function sayHold(words: Words, hold: HoldView): string {
  if (hold.source === "restricted") return words("enquiry:restricted");
  const source = words(`enquiry:hold.source.${hold.source}`, { lossCase: hold.lossCase ?? "" });
  if (hold.source === "judicial") return source;
  const amount = hold.amount === undefined ? "" : formatFen(hold.amount);
  return `${words(`enquiry:hold.${hold.kind}`, { amount })} · ${source}`;
}
