import { z } from "zod";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { Box, BoxId } from "#core/cash/box.ts";
import { BranchDay } from "#core/day/branch-day.ts";
import { OpenItem } from "#core/day/open-item.ts";
import { CashCount } from "#core/money/denomination.ts";
import { Fact } from "#core/slip/slip.ts";

/** 营业日一览: how the day stands, for whoever begins work in it and for whoever ends it (C03). */
export const DayView = z
  .object({
    date: BusinessDate,
    /** Absent in a branch without days. */
    status: BranchDay.unwrap().shape.status.optional(),
    /** Cash by box, blank pieces by hand, and postings by transaction, as X and Z state them. */
    figures: z.array(Fact).readonly(),
    /** 碰库: the last count of today of each box, by denomination. */
    counts: z
      .array(
        z.object({ box: BoxId, status: Box.unwrap().shape.status, cash: CashCount }).readonly(),
      )
      .readonly(),
    /** Where one's own box stands; absent for whoever has none. */
    box: Box.unwrap().shape.status.optional(),
    /** What keeps whoever asks from signing off (C04). */
    mine: z.array(OpenItem).readonly(),
    /** What keeps the day from ending (C03). */
    toEnd: z.array(OpenItem).readonly(),
    /** Requests that wait for a second person: one's own, or all for those who may give their word. */
    parked: z.int().nonnegative(),
  })
  .readonly();
export type DayView = z.infer<typeof DayView>;
