import type { BankSessionView } from "#core/contract/bank-view.ts";
import { useWords } from "#renderer/wording/words.ts";

/** 口令卡查询 (P16): number, day of application, uses so far and uses left, and a reminder (P14). */
export function CardQuery({ session }: { readonly session: BankSessionView }) {
  const words = useWords();
  const { card, medium } = session;
  if (!card) {
    const without = medium === "usb-key" ? "usb-key" : "none";
    return <p className="nothing">{words(`bank:card.${without}`)}</p>;
  }
  const { serial, issuedOn, expiresOn, used, left, isToRemind, life, lock } = card;
  return (
    <>
      <dl className="facts">
        <dt>{words("bank:card.serial")}</dt>
        <dd className="figures">{serial}</dd>
        <dt>{words("bank:card.issued-on")}</dt>
        <dd className="figures">{issuedOn}</dd>
        {expiresOn && (
          <>
            <dt>{words("bank:card.expires-on")}</dt>
            <dd className="figures">{expiresOn}</dd>
          </>
        )}
        <dt>{words("bank:card.used")}</dt>
        <dd className="figures">{words("bank:times", { times: used })}</dd>
        <dt>{words("bank:card.left")}</dt>
        <dd className="figures">{words("bank:times", { times: left })}</dd>
        <dt>{words("bank:card.state")}</dt>
        <dd>{words(lock === "none" ? `bank:life.${life}` : `bank:lock.${lock}`)}</dd>
      </dl>
      {isToRemind && <p role="alert">{words("bank:remind")}</p>}
    </>
  );
}
