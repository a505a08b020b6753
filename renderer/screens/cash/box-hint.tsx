import { formatFen, signedFen } from "#core/money/fen.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Where the own box stands; what lies in it is not said, for it is to be counted (C02). */
export function BoxHint() {
  const words = useWords();
  const box = useTeller((teller) => teller.workstation?.box);
  if (!box) return <p className="hint">{words("cash:box.status.none")}</p>;
  const difference = box.difference ?? 0;
  return (
    <p className="hint">
      {words(`cash:box.status.${box.status}`, {
        kindText: words(difference > 0 ? "cash:kind.over" : "cash:kind.short"),
        amountText: formatFen(signedFen(Math.abs(difference))),
      })}
    </p>
  );
}
