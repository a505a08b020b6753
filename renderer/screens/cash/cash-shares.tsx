import { type CashCount, countedSum, type Pieces, piecesOf } from "#core/money/denomination.ts";
import { formatFen } from "#core/money/fen.ts";
import { useWords } from "#renderer/wording/words.ts";

const WIDTH = 480;
const HEIGHT = 24;
/** A share narrower than this has no room for its number. */
const NARROWEST_NAMED = 30;

/**
 * What the sum is made of, as a bar of shares from the highest denomination down. A slipped digit
 * shows as a bar that is not the usual one; the words for it stand in the table above.
 */
export function CashShares({ count }: { readonly count: CashCount }) {
  const words = useWords();
  const total = countedSum(count);
  const shares = sharesOf(piecesOf(count), total);
  if (shares.length === 0) return null;
  const said = shares.map(
    ({ denomination, worth, percent }) =>
      `${words(`cash:denomination.${denomination}`)} ${formatFen(worth)} (${percent}%)`,
  );
  return (
    <figure className="cash-shares" aria-label={words("cash:count.share")}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said.join("; ")}>
        {shares.map(({ denomination, x, width, percent }, place) => (
          <g key={denomination} className={`slice ${place % 2 === 0 ? "even" : "odd"}`}>
            <rect x={x} y={0} width={width} height={HEIGHT} />
            {width >= NARROWEST_NAMED && (
              <text x={x + width / 2} y={HEIGHT / 2} textAnchor="middle" dy="0.35em">
                {percent}%
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption className="hint figures">{said.join(" · ")}</figcaption>
    </figure>
  );
}

interface Share extends Pieces {
  readonly x: number;
  readonly width: number;
  readonly percent: number;
}

function sharesOf(pieces: readonly Pieces[], total: number): readonly Share[] {
  let x = 0;
  return pieces.map((one) => {
    const width = (one.worth / total) * WIDTH;
    const share = { ...one, x, width, percent: Math.round((one.worth / total) * 100) };
    x += width;
    return share;
  });
}
