import type { StockHandView } from "#core/contract/stock-view.ts";
import { useWords } from "#renderer/wording/words.ts";

const WIDTH = 240;
const HEIGHT = 16;
/** A part narrower than this would not be seen. */
const NARROWEST = 2;

/** What of opening and received is where now; a pattern of its own for each, besides the words. */
export const parts = ["held", "used", "voided", "handedOver", "lost"] as const;

/**
 * V05 as a picture: the whole bar is opening + received, and its parts are what became of them. The
 * figures of the table beside it say the same.
 */
export function StockBar({ hand }: { readonly hand: StockHandView }) {
  const words = useWords();
  const whole = hand.opening.pieces + hand.received.pieces;
  if (whole === 0) return <span className="hint">{words("stock:page.empty")}</span>;
  const said = parts
    .filter((part) => hand[part].pieces > 0)
    .map((part) => `${words(`stock:page.${part}`)} ${hand[part].pieces}`);
  return (
    <svg
      className="stock-bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words("stock:page.bar", { whole, parts: said.join(" · ") })}
    >
      {sharesOf(hand, whole).map(({ part, x, width }) => (
        <rect key={part} className={`part-${part}`} x={x} y={0} width={width} height={HEIGHT} />
      ))}
    </svg>
  );
}

function sharesOf(hand: StockHandView, whole: number) {
  let x = 0;
  return parts
    .filter((part) => hand[part].pieces > 0)
    .map((part) => {
      const width = Math.max(NARROWEST, (hand[part].pieces / whole) * WIDTH);
      const share = { part, x, width };
      x += width;
      return share;
    });
}
