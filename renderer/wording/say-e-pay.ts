import type { Refusal } from "#core/contract/refusal.ts";
import { formatFen } from "#core/money/fen.ts";
import { sayMoment } from "#renderer/wording/say-moment.ts";
import type { Words } from "#renderer/wording/words.ts";

/** The words for amounts, moments and states in what e支付 refuses; none for any other refusal. */
export function ePayWords(words: Words, refusal: Refusal): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case "e-pay.not-enrolled":
    case "e-pay.not-suspended":
      return { statusText: words(`inserted:e-pay-status.${refusal.status}`) };
    case "e-pay.over-ceiling":
      return { ceilingText: formatFen(refusal.ceiling) };
    case "e-pay.cooling":
    case "wallet.cooling":
      return { untilText: sayMoment(refusal.until) };
    case "e-pay.over-single-limit":
      return { limitText: formatFen(refusal.limit) };
    case "e-pay.over-day-limit":
    case "e-pay.over-month-limit":
      return { limitText: formatFen(refusal.limit), paidText: formatFen(refusal.paid) };
    default:
      return {};
  }
}
