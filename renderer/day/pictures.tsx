import type { DayView } from "#core/contract/day-view.ts";
import { CashCount, type Denomination, piecesOf } from "#core/money/denomination.ts";
import { formatFen } from "#core/money/fen.ts";
import { Bars } from "#renderer/day/bars.tsx";
import { DayTables } from "#renderer/slips/day-tables.tsx";
import { sayDenomination } from "#renderer/wording/say-denomination.ts";
import { sayHolder } from "#renderer/wording/say-fact.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The day as pictures and as the tables that X and Z print (C02, V05). */
export function DayPictures({ day: { figures, counts } }: { readonly day: DayView }) {
  const words = useWords();
  return (
    <div className="day-pictures">
      <div className="day-bars">
        <Bars
          caption={words("day:picture.boxes")}
          bars={figures.flatMap((fact) =>
            fact.kind === "cash-day"
              ? [
                  {
                    key: fact.box,
                    name: sayHolder(words, fact.box),
                    amount: fact.held,
                    said: formatFen(fact.held),
                  },
                ]
              : [],
          )}
        />
        <Bars
          caption={words("day:picture.denominations")}
          bars={piecesOf(together(counts)).map(({ denomination, pieces, worth }) => ({
            key: denomination,
            name: sayDenomination(words, denomination),
            amount: worth,
            said: `${pieces} · ${formatFen(worth)}`,
          }))}
        />
        <Bars
          caption={words("day:picture.stock")}
          bars={figures.flatMap((fact) =>
            fact.kind === "stock-day"
              ? [
                  {
                    key: `${fact.voucher} ${fact.holder}`,
                    name: `${words(`term:voucher.${fact.voucher}`)} · ${sayHolder(words, fact.holder)}`,
                    amount: fact.held,
                    said: String(fact.held),
                  },
                ]
              : [],
          )}
        />
      </div>
      <DayTables facts={figures} />
    </div>
  );
}

/** The counts of all boxes as one. */
function together(counts: DayView["counts"]): CashCount {
  const sum: Partial<Record<Denomination, number>> = {};
  for (const { cash } of counts) {
    for (const { denomination, pieces } of piecesOf(cash)) {
      sum[denomination] = (sum[denomination] ?? 0) + pieces;
    }
  }
  return CashCount.parse(sum);
}
