import { useEffect, useState } from "react";
import type { BatchView } from "#core/contract/password-card-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { type Column, Register } from "#renderer/screens/register.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { DateText } from "#renderer/transaction/date-text.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

interface BatchList {
  readonly batches: readonly BatchView[];
  readonly refusal?: Refusal;
}

/** Reads the batches, and again whenever the books have moved. */
function useBatches(): BatchList {
  const { bridge } = useCounter();
  const books = useTeller((teller) => teller.booksVersion);
  const [list, show] = useState<BatchList>({ batches: [] });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the books move, so the list is read.
  useEffect(() => {
    let isLatest = true;
    void bridge.request("batch.list", undefined).then((reply) => {
      if (!isLatest) return;
      show(reply.ok ? { batches: reply.value } : { batches: [], refusal: reply.refusal });
    });
    return () => {
      isLatest = false;
    };
  }, [bridge, books]);
  return list;
}

/** The batches of password cards, and how much of each has come back from the shop. */
export function Batches({ onOpen }: { readonly onOpen?: (batch: BatchView) => void }) {
  const words = useWords();
  const { batches, refusal } = useBatches();
  const [at, go] = useState<string>();
  const chosen = batches.find(({ id }) => id === at);
  return (
    <section className="screen order-list" aria-labelledby="batches">
      <h2 id="batches">{words("stock:batches.caption")}</h2>
      <RefusalNote refusal={refusal} />
      {onOpen && <p className="hint">{words("stock:batches.keys")}</p>}
      <Register
        caption={words("stock:batches.caption")}
        columns={columnsOf(words)}
        rows={batches}
        keyOf={({ id }) => id}
        none={words("stock:batches.none")}
        chosen={at}
        onChoose={({ id }) => go(id)}
        onOpen={(batch) => onOpen?.(batch)}
      />
      {chosen && <BatchFile batch={chosen} />}
    </section>
  );
}

/** The file of a batch: where it lies, and what the shop compares it by. */
function BatchFile({ batch: { id, file, sha256 } }: { readonly batch: BatchView }) {
  const words = useWords();
  const title = words("stock:batch.file", { batch: id });
  return (
    <section className="detail" aria-label={title}>
      <h2>{title}</h2>
      <dl className="facts single figures">
        <div>
          <dt>{words("stock:batch.where")}</dt>
          <dd>{file ?? words("stock:batch.gone")}</dd>
        </div>
        {sha256 && (
          <div>
            <dt>SHA-256</dt>
            <dd className="thumbprint">{sha256}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function columnsOf(words: Words): readonly Column<BatchView>[] {
  const figures = (text: (row: BatchView) => string | number | undefined) => (row: BatchView) => (
    <span className="figures">{text(row)}</span>
  );
  return [
    { key: "batch", title: words("stock:column.batch"), show: figures(({ id }) => id) },
    {
      key: "range",
      title: words("stock:column.range"),
      show: figures(({ first, last }) => `${first} – ${last}`),
    },
    { key: "count", title: words("stock:column.count"), show: figures(({ count }) => count) },
    {
      key: "made",
      title: words("stock:column.made"),
      show: ({ madeOn }) => <DateText date={madeOn} />,
    },
    {
      key: "delivered",
      title: words("stock:column.delivered"),
      show: figures(({ delivered, count }) => `${delivered} / ${count}`),
    },
  ];
}
