import { Form } from "antd";
import { isReportable, noCardToReport } from "#renderer/screens/loss/reportable.ts";
import { Suited } from "#renderer/screens/suited.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { FeeField, NumberingField, SignedTick } from "#renderer/transaction/choice-fields.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { CardField } from "#renderer/transaction/customer-fields.tsx";
import { IdentityField } from "#renderer/transaction/identity-field.tsx";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const kinds = ["pin", "both"] as const;
const whyNot = noCardToReport(kinds);

/** 4004 密码挂失, 双挂失: never by an agent (T20); for a PIN alone nothing is charged (T21). */
export function PinLoss() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  return (
    <Suited code="4004" whyNot={whyNot}>
      <TransactionScreen code="4004" initial={{ fee: "cash" }} toInput={byTheHolder}>
        <p className="hint">{words("loss:holder-only")}</p>
        <CardField only={isReportable(customer, kinds)} />
        <ChooseOneField
          name="kind"
          label={words("loss:kind.label")}
          options={kinds.map((value) => ({ value, label: words(`loss:kind.${value}`) }))}
        />
        <OfDoubleLoss />
        <IdentityField />
        <ReasonField />
        <SignedTick />
      </TransactionScreen>
    </Suited>
  );
}

/** What only the loss of the card as well asks for. */
function OfDoubleLoss() {
  const kind = Form.useWatch<unknown>("kind", Form.useFormInstance());
  if (kind !== "both") return null;
  return (
    <>
      <NumberingField />
      <FeeField />
    </>
  );
}

/** The contract names a reporter and a way to pay always; a PIN alone is free. */
function byTheHolder(draft: Draft<"4004">): Draft<"4004"> {
  return { ...draft, reporter: { by: "holder" }, fee: draft.fee ?? "cash" };
}
