import { useTeller } from "#renderer/store/use-teller.ts";
import { PrintSlip } from "#renderer/transaction/receipt-page.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** After a reprint was authorised (9003, 4011): the paper itself, once. */
export function Reprinted() {
  const words = useWords();
  const slip = useTeller(({ transaction }) =>
    transaction.step === "done"
      ? transaction.receipt.outcome.facts.find(({ name }) => name === "slip")
      : undefined,
  );
  if (slip?.kind !== "text") return null;
  return (
    <section className="screen reprinted">
      <p>{words("enquiry:slips.reprinted")}</p>
      <div className="actions">
        <PrintSlip slip={slip.text} />
      </div>
    </section>
  );
}
