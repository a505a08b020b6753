import { Button, Spin } from "antd";
import type { Transaction, WriteStage } from "#renderer/store/transaction.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Writing = Extract<Transaction, { readonly step: "writing" }>;

const said = {
  start: "kit:write.start",
  "write-swipe": "kit:write.swipe",
  "verify-swipe": "kit:write.verify",
  "verify-other": "kit:write.verify",
  done: "kit:write.posting",
} as const satisfies Record<WriteStage, string>;

/** Writing and verifying a blank card: what to do with it now, in letters read from afar. */
export function CardWriting({ transaction }: { readonly transaction: Writing }) {
  return transaction.waiting ? (
    <WritingStage stage={transaction.stage} />
  ) : (
    <WritingFailed transaction={transaction} />
  );
}

function WritingStage({ stage }: { readonly stage: WriteStage }) {
  const words = useWords();
  const back = useTeller((teller) => teller.back);
  return (
    <section className="writing" aria-live="assertive">
      <Spin size="large" />
      <h2>{words(said[stage])}</h2>
      {stage === "write-swipe" && <p>{words("kit:write.swipe.detail")}</p>}
      {stage === "verify-swipe" && <p>{words("kit:write.verify.detail")}</p>}
      {stage !== "done" && <Button onClick={back}>{words("kit:write.cancel")}</Button>}
    </section>
  );
}

function WritingFailed({ transaction }: { readonly transaction: Writing }) {
  const words = useWords();
  const writeNext = useTeller((teller) => teller.workAgain);
  const back = useTeller((teller) => teller.back);
  const { refusal } = transaction;
  const failure = refusal?.code === "reader.write-failed" ? refusal : undefined;

  return (
    <section className="writing failed">
      <h2>
        {words(refusal?.code === "reader.cancelled" ? "kit:write.stopped" : "kit:write.failed")}
      </h2>
      <RefusalNote refusal={refusal} />
      {failure && (
        <p className="figures">{words("kit:write.spoiled", { serial: failure.spoiled })}</p>
      )}
      {failure && (
        <p className="figures">
          {failure.next
            ? words("kit:write.next", { serial: failure.next })
            : words("kit:write.none")}
        </p>
      )}
      <div className="actions">
        {(!failure || failure.next) && (
          <Button type="primary" autoFocus onClick={() => void writeNext()}>
            {words("kit:write.retry")}
          </Button>
        )}
        <Button onClick={back}>{words("shell:back")}</Button>
      </div>
    </section>
  );
}
