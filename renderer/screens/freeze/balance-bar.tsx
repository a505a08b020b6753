import type { FreezeStackView } from "#core/contract/freeze-view.ts";
import { type BarPart, barOf, WIDTH } from "#renderer/screens/freeze/bar-parts.ts";
import { useWords } from "#renderer/wording/words.ts";

const HEIGHT = 44;
/** The row of what is still to be held stands below that of the balance. */
const AWAITED = { y: 52, height: 28 } as const;
/** A part narrower than this has no room for its number; the list below has it all the same. */
const NARROWEST_NAMED = 34;

/**
 * The balance as a bar: what each order controls in rank, then what is free; and in dashes below it,
 * at the same scale, what the orders do not hold yet and what waits. Every part bears its number and
 * stands below in words, so that no colour says anything alone.
 */
export function BalanceBar({ stack }: { readonly stack: FreezeStackView }) {
  const words = useWords();
  const { balance, awaited } = barOf(words, stack);
  const said = [...balance, ...awaited].map((part) => part.said);
  const height = awaited.length > 0 ? AWAITED.y + AWAITED.height + 2 : HEIGHT;
  return (
    <figure className="balance-bar" aria-label={words("freeze:stack.bar")}>
      <h3>{words("freeze:stack.bar")}</h3>
      {balance.length === 0 && <p className="nothing">{words("freeze:stack.empty")}</p>}
      {said.length > 0 && (
        <>
          <svg
            viewBox={`0 0 ${WIDTH} ${height}`}
            role="img"
            aria-label={said.join(words("freeze:list.long"))}
          >
            {balance.map((part) => (
              <Part key={part.key} part={part} y={0} height={HEIGHT} tone={toneOf(part)} />
            ))}
            {awaited.map((part) => (
              <Part key={part.key} part={part} {...AWAITED} tone="slice awaited" />
            ))}
          </svg>
          {awaited.length > 0 && <p className="hint">{words("freeze:stack.bar.key")}</p>}
          <ul className="figures">
            {balance.map((part) => (
              <Said key={part.key} part={part} tone={toneOf(part)} />
            ))}
            {awaited.map((part) => (
              <Said key={`awaited ${part.key}`} part={part} tone="slice awaited" />
            ))}
          </ul>
        </>
      )}
    </figure>
  );
}

function Part({
  part: { place, x, width },
  y,
  height,
  tone,
}: {
  readonly part: BarPart;
  readonly y: number;
  readonly height: number;
  readonly tone: string;
}) {
  const words = useWords();
  return (
    <g className={tone}>
      <rect x={x} y={y} width={width} height={height} />
      {width >= NARROWEST_NAMED && (
        <text x={x + width / 2} y={y + height / 2} textAnchor="middle" dy="0.35em">
          {place === 0 ? words("freeze:stack.free.short") : place}
        </text>
      )}
    </g>
  );
}

function Said({ part, tone }: { readonly part: BarPart; readonly tone: string }) {
  return (
    <li>
      <svg className="swatch" viewBox="0 0 10 10" aria-hidden="true">
        <rect className={tone} width={10} height={10} />
      </svg>
      {part.said}
    </li>
  );
}

/** Neighbours never have one tone; the free rest has the lightest. */
function toneOf({ place }: BarPart): string {
  return place === 0 ? "slice free" : `slice tone-${place % 3}`;
}
