import { DailyList } from "#core/contract/audit-view.ts";
import { DayView } from "#core/contract/day-view.ts";
import { JournalRow } from "#core/contract/posting-view.ts";

const noon = Date.UTC(2026, 4, 18, 4, 0, 0);

/** A line of the journal: teller 0101 took a deposit, a supervisor agreed. */
export function journalLine(changes: Partial<Record<keyof JournalRow, unknown>> = {}): JournalRow {
  return JournalRow.parse({
    ...{ sequence: 4711, recordedAt: noon, businessDate: "2026-05-18", teller: "0101" },
    ...{ approvers: ["0201"], code: "3011", entries: ["money.posted", "slip.issued"] },
    ...changes,
  });
}

/** A daily list with two unmaskings and nothing else. */
export function dailyList(changes: Partial<Record<keyof DailyList, unknown>> = {}): DailyList {
  return DailyList.parse({
    date: "2026-05-18",
    groups: [
      { watch: "channel-opened", total: 0, rows: [] },
      {
        watch: "revealed",
        total: 2,
        rows: [
          journalLine({ sequence: 4712, code: "9002", entries: ["customer.revealed"] }),
          journalLine({ sequence: 4709, code: "9002", entries: ["customer.revealed"] }),
        ],
      },
    ],
    ...changes,
  });
}

/** The day of teller 0101: the box open with 1,234.56 yuan, forty blank cards, nothing to settle. */
export function dayView(changes: Partial<Record<keyof DayView, unknown>> = {}): DayView {
  return DayView.parse({
    date: "2026-05-18",
    status: "open",
    box: "open",
    figures: [cashDay("0101", 1_234_56), cashDay("vault", 5_000_00), stockDay("card", 40)],
    counts: [],
    ...{ mine: [], toEnd: [], parked: 0 },
    ...changes,
  });
}

/** The day of a box in which nothing moved. */
export function cashDay(box: string, held: number) {
  return {
    ...{ name: "cashDay", kind: "cash-day", box, opening: held, receipts: 0, payments: 0 },
    ...{ transfersIn: 0, transfersOut: 0, over: 0, short: 0, held },
  };
}

/** The day of teller 0101's pieces of a kind in which none moved. */
export function stockDay(voucher: string, held: number) {
  return {
    ...{ name: "stockDay", kind: "stock-day", voucher, holder: "0101", opening: held },
    ...{ received: 0, used: 0, voided: 0, handedOver: 0, lost: 0, held },
  };
}
