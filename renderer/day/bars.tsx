import type { ReactNode } from "react";

/** One line of a picture: its name, how much it is, and how that is written. */
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly amount: number;
  readonly said: string;
}

/** Units across which the longest bar is drawn. */
const WIDTH = 100;
const HEIGHT = 10;

/** Amounts beside each other as bars; the longest fills the line. The words say the same. */
export function Bars({
  caption,
  bars,
}: {
  readonly caption: string;
  readonly bars: readonly Bar[];
}): ReactNode {
  if (bars.length === 0) return null;
  const most = Math.max(1, ...bars.map(({ amount }) => amount));
  return (
    <figure className="bars">
      <figcaption>{caption}</figcaption>
      <dl>
        {bars.map(({ key, name, amount, said }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd className="figures">
              <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
                <rect width={WIDTH} height={HEIGHT} className="bar-rest" />
                <rect
                  width={(Math.max(0, amount) / most) * WIDTH}
                  height={HEIGHT}
                  className="bar-part"
                />
              </svg>
              <span>{said}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
