import { useState } from "react";
import { formatFen } from "#core/money/fen.ts";
import { BillLines, TransferLines } from "#renderer/customer/bank/order-lines.tsx";
import { PayForm } from "#renderer/customer/checkout/pay-form.tsx";
import { type GoToPage, Steps } from "#renderer/customer/checkout/steps.tsx";
import { goods } from "#renderer/customer/shop/goods.ts";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly goTo: GoToPage;
}

/** 网上购物: a shop's checkout that is paid by e支付 (E06). */
export function ShopPage({ goTo }: Props) {
  const words = useWords();
  const [chosen, choose] = useState(goods[0]);
  return (
    <Steps goTo={goTo}>
      <PayForm kind="purchase">
        <fieldset className="choices basket">
          <legend>
            {words("shop:name")} · {words("ePayHome:cart")}
          </legend>
          {goods.map((one) => (
            <label key={one.id} className={`choice ${one.id}`}>
              <input
                type="radio"
                name="book"
                value={one.id}
                checked={one === chosen}
                onChange={() => choose(one)}
              />
              <span>{words(`shop:goods.${one.id}`)}</span>
              <span className="figures price">
                {words("bank:yuan", { amount: formatFen(one.price) })}
              </span>
            </label>
          ))}
        </fieldset>
        <input type="hidden" name="merchant" value={words("shop:name")} />
        <input type="hidden" name="amount" value={chosen ? formatFen(chosen.price) : ""} />
      </PayForm>
    </Steps>
  );
}

/** 生活缴费: water and electricity (E06). */
export function BillPage({ goTo }: Props) {
  return (
    <Steps goTo={goTo}>
      <PayForm kind="bill">
        <BillLines of={["water", "power"]} />
      </PayForm>
    </Steps>
  );
}

/** 小额转账 (E06). */
export function TransferPage({ goTo }: Props) {
  return (
    <Steps goTo={goTo}>
      <PayForm kind="transfer">
        <TransferLines />
      </PayForm>
    </Steps>
  );
}
