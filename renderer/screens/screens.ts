import "#renderer/screens/screens.css";
import "#renderer/screens/cash/cash.css";
import "#renderer/screens/freeze/freeze.css";
import "#renderer/screens/hotline/hotline.css";
import "#renderer/screens/people/people.css";
import "#renderer/screens/protection/protection.css";
import "#renderer/screens/queue/queue.css";
import "#renderer/screens/reversal/reversal.css";
import "#renderer/screens/risk/risk.css";
import "#renderer/screens/stock/stock.css";
import "#renderer/screens/reader/reader.css";
import type { ComponentType } from "react";
import { AuditPage } from "#renderer/screens/audit/audit-page.tsx";
import { DailyList } from "#renderer/screens/audit/daily-list.tsx";
import { ActivateCard } from "#renderer/screens/card/activate-card.tsx";
import { CollectCard } from "#renderer/screens/card/collect-card.tsx";
import { EraseCard } from "#renderer/screens/card/erase-card.tsx";
import { ExchangeCard } from "#renderer/screens/card/exchange-card.tsx";
import { ProduceCard } from "#renderer/screens/card/produce-card.tsx";
import { RetainCard } from "#renderer/screens/card/retain-card.tsx";
import { StripeTest } from "#renderer/screens/card/stripe-test.tsx";
import { BookDifference } from "#renderer/screens/cash/book-difference.tsx";
import { CountCash } from "#renderer/screens/cash/count-cash.tsx";
import { DepositCash } from "#renderer/screens/cash/deposit-cash.tsx";
import { HandCash } from "#renderer/screens/cash/hand-cash.tsx";
import { Transfer } from "#renderer/screens/cash/transfer.tsx";
import { WithdrawCash } from "#renderer/screens/cash/withdraw-cash.tsx";
import { WorkBox } from "#renderer/screens/cash/work-box.tsx";
import { BalanceDay } from "#renderer/screens/day/balance-day.tsx";
import { OpenBranch } from "#renderer/screens/day/open-branch.tsx";
import { SignOff } from "#renderer/screens/day/sign-off.tsx";
import { CloseInternetBank, OpenInternetBank } from "#renderer/screens/e-bank/internet-bank.tsx";
import { PhoneBank } from "#renderer/screens/e-bank/phone-bank.tsx";
import { CloseSwitch, OpenSwitch } from "#renderer/screens/e-bank/switches.tsx";
import { UsbKey } from "#renderer/screens/e-bank/usb-key.tsx";
import { WapBank } from "#renderer/screens/e-bank/wap-bank.tsx";
import { CancelEPay } from "#renderer/screens/e-pay/cancel.tsx";
import { ChangeEPay } from "#renderer/screens/e-pay/change.tsx";
import { EnrolEPay } from "#renderer/screens/e-pay/enrol.tsx";
import { LimitEPay } from "#renderer/screens/e-pay/limits.tsx";
import { SuspendEPay } from "#renderer/screens/e-pay/suspension.tsx";
import { CustomerPage } from "#renderer/screens/enquiry/customer-page.tsx";
import { FindCustomer } from "#renderer/screens/enquiry/find-customer.tsx";
import { Journal } from "#renderer/screens/enquiry/journal.tsx";
import { Slips } from "#renderer/screens/enquiry/slips.tsx";
import { SettleFee } from "#renderer/screens/fee/settle-fee.tsx";
import { ActivateDormant } from "#renderer/screens/freeze/activate-dormant.tsx";
import { AssistedQuery } from "#renderer/screens/freeze/assisted-query.tsx";
import { BankControl } from "#renderer/screens/freeze/bank-control.tsx";
import { CancelWaiting } from "#renderer/screens/freeze/cancel-waiting.tsx";
import { CustomerFreeze } from "#renderer/screens/freeze/customer-freeze.tsx";
import { Deduct } from "#renderer/screens/freeze/deduct.tsx";
import { EmergencyStop } from "#renderer/screens/freeze/emergency-stop.tsx";
import { FreezeRegister } from "#renderer/screens/freeze/freeze-register.tsx";
import {
  RegisterFreeze,
  RegisterWaitingFreeze,
} from "#renderer/screens/freeze/register-freeze.tsx";
import { ReleaseFreeze } from "#renderer/screens/freeze/release-freeze.tsx";
import { RenewFreeze } from "#renderer/screens/freeze/renew-freeze.tsx";
import { Hotline } from "#renderer/screens/hotline/hotline.tsx";
import { ChangePhone } from "#renderer/screens/identity/change-phone.tsx";
import { CheckIdentity } from "#renderer/screens/identity/check-identity.tsx";
import { RegisterAgency } from "#renderer/screens/identity/register-agency.tsx";
import { CloseAccount } from "#renderer/screens/loss/close-account.tsx";
import { FormalLoss } from "#renderer/screens/loss/formal-loss.tsx";
import { LossRegister } from "#renderer/screens/loss/loss-register.tsx";
import { OralLoss } from "#renderer/screens/loss/oral-loss.tsx";
import { PinLoss } from "#renderer/screens/loss/pin-loss.tsx";
import { ReplaceCard } from "#renderer/screens/loss/replace-card.tsx";
import { ReprintApplication } from "#renderer/screens/loss/reprint-application.tsx";
import { ResetPin } from "#renderer/screens/loss/reset-pin.tsx";
import { SlipLost } from "#renderer/screens/loss/slip-lost.tsx";
import { UpgradeLoss } from "#renderer/screens/loss/upgrade-loss.tsx";
import { WithdrawLoss } from "#renderer/screens/loss/withdraw-loss.tsx";
import { Outbox } from "#renderer/screens/messages/outbox.tsx";
import { PasswordCardStatus } from "#renderer/screens/password-card/card-status.tsx";
import { IssuePasswordCard } from "#renderer/screens/password-card/issue-card.tsx";
import { ReissuePasswordCard } from "#renderer/screens/password-card/reissue-card.tsx";
import { VoidPasswordCard } from "#renderer/screens/password-card/void-card.tsx";
import { ManagePeople } from "#renderer/screens/people/manage-people.tsx";
import { SetParameters } from "#renderer/screens/people/set-parameters.tsx";
import { DataProtection } from "#renderer/screens/protection/data-protection.tsx";
import { Queue } from "#renderer/screens/queue/queue.tsx";
import { CardReader } from "#renderer/screens/reader/card-reader.tsx";
import { ReversePosting } from "#renderer/screens/reversal/reverse-posting.tsx";
import { RiskRules } from "#renderer/screens/risk/rules.tsx";
import { RiskWarnings } from "#renderer/screens/risk/warnings.tsx";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { CountStock } from "#renderer/screens/stock/count-stock.tsx";
import { DestroyStock } from "#renderer/screens/stock/destroy-stock.tsx";
import { DrawStock } from "#renderer/screens/stock/draw-stock.tsx";
import { LoseStock } from "#renderer/screens/stock/lose-stock.tsx";
import { MakePasswordCards } from "#renderer/screens/stock/make-cards.tsx";
import { ShipStock } from "#renderer/screens/stock/ship-stock.tsx";
import { StockPage } from "#renderer/screens/stock/stock-page.tsx";
import { TakeInCards } from "#renderer/screens/stock/take-in.tsx";
import { TransferStock } from "#renderer/screens/stock/transfer-stock.tsx";
import { VoidStock } from "#renderer/screens/stock/void-stock.tsx";
import { BranchKeys } from "#renderer/screens/vault/branch-keys.tsx";
import { CertifyWallet } from "#renderer/screens/wallet/certify-wallet.tsx";
import { FreezeWallet } from "#renderer/screens/wallet/freeze-wallet.tsx";
import { OfferReset } from "#renderer/screens/wallet/offer-reset.tsx";

