import type { Command } from "#core/commands/command.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { termFact, textFact } from "#core/slip/facts.ts";
import { lowestOf, piecesIn, stockId } from "#core/voucher/stock.ts";

/**
 * 8001 凭证领用: the lowest pieces of the branch's vault go into the teller's own box, counted by two
 * (V02, V03, V07). The vault gives what is asked for, or nothing.
 */
export const allotPieces: Command<"8001"> = ({ kind, count }, { books, teller }) => {
  const ranges = books.find("stock", stockId(kind, "vault"))?.ranges ?? [];
  const left = piecesIn(ranges);
  if (left < count) return refuse({ code: "voucher.vault-short", left });

  const { taken } = lowestOf(ranges, count);
  const lowest = known(taken[0], "at least one piece is asked for");
  const highest = known(taken.at(-1), "at least one piece is asked for");
  return accept({
    level: "A1",
    entries: [{ type: "pieces.allotted", kind, to: teller.id, count, ranges: taken }],
    outcome: {
      facts: [
        termFact("voucher", `voucher.${kind}`),
        textFact("pieces", String(count)),
        textFact("firstSerial", lowest.first),
        textFact("lastSerial", highest.last),
      ],
      relations: [],
    },
    slip: "general",
  });
};
