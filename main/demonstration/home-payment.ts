import { PaymentOrder } from "#core/e-bank/payment.ts";
import { fen } from "#core/money/fen.ts";
import type { Draw } from "#main/demonstration/draw.ts";

/** A payment that a customer asked for at home, and how she read the cells. */
export interface HomePayment {
  readonly order: PaymentOrder;
  /** Wrong answers before the right one, or instead of it. */
  readonly wrong: number;
  readonly right: boolean;
}

/** A purchase as the stories have it. */
export const newBook = PaymentOrder.parse({
  kind: "purchase",
  merchant: "示例书店",
  amount: 128_00,
});

const merchants = ["示例书店", "虚构花店", "样本超市"] as const;
const billers = ["演示水务", "演示电力", "演示燃气"] as const;
const payees = [
  { payeeName: "代小例", payeeAccount: "9999000100000000017" },
  { payeeName: "乌有科技公司", payeeAccount: "999900020000025" },
] as const;

/** One of the payments of everyday life, small enough for every limit of a day. */
export function drawOrder(draw: Draw): PaymentOrder {
  const amount = fen(draw.between(5_00, 120_00));
  switch (draw.pick(["transfer", "purchase", "bill"] as const)) {
    case "transfer":
      return PaymentOrder.parse({ kind: "transfer", ...draw.pick(payees), amount });
    case "purchase":
      return PaymentOrder.parse({ kind: "purchase", merchant: draw.pick(merchants), amount });
    case "bill":
      return PaymentOrder.parse({
        kind: "bill",
        biller: draw.pick(billers),
        reference: `DEMO-${draw.digits(8)}`,
        amount,
      });
  }
}
