import { activateCard } from "#core/commands/activate-card.ts";
import { closeAccountAfterLoss } from "#core/commands/close-account-after-loss.ts";
import type { Command } from "#core/commands/command.ts";
import { exchangeCard } from "#core/commands/exchange-card.ts";
import { handOverCard } from "#core/commands/hand-over-card.ts";
import { depositCash, withdrawCash } from "#core/commands/move-cash.ts";
import { produceCard } from "#core/commands/produce-card.ts";
import { replaceCard } from "#core/commands/replace-card.ts";
import { reportFormalLoss, reportPinLoss } from "#core/commands/report-formal-loss.ts";
import { reportOralLoss } from "#core/commands/report-oral-loss.ts";
import { reportSlipLost } from "#core/commands/report-slip-lost.ts";
import { reprintApplication, reprintSlip } from "#core/commands/reprint-slip.ts";
import { resetPinAfterLoss } from "#core/commands/reset-pin-after-loss.ts";
import { retainCard } from "#core/commands/retain-card.ts";
import { upgradeLoss } from "#core/commands/upgrade-loss.ts";
import { withdrawLoss } from "#core/commands/withdraw-loss.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";

/** Every transaction of the counter by its code: one line a transaction (5.7). */
export const commands: { readonly [C in TransactionCode]: Command<C> } = {
  "3002": activateCard,
  "3003": exchangeCard,
  "3004": handOverCard,
  "3009": retainCard,
  "3011": depositCash,
  "3012": withdrawCash,
  "4001": reportOralLoss,
  "4002": reportFormalLoss,
  "4003": upgradeLoss,
  "4004": reportPinLoss,
  "4005": reportSlipLost,
  "4006": withdrawLoss,
  "4007": replaceCard,
  "4008": closeAccountAfterLoss,
  "4009": resetPinAfterLoss,
  "4011": reprintApplication,
  "8006": produceCard,
  "9003": reprintSlip,
};
