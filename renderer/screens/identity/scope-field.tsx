import { Checkbox, Form } from "antd";
import { useEffect, useRef } from "react";
import type { TransactionCode } from "#core/contract/transactions.ts";
import { codesFor } from "#core/contract/who-may-come.ts";
import { type Control, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** What an agency may cover: of a power of attorney what agents may do, of a guardian's all. */
const codesOf = {
  "power-of-attorney": codesFor("agent"),
  guardian: codesFor("holder", "agent"),
} as const;

/** The transactions of an agency. All that it may cover are ticked, and may be taken out. */
export function ScopeField() {
  const words = useWords();
  const form = Form.useFormInstance();
  const basis = Form.useWatch<keyof typeof codesOf | undefined>("basis", form);
  const codes = basis && codesOf[basis];
  const offered = useRef<typeof basis>(undefined);
  useEffect(() => {
    // What was kept over a lock stays; another basis covers something else.
    const isKept = offered.current === undefined && form.getFieldValue("scope") !== undefined;
    if (codes && !isKept) form.setFieldValue("scope", codes);
    offered.current = basis;
  }, [form, basis, codes]);
  if (!codes) return null;
  const label = words("fact:agencyScope");
  return (
    <Form.Item
      label={label}
      name="scope"
      rules={requiredRule(words("kit:required.choice", { label }))}
    >
      <ScopeControl codes={codes} />
    </Form.Item>
  );
}

function ScopeControl({
  id,
  value = [],
  onChange,
  codes,
}: Control<readonly string[]> & { readonly codes: readonly TransactionCode[] }) {
  const words = useWords();
  function tick(code: TransactionCode, isCovered: boolean): void {
    const covered = codes.filter((one) => (one === code ? isCovered : value.includes(one)));
    onChange?.(covered.length > 0 ? covered : undefined);
  }
  return (
    <fieldset id={id} className="ticks" aria-label={words("fact:agencyScope")}>
      {codes.map((code) => (
        <Checkbox
          key={code}
          checked={value.includes(code)}
          onChange={({ target }) => tick(code, target.checked)}
        >
          <span className="figures">{code}</span> {words(`transaction:${code}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
