import { Form, Input } from "antd";
import { useState } from "react";
import { type Control, type FieldProps, fieldError } from "#renderer/transaction/field.ts";

/** How many of something: a whole number from 1 to `most`. `invalid` says so. */
export function CountField({
  name,
  label,
  most,
  invalid,
}: Pick<FieldProps, "name"> & {
  readonly label: string;
  readonly most: number;
  readonly invalid: string;
}) {
  return (
    <Form.Item label={label} name={name} rules={[{ required: true, message: fieldError(invalid) }]}>
      <CountControl most={most} />
    </Form.Item>
  );
}

function CountControl({ id, value, onChange, most }: Control<number> & { readonly most: number }) {
  const [typed, type] = useState(value === undefined ? "" : String(value));
  return (
    <Input
      id={id ?? ""}
      className="figures count"
      inputMode="numeric"
      autoComplete="off"
      maxLength={String(most).length}
      value={typed}
      onChange={({ target }) => {
        type(target.value);
        onChange?.(countFrom(target.value, most));
      }}
    />
  );
}

function countFrom(text: string, most: number): number | undefined {
  const count = /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : undefined;
}
