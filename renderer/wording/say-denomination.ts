import { type Denomination, faceOf } from "#core/money/denomination.ts";
import type { Words } from "#renderer/wording/words.ts";

/** A note or coin as tellers call it: 100 元纸币, 5 角硬币. */
export function sayDenomination(words: Words, denomination: Denomination): string {
  const face = faceOf(denomination);
  const unit = face >= 100 ? "yuan" : face >= 10 ? "jiao" : "fen";
  const many = { yuan: face / 100, jiao: face / 10, fen: face }[unit];
  const kind = denomination.startsWith("note") ? "note" : "coin";
  return words(`day:denomination.${kind}`, { face: words(`day:face.${unit}`, { many }) });
}
