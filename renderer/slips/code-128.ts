import JsBarcode from "jsbarcode";
import { known } from "#core/kernel/assert.ts";

/** One bar of a barcode, in modules from the left. */
interface Bar {
  readonly at: number;
  readonly width: number;
}

/** A barcode: how many modules it is wide, and its bars. */
export interface Bars {
  readonly modules: number;
  readonly bars: readonly Bar[];
}

/**
 * The bars of a text in Code 128 (ISO/IEC 15417), without the quiet zones.
 *
 * The library encodes; drawing is ours, because its own SVG would come as elements to be put into
 * the page by script.
 */
export function code128(text: string): Bars {
  const drawn: { encodings?: readonly { readonly data: string }[] } = {};
  JsBarcode(drawn, text, { format: "CODE128" });
  const modules = known(drawn.encodings, "a text of digits has a barcode")
    .map(({ data }) => data)
    .join("");

  const bars = Array.from(modules.matchAll(/1+/g), (run) => ({
    at: run.index,
    width: run[0].length,
  }));
  return { modules: modules.length, bars };
}
