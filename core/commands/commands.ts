import { activateCard } from "#core/commands/activate-card.ts";
import { allotPieces } from "#core/commands/allot-pieces.ts";
import { closeAccountAfterLoss } from "#core/commands/close-account-after-loss.ts";
import { closeInternetBank } from "#core/commands/close-internet-bank.ts";
import { closeSwitch } from "#core/commands/close-switch.ts";
import type { Command } from "#core/commands/command.ts";
import { endPasswordCard } from "#core/commands/end-password-card.ts";
import { exchangeCard } from "#core/commands/exchange-card.ts";
import { handOverCard } from "#core/commands/hand-over-card.ts";
import { issuePasswordCard } from "#core/commands/issue-password-card.ts";
import { makePasswordCards } from "#core/commands/make-password-cards.ts";
import { depositCash, withdrawCash } from "#core/commands/move-cash.ts";
import { openInternetBank } from "#core/commands/open-internet-bank.ts";
import { openSwitch } from "#core/commands/open-switch.ts";
import { changePhoneBank } from "#core/commands/phone-bank.ts";
import { produceCard } from "#core/commands/produce-card.ts";
import { reissuePasswordCard } from "#core/commands/reissue-password-card.ts";
import { replaceCard } from "#core/commands/replace-card.ts";
import { reportFormalLoss, reportPinLoss } from "#core/commands/report-formal-loss.ts";
import { reportOralLoss } from "#core/commands/report-oral-loss.ts";
import { reportSlipLost } from "#core/commands/report-slip-lost.ts";
import { reprintApplication, reprintSlip } from "#core/commands/reprint-slip.ts";
import { resetPinAfterLoss } from "#core/commands/reset-pin-after-loss.ts";
import { retainCard } from "#core/commands/retain-card.ts";
import { takeInDelivery } from "#core/commands/take-in-delivery.ts";
import { upgradeLoss } from "#core/commands/upgrade-loss.ts";
import { changeUsbKey } from "#core/commands/usb-key.ts";
import { changeWapBank } from "#core/commands/wap-bank.ts";
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
  "5001": issuePasswordCard,
  "5002": reissuePasswordCard,
  "5003": endPasswordCard,
  "5005": openInternetBank,
  "5006": closeInternetBank,
  "5007": closeSwitch,
  "5008": openSwitch,
  "5009": changeUsbKey,
  "5010": changeWapBank,
  "5011": changePhoneBank,
  "8001": allotPieces,
  "8006": produceCard,
  "8007": makePasswordCards,
  "8008": takeInDelivery,
  "9003": reprintSlip,
};
