import { Button } from "antd";
import type { ReactNode } from "react";
import type { Transaction } from "#renderer/store/transaction.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FactsTable, RelationsTable } from "#renderer/transaction/facts-table.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { ToldByMessage } from "#renderer/transaction/told-by-message.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Shown = Extract<Transaction, { readonly step: "previewed" | "authorising" }>;

interface Props {
  readonly transaction: Shown;
  /** What is to be seen of the request beyond the outcome. */
  readonly children?: ReactNode;
}

/** What the transaction will do, from the very decision that will be posted. */
export function Preview({ transaction, children }: Props) {
  const words = useWords();
  const confirm = useTeller((teller) => teller.confirmTransaction);
  const back = useTeller((teller) => teller.back);
  const { outcome, level } = transaction.preview;

  return (
    <section aria-labelledby="preview-title" className="preview">
      <h2 id="preview-title">{words("kit:preview.title")}</h2>
      <FactsTable facts={outcome.facts} />
      {children}
      <RelationsTable moves={outcome.relations} />
      <ToldByMessage preview={transaction.preview} />
      <p className="level">
        {words("kit:level.label")} <strong>{words(`kit:level.${level}`)}</strong>
      </p>
      {transaction.brought !== undefined && <p className="hint">{words("queue:brought")}</p>}
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
              {words(nextOf(transaction))}
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

/** What confirming leads to: somebody's word, a card, a batch, or the books. */
function nextOf({ preview: { level, writes, makes }, brought }: Shown) {
  if (level !== "A0" && brought === undefined) return "kit:post.authorise";
  if (writes) return "kit:post.write";
  return makes === undefined ? "kit:post" : "kit:post.make";
}
