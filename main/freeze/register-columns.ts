import { dateOf, type Instant, timeOf } from "#core/calendar/instant.ts";
import { measureObject, standingMeasure } from "#core/freeze/measure.ts";
import { lastDayOf } from "#core/freeze/term.ts";
import { type Fen, formatFen } from "#core/money/fen.ts";
import type { Cell } from "#main/exports/csv.ts";
import type { FreezeOrderLine } from "#main/views/freeze-order-view.ts";

/** A column of the register: its heading for people, and its cell for programs and for people. */
export interface Column {
  readonly heading: string;
  readonly cell: (order: FreezeOrderLine) => Cell;
  /** How people read the cell, where it is a code. */
  readonly words?: Readonly<Record<string, string>>;
}

const kind = {
  court: "人民法院",
  police: "公安机关（刑事）",
  procuratorate: "人民检察院",
  supervision: "监察委员会",
  "state-security": "国家安全机关等",
  tax: "税务机关",
  customs: "海关",
  csrc: "证券监督管理机构",
  administrative: "其他行政机关",
  terrorism: "公安机关（涉恐行政）",
  aml: "中国人民银行（反洗钱）",
  "emergency-stop": "公安机关（紧急止付）",
} as const satisfies Record<FreezeOrderLine["kind"], string>;

const ended = {
  released: "解除",
  expired: "到期",
  deducted: "扣划完毕",
  cancelled: "撤销轮候",
} as const;

const status = {
  active: "生效",
  waiting: "轮候",
  released: "已解除",
  expired: "已到期",
  deducted: "已扣划",
  cancelled: "已撤销",
} as const satisfies Record<FreezeOrderLine["status"], string>;

const scope = {
  amount: "金额",
  "account-debit": "账户（只收不付）",
  "account-full": "账户（不收不付）",
} as const;

/** The columns of the register (F15–F17), by their names in JSON Lines. */
export const columns: Readonly<Record<string, Column>> = {
  order: { heading: "冻结序号", cell: ({ id }) => id },
  status: { heading: "状态", cell: (order) => order.status, words: status },
  measure: { heading: "措施代码", cell: standingMeasure },
  object: { heading: "措施对象代码", cell: (order) => measureObject(order.scope) },
  kind: { heading: "机关种类", cell: (order) => order.kind, words: kind },
  organ: { heading: "机关", cell: ({ organ }) => organ },
  documentNumber: { heading: "文书号", cell: ({ documentNumber }) => documentNumber },
  officer1: { heading: "执法人员一", cell: ({ officers }) => officers[0] },
  officer2: { heading: "执法人员二", cell: ({ officers }) => officers[1] },
  holder: { heading: "户名", cell: ({ customerName }) => customerName },
  account: { heading: "账号", cell: ({ accountNumber }) => accountNumber },
  scope: {
    heading: "冻结范围",
    cell: (order) => (order.scope.type === "amount" ? "amount" : `account-${order.scope.block}`),
    words: scope,
  },
  amount: {
    heading: "应冻结金额（元）",
    cell: (order) => (order.scope.type === "amount" ? yuan(order.scope.amount) : undefined),
  },
  rest: {
    heading: "剩余应冻结金额（元）",
    cell: (order) => (order.scope.type === "amount" ? yuan(order.rest) : undefined),
  },
  controlled: { heading: "实际控制金额（元）", cell: ({ controlled }) => yuan(controlled) },
  deducted: { heading: "已扣划金额（元）", cell: ({ deducted }) => yuan(deducted) },
  coversInterest: {
    heading: "是否及于孳息",
    cell: ({ coversInterest }) => (coversInterest ? "yes" : "no"),
    words: { yes: "是", no: "否" },
  },
  queue: { heading: "轮候顺位", cell: ({ queue }) => queue },
  deliveredAt: { heading: "送达时间", cell: ({ deliveredAt }) => momentText(deliveredAt) },
  effectiveAt: { heading: "生效时间", cell: ({ effectiveAt: at }) => at && momentText(at) },
  endsAt: { heading: "冻结至", cell: endText },
  lastDayOnNotice: { heading: "文书所载截止日", cell: ({ lastDay }) => lastDay },
  daysLeft: { heading: "剩余天数", cell: ({ daysLeft }) => daysLeft },
  renewals: { heading: "续冻次数", cell: ({ renewals }) => renewals.length },
  endReason: {
    heading: "终止原因",
    cell: (order) => (order.status in ended ? order.status : undefined),
    words: ended,
  },
  endedAt: { heading: "终止时间", cell: ({ endedAt }) => endedAt && momentText(endedAt) },
  endedBy: { heading: "终止文书号", cell: ({ endedBy }) => endedBy?.documentNumber },
};

/** Until when an order holds, as its paper has it: its last day, or the moment of a stop of hours. */
function endText({ kind: of, endsAt }: FreezeOrderLine): Cell {
  if (endsAt === undefined) return undefined;
  const isOfHours = of === "emergency-stop" || of === "aml";
  return isOfHours ? momentText(endsAt) : lastDayOf(endsAt);
}

/** An amount as a spreadsheet reads it: 1234.50. */
function yuan(amount: Fen): string {
  return formatFen(amount).replaceAll(",", "");
}

/** A moment as people in China write it, sortable: 2026-03-18 10:15:30. */
function momentText(at: Instant): string {
  return `${dateOf(at)} ${timeOf(at)}`;
}
