import { code128 } from "#renderer/slips/code-128.ts";

/** A narrow bar in millimetres: what laser printers of branches hold and hand readers need. */
const MODULE_MM = 0.33;

/** Modules left white on both sides (ISO/IEC 15417 asks for ten). */
const QUIET = 10;

const HEIGHT = 30;

/** The number of a paper as a barcode, with its digits below. */
export function Barcode({ number }: { readonly number: string }) {
  const { modules, bars } = code128(number);
  const width = modules + 2 * QUIET;
  const path = bars.map((bar) => `M${bar.at + QUIET} 0h${bar.width}v${HEIGHT}h-${bar.width}z`);
  return (
    <figure className="barcode">
      <svg
        role="img"
        aria-label={number}
        width={`${(width * MODULE_MM).toFixed(2)}mm`}
        height={`${(HEIGHT * MODULE_MM).toFixed(2)}mm`}
        preserveAspectRatio="none"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        shapeRendering="crispEdges"
      >
        <path d={path.join("")} />
      </svg>
      <figcaption className="figures">{number}</figcaption>
    </figure>
  );
}
