import { useEffect, useState } from "react";
import type { JournalRow } from "#core/contract/posting-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";

/** What the journal says of a number that was typed or picked. */
export type Original =
  | { readonly status: "none-asked" }
  | { readonly status: "waiting" }
  | { readonly status: "unknown"; readonly sequence: number }
  | { readonly status: "refused"; readonly refusal: Refusal }
  | { readonly status: "found"; readonly row: JournalRow };

/** Reads the posting of a journal number, and again whenever the books have moved. */
export function useOriginal(sequence: number | undefined): Original {
  const { bridge } = useCounter();
  const books = useTeller((teller) => teller.booksVersion);
  const [original, show] = useState<Original>({ status: "none-asked" });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the books move, so it is read again.
  useEffect(() => {
    if (sequence === undefined) {
      show({ status: "none-asked" });
      return undefined;
    }
    let isLatest = true;
    show((before) => (isOf(before, sequence) ? before : { status: "waiting" }));
    void bridge.request("journal.list", { sequence, page: 0 }).then((reply) => {
      if (!isLatest) return;
      if (!reply.ok) return show({ status: "refused", refusal: reply.refusal });
      const [row] = reply.value.rows;
      show(row ? { status: "found", row } : { status: "unknown", sequence });
    });
    return () => {
      isLatest = false;
    };
  }, [bridge, books, sequence]);
  return original;
}

/** What is shown of this very number stays while it is read again. */
function isOf(original: Original, sequence: number): boolean {
  return original.status === "found" && original.row.sequence === sequence;
}
