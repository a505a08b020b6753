import { useId, useRef, useState } from "react";
import { formatFen } from "#core/money/fen.ts";
import { AmountLine, TextLine } from "#renderer/customer/bank/field.tsx";
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

const billers = ["water", "power"] as const;

/** 生活缴费: water and electricity (E06). */
export function BillPage({ goTo }: Props) {
  const words = useWords();
  const id = useId();
  return (
    <Steps goTo={goTo}>
      <PayForm kind="bill">
        <div className="line">
          <label htmlFor={id}>{words("bank:biller")}</label>
          <select id={id} name="biller">
            {billers.map((biller) => (
              <option key={biller} value={words(`bank:biller.${biller}`)}>
                {words(`bank:biller.${biller}`)}
              </option>
            ))}
          </select>
        </div>
        <TextLine
          name="reference"
          label={words("bank:reference")}
          hint={words("bank:reference.hint")}
          defaultValue="20061208-77"
        />
        <AmountLine />
      </PayForm>
    </Steps>
  );
}

/** 小额转账 (E06). A presenter may let an invented payee be filled in. */
export function TransferPage({ goTo }: Props) {
  const words = useWords();
  const lines = useRef<HTMLDivElement>(null);

  function fillIn(): void {
    for (const [name, value] of [
      ["payeeName", words("bank:example.payee")],
      ["payeeAccount", EXAMPLE_ACCOUNT],
    ] as const) {
      const input = lines.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (input) input.value = value;
    }
    lines.current?.querySelector<HTMLInputElement>('input[name="amount"]')?.focus();
  }
  return (
    <Steps goTo={goTo}>
      <PayForm kind="transfer">
        <div ref={lines}>
          <p className="line">
            <button type="button" className="example" onClick={fillIn}>
              {words("bank:example.payee.fill")}
            </button>
          </p>
          <TextLine name="payeeName" label={words("bank:payee-name")} />
          <TextLine
            name="payeeAccount"
            label={words("bank:payee-account")}
            inputMode="numeric"
            hint={words("bank:payee-account.hint")}
          />
          <AmountLine />
        </div>
      </PayForm>
    </Steps>
  );
}

/** Nobody's account: the branch's own numbers begin differently. */
const EXAMPLE_ACCOUNT = "9558800200135073266";
