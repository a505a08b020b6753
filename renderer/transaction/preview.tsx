import { Button } from "antd";
import type { Transaction } from "#renderer/store/transaction-slice.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FactsTable, RelationsTable } from "#renderer/transaction/facts-table.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Shown = Extract<Transaction, { readonly step: "previewed" | "authorising" }>;

/** What the transaction will do, from the very decision that will be posted. */
export function Preview({ transaction }: { readonly transaction: Shown }) {
  const words = useWords();
  const confirm = useTeller((teller) => teller.confirmTransaction);
  const back = useTeller((teller) => teller.back);
  const { outcome, level, writes } = transaction.preview;
  const next = level !== "A0" ? "kit:post.authorise" : writes ? "kit:post.write" : "kit:post";

  return (
    <section aria-labelledby="preview-title" className="preview">
      <h2 id="preview-title">{words("kit:preview.title")}</h2>
      <FactsTable facts={outcome.facts} />
      <RelationsTable moves={outcome.relations} />
      <p className="level">
        {words("kit:level.label")} <strong>{words(`kit:level.${level}`)}</strong>
      </p>
      {transaction.step === "previewed" && (
        <>
          <RefusalNote refusal={transaction.refusal} />
          <div className="actions">
            <Button
              type="primary"
              autoFocus
              loading={transaction.waiting}
              onClick={() => void confirm()}
            >
              {words(next)}
            </Button>
            <Button onClick={back} disabled={transaction.waiting}>
              {words("kit:edit")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
