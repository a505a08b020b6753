import { Form, Input, type InputRef } from "antd";
import type { Rule } from "antd/es/form";
import { useEffect, useRef } from "react";
import { fieldError } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly name: string | (string | number)[];
  readonly label: string;
  readonly isFirst?: boolean;
  readonly rules?: readonly Rule[];
}

/** A password, never remembered by the window. */
export function PasswordField({ name, label, isFirst = false, rules = [] }: Props) {
  const words = useWords();
  const input = useRef<InputRef>(null);
  useEffect(() => {
    if (isFirst) input.current?.focus();
  }, [isFirst]);
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, message: fieldError(words("kit:required", { label })) }, ...rules]}
    >
      <Input ref={input} type="password" maxLength={128} autoComplete="off" />
    </Form.Item>
  );
}
