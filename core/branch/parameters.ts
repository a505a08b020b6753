import { z } from "zod";
import { defaultEBankRules, EBankRules } from "#core/e-bank/rules.ts";
import { defaultEPayRules, EPayRules } from "#core/e-pay/rules.ts";
import { FeeTable } from "#core/fee/fee-table.ts";
import { Fen, fen } from "#core/money/fen.ts";
import { defaultPasswordCardRules, PasswordCardRules } from "#core/password-card/rules.ts";
import { defaultRiskSettings, RiskSettings } from "#core/risk/settings.ts";
import { defaultSmsRules, SmsRules } from "#core/sms/rules.ts";
import { Role } from "#core/teller/teller.ts";

/** The bank's own choices where the law or the sources leave room (section 5.0 of the rules). */
export const Parameters = z
  .object({
    /** Days an oral loss report holds, start day excluded (T03, T07). */
    lossOralDays: z.int().min(1).max(60),
    /** Days a written loss report must wait, start day excluded (T05). */
    lossFormalDays: z.int().min(1).max(60),
    /** Days the card factory needs for a card of the same number (L02, L06). */
    sameNumberProductionDays: z.int().min(0).max(60),
    /** Whether a card may be replaced on the day of the report, and with which number (T17). */
    sameDayReplacement: z.enum(["off", "new-number-only", "any"]),
    /** Ways by which an oral report is accepted (T03). */
    oralChannels: z.array(z.enum(["counter", "phone"])).readonly(),
    /** Credits sent to a replaced number still reach the account (L20). */
    creditsFollowOldNumber: z.boolean(),
    /** Wrong PINs in a row that lock the PIN (T25). */
    pinTries: z.int().min(1).max(10),
    /** Cash in or out from this amount needs A2, in fen (D05). */
    tellerAuthorisationAmount: Fen,
    /** Days a made card waits for its holder before it is destroyed (V10). */
    unclaimedCardDays: z.int().min(1).max(365),
    /** Fee for a written loss report, in fen, where the fee table has no line of its own. */
    lossReportFee: Fen,
    /** Fee for a replacement card, in fen, where the fee table has no line of its own. */
    replacementFee: Fen,
    /** What the counter charges, over time (P36). */
    fees: FeeTable.default({}),
    /** Minutes an approval may wait for its request. */
    grantMinutes: z.int().min(1).max(30),
    /** Minutes a word for a parked request holds, at most until the day ends (9004). */
    parkedGrantMinutes: z.int().min(1).max(240).default(30),
    /** Minutes without a key until the counter locks itself (D07). */
    idleLockMinutes: z.int().min(1).max(15),
    /** A second order on a partly free balance takes the rest, or waits for the whole (3.5). */
    freezeSecondAmount: z.enum(["COVER_REST", "WAIT_WHOLE"]).default("COVER_REST"),
    /** Years without movement after which an account sleeps, and up to which balance (3.6). */
    dormantYears: z.int().min(1).max(30).default(5),
    dormantMaxBalance: Fen.default(fen(100_00)),
    /** 交易权限: which roles may use a code, where the branch says otherwise than the table (D02). */
    rights: z
      .record(z.string().regex(/^\d{4}$/), z.array(Role).max(Role.options.length).readonly())
      .readonly()
      .optional(),
    /** Whether whoever has an operator card must swipe it to sign on (D02). */
    operatorCard: z.enum(["optional", "required"]).default("optional"),
    passwordCard: PasswordCardRules.default(defaultPasswordCardRules),
    eBank: EBankRules.default(defaultEBankRules),
    ePay: EPayRules.default(defaultEPayRules),
    sms: SmsRules.default(defaultSmsRules),
    risk: RiskSettings.default(defaultRiskSettings),
  })
  .readonly();
export type Parameters = z.infer<typeof Parameters>;

/** The parameters a new branch starts with. */
export const defaultParameters: Parameters = {
  lossOralDays: 5,
  lossFormalDays: 7,
  sameNumberProductionDays: 14,
  sameDayReplacement: "off",
  oralChannels: ["counter", "phone"],
  creditsFollowOldNumber: true,
  pinTries: 3,
  tellerAuthorisationAmount: fen(50_000_00),
  unclaimedCardDays: 90,
  lossReportFee: fen(10_00),
  replacementFee: fen(5_00),
  fees: {},
  grantMinutes: 5,
  parkedGrantMinutes: 30,
  idleLockMinutes: 5,
  freezeSecondAmount: "COVER_REST",
  dormantYears: 5,
  dormantMaxBalance: fen(100_00),
  operatorCard: "optional",
  passwordCard: defaultPasswordCardRules,
  eBank: defaultEBankRules,
  ePay: defaultEPayRules,
  sms: defaultSmsRules,
  risk: defaultRiskSettings,
};
