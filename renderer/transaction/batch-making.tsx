import { Button } from "antd";
import { isPosting, type Transaction } from "#renderer/store/transaction.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Making = Extract<Transaction, { readonly step: "making" }>;

/** Making a batch of password cards: how far it is, and the key that calls it off. */
export function BatchMaking({ transaction }: { readonly transaction: Making }) {
  return transaction.waiting ? (
    <MakingProgress transaction={transaction} />
  ) : (
    <MakingEnded transaction={transaction} />
  );
}

function MakingProgress({ transaction }: { readonly transaction: Making }) {
  const words = useWords();
  const back = useTeller((teller) => teller.back);
  const { made, preview } = transaction;
  const total = preview.makes ?? 0;
  const said = words("kit:make.progress", {
    made: made.toLocaleString("en"),
    total: total.toLocaleString("en"),
  });

  return (
    <section className="writing" aria-labelledby="making-title">
      <h2 id="making-title" role="status">
        {words(isPosting(transaction) ? "kit:make.posting" : "kit:make.title")}
      </h2>
      <progress aria-label={words("kit:make.title")} max={total} value={made}>
        {said}
      </progress>
      {/* The bar itself is asked by whoever cannot see it; said aloud, every step would be noise. */}
      <p className="figures">{said}</p>
      {!isPosting(transaction) && (
        <Button onClick={back}>
          {words("kit:make.cancel")} <kbd>Esc</kbd>
        </Button>
      )}
    </section>
  );
}

function MakingEnded({ transaction: { refusal } }: { readonly transaction: Making }) {
  const words = useWords();
  const makeAgain = useTeller((teller) => teller.workAgain);
  const back = useTeller((teller) => teller.back);
  return (
    <section className="writing failed">
      <h2>{words(refusal?.code === "batch.cancelled" ? "kit:make.stopped" : "kit:make.failed")}</h2>
      <RefusalNote refusal={refusal} />
      <p>{words("kit:make.nothing-left")}</p>
      <div className="actions">
        <Button type="primary" autoFocus onClick={() => void makeAgain()}>
          {words("kit:make.again")}
        </Button>
        <Button onClick={back}>{words("shell:back")}</Button>
      </div>
    </section>
  );
}
