import { PaymentOrder } from "#core/e-bank/payment.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { fenFromText } from "#core/money/fen.ts";

/** What a customer fills in to pay; the contract's own names, so that an issue finds its field. */
export type OrderField =
  | "payeeName"
  | "payeeAccount"
  | "merchant"
  | "biller"
  | "reference"
  | "amount"
  | "deposit";

/** Fields that cannot be sent as they are typed. */
export interface Unreadable {
  readonly code: "order.unreadable";
  readonly fields: readonly OrderField[];
}

const fields: Readonly<Record<PaymentOrder["kind"], readonly OrderField[]>> = {
  transfer: ["payeeName", "payeeAccount", "amount"],
  purchase: ["merchant", "amount"],
  bill: ["biller", "reference", "amount"],
  "early-withdrawal": ["deposit"],
};

/** Reads a filled form as the order it means, or names the fields that cannot be read. */
export function readOrder(
  kind: PaymentOrder["kind"],
  typed: Pick<FormData, "get">,
): Result<PaymentOrder, Unreadable> {
  const text = (name: OrderField) => String(typed.get(name) ?? "");
  const filled = fields[kind].map((name) => [
    name,
    name === "amount" ? fenFromText(text(name)) : text(name),
  ]);
  const parsed = PaymentOrder.safeParse({ kind, ...Object.fromEntries(filled) });
  if (parsed.success) return accept(parsed.data);

  const named = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return refuse({
    code: "order.unreadable",
    fields: fields[kind].filter((name) => named.has(name)),
  });
}
