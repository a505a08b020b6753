import { expect, test } from "vitest";
import { type Bars, code128 } from "#renderer/slips/code-128.ts";
import { fc } from "#tests/support/fast-check.ts";

/** Bar and space widths of the 103 data symbols, then Start A, B, C (ISO/IEC 15417, table 1). */
const SYMBOLS = (
  "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 " +
  "122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 " +
  "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 " +
  "211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 " +
  "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 " +
  "121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 " +
  "241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 " +
  "412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 " +
  "211214 211232"
).split(" ");
const STOP = "2331112";
const START_C = 105;
const TO_C = 99;
const TO_B = 100;
const TO_A = 101;

/** Reads bars as a scanner does: symbols, check symbol, stop. Digits are alike in sets A and B. */
function scan({ bars, modules }: Bars): string {
  const edges = bars.flatMap((bar) => [bar.at, bar.at + bar.width]);
  const widths = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
  expect(edges.at(-1)).toBe(modules);
  expect(widths.slice(-7).join("")).toBe(STOP);

  const symbols: number[] = [];
  for (let at = 0; at < widths.length - 7; at += 6) {
    symbols.push(SYMBOLS.indexOf(widths.slice(at, at + 6).join("")));
  }
  const [start = 0, ...rest] = symbols.slice(0, -1);
  expect((start + rest.reduce((sum, symbol, at) => sum + symbol * (at + 1), 0)) % 103).toBe(
    symbols.at(-1),
  );

  let text = "";
  let isPairs = start === START_C;
  for (const symbol of rest) {
    if (isPairs && (symbol === TO_A || symbol === TO_B)) isPairs = false;
    else if (!isPairs && symbol === TO_C) isPairs = true;
    else text += isPairs ? String(symbol).padStart(2, "0") : String.fromCharCode(symbol + 32);
  }
  return text;
}

test("3.12: the barcode of a slip number is that of the standard, in pairs of digits", () => {
  const { modules } = code128("900120260318000012");

  // Start, nine pairs, check: eleven modules each; the stop has thirteen.
  expect(modules).toBe(11 * 11 + 13);
});

// Goal: a scanner that reads the paper gets the number of the slip, whatever its length.
// Method: draw numbers of 14 to 20 digits and read their bars by the standard's own table.
test("3.12: a scanned slip gives its number back", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{14,20}$/), (number) => {
      expect(scan(code128(number))).toBe(number);
    }),
  );
});
