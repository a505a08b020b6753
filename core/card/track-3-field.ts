import { z } from "zod";
import { Expiry } from "#core/card/expiry.ts";
import { Pan } from "#core/card/pan.ts";

/** 周期长度: 00 never reset, 01–79 days, 80–86 as listed; 87–99 are kept for later (M19). */
export const CycleLength = z
  .string()
  .regex(/^(?:[0-7]\d|8[0-6])$/)
  .brand<"CycleLength">();
export type CycleLength = z.infer<typeof CycleLength>;

/**
 * 周期开始日期: YDDD, the last digit of the year and the day of the year, 001 to 366 (M18); or
 * 0000 where no cycle ever begins.
 */
export const CycleBegin = z
  .string()
  .regex(/^(?:\d(?:00[1-9]|0[1-9]\d|[12]\d{2}|3[0-5]\d|36[0-6])|0000)$/)
  .brand<"CycleBegin">();
export type CycleBegin = z.infer<typeof CycleBegin>;

/** 交换控制符: 0 unrestricted, otherwise as digit 1 of the JR/T service code; 1 is absent (M22). */
export const InterchangeControl = z.enum(["0", "2", "3", "4", "5", "6", "7", "8", "9"]);
export type InterchangeControl = z.infer<typeof InterchangeControl>;

/**
 * 账户类型和服务约束 (TA, SR) of an account: first digit 0–5 or 9, second digit 0–4, 8 or 9; the
 * others are kept for later (M23, M24).
 */
export const AccountUse = z
  .string()
  .regex(/^[0-59][0-489]$/)
  .brand<"AccountUse">();
export type AccountUse = z.infer<typeof AccountUse>;

const SupplementaryAccount = z.string().regex(/^\d{0,12}$/);
const CycleUnits = z.int().min(0).max(9999);
const Digit = z.int().min(0).max(9);

/**
 * Track 3, the read and write track that an issuer may use or not (M04, M05). Of its 29 fields
 * these are the 20 that can differ from card to card; the others are sentinels, separators, the
 * format code 99, the security number, which JR/T leaves out (M26), and the LRC.
 */
export const Track3 = z
  .object({
    pan: Pan,
    /** 国家代码: 156 for China, or null where it is left out (M15). */
    country: z.literal("156").nullable(),
    /** 货币代码 by GB/T 12406 (ISO 4217): 156 for yuan. */
    currency: z.string().regex(/^\d{3}$/),
    /** 金额指数: the two amounts of the cycle count in ten to this power (M16). */
    amountExponent: Digit,
    /** 周期授权量 in units of ten to `amountExponent`. */
    cycleAuthorised: CycleUnits,
    /** 本周期余额 in the same units: never above what was authorised (M17). */
    cycleRemaining: CycleUnits,
    cycleBegin: CycleBegin,
    cycleLength: CycleLength,
    /** 密码重输次数: wrong PINs still allowed (M20). */
    pinRetries: Digit,
    /** PINPARM: six digits of the issuer's own method (M21, X9). */
    pinControl: z.string().regex(/^\d{6}$/),
    interchangeControl: InterchangeControl,
    panUse: AccountUse,
    firstAccountUse: AccountUse,
    secondAccountUse: AccountUse,
    expiry: Expiry,
    /** 卡序列号: tells cards of one number apart, +1 at each new card (M25). */
    cardSequence: Digit,
    /** SAN-1 and SAN-2: up to 12 digits, empty where there is no such account (M27). */
    firstAccount: SupplementaryAccount,
    secondAccount: SupplementaryAccount,
    /** 传递标志: 0 exchange messages carry the additional data, 1 they leave it out (M28). */
    relayMarker: z.enum(["0", "1"]),
    /** CCD: six digits of the issuer's own method (M29). */
    cryptographicCheck: z.string().regex(/^\d{6}$/),
    /** 附加数据: digits at the issuer's discretion, as many as fit (M14). */
    additionalData: z.string().regex(/^\d{0,40}$/),
  })
  .readonly();
export type Track3 = z.infer<typeof Track3>;
