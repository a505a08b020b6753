import { z } from "zod";

/** A branch is known by its four-digit number, the first four digits of every loss-case number. */
export const BranchCode = z
  .string()
  .regex(/^\d{4}$/)
  .brand<"BranchCode">();
export type BranchCode = z.infer<typeof BranchCode>;

/** The branch that this ledger belongs to. One data folder serves one branch. */
export const Branch = z
  .object({
    code: BranchCode,
    name: z.string().min(1).max(60),
    englishName: z.string().min(1).max(80),
    kind: z.enum(["live", "demonstration"]),
  })
  .readonly();
export type Branch = z.infer<typeof Branch>;
