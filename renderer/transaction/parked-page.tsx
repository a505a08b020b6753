import { Button } from "antd";
import type { Transaction } from "#renderer/store/transaction.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FactsTable } from "#renderer/transaction/facts-table.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Parked = Extract<Transaction, { readonly step: "parked" }>;

/** The request waits for a second person: nothing of it is done, and the page says so (9004). */
export function ParkedPage({ transaction }: { readonly transaction: Parked }) {
  const words = useWords();
  const openScreen = useTeller((teller) => teller.openScreen);
  const nextCustomer = useTeller((teller) => teller.nextCustomer);
  const { waits, preview } = transaction;
  return (
    <section className="receipt" aria-labelledby="parked-title">
      <h2 id="parked-title" role="status">
        ⏳ {words("queue:parked.title", { id: waits.id })}
      </h2>
      <p>{words("queue:parked.explained")}</p>
      <FactsTable facts={preview.outcome.facts} />
      <div className="actions">
        <Button type="primary" autoFocus onClick={nextCustomer}>
          {words("kit:done.next")}
        </Button>
        <Button onClick={() => openScreen("9004")}>{words("queue:parked.to-queue")}</Button>
      </div>
    </section>
  );
}
