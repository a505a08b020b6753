import { z } from "zod";
import { FreezePaper } from "#core/freeze/freeze-kind.ts";
import { CheckResult, DocumentKind } from "#core/identity/document.ts";

/**
 * 应核对的资料 (D04): one thing on the counter that whoever gives their word compares with the screen.
 * It names the paper and never what stands on it: that is read from the paper.
 */
export const Paper = z.discriminatedUnion("what", [
  /** The document of the holder or of whoever acts for the holder, and what 联网核查 said of it. */
  z
    .object({
      what: z.literal("document"),
      of: z.enum(["holder", "agent"]),
      kind: DocumentKind,
      /** Read by the device, or typed by the teller: typed ones are looked at twice. */
      by: z.enum(["reader", "typed"]),
      check: CheckResult.optional(),
    })
    .readonly(),
  /** The papers by which somebody may act for the holder; named where the register has them (2005). */
  z.object({ what: z.literal("agency"), agency: z.string().max(40).optional() }).readonly(),
  /** A paper of an organ of the state (F02). */
  z.object({ what: z.literal("organ-paper"), paper: FreezePaper }).readonly(),
  /** Both officers in person, with their permits (F03). */
  z.object({ what: z.literal("officers") }).readonly(),
  /** The collection paper (L11). */
  z.object({ what: z.literal("slip"), number: z.string().max(20) }).readonly(),
  z.object({ what: z.literal("card") }).readonly(),
  /** The blank piece that is to be handed over. */
  z.object({ what: z.literal("piece"), serial: z.string().max(20) }).readonly(),
  /** The piece that the customer gave back, punched. */
  z.object({ what: z.literal("returned-piece") }).readonly(),
  /** 客户签字: the application as the customer signed it. */
  z.object({ what: z.literal("signature") }).readonly(),
]);
export type Paper = z.infer<typeof Paper>;
