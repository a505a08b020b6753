import { Form, Radio, Select } from "antd";
import { type ReactNode, useEffect } from "react";
import { type FieldProps, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** One of the things to choose from. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly disabled?: boolean;
}

const SHOWN_AT_ONCE = 5;

/** One out of a few: radio buttons while they fit, a list beyond. The arrow keys choose. */
export function ChooseOneField<Value extends string>({
  name,
  label,
  isOptional,
  options,
  none,
  shownAtOnce = SHOWN_AT_ONCE,
}: FieldProps & {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  /** What to say where there is nothing to choose from. */
  readonly none?: string;
  /** So many are shown as radio buttons; a longer list opens. */
  readonly shownAtOnce?: number;
}) {
  const words = useWords();
  const rules = requiredRule(words("kit:required.choice", { label }), isOptional);
  if (options.length === 0 && none) {
    return (
      <Form.Item label={label} name={name} rules={rules}>
        <Nothing said={none} />
      </Form.Item>
    );
  }
  return (
    <Form.Item label={label} name={name} rules={rules}>
      {options.length <= shownAtOnce ? (
        <Radio.Group aria-label={label} options={[...options]} className="choose-one" />
      ) : (
        <Select aria-label={label} options={[...options]} placeholder={words("kit:choose")} />
      )}
    </Form.Item>
  );
}

/** Chooses what the screen was opened for (`about`), or the only thing there is to choose. */
export function useChosenBefore(
  name: FieldProps["name"],
  options: readonly Option<string>[],
  about: string | undefined,
): void {
  const form = Form.useFormInstance();
  const open = options.filter((option) => !option.disabled);
  const chosen =
    open.find((option) => option.value === about) ?? (open.length === 1 ? open[0] : undefined);
  const value = chosen?.value;
  useEffect(() => {
    if (value !== undefined && form.getFieldValue(name) === undefined) {
      form.setFieldValue(name, value);
    }
  }, [form, name, value]);
}

function Nothing({ said, id }: { readonly said: string; readonly id?: string }) {
  return (
    <output id={id} className="nothing">
      {said}
    </output>
  );
}
