import type { FreezeStackView } from "#core/contract/freeze-view.ts";
import { formatFen } from "#core/money/fen.ts";
import { useWords } from "#renderer/wording/words.ts";

const WIDTH = 1000;
const HEIGHT = 44;
/** A slice narrower than this has no room for its number; the list below has it all the same. */
const NARROWEST_NAMED = 34;

/** A part of the bar: how wide it is, and what stands in it. */
interface Slice {
  readonly key: string;
  readonly place: number;
  readonly amount: number;
  readonly x: number;
  readonly width: number;
  readonly said: string;
}

/**
 * The balance as a bar: what each order controls in rank, then what is free. Every part bears its
 * number and stands below in words, so that no colour says anything alone.
 */
export function BalanceBar({ stack }: { readonly stack: FreezeStackView }) {
  const words = useWords();
  const slices = useSlices(stack);
  const said = slices.map((slice) => slice.said);
  return (
    <figure className="balance-bar" aria-label={words("freeze:stack.bar")}>
      <h3>{words("freeze:stack.bar")}</h3>
      {slices.length === 0 ? (
        <p className="nothing">{words("freeze:stack.empty")}</p>
      ) : (
        <>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said.join("；")}>
            {slices.map((slice) => (
              <g key={slice.key} className={toneOf(slice)}>
                <rect x={slice.x} y={0} width={slice.width} height={HEIGHT} />
                {slice.width >= NARROWEST_NAMED && (
                  <text
                    x={slice.x + slice.width / 2}
                    y={HEIGHT / 2}
                    textAnchor="middle"
                    dy="0.35em"
                  >
                    {slice.place === 0 ? words("freeze:stack.free.short") : slice.place}
                  </text>
                )}
              </g>
            ))}
          </svg>
          <ul className="figures">
            {slices.map((slice) => (
              <li key={slice.key}>
                <svg className="swatch" viewBox="0 0 10 10" aria-hidden="true">
                  <rect className={toneOf(slice)} width={10} height={10} />
                </svg>
                {slice.said}
              </li>
            ))}
          </ul>
        </>
      )}
    </figure>
  );
}

/** Neighbours never have one tone; the free rest has the lightest. */
function toneOf({ place }: Slice): string {
  return place === 0 ? "slice free" : `slice tone-${place % 3}`;
}

function useSlices({ slices, orders }: FreezeStackView): readonly Slice[] {
  const words = useWords();
  const shown = slices.filter(({ amount }) => amount > 0);
  const sum = shown.reduce((before, { amount }) => before + amount, 0);
  let x = 0;
  return shown.map(({ order: id, amount }) => {
    const at = orders.findIndex((order) => order.id === id);
    const place = at + 1;
    const text = formatFen(amount);
    const width = (amount / sum) * WIDTH;
    const slice = {
      key: id ?? "free",
      place,
      amount,
      x,
      width,
      said:
        place === 0
          ? words("freeze:stack.free", { amount: text })
          : words("freeze:stack.slice", { place, organ: orders[at]?.organ ?? "", amount: text }),
    };
    x += width;
    return slice;
  });
}
