import { Form, Input } from "antd";
import { downIntoTodays } from "#renderer/screens/reversal/todays-postings.tsx";
import { type Control, fieldError } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

const DIGITS_AT_MOST = 9;

/** The journal number of what is to be undone, typed or picked in the list below. */
export function SequenceField() {
  const words = useWords();
  return (
    <Form.Item
      name="sequence"
      label={words("reversal:sequence.label")}
      rules={[{ required: true, message: fieldError(words("reversal:sequence.invalid")) }]}
    >
      <SequenceControl />
    </Form.Item>
  );
}

/** Takes nothing but digits, so what is shown and what is meant are always the same. */
function SequenceControl({ id, value, onChange }: Control<number>) {
  return (
    <Input
      id={id ?? ""}
      className="figures count"
      inputMode="numeric"
      autoComplete="off"
      maxLength={DIGITS_AT_MOST}
      value={value === undefined ? "" : String(value)}
      onKeyDown={downIntoTodays}
      onChange={({ target }) => {
        const digits = target.value.replace(/\D/g, "");
        onChange?.(Number(digits) > 0 ? Number(digits) : undefined);
      }}
    />
  );
}
