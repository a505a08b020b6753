import { Form } from "antd";
import { useEffect } from "react";
import type { CardView } from "#core/contract/customer-view.ts";
import { ExchangeReason } from "#core/contract/transactions.ts";
import { openCases, waysOf } from "#renderer/screens/loss/case-reasons.ts";
import { Suited, type WhyNot } from "#renderer/screens/suited.tsx";
import { NumberingField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { CardField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { SwipeField } from "#renderer/transaction/swipe-field.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 3003 换卡: the old card is here and can be read (T30). */
export function ExchangeCard() {
  const words = useWords();
  return (
    <Suited code="3003" whyNot={whyNot}>
      <TransactionScreen code="3003">
        <CardField only={isExchangeable} />
        <SwipeField name="swipe" label={words("card:exchange.old.label")} />
        <ChooseOneField
          name="reason"
          label={words("card:exchange.reason.label")}
          options={ExchangeReason.options.map((value) => ({
            value,
            label: words(`term:exchange.${value}`),
          }))}
        />
        <NumberingByReason />
        <IdentityField />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}

/** After suspected skimming only a new number helps, so there is nothing to choose (R10). */
function NumberingByReason() {
  const words = useWords();
  const form = Form.useFormInstance();
  const isSkimmed = Form.useWatch<unknown>("reason", form) === "skimming-suspected";
  const numbering = Form.useWatch<unknown>("numbering", form);

  useEffect(() => {
    if (isSkimmed) form.setFieldValue("numbering", "new");
  }, [form, isSkimmed]);
  if (isSkimmed) {
    return (
      <>
        <p className="hint">{words("card:exchange.skimming")}</p>
        <Form.Item name="numbering" hidden>
          <input />
        </Form.Item>
      </>
    );
  }
  return (
    <>
      <NumberingField />
      {numbering === "same" && <p className="hint">{words("card:exchange.same")}</p>}
    </>
  );
}

function isExchangeable({ life, loss }: CardView): boolean {
  return (life === "active" || life === "issued-inactive") && loss === "none";
}

const whyNot: WhyNot = (customer, words, here) => {
  if (customer.cards.some(isExchangeable)) return [];

  const open = openCases(customer);
  if (open.length === 0) {
    return [{ text: words("card:exchange.none"), ways: [{ code: "9002" }] }];
  }
  return open.map((lossCase) => ({
    text: words("card:exchange.reported", { card: lossCase.cardNumber }),
    ways: waysOf(lossCase, here),
  }));
};
