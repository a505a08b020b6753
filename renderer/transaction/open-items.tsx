import type { OpenItem } from "#core/day/open-item.ts";
import { VoucherKind } from "#core/voucher/stock.ts";
import { sayHolder } from "#renderer/wording/say-fact.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What is still open, each with the transaction that settles it (C03, C04). */
export function OpenItems({ items }: { readonly items: readonly OpenItem[] }) {
  const words = useWords();
  const say = useSayOpenItem();
  return (
    <ul className="open-items" aria-label={words("kit:open-items")}>
      {items.map((item) => (
        <li key={`${item.what} ${item.whose} ${item.which ?? ""}`} data-open={item.what}>
          {say(item)}
        </li>
      ))}
    </ul>
  );
}

/** Says one open thing: whose, which, and the code that settles it. */
export function useSayOpenItem(): (item: OpenItem) => string {
  const words = useWords();
  return ({ what, whose, which = "" }) => {
    const kind = VoucherKind.safeParse(which).data;
    return words(`inserted:open.${what}`, {
      whose: sayHolder(words, whose),
      which: kind ? words(`term:voucher.${kind}`) : which,
    });
  };
}
