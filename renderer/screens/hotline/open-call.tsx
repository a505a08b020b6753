import { Button } from "antd";
import { byPhoneCodes } from "#core/contract/by-phone-codes.ts";
import type { CallView } from "#core/contract/call-view.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Who is on the telephone, what may be done for them, each a key away, and the end of the call. */
export function OpenCall({ call }: { readonly call: CallView }) {
  const words = useWords();
  const transaction = useTeller((teller) => teller.transaction);
  const preview = useTeller((teller) => teller.previewTransaction);
  const { id, customer, customerName, callerName, startedAt } = call;
  const ways = byPhoneCodes.map((code) => ({ code, customer }));
  return (
    <section className="screen open-call" aria-labelledby="screen-title">
      <ScreenTitle code="7201" />
      <div role="status">
        <h2>{words("hotline:open.title", { name: customerName })}</h2>
      </div>
      <dl className="facts">
        <div>
          <dt>{words("hotline:open.caller")}</dt>
          <dd>{callerName}</dd>
        </div>
        <div>
          <dt>{words("hotline:open.since")}</dt>
          <dd>
            <InstantText instant={startedAt} />
          </dd>
        </div>
        <div>
          <dt>{words("hotline:open.number")}</dt>
          <dd className="figures">{id}</dd>
        </div>
      </dl>
      <p>{words("hotline:open.only")}</p>
      <OpenKeys ways={ways} label={words("hotline:open.ways")} isFirst />
      {transaction.step === "filling" && <RefusalNote refusal={transaction.refusal} />}
      <div className="actions">
        <Button onClick={() => void preview({ code: "7201", input: { action: "end", call: id } })}>
          {words("hotline:open.end")}
        </Button>
      </div>
      <p className="hint">{words("hotline:open.ends")}</p>
    </section>
  );
}
