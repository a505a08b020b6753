import { Form, Radio } from "antd";
import { useEffect } from "react";
import { requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Whether the customer gave the old card back, to be punched before their eyes (P21). */
export function ReturnedField() {
  const words = useWords();
  const label = words("passwordCard:reissue.returned");
  return (
    <Form.Item
      name="returned"
      label={label}
      rules={requiredRule(words("kit:required.choice", { label }))}
    >
      <Radio.Group
        aria-label={label}
        className="choose-one"
        options={[
          { value: true, label: words("passwordCard:reissue.returned.yes") },
          { value: false, label: words("passwordCard:reissue.returned.no") },
        ]}
      />
    </Form.Item>
  );
}

/** A lost card cannot have been given back, so there is nothing to choose (P22). */
export function ReturnedByReason() {
  const words = useWords();
  const form = Form.useFormInstance();
  const isLost = Form.useWatch<unknown>("reason", form) === "lost";
  useEffect(() => {
    form.setFieldValue("returned", isLost ? false : undefined);
  }, [form, isLost]);

  if (!isLost) return <ReturnedField />;
  return (
    <>
      <p className="hint">{words("passwordCard:reissue.lost")}</p>
      <Form.Item name="returned" hidden>
        <input />
      </Form.Item>
    </>
  );
}
