import { z } from "zod";
import { defaultGrid, Grid } from "#core/password-card/grid.ts";

/** The bank's own choices for 口令卡 (5.0). */
export const PasswordCardRules = z
  .object({
    /** How often a card may be used (P12). */
    uses: z.int().min(1).max(100_000),
    /** From so many uses left the customer is reminded (P14). */
    remindAt: z.int().min(0),
    /** Wrong answers in a row on one day that stop trading until the next day (P17). */
    dayWrong: z.int().min(1).max(100),
    /** Wrong answers that stop trading until the card is replaced (P18). */
    totalWrong: z.int().min(1).max(100),
    /** Whether a right answer makes the count of the ten start again (P19). */
    totalMode: z.enum(["CONSECUTIVE", "CUMULATIVE"]),
    /** Whether a use is a right answer or any answer (O13). */
    countMode: z.enum(["SUCCESS", "ATTEMPT"]),
    /** The layout of cards made from now on. */
    grid: Grid,
    /** Months a card is valid after its issue; 0 for no end, as the source has it (P13, O06). */
    expiryMonths: z.int().min(0).max(120),
    /** Minutes a challenge may be answered. */
    challengeMinutes: z.int().min(1).max(10),
    /** Whether a cell that was answered may be asked again (P11); NIST says never (O02). */
    cellReuse: z.boolean(),
    /** Challenges a day that may be left unanswered before no other is drawn until tomorrow. */
    unansweredPerDay: z.int().min(1).max(1000),
    /** From this chance that a watcher knows the next answer, reissue is advised; in 1/1000. */
    exposureAdvicePermille: z.int().min(1).max(1000),
  })
  .readonly()
  .refine(({ dayWrong, totalWrong }) => dayWrong <= totalWrong, "a day's limit is the smaller one");
export type PasswordCardRules = z.infer<typeof PasswordCardRules>;

/** What the source says, and our choice where it is silent. */
export const defaultPasswordCardRules: PasswordCardRules = {
  uses: 1000,
  remindAt: 50,
  dayWrong: 3,
  totalWrong: 10,
  totalMode: "CONSECUTIVE",
  countMode: "SUCCESS",
  grid: defaultGrid,
  expiryMonths: 0,
  challengeMinutes: 5,
  cellReuse: true,
  unansweredPerDay: 10,
  exposureAdvicePermille: 500,
};
