import { Form } from "antd";
import type { CheckResult } from "#core/identity/document.ts";
import { asksWords, type Resolution, resolutionWays } from "#core/identity/resolution.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { TextField } from "#renderer/transaction/text-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

/**
 * How a doubt was settled (3.8): asked only where the check raises one. `mayLeave` is for the check by
 * itself, where a customer who left is an end as well.
 */
export function DoubtFields({
  name,
  mayLeave = false,
}: {
  /** The part of the form that has the answer under `check`. */
  readonly name: readonly string[];
  readonly mayLeave?: boolean;
}) {
  const words = useWords();
  const form = Form.useFormInstance();
  const check = Form.useWatch<CheckResult | undefined>([...name, "check"], form);
  const by = Form.useWatch<Resolution["by"] | undefined>([...name, "resolution", "by"], form);
  if (check === undefined || check === "match-with-photo") return null;
  if (check === "document-invalid" && !mayLeave) {
    return <p role="alert">{words("kit:identity.invalid")}</p>;
  }
  const ways = resolutionWays.filter((way) => mayLeave || way !== "customer-leaves");
  return (
    <>
      <p role="alert">{words("kit:identity.doubt")}</p>
      <ChooseOneField
        name={[...name, "resolution", "by"]}
        label={words("kit:identity.how")}
        options={ways.map((value) => ({ value, label: words(`term:resolution.${value}`) }))}
      />
      {by !== undefined && (
        <TextField
          key={by}
          name={[...name, "resolution", "words"]}
          label={words(labelOf(by))}
          isOptional={!asksWords(by)}
        />
      )}
    </>
  );
}

function labelOf(by: Resolution["by"]) {
  if (by === "other-document") return "kit:identity.how.which";
  return by === "issuer-confirmed" ? "kit:identity.how.who" : "kit:identity.how.words";
}
