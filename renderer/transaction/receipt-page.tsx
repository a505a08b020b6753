import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { timeOf } from "#core/calendar/instant.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { useHotKey } from "#renderer/frame/hot-keys.ts";
import type { Transaction } from "#renderer/store/transaction.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { FactsTable, RelationsTable } from "#renderer/transaction/facts-table.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Done = Extract<Transaction, { readonly step: "done" }>;

/**
 * The receipt: what was posted, its number, and the slip to be printed. Enter prints, and Enter once
 * more is the next customer; what was done first leads back at once to the form that waits for it.
 */
export function ReceiptPage({ transaction }: { readonly transaction: Done }) {
  const words = useWords();
  const { receipt, file } = transaction;
  const { slip } = receipt;
  const isAside = useTeller((teller) => teller.aside !== undefined);
  const place = useRef<HTMLDivElement>(null);
  // A seal is worth nothing until it is on paper outside this machine (C03).
  const printsFirst = !isAside || receipt.slipKind === "day-seal";

  function goOnward(): void {
    place.current?.querySelector<HTMLElement>(".onward button")?.focus();
  }

  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title" role="status">
        ✓ {words("kit:done.title")}
      </h2>
      <p className="figures">
        {words("kit:done.sequence", { sequence: receipt.sequence })} ·{" "}
        {words("kit:done.at", { time: timeOf(receipt.recordedAt) })}
        {receipt.slip && ` · ${words("kit:done.slip", { slip: receipt.slip })}`}
      </p>
      {file && <p className="file figures">{words("kit:make.file", { file })}</p>}
      <FactsTable facts={receipt.outcome.facts} />
      <RelationsTable moves={receipt.outcome.relations} />
      <div className="actions" ref={place}>
        {printsFirst && slip && <PrintSlip slip={slip} isFirst onPrinted={goOnward} />}
        <Onward isFirst={!printsFirst || !slip} />
        {!printsFirst && slip && <PrintSlip slip={slip} onPrinted={goOnward} />}
      </div>
    </section>
  );
}

/** Where to go from here; what was done first leads back to the form that waits for it. */
function Onward({ isFirst }: { readonly isFirst: boolean }) {
  const kind = isFirst ? "primary" : "default";
  const words = useWords();
  const isAside = useTeller((teller) => teller.aside !== undefined);
  const behind = useTeller(({ place }) => (place.at === "screen" ? place.code : undefined));
  const rejoin = useTeller((teller) => teller.rejoin);
  const nextCustomer = useTeller((teller) => teller.nextCustomer);
  const hasCustomer = useTeller((teller) => teller.customer !== undefined);
  const openScreen = useTeller((teller) => teller.openScreen);
  const goHome = useTeller((teller) => teller.goHome);

  if (isAside && behind) {
    return (
      <span className="onward">
        <Button type={kind} autoFocus={isFirst} onClick={rejoin}>
          {words("kit:done.rejoin", { name: words(`transaction:${behind}`) })}
        </Button>
      </span>
    );
  }
  if (!hasCustomer) {
    return (
      <span className="onward">
        <Button type={kind} autoFocus={isFirst} onClick={goHome}>
          {words("kit:done.home")}
        </Button>
      </span>
    );
  }
  return (
    <span className="onward">
      <Button type={kind} autoFocus={isFirst} onClick={nextCustomer}>
        {words("kit:done.next")}
      </Button>
      <Button onClick={() => openScreen("9002")}>{words("kit:done.stay")}</Button>
    </span>
  );
}

/**
 * Prints a slip, or saves it as PDF, in the language now chosen. Ctrl+P prints. Where there is
 * no printer, the focus goes to the key that saves.
 */
export function PrintSlip({
  slip,
  isFirst = false,
  onPrinted,
}: {
  readonly slip: string;
  readonly isFirst?: boolean;
  /** The slip is out, and one of these keys still has the focus. */
  readonly onPrinted?: () => void;
}) {
  const words = useWords();
  const { bridge } = useCounter();
  const [refusal, refuse] = useState<Refusal>();
  const [printed, tell] = useState<{ readonly file?: string | undefined }>();
  const [isPrinting, setPrinting] = useState(false);
  const keys = useRef<HTMLSpanElement>(null);
  const latest = useRef(onPrinted);
  useEffect(() => {
    latest.current = onPrinted;
  });
  // Only once the keys are drawn anew: one that waits takes no focus.
  useEffect(() => {
    if (!keys.current?.contains(document.activeElement)) return;
    if (printed) latest.current?.();
    else if (refusal?.code === "printer.none")
      keys.current.querySelector<HTMLElement>("button:last-child")?.focus();
  }, [printed, refusal]);

  async function print(to: "printer" | "pdf"): Promise<void> {
    if (isPrinting) return;
    setPrinting(true);
    const language = words("shell:language.code") === "en" ? "en" : "zh-CN";
    const reply = await bridge.request("slip.print", { slip, to, language });
    setPrinting(false);
    refuse(reply.ok ? undefined : reply.refusal);
    tell(reply.ok ? reply.value : undefined);
  }
  useHotKey("Control+p", () => void print("printer"));

  return (
    <>
      <span className="print-keys" ref={keys}>
        <Button
          type={isFirst ? "primary" : "default"}
          autoFocus={isFirst}
          loading={isPrinting}
          onClick={() => void print("printer")}
        >
          {words("kit:done.print")} Ctrl+P
        </Button>
        <Button onClick={() => void print("pdf")}>{words("kit:done.pdf")}</Button>
      </span>
      {printed && (
        <output>
          {printed.file
            ? words("kit:done.saved", { file: printed.file })
            : words("kit:done.printed")}
        </output>
      )}
      <RefusalNote refusal={refusal} />
    </>
  );
}
