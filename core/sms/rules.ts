import { z } from "zod";

/** The bank's own choices for messages and their codes (EPAY_OTP_TTL in 5.0). */
export const SmsRules = z
  .object({
    /** Minutes a code holds; never above ten (O09). */
    codeMinutes: z.int().min(1).max(10),
    /** Wrong answers that make a code void (5.5). */
    codeTries: z.int().min(1).max(5),
    /** Times a message is offered to the gateway before somebody must look. */
    sendTries: z.int().min(1).max(20),
    /** Whether customers hear of what was changed for them (R17, R19); codes go out all the same. */
    notices: z.boolean(),
  })
  .readonly();
export type SmsRules = z.infer<typeof SmsRules>;

export const defaultSmsRules: SmsRules = {
  codeMinutes: 5,
  codeTries: 3,
  sendTries: 5,
  notices: true,
};
