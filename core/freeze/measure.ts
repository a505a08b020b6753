import type { FreezeEntry } from "#core/freeze/freeze-entry.ts";
import type { FreezeOrder } from "#core/freeze/freeze-order.ts";
import { unreachable } from "#core/kernel/assert.ts";

/**
 * 措施代码 between courts and banks (F17): 01 冻结, 02 继续冻结, 03 轮候冻结, 04 解除冻结, 05 解除轮候,
 * 06 划拨.
 *
 * 07 提取收入 and 08 冻结并划拨 are no measures of this desk: income is drawn where it is paid, and what
 * is to be frozen and taken at once is registered (01) and then deducted (06), each on its own paper.
 */
export type MeasureCode = "01" | "02" | "03" | "04" | "05" | "06";

/** 措施对象 (F17): 1 the money in an account, 2 the account itself. */
export type MeasureObject = "1" | "2";

/** The entries by which a paper of an organ does something to an order. */
export type MeasureEntry = Extract<
  FreezeEntry,
  {
    readonly type:
      | "freeze.registered"
      | "freeze.renewed"
      | "freeze.released"
      | "freeze.deducted"
      | "freeze.cancelled";
  }
>;

/** The measure that an entry carries out, as the organ's receipt states it. */
export function measureOf(entry: MeasureEntry): MeasureCode {
  switch (entry.type) {
    case "freeze.registered":
      return entry.freeze.status === "waiting" ? "03" : "01";
    case "freeze.renewed":
      return "02";
    case "freeze.released":
      return "04";
    case "freeze.cancelled":
      return "05";
    case "freeze.deducted":
      return "06";
    default:
      return unreachable(entry);
  }
}

/** What an order, or a line of the register about one, says of how it stands. */
interface Standing extends Pick<FreezeOrder, "status" | "effectiveAt"> {
  readonly renewals: readonly unknown[];
}

/**
 * The measure under which an order stands, as the register states it: by which it holds or waits, or
 * by which it ended. One that ended by itself is named by what it was until then.
 */
export function standingMeasure({ status, effectiveAt, renewals }: Standing): MeasureCode {
  switch (status) {
    case "waiting":
      return "03";
    case "released":
      return "04";
    case "cancelled":
      return "05";
    case "deducted":
      return "06";
    case "active":
    case "expired":
      if (effectiveAt === undefined) return "03";
      return renewals.length > 0 ? "02" : "01";
    default:
      return unreachable(status);
  }
}

/** What an order is laid on. */
export function measureObject({ type }: FreezeOrder["scope"]): MeasureObject {
  return type === "amount" ? "1" : "2";
}
