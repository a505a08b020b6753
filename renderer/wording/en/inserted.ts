import type { inserted as chinese } from "#renderer/wording/zh-CN/inserted.ts";

export const inserted = {
  "loss.oral": "reported lost orally",
  "loss.formal": "reported lost in writing",
  "passphrase.short": "is shorter than 12 characters",
  "passphrase.repeated": "repeats too few characters",
  "passphrase.run": "is characters in their order",
  "passphrase.numbers": "is made of branch and teller numbers alone",
  "passphrase.common": "is hardly more than words and patterns that anybody tries first",
  "passphrase.same": "is the one in use",
  "backup-folder.not-absolute": "is not named from its root on",
  "backup-folder.absent": "is not there",
  "backup-folder.no-folder": "is no folder",
  "backup-folder.in-the-data": "lies in the data folder that it is to save",
  "backup-folder.taken": "has a backup of that name already",
  "password.short": "has fewer than 12 characters",
  "password.letters-and-digits": "needs letters and digits",
  "password.same": "is the old one",
  "field.amount": "The amount",
  "field.identity": "The document",
  "why-left.refused-by-reader": "the reader says it did not succeed",
  "why-left.bad-swipe": "swiped unevenly, or not to the end",
  "why-left.indeterminate": "not read back, so nobody knows what is left on the stripe",
  "why-left.mismatch": "something is still on the stripe",
  "reader.not-ready": "Check cable and power, wait for “ready” below, and try again.",
  "stands.piece-given":
    "the card or device is in the customer's hands and cannot be unused. Stop or end it by its own transaction.",
  "stands.paper-given": "the slip has gone to paper. Take the paper back and void it.",
  "stands.card-destroyed":
    "the card was taken in, erased or voided for good. Give the customer a new one.",
  "stands.in-production":
    "the factory or the vault has it. Settle it with the delivery, or void the pieces.",
  "stands.pin-chosen": "only the holder knows the new PIN. Report it lost (4004) to stop it.",
  "stands.account-ended":
    "the account is closed and paid out. Open another, and tell the supervisor.",
  "stands.paid-to-organ":
    "the money went to an organ of the state, and only its word brings it back.",
  "stands.was-asked": "somebody has looked, and that stays on record.",
  "stands.pieces-unnamed":
    "an older program drew these pieces and did not write down which ones. Count the box with your supervisor.",
  "stands.day-sealed": "the day is sealed.",
  "stands.reversal": "it is a reversal itself.",
  "why.refused-by-reader": "the reader reported a write error",
  "why.bad-swipe": "the swipe was uneven or broke off",
  "why.indeterminate": "nobody can tell what is on the card",
  "why.mismatch": "what was written differs from what it should be",
  "why.not-encodable": "the content does not fit a stripe",
  "why.cancelled": "cancelled",
  "why.timed-out": "nobody swiped in time",
  "why.lost": "the reader was disconnected",
} satisfies typeof chinese;
