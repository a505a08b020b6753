import { Form } from "antd";
import { useEffect, useRef } from "react";
import type { LossCaseView } from "#core/contract/customer-view.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { NumberingField } from "#renderer/transaction/choice-fields.tsx";
import { PinField } from "#renderer/transaction/pin-field.tsx";

/** The loss case that is chosen in the form around this. */
export function useChosenCase(): LossCaseView | undefined {
  const number = Form.useWatch<string | undefined>("lossCase", Form.useFormInstance());
  return useTeller((teller) => teller.customer?.lossCases.find((one) => one.number === number));
}

/** The account behind the card of a case: whose PIN the pad asks for. */
export function useAccountOf(lossCase: LossCaseView | undefined): string | undefined {
  return useTeller(
    (teller) => teller.customer?.cards.find(({ id }) => id === lossCase?.card)?.account,
  );
}

/** The PIN of the chosen case's account. */
export function CasePinField({ purpose }: { readonly purpose: "verify" | "new" }) {
  const lossCase = useChosenCase();
  return <PinField account={useAccountOf(lossCase)} card={lossCase?.card} purpose={purpose} />;
}

/** Same or new number, as it was agreed when the loss was reported; the customer may change it. */
export function NumberingOfCase() {
  const form = Form.useFormInstance();
  const lossCase = useChosenCase();
  const agreedFor = useRef<string>(undefined);

  useEffect(() => {
    if (!lossCase || agreedFor.current === lossCase.number) return;
    agreedFor.current = lossCase.number;
    form.setFieldValue("numbering", lossCase.numbering);
  }, [form, lossCase]);
  return <NumberingField />;
}
