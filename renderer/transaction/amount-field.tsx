import { Form, Input } from "antd";
import { useState } from "react";
import { capitalAmount } from "#core/money/capital.ts";
import { type Fen, fenFromText, formatFen } from "#core/money/fen.ts";
import { type Control, type FieldProps, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** An amount as a teller types it in yuan; what it gives is whole fen, said in capitals below. */
export function AmountField({ name = "amount", label, isOptional }: Partial<FieldProps>) {
  const words = useWords();
  return (
    <Form.Item
      label={label ?? words("kit:amount.label")}
      name={name}
      rules={requiredRule(words("kit:amount.invalid"), isOptional)}
    >
      <AmountControl />
    </Form.Item>
  );
}

function AmountControl({ id, value, onChange }: Control<Fen>) {
  const words = useWords();
  const [typed, type] = useState(value === undefined ? "" : formatFen(value));
  return (
    <div>
      <Input
        id={id ?? ""}
        className="figures amount"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          type(target.value);
          onChange?.(fenFromText(target.value));
        }}
        onBlur={() => value !== undefined && type(formatFen(value))}
      />
      {value !== undefined && (
        <output className="capital">
          {words("kit:amount.capital")} {capitalAmount(value)}
        </output>
      )}
    </div>
  );
}
