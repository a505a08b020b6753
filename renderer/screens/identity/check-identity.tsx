import { Form } from "antd";
import { useTeller } from "#renderer/store/use-teller.ts";
import { CheckField } from "#renderer/transaction/check-field.tsx";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { DoubtFields } from "#renderer/transaction/doubt-fields.tsx";
import { ShownDocumentField } from "#renderer/transaction/identity-field.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { type Draft, TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

const findings = ["checked", "forged"] as const;
const signs = [
  "declared-invalid",
  "chip-unreadable",
  "print-wrong",
  "photo-replaced",
  "data-differ",
  "admitted",
] as const;

/** 2002 联网核查: an answer that is kept, or the report of a document that was proved false (3.8). */
export function CheckIdentity() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer?.id);
  return (
    <TransactionScreen
      code="2002"
      needsCustomer={false}
      initial={{ finding: customer === undefined ? "forged" : "checked" }}
      toInput={(draft) => about(draft, customer)}
    >
      <ChooseOneField
        name="finding"
        label={words("identity:finding")}
        options={findings.map((value) => ({
          value,
          label: words(`identity:finding.${value}`),
          disabled: value === "checked" && customer === undefined,
        }))}
      />
      <ShownDocumentField fillsCheck="check" />
      <FieldsOfFinding />
    </TransactionScreen>
  );
}

function FieldsOfFinding() {
  const finding = Form.useWatch<unknown>("finding", Form.useFormInstance());
  if (finding === "forged") return <ForgedFields />;
  return finding === "checked" ? (
    <>
      <CheckField name="check" />
      <DoubtFields name={[]} mayLeave />
    </>
  ) : null;
}

/** What the police need to know, and nothing of the customer whose number it is. */
function ForgedFields() {
  const words = useWords();
  return (
    <>
      <p className="hint">{words("identity:forged.hint")}</p>
      <TextField name="nameOnDocument" label={words("identity:forged.name")} />
      <CheckField name="check" isOptional />
      <ChooseOneField
        name="sign"
        label={words("identity:forged.sign")}
        shownAtOnce={signs.length}
        options={signs.map((value) => ({ value, label: words(`term:forgery-sign.${value}`) }))}
      />
      <TextField name="words" label={words("identity:forged.words")} longest={200} />
      <TextField name="business" label={words("identity:forged.business")} longest={100} />
      <ChooseOneField
        name="retained"
        label={words("identity:forged.retained")}
        options={(["yes", "no"] as const).map((value) => ({
          value,
          label: words(`term:retained.${value}`),
        }))}
      />
    </>
  );
}

/** A check is of the customer at the counter; the radio buttons hold words where the contract ticks. */
function about(draft: Draft<"2002">, customer: string | undefined): Draft<"2002"> {
  if (draft.finding === "checked") return { ...draft, customer: customer ?? "" };
  return { ...draft, retained: (draft.retained as unknown) === "yes" };
}
