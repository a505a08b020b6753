import type { StockHandView } from "#core/contract/stock-view.ts";
import { transactions } from "#core/contract/transactions.ts";
import { RunsTable } from "#renderer/screens/stock/runs-table.tsx";
import { useStockRegister } from "#renderer/screens/stock/use-stock-register.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What the count that was just posted found: it agrees, or which pieces are missing or too many. */
export function Counted() {
  const request = useTeller(({ transaction }) =>
    "request" in transaction && transaction.request.code === "8005"
      ? transaction.request
      : undefined,
  );
  const asked = transactions["8005"].safeParse(request?.input);
  const { register } = useStockRegister();
  if (!asked.success) return null;
  const { kind, holder } = asked.data;
  const hand = register?.hands.find((one) => one.kind === kind && one.holder === holder);
  return hand?.count ? <Found count={hand.count} held={hand.held.pieces} /> : null;
}

/** A count held against the books, with the way to where a difference is settled. */
export function Found({
  count: { pieces, missing, surplus },
  held,
}: {
  readonly count: NonNullable<StockHandView["count"]>;
  readonly held: number;
}) {
  const words = useWords();
  const agrees = missing.pieces + surplus.pieces === 0;
  return (
    <section className="screen counted" aria-labelledby="counted-title">
      <h2 id="counted-title" role={agrees ? "status" : "alert"} className={agrees ? "good" : "bad"}>
        {agrees ? "✓ " : ""}
        {words(agrees ? "stock:counting.agrees" : "stock:counting.differs", { pieces, held })}
      </h2>
      {missing.pieces > 0 && (
        <RunsTable caption={words("stock:counting.missing")} column={missing} />
      )}
      {surplus.pieces > 0 && (
        <RunsTable caption={words("stock:counting.surplus")} column={surplus} />
      )}
      {!agrees && <p className="hint">{words("stock:counting.next")}</p>}
    </section>
  );
}
