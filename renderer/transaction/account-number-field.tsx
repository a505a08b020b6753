import { Form, Input } from "antd";
import { type FieldProps, fieldError, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** The number of an account, ours or another bank's, as somebody else wrote it down. */
export function AccountNumberField({
  name,
  label,
  isOptional,
}: FieldProps & { readonly label: string }) {
  const words = useWords();
  return (
    <Form.Item
      label={label}
      name={name}
      normalize={(typed: string) => typed.replace(/[\s-]/g, "")}
      rules={[
        ...requiredRule(words("kit:required", { label }), isOptional),
        { pattern: /^\d{12,21}$/, message: fieldError(words("kit:account-number.invalid")) },
      ]}
    >
      <Input className="figures" maxLength={30} inputMode="numeric" autoComplete="off" />
    </Form.Item>
  );
}
