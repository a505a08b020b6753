import { describe, expect, test } from "vitest";
import { businessDate } from "#core/calendar/business-date.ts";
import { oralReportLapsing, writtenReportMaturing } from "#main/demonstration/dates.ts";
import { holidays } from "./founded.ts";

const day = businessDate;

describe("the day of an oral report that lapses tonight", () => {
  test("T06: is five days ago in the middle of a week", () => {
    expect(oralReportLapsing(day("2026-03-18"), holidays)).toBe("2026-03-13");
  });

  test("T06: on a Monday is that of the Monday before, whose term ran into the weekend", () => {
    expect(oralReportLapsing(day("2026-03-23"), holidays)).toBe("2026-03-16");
  });

  test("T06: on a Saturday, when nothing lapses, is that of the first to lapse after it", () => {
    // Monday's five days end on Saturday and so on the Monday after; Sunday's ended on Friday.
    expect(oralReportLapsing(day("2026-03-21"), holidays)).toBe("2026-03-16");
  });
});

describe("the day of a written report that matures today", () => {
  test("T06: is eight days ago in the middle of a week", () => {
    expect(writtenReportMaturing(day("2026-03-26"), holidays)).toBe("2026-03-18");
  });

  test("T06: on a Monday, when nothing matures, is that of the last that matured before", () => {
    // Friday the 13th matures on Saturday the 21st; what would on Sunday waits for Tuesday.
    expect(writtenReportMaturing(day("2026-03-23"), holidays)).toBe("2026-03-13");
  });
});
