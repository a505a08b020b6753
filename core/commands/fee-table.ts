import type { ParameterRefusal } from "#core/branch/parameter-list.ts";
import { Parameters } from "#core/branch/parameters.ts";
import { BusinessDate } from "#core/calendar/business-date.ts";
import type { FeePeriod } from "#core/e-bank/rules.ts";
import { feeLineOn } from "#core/fee/fee-line.ts";
import { FeeKind } from "#core/fee/fee-table.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { fen } from "#core/money/fen.ts";

/** From when the rate holds that a branch was founded with: before anybody paid it. */
const FOUNDING = BusinessDate.parse("2000-01-01");
const FEE_MAX = 10_000_00;

/** Whether a path names a fee, such as `fees.loss-report`. */
export function isFeePath(path: string): boolean {
  return kindIn(path) !== undefined;
}

function kindIn(path: string): FeeKind | undefined {
  return path.startsWith("fees.") ? FeeKind.safeParse(path.slice("fees.".length)).data : undefined;
}

/** The lines of a fee as they stand, whichever table has them. */
export function feeLines(parameters: Parameters, kind: FeeKind): readonly FeePeriod[] {
  const { fees, eBank } = parameters;
  if (fees[kind]) return fees[kind];
  if (kind === "password-card") return eBank.passwordCardFees;
  if (kind === "usb-key") return eBank.usbKeyFees;
  return [
    { from: FOUNDING, amount: feeLineOn(kind, parameters, FOUNDING).amount, promotion: false },
  ];
}

/** The line that was added last, as text: what a new one is held against. */
export function feeInForce(parameters: Parameters, path: string): string | undefined {
  const kind = kindIn(path);
  const last = kind && feeLines(parameters, kind).at(-1);
  return last && lineAsText(last);
}

/** `2027-01-01/2027-06-30/1000/promotion`: first day, last day if any, fen, and whether dated. */
export function lineAsText({ from, to, amount, promotion }: FeePeriod): string {
  return [from, to ?? "", String(amount), promotion ? "promotion" : "regular"].join("/");
}

/** The parameters with one more line of a fee; what was charged before stays as it was (P36). */
export function withFeeLine(
  parameters: Parameters,
  path: string,
  to: string,
  today: BusinessDate,
): Result<Parameters, ParameterRefusal> {
  const kind = kindIn(path);
  const line = lineFrom(to);
  if (!kind || !line) return refuse({ code: "parameters.out-of-bounds", path });
  if (line.from < today) return refuse({ code: "parameters.fee-in-the-past" });

  const lines = [...feeLines(parameters, kind), line];
  const parsed = Parameters.safeParse({
    ...parameters,
    fees: { ...parameters.fees, [kind]: lines },
  });
  return parsed.success ? accept(parsed.data) : refuse({ code: "parameters.contradict" });
}

function lineFrom(text: string): FeePeriod | undefined {
  const [first, last, amount = "", dated] = text.split("/");
  const from = BusinessDate.safeParse(first).data;
  const to = last === "" ? undefined : BusinessDate.safeParse(last).data;
  const isDated = { promotion: true, regular: false }[dated ?? ""];
  if (!from || isDated === undefined || !/^\d{1,8}$/.test(amount)) return undefined;
  if ((last !== "" && !to) || (to && to < from) || Number(amount) > FEE_MAX) return undefined;
  return { from, ...(to ? { to } : {}), amount: fen(Number(amount)), promotion: isDated };
}
