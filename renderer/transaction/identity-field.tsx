import { Button, Form, Input, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import type { DocumentView } from "#core/contract/swipe-view.ts";
import type { Identity } from "#core/contract/transactions.ts";
import type { CheckResult, DocumentKind } from "#core/identity/document.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import { type Control, type FieldProps, requiredRule } from "#renderer/transaction/field.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Kinds of documents and answers of the check, in the order in which they are offered. */
export const documentKinds: readonly DocumentKind[] = [
  "resident-id",
  "temporary-resident-id",
  "household-register",
  "military",
  "hk-macau-permit",
  "taiwan-permit",
  "passport",
  "foreign-permanent-resident",
  "hmt-residence-permit",
];
const checkResults: readonly CheckResult[] = [
  "match-with-photo",
  "match-without-photo",
  "name-mismatch",
  "not-found",
  "document-invalid",
];

/** A document as the window can hand it on: what the contract has not yet branded. */
type Shown =
  | { readonly by: "reader"; readonly ref: string }
  | { readonly by: "typed"; readonly kind: DocumentKind; readonly number: string };

/** The document of the person at the counter, laid on the reader or typed in. */
export function ShownDocumentField({ name = "document", label, isOptional }: Partial<FieldProps>) {
  const words = useWords();
  const said = label ?? words("kit:identity.label");
  return (
    <Form.Item
      label={said}
      name={name}
      rules={requiredRule(words("kit:required", { label: said }), isOptional)}
    >
      <DocumentControl onShown={nothing} />
    </Form.Item>
  );
}

/** The holder in person: the document, and what the online check answered. */
export function IdentityField({ name = "identity" }: { readonly name?: string }) {
  const words = useWords();
  const form = Form.useFormInstance();
  const check = Form.useWatch<Identity["check"] | undefined>([name, "check"], form);
  const label = words("kit:identity.label");
  return (
    <>
      <Form.Item
        label={label}
        name={[name, "document"]}
        rules={requiredRule(words("kit:required", { label }))}
      >
        <DocumentControl
          onShown={(shown) => {
            if (isCheckResult(shown.check)) form.setFieldValue([name, "check"], shown.check);
          }}
        />
      </Form.Item>
      <CheckField name={[name, "check"]} />
      {check !== undefined && check !== "match-with-photo" && (
        <p role="alert">{words("kit:identity.doubt")}</p>
      )}
    </>
  );
}

/** What 联网核查 answered, as the teller reads it off. */
export function CheckField({ name }: Pick<FieldProps, "name">) {
  const words = useWords();
  const label = words("kit:identity.check");
  return (
    <Form.Item
      label={label}
      name={name}
      rules={requiredRule(words("kit:required.choice", { label }))}
    >
      <Select
        placeholder={words("kit:choose")}
        options={checkResults.map((value) => ({ value, label: words(`term:check.${value}`) }))}
      />
    </Form.Item>
  );
}

function DocumentControl({
  id,
  value,
  onChange,
  onShown,
}: Control<Shown> & { readonly onShown: (shown: DocumentView) => void }) {
  const words = useWords();
  const { store } = useCounter();
  const [shown, show] = useState<DocumentView>();
  const [isTyping, setTyping] = useState(value?.by === "typed");
  const place = useRef<HTMLFieldSetElement>(null);

  const isOpen = value === undefined || value.by === "typed";
  useEffect(() => {
    if (!isOpen) return undefined;
    return store.getState().claimDocument({
      isFocused: () => place.current?.contains(document.activeElement) ?? false,
      take(laid) {
        show(laid);
        setTyping(false);
        onShown(laid);
        onChange?.({ by: "reader", ref: laid.ref });
      },
    });
  }, [isOpen, store, onChange, onShown]);

  if (isTyping) {
    return (
      <fieldset ref={place} className="typed-document">
        <TypedDocument id={id} value={value} onChange={onChange} />
        <Button onClick={() => [setTyping(false), onChange?.(undefined)]}>
          {words("kit:identity.read")}
        </Button>
      </fieldset>
    );
  }
  return (
    <fieldset ref={place} id={id} className="swipe-field">
      {shown && value?.by === "reader" ? (
        <output className="figures">
          {words(`noun:document.${shown.kind}`)} {shown.number} {shown.name}
        </output>
      ) : (
        <output>{words("kit:identity.waiting")}</output>
      )}
      <Button onClick={() => [setTyping(true), onChange?.(undefined)]}>
        {words("kit:identity.type")}
      </Button>
      {shown?.expired && <p role="alert">{words("kit:identity.expired")}</p>}
    </fieldset>
  );
}

function TypedDocument({ id, value, onChange }: Control<Shown>) {
  const words = useWords();
  const [kind, choose] = useState<DocumentKind>(value?.by === "typed" ? value.kind : "resident-id");
  const [number, type] = useState(value?.by === "typed" ? value.number : "");

  function tell(next: { readonly kind: DocumentKind; readonly number: string }): void {
    choose(next.kind);
    type(next.number);
    onChange?.(next.number.trim() === "" ? undefined : { by: "typed", ...next });
  }
  return (
    <>
      <Select
        aria-label={words("kit:identity.kind")}
        value={kind}
        onChange={(next) => tell({ kind: next, number })}
        options={documentKinds.map((one) => ({ value: one, label: words(`noun:document.${one}`) }))}
      />
      <Input
        id={id ?? ""}
        aria-label={words("kit:identity.number")}
        className="figures"
        maxLength={30}
        autoComplete="off"
        autoFocus
        value={number}
        onChange={({ target }) => tell({ kind, number: target.value })}
      />
    </>
  );
}

function isCheckResult(text: string | undefined): text is CheckResult {
  return checkResults.some((result) => result === text);
}

function nothing(): void {}
