import { Form, Input } from "antd";
import type { Rule } from "antd/es/form";
import { BusinessDate } from "#core/calendar/business-date.ts";
import { type FieldProps, fieldError, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** A day as the paper prints it. Eight digits are enough: 20260518 becomes 2026-05-18. */
export function DayField({
  name,
  label,
  isOptional,
  also = [],
}: FieldProps & {
  readonly label: string;
  /** What else the day must be, each with the words for it. */
  readonly also?: readonly Rule[];
}) {
  const words = useWords();
  return (
    <Form.Item
      label={label}
      name={name}
      normalize={withDashes}
      rules={[
        ...requiredRule(words("kit:required", { label }), isOptional),
        {
          validator: (_rule, typed: unknown) =>
            typed === undefined || typed === "" || BusinessDate.safeParse(typed).success
              ? Promise.resolve()
              : Promise.reject(new Error("not a day")),
          message: fieldError(words("freeze:date.invalid")),
        },
        ...also,
      ]}
    >
      <Input
        className="figures day"
        maxLength={10}
        inputMode="numeric"
        autoComplete="off"
        placeholder="YYYY-MM-DD"
      />
    </Form.Item>
  );
}

/** Eight digits with the dashes that the books write. */
export function withDashes(typed: string): string {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(typed.trim());
  return parts ? parts.slice(1).join("-") : typed.trim();
}
