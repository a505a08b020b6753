import { z } from "zod";
import { Branch } from "#core/branch/branch.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CallView } from "#core/contract/call-view.ts";
import { StockView } from "#core/contract/password-card-view.ts";
import { WaitingView } from "#core/contract/queue-view.ts";
import { BranchDay } from "#core/day/branch-day.ts";
import { SignedFen } from "#core/money/fen.ts";
import { Role, TellerId } from "#core/teller/teller.ts";

// Views are all that the window knows. Every number in them is masked; every reference is opaque.

/** Who sits at this counter. */
export const SessionView = z.discriminatedUnion("status", [
  z.object({ status: z.literal("signed-off") }).readonly(),
  z
    .object({
      status: z.enum(["signed-on", "locked", "must-change-password"]),
      teller: TellerId,
      name: z.string(),
      role: Role,
      /** Whether orders of the state are shown to this person, or also carried out (F03, U07). */
      assistance: z.enum(["none", "sees", "assists"]).default("none"),
      /** Codes that the table of rights keeps from this person; they are not offered (D02). */
      mayNot: z.array(z.string().max(4)).readonly().optional(),
    })
    .readonly(),
]);
export type SessionView = z.infer<typeof SessionView>;

/** The reader as the status bar shows it. */
export const ReaderView = z
  .object({
    status: z.enum(["absent", "opening", "probing", "ready", "busy", "lost"]),
    doing: z.enum(["reading", "writing", "verifying", "erasing", "feeling"]).optional(),
    reason: z.string().optional(),
    model: z.string().optional(),
    simulated: z.boolean(),
    /** Whether what is said on its cable is being written down (3015). */
    recording: z.boolean(),
    /** It takes no question: only a swipe shows whether anything is there. */
    isUnasked: z.literal(true).optional(),
    /** Its kind has no erasing (3014). */
    cannotErase: z.literal(true).optional(),
    /** Whoever sits here may look at its settings and not change them. */
    isReadOnly: z.literal(true).optional(),
  })
  .readonly();
export type ReaderView = z.infer<typeof ReaderView>;

/** Where a box stands; by how much its count was over (above zero) or short is told with it. */
const BoxView = z
  .object({
    status: z.enum(["closed", "open", "balanced", "difference"]),
    date: BusinessDate,
    difference: SignedFen.optional(),
  })
  .readonly();

/** The workstation as a whole: what every screen shows around its business. */
export const WorkstationView = z
  .object({
    /** Absent until a live branch has been set up. */
    branch: Branch.optional(),
    kind: z.enum(["live", "demonstration"]),
    now: Instant,
    today: BusinessDate,
    /** 营业日: absent until the branch has one. */
    day: z.object({ date: BusinessDate, status: BranchDay.unwrap().shape.status }).optional(),
    session: SessionView,
    reader: ReaderView,
    /** Lines the teller should read once: what recovery found, an old runtime, a wrong clock. */
    notices: z
      .array(
        z
          .object({
            code: z.string(),
            facts: z.record(z.string(), z.union([z.string(), z.number()])),
          })
          .readonly(),
      )
      .readonly(),
    cardsLeft: z.int(),
    /** Blank pieces of every kind in the box of whoever sits here. */
    stock: z.array(StockView).readonly(),
    /** 尾箱 of whoever sits here; what lies in it is not told, for it is to be counted (C02). */
    box: BoxView.optional(),
    idleLockMinutes: z.int(),
    /** Requests that wait for a second person; absent while nobody sits here. */
    waiting: WaitingView.optional(),
    /** Who is on the telephone with whoever sits here (7201). */
    call: CallView.optional(),
  })
  .readonly();
export type WorkstationView = z.infer<typeof WorkstationView>;
