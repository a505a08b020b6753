import { activateCard } from "#core/commands/activate-card.ts";
import { activateDormant } from "#core/commands/activate-dormant.ts";
import { allotPieces } from "#core/commands/allot-pieces.ts";
import { balanceDay } from "#core/commands/balance-day.ts";
import { bankControl } from "#core/commands/bank-control.ts";
import { bookDifference } from "#core/commands/book-difference.ts";
import { cancelWaiting } from "#core/commands/cancel-waiting.ts";
import { changePhone } from "#core/commands/change-phone.ts";
import { checkIdentity } from "#core/commands/check-identity.ts";
import { closeAccountAfterLoss } from "#core/commands/close-account-after-loss.ts";
import { closeInternetBank } from "#core/commands/close-internet-bank.ts";
import { closeSwitch } from "#core/commands/close-switch.ts";
import type { Command } from "#core/commands/command.ts";
import { countCash } from "#core/commands/count-cash.ts";
import { customerFreeze } from "#core/commands/customer-freeze.ts";
import { deduct } from "#core/commands/deduct.ts";
import { cancelEPay } from "#core/commands/e-pay/cancel-e-pay.ts";
import { changeEPay } from "#core/commands/e-pay/change-e-pay.ts";
import { enrolEPay } from "#core/commands/e-pay/enrol-e-pay.ts";
import { limitEPay } from "#core/commands/e-pay/limit-e-pay.ts";
import { suspendEPay } from "#core/commands/e-pay/suspend-e-pay.ts";
import { emergencyStop } from "#core/commands/emergency-stop.ts";
import { endPasswordCard } from "#core/commands/end-password-card.ts";
import { eraseCard } from "#core/commands/erase-card.ts";
import { exchangeCard } from "#core/commands/exchange-card.ts";
import { handCash } from "#core/commands/hand-cash.ts";
import { handOverCard } from "#core/commands/hand-over-card.ts";
import { answerHotline } from "#core/commands/hotline.ts";
import { issuePasswordCard } from "#core/commands/issue-password-card.ts";
import { makePasswordCards } from "#core/commands/make-password-cards.ts";
import { managePeople } from "#core/commands/manage-people.ts";
import { depositCash, withdrawCash } from "#core/commands/move-cash.ts";
import { openBranch } from "#core/commands/open-branch.ts";
import { openInternetBank } from "#core/commands/open-internet-bank.ts";
import { openSwitch } from "#core/commands/open-switch.ts";
import { packEvidence } from "#core/commands/pack-evidence.ts";
import { changePhoneBank } from "#core/commands/phone-bank.ts";
import { produceCard } from "#core/commands/produce-card.ts";
import { recordAssistance } from "#core/commands/record-assistance.ts";
import { registerAgency } from "#core/commands/register-agency.ts";
import { registerFreeze, registerWaitingFreeze } from "#core/commands/register-freeze.ts";
import { reissuePasswordCard } from "#core/commands/reissue-password-card.ts";
import { releaseFreeze } from "#core/commands/release-freeze.ts";
import { renewFreeze } from "#core/commands/renew-freeze.ts";
import { replaceCard } from "#core/commands/replace-card.ts";
import { reportFormalLoss, reportPinLoss } from "#core/commands/report-formal-loss.ts";
import { reportOralLoss } from "#core/commands/report-oral-loss.ts";
import { reportSlipLost } from "#core/commands/report-slip-lost.ts";
import { reprintApplication, reprintSlip } from "#core/commands/reprint-slip.ts";
import { resetPinAfterLoss } from "#core/commands/reset-pin-after-loss.ts";
import { retainCard } from "#core/commands/retain-card.ts";
import { reversePosting } from "#core/commands/reverse-posting.ts";
import { reviewRisk } from "#core/commands/review-risk.ts";
import { setParameters } from "#core/commands/set-parameters.ts";
import { setRiskRules } from "#core/commands/set-risk-rules.ts";
import { settleFee } from "#core/commands/settle-fee.ts";
import { countStock } from "#core/commands/stock/count-stock.ts";
import { destroyPieces } from "#core/commands/stock/destroy-pieces.ts";
import { losePieces } from "#core/commands/stock/lose-pieces.ts";
import { shipPieces } from "#core/commands/stock/ship-pieces.ts";
import { transferPieces } from "#core/commands/stock/transfer-pieces.ts";
import { voidPieces } from "#core/commands/stock/void-pieces.ts";
import { takeInDelivery } from "#core/commands/take-in-delivery.ts";
import { transferAtCounter } from "#core/commands/transfer-at-counter.ts";
import { upgradeLoss } from "#core/commands/upgrade-loss.ts";
import { changeUsbKey } from "#core/commands/usb-key.ts";
import { certifyWallet } from "#core/commands/wallet/certify-wallet.ts";
import { freezeWallet } from "#core/commands/wallet/freeze-wallet.ts";
import { offerReset } from "#core/commands/wallet/offer-reset.ts";
import { changeWapBank } from "#core/commands/wap-bank.ts";
import { withdrawLoss } from "#core/commands/withdraw-loss.ts";
import { workBox } from "#core/commands/work-box.ts";
import type { TransactionCode } from "#core/contract/transactions.ts";

/** Every transaction of the counter by its code: one line a transaction (5.7). */
export const commands: { readonly [C in TransactionCode]: Command<C> } = {
  "1004": openBranch,
  "1101": workBox,
  "1102": handCash,
  "1103": countCash,
  "1104": bookDifference,
  "1105": balanceDay,
  "1106": reversePosting,
  "2002": checkIdentity,
  "2004": changePhone,
  "2005": registerAgency,
  "3002": activateCard,
  "3003": exchangeCard,
  "3004": handOverCard,
  "3009": retainCard,
  "3011": depositCash,
  "3012": withdrawCash,
  "3013": transferAtCounter,
  "3014": eraseCard,
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
  "6001": registerFreeze,
  "6002": renewFreeze,
  "6003": registerWaitingFreeze,
  "6004": releaseFreeze,
  "6005": cancelWaiting,
  "6006": deduct,
  "6007": emergencyStop,
  "6012": recordAssistance,
  "6008": customerFreeze,
  "6009": bankControl,
  "6010": activateDormant,
  "7001": enrolEPay,
  "7002": limitEPay,
  "7003": suspendEPay,
  "7004": cancelEPay,
  "7005": changeEPay,
  "7101": freezeWallet,
  "7102": certifyWallet,
  "7103": offerReset,
  "7201": answerHotline,
  "8001": allotPieces,
  "8002": transferPieces,
  "8003": voidPieces,
  "8004": losePieces,
  "8005": countStock,
  "8006": produceCard,
  "8007": makePasswordCards,
  "8008": takeInDelivery,
  "8009": shipPieces,
  "8010": destroyPieces,
  "9003": reprintSlip,
  "9005": packEvidence,
  "9006": setParameters,
  "9008": managePeople,
  "9012": reviewRisk,
  "9013": setRiskRules,
  "9007": settleFee,
};
