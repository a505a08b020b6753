import type { TransactionCode } from "#core/contract/transactions.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Where the form came from the queue and its word does not carry: what must be done again. */
export function TakenUpNote({ code }: { readonly code: TransactionCode }) {
  const words = useWords();
  const takenUp = useTeller((teller) => teller.takenUp);
  if (takenUp?.parked.code !== code) return null;
  const { parked, gone, grant } = takenUp;
  return (
    <output className="hint">
      {words("queue:taken-up", { id: parked.id })}{" "}
      {gone.length > 0
        ? words("queue:taken-up.shown-again")
        : words(grant === undefined ? "queue:taken-up.no-word" : "queue:taken-up.exact")}
      {parked.declined && ` ${words("queue:taken-up.declined", { ...parked.declined })}`}
    </output>
  );
}
