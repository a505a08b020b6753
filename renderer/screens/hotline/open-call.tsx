import { Form } from "antd";
import { byPhoneCodes } from "#core/contract/by-phone-codes.ts";
import type { CallView } from "#core/contract/call-view.ts";
import { OpenKeys } from "#renderer/screens/open-keys.tsx";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Who is on the telephone, the four things that may be done for them, and the end of the call. */
export function OpenCall({ call }: { readonly call: CallView }) {
  const words = useWords();
  const { id, customer, customerName, callerName, startedAt } = call;
  const ways = byPhoneCodes.map((code) => ({ code, customer }));
  return (
    <TransactionScreen code="7201" needsCustomer={false} initial={{ action: "end", call: id }}>
      <Form.Item name="action" hidden initialValue="end">
        <input />
      </Form.Item>
      <Form.Item name="call" hidden initialValue={id}>
        <input />
      </Form.Item>
      <section className="on-the-phone" aria-labelledby="on-the-phone">
        <h2 id="on-the-phone" role="status">
          {words("hotline:open.title", { name: customerName })}
        </h2>
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
        <p className="hint">{words("hotline:open.only")}</p>
        <OpenKeys ways={ways} label={words("hotline:open.ways")} isFirst />
        <p className="hint">{words("hotline:open.end")}</p>
      </section>
    </TransactionScreen>
  );
}
