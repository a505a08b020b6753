import type { TransactionCode } from "#core/contract/transactions.ts";

/** Why what a transaction did stands for good. The words for each say what can be done instead. */
export type Standing =
  /** A card or paper with a number of its own is in somebody's hands: it cannot be unused. */
  | "piece-given"
  /** Pieces were drawn by an older program, which did not write down which ones. */
  | "pieces-unnamed"
  /** Pieces were stamped void and cut: none is used again (V04). */
  | "piece-void"
  /** A slip was printed and may be anywhere. */
  | "paper-given"
  /** A card was taken in and punched, or its stripe erased. */
  | "card-destroyed"
  /** The factory, the printer's shop or a delivery has it. */
  | "in-production"
  /** The holder alone knows the new PIN. */
  | "pin-chosen"
  /** Account closed and paid out, its cards ended. */
  | "account-ended"
  /** What was paid to an organ of the state comes back by that organ's word alone. */
  | "paid-to-organ"
  /** A box was opened, counted or closed by whoever answers for it; it is counted again. */
  | "box-counted"
  /** The carrier has it, or brought it: it goes back by a delivery of its own. */
  | "cash-delivered"
  /** Somebody looked, or asked: that happened. */
  | "was-asked"
  /** The day is sealed, and the seal is on paper. */
  | "day-sealed"
  /** It undid something itself. */
  | "reversal";

/** How what a transaction did can be undone on the same day. */
export type Undoing =
  /** By 1106: money and pieces whose way back is as open as their way there. */
  | { readonly by: "reversal" }
  /** By a transaction of its own, with its own papers and checks, which 1106 must not go around. */
  | { readonly by: "opposite"; readonly opposite: TransactionCode }
  | { readonly by: "nothing"; readonly why: Standing };

const reversal: Undoing = { by: "reversal" };
const opposite = (code: TransactionCode): Undoing => ({ by: "opposite", opposite: code });
const nothing = (why: Standing): Undoing => ({ by: "nothing", why });

/**
 * How each transaction is undone (C06, R08). A new one without a line here does not compile: whoever
 * adds it says whether its way back is open.
 */
export const undoings: Readonly<Record<TransactionCode, Undoing>> = {
  /** A date is done business for only once. */
  "1004": nothing("day-sealed"),
  /** Opening, counting and closing stand; what was moved between box and vault comes back. */
  "1101": reversal,
  "1102": reversal,
  "1103": nothing("box-counted"),
  /** Over and short are never netted (C02): what turns up is booked when it is counted. */
  "1104": nothing("box-counted"),
  "1105": nothing("day-sealed"),
  "1106": nothing("reversal"),
  "2002": nothing("was-asked"),
  /** The number as it was is reserved anew, with a code of its own. */
  "2004": opposite("2004"),
  "2005": opposite("2005"),
  /** The card is alive in its holder's hand; a report stops it. */
  "3002": opposite("4001"),
  "3003": nothing("piece-given"),
  "3004": nothing("piece-given"),
  "3009": nothing("card-destroyed"),
  "3011": reversal,
  "3012": reversal,
  "3013": reversal,
  "3014": nothing("card-destroyed"),
  /** A report protects: only the holder ends it, with card and document (T09). */
  "4001": opposite("4006"),
  "4002": opposite("4006"),
  "4003": opposite("4006"),
  "4004": opposite("4006"),
  "4005": nothing("paper-given"),
  "4006": opposite("4001"),
  "4007": nothing("piece-given"),
  "4008": nothing("account-ended"),
  "4009": nothing("pin-chosen"),
  "4011": nothing("paper-given"),
  "5001": opposite("5003"),
  /** The old card is void for good; the new one can be ended. */
  "5002": opposite("5003"),
  "5003": nothing("card-destroyed"),
  "5005": opposite("5006"),
  "5006": opposite("5005"),
  "5007": opposite("5008"),
  "5008": opposite("5007"),
  "5009": opposite("5009"),
  "5010": opposite("5010"),
  "5011": opposite("5011"),
  /** Orders of the state change by the organ's own papers alone (F07). */
  "6001": opposite("6004"),
  "6002": opposite("6004"),
  "6003": opposite("6005"),
  "6004": opposite("6001"),
  "6005": opposite("6003"),
  "6006": nothing("paid-to-organ"),
  "6007": opposite("6004"),
  "6008": opposite("6008"),
  "6009": opposite("6009"),
  /** An account that was woken for the wrong person is blocked by the bank. */
  "6010": opposite("6009"),
  "6012": nothing("was-asked"),
  "7001": opposite("7004"),
  "7002": opposite("7002"),
  "7003": opposite("7003"),
  "7004": opposite("7001"),
  "7005": opposite("7005"),
  "7101": opposite("7101"),
  /** Who was known by her document stays known; another account is linked by the same. */
  "7102": opposite("7102"),
  /** The message is on her telephone; what it allows runs out by itself. */
  "7103": nothing("was-asked"),
  "7201": nothing("was-asked"),
  "8001": reversal,
  /** Whoever has the pieces now hands them back, and both sign again (V07). */
  "8002": opposite("8002"),
  "8003": nothing("piece-void"),
  /** What turns up again is registered as found. */
  "8004": opposite("8004"),
  /** The next count stands in its place. */
  "8005": opposite("8005"),
  "8006": nothing("in-production"),
  "8007": nothing("in-production"),
  "8008": nothing("in-production"),
  "8009": opposite("8009"),
  "8010": nothing("card-destroyed"),
  "9003": nothing("paper-given"),
  "9005": nothing("paper-given"),
  "9007": reversal,
  /** Set back by another posting of the same kind, which says why. */
  "9006": opposite("9006"),
  "9008": opposite("9008"),
  "9012": nothing("was-asked"),
  "9013": opposite("9013"),
};