/** The screen behind every code. A code without one is not offered. */
export const screens: Partial<Record<ScreenCode, ComponentType>> = {
  "1002": SignOff,
  "1004": OpenBranch,
  "1005": BranchKeys,
  "1101": WorkBox,
  "1102": HandCash,
  "1103": CountCash,
  "1104": BookDifference,
  "1105": BalanceDay,
  "1106": ReversePosting,
  "2001": FindCustomer,
  "2002": CheckIdentity,
  "2004": ChangePhone,
  "2005": RegisterAgency,
  "3002": ActivateCard,
  "3003": ExchangeCard,
  "3004": CollectCard,
  "3009": RetainCard,
  "3010": StripeTest,
  "3011": DepositCash,
  "3012": WithdrawCash,
  "3013": Transfer,
  "3014": EraseCard,
  "3015": CardReader,
  "4001": OralLoss,
  "4002": FormalLoss,
  "4003": UpgradeLoss,
  "4004": PinLoss,
  "4005": SlipLost,
  "4006": WithdrawLoss,
  "4007": ReplaceCard,
  "4008": CloseAccount,
  "4009": ResetPin,
  "4010": LossRegister,
  "4011": ReprintApplication,
  "6001": RegisterFreeze,
  "6002": RenewFreeze,
  "6003": RegisterWaitingFreeze,
  "6004": ReleaseFreeze,
  "6005": CancelWaiting,
  "6006": Deduct,
  "6007": EmergencyStop,
  "6008": CustomerFreeze,
  "6009": BankControl,
  "6010": ActivateDormant,
  "6011": FreezeRegister,
  "6012": AssistedQuery,
  "5001": IssuePasswordCard,
  "5002": ReissuePasswordCard,
  "5003": VoidPasswordCard,
  "5004": PasswordCardStatus,
  "5005": OpenInternetBank,
  "5006": CloseInternetBank,
  "5007": CloseSwitch,
  "5008": OpenSwitch,
  "5009": UsbKey,
  "5010": WapBank,
  "5011": PhoneBank,
  "7201": Hotline,
  "7101": FreezeWallet,
  "7102": CertifyWallet,
  "7103": OfferReset,
  "7001": EnrolEPay,
  "7002": LimitEPay,
  "7003": SuspendEPay,
  "7004": CancelEPay,
  "7005": ChangeEPay,
  "8001": DrawStock,
  "8002": TransferStock,
  "8003": VoidStock,
  "8004": LoseStock,
  "8005": CountStock,
  "8006": ProduceCard,
  "8007": MakePasswordCards,
  "8008": TakeInCards,
  "8009": ShipStock,
  "8010": DestroyStock,
  "8011": StockPage,
  "9001": Journal,
  "9002": CustomerPage,
  "9003": Slips,
  "9004": Queue,
  "9005": AuditPage,
  "9010": DailyList,
  "9012": RiskWarnings,
  "9013": RiskRules,
  "9011": Outbox,
  "9007": SettleFee,
  "9006": SetParameters,
  "9008": ManagePeople,
  "9009": DataProtection,
};
