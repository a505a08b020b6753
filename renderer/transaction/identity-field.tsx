import { Button, Form, Input, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import { dateOf } from "#core/calendar/instant.ts";
import type { DocumentView } from "#core/contract/swipe-view.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { CheckField, documentKinds, isCheckResult } from "#renderer/transaction/check-field.tsx";
import { DoubtFields } from "#renderer/transaction/doubt-fields.tsx";
import { type Control, type FieldProps, requiredRule } from "#renderer/transaction/field.ts";
import { OnBehalfFields } from "#renderer/transaction/on-behalf-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** A document as the window can hand it on: what the contract has not yet branded. */
type Shown =
  | { readonly by: "reader"; readonly ref: string }
  | { readonly by: "typed"; readonly kind: DocumentKind; readonly number: string };

/** The document of the person at the counter, laid on the reader or typed in. */
export function ShownDocumentField({
  name = "document",
  label,
  isOptional,
  fillsCheck,
}: Partial<FieldProps> & {
  /** The field for the answer of the check, where the reader's own is taken over. */
  readonly fillsCheck?: string;
}) {
  const words = useWords();
  const form = Form.useFormInstance();
  const said = label ?? words("kit:identity.label");
  return (
    <Form.Item
      label={said}
      name={name}
      rules={requiredRule(words("kit:required", { label: said }), isOptional)}
    >
      <DocumentControl
        onShown={({ check }) => {
          if (fillsCheck && isCheckResult(check)) form.setFieldValue(fillsCheck, check);
        }}
      />
    </Form.Item>
  );
}

/** The holder in person: the document, and what the online check answered. */
export function IdentityField({ name = "identity" }: { readonly name?: string }) {
  const words = useWords();
  const form = Form.useFormInstance();
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
      <DoubtFields name={[name]} />
      <FalseDocuments />
      <OnBehalfFields name={name} />
    </>
  );
}

/** Says that somebody came with a false document that bore the customer's number (2002). */
function FalseDocuments() {
  const words = useWords();
  const last = useTeller((teller) => teller.customer?.falseDocuments.at(-1));
  if (last === undefined) return null;
  return <p role="alert">{words("kit:identity.false-seen", { date: dateOf(last) })}</p>;
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
