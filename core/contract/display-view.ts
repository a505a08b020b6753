import { z } from "zod";
import { CustomerId } from "#core/customer/customer.ts";
import { CodePurpose } from "#core/sms/one-time-code.ts";

/** The presenter's tray: physical cards and documents that can be used in a demonstration. */
export const TrayView = z
  .object({
    cards: z
      .array(
        z
          .object({
            id: z.string(),
            label: z.string(),
            number: z.string().optional(),
            customer: CustomerId.optional(),
            kind: z.enum(["customer", "blank", "made", "foreign", "special", "damaged"]),
          })
          .readonly(),
      )
      .readonly(),
    documents: z
      .array(
        z.object({ customer: CustomerId, name: z.string(), pin: z.string().optional() }).readonly(),
      )
      .readonly(),
    /** What the simulator waits for. */
    expects: z.enum(["swipe", "write-swipe", "erase-swipe", "nothing"]),
    failing: z.string().optional(),
    /** Whether the simulated reader hangs on its cable. */
    isPlugged: z.boolean(),
  })
  .readonly();
export type TrayView = z.infer<typeof TrayView>;

/** What the customer's display shows. */
export const DisplayView = z.discriminatedUnion("status", [
  z
    .object({
      status: z.literal("idle"),
      branchName: z.string(),
      branchEnglishName: z.string(),
      demonstration: z.boolean(),
    })
    .readonly(),
  z
    .object({
      status: z.literal("pin"),
      purpose: z.enum(["verify", "new", "again"]),
      /** What it is the PIN or password of. */
      of: z.enum(["card", "e-bank", "sms-code"]),
      /** Of a card, its number; of a code, the telephone it went to. */
      number: z.string(),
      /** What the code is good for, so that she reads on the pad what she is about to allow. */
      codeFor: CodePurpose.optional(),
      problem: z.string().optional(),
      demonstration: z.boolean(),
    })
    .readonly(),
]);
export type DisplayView = z.infer<typeof DisplayView>;
