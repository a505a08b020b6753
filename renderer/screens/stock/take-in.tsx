import { Form } from "antd";
import { useRef, useState } from "react";
import type { DeliveryView } from "#core/contract/password-card-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { Batches } from "#renderer/screens/stock/batches.tsx";
import { FileChoice } from "#renderer/screens/stock/file-choice.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { type Control, requiredRule } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** No list of a batch is longer: it is not even read (the contract has the exact limit). */
const LARGEST_BYTES = 8_000_000;

/** 8008 口令卡入库: what came back from the shop, by its stock file, counted by two (V03). */
export function TakeInCards() {
  const words = useWords();
  const isFilling = useTeller((teller) => teller.transaction.step === "filling");
  return (
    <>
      <TransactionScreen code="8008" needsCustomer={false}>
        <Form.Item
          name="delivery"
          label={words("stock:delivery.label")}
          rules={requiredRule(words("stock:delivery.required"))}
        >
          <DeliveryControl />
        </Form.Item>
        <p className="hint">{words("stock:delivery.count")}</p>
      </TransactionScreen>
      {isFilling && <Batches />}
    </>
  );
}

type Reading =
  | { readonly step: "none" | "reading" | "too-long" | "unreadable" }
  | { readonly step: "refused"; readonly refusal: Refusal }
  | { readonly step: "read"; readonly delivery: DeliveryView };

function DeliveryControl({ id, onChange }: Control<string>) {
  const words = useWords();
  const { bridge } = useCounter();
  const [reading, tell] = useState<Reading>({ step: "none" });
  const latest = useRef(0);

  async function read(file: File): Promise<Reading> {
    if (file.size > LARGEST_BYTES) return { step: "too-long" };
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return { step: "unreadable" };

    const reply = await bridge.request("delivery.read", { text });
    return reply.ok
      ? { step: "read", delivery: reply.value }
      : { step: "refused", refusal: reply.refusal };
  }
  async function take(file: File): Promise<void> {
    latest.current += 1;
    const asked = latest.current;
    onChange?.(undefined);
    tell({ step: "reading" });
    const answer = await read(file);
    if (asked !== latest.current) return;
    tell(answer);
    if (answer.step === "read") onChange?.(answer.delivery.ref);
  }

  return (
    <div className="delivery">
      <FileChoice
        id={id}
        label={words("stock:delivery.choose")}
        accept=".csv,.txt,text/csv,text/plain"
        onFile={(file) => void take(file)}
      />
      {reading.step === "reading" && <output>{words("stock:delivery.reading")}</output>}
      {(reading.step === "too-long" || reading.step === "unreadable") && (
        <p role="alert" className="refusal">
          {words(`stock:delivery.${reading.step}`)}
        </p>
      )}
      <RefusalNote refusal={reading.step === "refused" ? reading.refusal : undefined} />
      {reading.step === "read" && <DeliveryRead delivery={reading.delivery} />}
    </div>
  );
}

function DeliveryRead({ delivery }: { readonly delivery: DeliveryView }) {
  const words = useWords();
  const { batch, good, spoiled, ranges } = delivery;
  return (
    <>
      <p role="status" className="figures">
        ✓ {words("stock:delivery.read", { batch, good, spoiled: spoiled.length })}
      </p>
      {/* A thousand runs may be in it, so they scroll; what scrolls must be reached by keys. */}
      <section
        className="runs"
        aria-label={words("stock:delivery.ranges")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
        tabIndex={0}
      >
        <table className="relations">
          <caption>{words("stock:delivery.ranges")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("stock:delivery.first")}</th>
              <th scope="col">{words("stock:delivery.last")}</th>
              <th scope="col">{words("stock:column.count")}</th>
            </tr>
          </thead>
          <tbody>
            {ranges.map(({ first, last }) => (
              <tr key={first} className="figures">
                <td>{first}</td>
                <td>{last}</td>
                <td>{Number(last) - Number(first) + 1}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="figures">
        {words("stock:delivery.spoiled")}{" "}
        {spoiled.length === 0 ? words("stock:delivery.spoiled.none") : spoiled.join(" ")}
      </p>
    </>
  );
}
