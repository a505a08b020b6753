import type { OpenItem } from "#core/day/open-item.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What is still open, each with the transaction that settles it (C03, C04). */
export function OpenItems({ items }: { readonly items: readonly OpenItem[] }) {
  const words = useWords();
  return (
    <ul className="open-items" aria-label={words("kit:open-items")}>
      {items.map((item) => (
        <li key={`${item.what} ${item.whose} ${item.which ?? ""}`} data-open={item.what}>
          {words(`inserted:open.${item.what}`, {
            whose: item.whose === "vault" ? words("kit:vault") : item.whose,
            which: sayWhich(item, words),
          })}
        </li>
      ))}
    </ul>
  );
}

/** Kinds of pieces are said, numbers stand as they are. */
function sayWhich({ what, which = "" }: OpenItem, words: ReturnType<typeof useWords>): string {
  const isKind = what === "stock-uncounted" || what === "stock-difference";
  if (!isKind) return which;
  return which === "card" || which === "password-card" || which === "usb-key"
    ? words(`term:voucher.${which}`)
    : which;
}
