import { Button, Spin } from "antd";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Transaction, WriteStage } from "#renderer/store/transaction.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { sayFact } from "#renderer/wording/say-fact.ts";
import { useWords } from "#renderer/wording/words.ts";

type Erasing = Extract<Transaction, { readonly step: "writing" }>;

const said = {
  start: "card:erase.start",
  "write-swipe": "card:erase.swipe",
  "verify-swipe": "card:erase.verify",
  "verify-other": "card:erase.other",
  done: "card:erase.posting",
} as const satisfies Record<WriteStage, string>;

/** After these the same request may erase the same card; after others it must be read again. */
const mayTryAgain: ReadonlySet<Refusal["code"]> = new Set([
  "reader.erase-failed",
  "reader.cancelled",
  "reader.not-ready",
  "reader.no-answer",
  "reader.busy",
]);

/** These speak of the reader alone; how it stands with the card must be said beside them. */
const leavesOpen: ReadonlySet<Refusal["code"]> = new Set([
  "reader.not-ready",
  "reader.no-answer",
  "reader.busy",
]);

/** Erasing a collected card and reading it back: which card, and what to do with it now. */
export function CardErasing({ transaction }: { readonly transaction: Erasing }) {
  return transaction.waiting ? (
    <ErasingStage transaction={transaction} />
  ) : (
    <ErasingFailed refusal={transaction.refusal} />
  );
}

function ErasingStage({ transaction }: { readonly transaction: Erasing }) {
  const words = useWords();
  const back = useTeller((teller) => teller.back);
  const { stage, preview } = transaction;
  const card = preview.outcome.facts.find(({ name }) => name === "card");
  return (
    <section className="writing" aria-live="assertive">
      <Spin size="large" />
      <h2>{words(said[stage])}</h2>
      {card && <p className="figures">{sayFact(words, card)}</p>}
      {stage === "write-swipe" && <p>{words("card:erase.swipe.detail")}</p>}
      {stage === "verify-other" && <p>{words("card:erase.other.detail")}</p>}
      {stage === "verify-swipe" && <p>{words("card:erase.verify.detail")}</p>}
      {stage !== "done" && <Button onClick={back}>{words("card:erase.cancel")}</Button>}
    </section>
  );
}

function ErasingFailed({ refusal }: { readonly refusal: Refusal | undefined }) {
  const words = useWords();
  const eraseAgain = useTeller((teller) => teller.workAgain);
  const readAgain = useTeller((teller) => teller.abandonTransaction);
  const back = useTeller((teller) => teller.back);
  const isStale = refusal?.code === "evidence.too-old";
  const hasNext = isStale || (refusal !== undefined && mayTryAgain.has(refusal.code));
  return (
    <section className="writing failed">
      <h2>
        {words(refusal?.code === "reader.cancelled" ? "card:erase.stopped" : "card:erase.failed")}
      </h2>
      <RefusalNote refusal={refusal} />
      {refusal && leavesOpen.has(refusal.code) && <p>{words("card:erase.open")}</p>}
      {refusal?.code === "reader.not-supported" && <p>{words("card:erase.unsupported")}</p>}
      <div className="actions">
        {refusal && mayTryAgain.has(refusal.code) && (
          <Button type="primary" autoFocus onClick={() => void eraseAgain()}>
            {words("card:erase.retry")}
          </Button>
        )}
        {isStale && (
          <Button type="primary" autoFocus onClick={readAgain}>
            {words("card:erase.again")}
          </Button>
        )}
        <Button autoFocus={!hasNext} onClick={back}>
          {words("shell:back")}
        </Button>
      </div>
    </section>
  );
}
