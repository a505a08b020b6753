import { Form, Select } from "antd";
import type { CheckResult, DocumentKind } from "#core/identity/document.ts";
import { type FieldProps, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Kinds of documents and answers of the check, in the order in which they are offered. */
export const documentKinds: readonly DocumentKind[] = [
  "resident-id",
  "temporary-resident-id",
  "household-register",
  "military",
  "hk-macau-permit",
  "taiwan-permit",
  "passport",
  "foreign-permanent-resident",
  "hmt-residence-permit",
];
const checkResults: readonly CheckResult[] = [
  "match-with-photo",
  "match-without-photo",
  "name-mismatch",
  "not-found",
  "document-invalid",
];

/** What 联网核查 answered, as the teller reads it off. */
export function CheckField({ name, isOptional }: Pick<FieldProps, "name" | "isOptional">) {
  const words = useWords();
  const label = words("kit:identity.check");
  return (
    <Form.Item
      label={label}
      name={name}
      rules={requiredRule(words("kit:required.choice", { label }), isOptional)}
    >
      <Select
        allowClear={isOptional === true}
        placeholder={words("kit:choose")}
        options={checkResults.map((value) => ({ value, label: words(`term:check.${value}`) }))}
      />
    </Form.Item>
  );
}

/** Whether a word is one of those answers. */
export function isCheckResult(text: string | undefined): text is CheckResult {
  return checkResults.some((result) => result === text);
}
