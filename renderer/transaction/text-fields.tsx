import { Form, Input } from "antd";
import type { Rule } from "antd/es/form";
import { type FieldProps, fieldError, requiredRule } from "#renderer/transaction/field.ts";
import { UsualWords } from "#renderer/transaction/usual-words.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** A line of text. `longest` is what the contract takes. */
export function TextField({
  name,
  label,
  isOptional,
  longest = 60,
  inputMode,
  also = [],
  usual,
}: FieldProps & {
  readonly label: string;
  readonly longest?: number;
  /** What else it must be, each with the words for it. */
  readonly also?: readonly Rule[];
  readonly inputMode?: "text" | "tel" | "numeric";
  /** What is said most often: a digit writes it. */
  readonly usual?: readonly string[];
}) {
  const words = useWords();
  return (
    <Form.Item
      label={label}
      name={name}
      rules={[
        ...requiredRule(words("kit:required", { label }), isOptional),
        { whitespace: !isOptional, message: fieldError(words("kit:required", { label })) },
        ...also,
      ]}
    >
      {usual ? (
        <UsualWords usual={usual} longest={longest} />
      ) : (
        <Input maxLength={longest} inputMode={inputMode ?? "text"} autoComplete="off" />
      )}
    </Form.Item>
  );
}

/** Why the customer or the teller wants this. */
export function ReasonField({
  name = "reason",
  label,
  isOptional,
  usual,
}: Partial<FieldProps> & { readonly usual?: readonly string[] }) {
  const words = useWords();
  return (
    <TextField
      name={name}
      label={label ?? words("kit:reason.label")}
      longest={100}
      {...(isOptional === undefined ? {} : { isOptional })}
      {...(usual === undefined ? {} : { usual })}
    />
  );
}

/** The number printed on a loss application slip (挂失申请书). */
export function SlipField({ name = "slip", label, isOptional }: Partial<FieldProps>) {
  const words = useWords();
  const said = label ?? words("kit:slip.label");
  return (
    <Form.Item
      label={said}
      name={name}
      rules={[
        ...requiredRule(words("kit:required", { label: said }), isOptional),
        { pattern: /^\d{14,20}$/, message: fieldError(words("kit:slip.invalid")) },
      ]}
    >
      <Input maxLength={20} inputMode="numeric" autoComplete="off" className="figures" />
    </Form.Item>
  );
}
