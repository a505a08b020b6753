import { Button, Form, Input, Radio, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Sent } from "#core/contract/contract.ts";
import type { CustomerView } from "#core/contract/customer-view.ts";
import type { DocumentKind } from "#core/identity/document.ts";
import { type Column, Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { documentKinds } from "#renderer/transaction/check-field.tsx";
import { requiredRule } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

type Search = Sent<"customer.find">;
type By = (typeof ways)[number];

/** What the form may hold; which of it counts is said by `by`. */
interface Typed {
  readonly by: By;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly again: string;
  readonly reason: string;
}

const ways = ["document", "phone", "card-number"] as const satisfies readonly Search["by"][];

/** 2001 客户信息查询: by what is laid on the counter, or by a whole number typed (K10, R07). */
export function FindCustomer() {
  const words = useWords();
  const { store } = useCounter();
  const search = useTeller((teller) => teller.search);
  const [isAsked, ask] = useState(false);
  const [answers, count] = useState(0);

  async function find(typed: Typed): Promise<void> {
    ask(true);
    await store.getState().findCustomer(searchOf(typed));
    const { found } = store.getState().search;
    if (found?.length === 1) store.getState().openScreen("9002");
    else count((before) => before + 1);
  }

  const found = isAsked && !search.waiting ? search.found : undefined;
  return (
    <section className="screen" aria-labelledby="screen-title">
      <ScreenTitle code="2001" />
      <p className="hint">
        {words("enquiry:find.hint")} {words("enquiry:find.recorded")}
      </p>
      <SearchForm onFind={(typed) => void find(typed)} isWaiting={search.waiting} />
      {isAsked && <RefusalNote refusal={search.refusal} />}
      {found && found.length > 1 && <Found found={found} focusOn={answers} />}
    </section>
  );
}

function searchOf({ by, kind, number, again, reason }: Typed): Search {
  switch (by) {
    case "document":
      return { by, kind, number };
    case "phone":
      return { by, number };
    case "card-number":
      return { by, number, again, reason };
  }
}

function SearchForm({
  onFind,
  isWaiting,
}: {
  readonly onFind: (typed: Typed) => void;
  readonly isWaiting: boolean;
}) {
  const words = useWords();
  const [form] = Form.useForm<Typed>();
  const by = Form.useWatch("by", form);
  const place = useRef<HTMLDivElement>(null);
  // Most searches are by the document in the customer's hand: its number first.
  useEffect(() => place.current?.querySelector<HTMLElement>("#number")?.focus(), []);

  return (
    <div ref={place}>
      <Form<Typed>
        form={form}
        layout="vertical"
        className="transaction-form"
        initialValues={{ by: "document", kind: "resident-id" }}
        requiredMark={false}
        validateTrigger="onSubmit"
        scrollToFirstError={{ focus: true }}
        onFinish={onFind}
      >
        <Form.Item name="by" label={words("enquiry:find.by")}>
          <Radio.Group
            optionType="button"
            options={ways.map((value) => ({ value, label: words(`enquiry:find.by.${value}`) }))}
          />
        </Form.Item>
        <FieldsOf by={by ?? "document"} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={isWaiting}>
            {words("enquiry:find.submit")}
          </Button>
        </div>
      </Form>
    </div>
  );
}

function FieldsOf({ by }: { readonly by: By }) {
  const words = useWords();
  if (by === "document") {
    return (
      <>
        <Form.Item name="kind" label={words("kit:identity.kind")}>
          <Select
            options={documentKinds.map((value) => ({
              value,
              label: words(`noun:document.${value}`),
            }))}
          />
        </Form.Item>
        <NumberField label={words("enquiry:find.by.document")} longest={30} />
      </>
    );
  }
  if (by === "phone") return <NumberField label={words("enquiry:find.phone")} longest={20} />;

  const reason = words("enquiry:find.reason");
  return (
    <>
      <NumberField label={words("enquiry:find.card")} longest={24} />
      <NumberField name="again" label={words("enquiry:find.card.again")} longest={24} />
      <Form.Item
        name="reason"
        label={reason}
        rules={[
          ...requiredRule(words("kit:required", { label: reason })),
          { whitespace: true, message: words("kit:required", { label: reason }) },
        ]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function NumberField({
  name = "number",
  label,
  longest,
}: {
  readonly name?: "number" | "again";
  readonly label: string;
  readonly longest: number;
}) {
  const words = useWords();
  const different = words("enquiry:find.card.different");
  return (
    <Form.Item
      name={name}
      label={label}
      dependencies={name === "again" ? ["number"] : []}
      rules={[
        ...requiredRule(words("kit:required", { label })),
        ({ getFieldValue }) => ({
          validator: (_rule, typed: string) =>
            name === "number" || !typed || typed === getFieldValue("number")
              ? Promise.resolve()
              : Promise.reject(new Error(different)),
        }),
      ]}
    >
      <Input
        className="figures"
        maxLength={longest}
        autoComplete="off"
        // A number pasted twice would prove nothing (R07).
        onPaste={(event) => name === "again" && event.preventDefault()}
      />
    </Form.Item>
  );
}

/** Several customers of one number: the teller compares and chooses. */
function Found({
  found,
  focusOn,
}: {
  readonly found: readonly CustomerView[];
  readonly focusOn: number;
}) {
  const words = useWords();
  const { store } = useCounter();
  const [at, go] = useState<string>();

  function open(customer: CustomerView): void {
    store.getState().chooseCustomer(customer);
    store.getState().openScreen("9002");
  }
  return (
    <section className="detail">
      <p role="status">{words("enquiry:find.many", { count: found.length })}</p>
      <Register
        caption={words("enquiry:view.customer")}
        columns={columnsOf(words)}
        rows={found}
        keyOf={({ id }) => id}
        none=""
        chosen={at}
        onChoose={({ id }) => go(id)}
        onOpen={open}
        focusOn={focusOn}
      />
    </section>
  );
}

function columnsOf(words: Words): readonly Column<CustomerView>[] {
  return [
    { key: "name", title: words("enquiry:view.name"), show: ({ name }) => name },
    {
      key: "document",
      title: words("enquiry:view.document"),
      show: (row) => (
        <span className="figures">
          {words(`noun:document.${row.documentKind}`)} {row.documentNumber}
        </span>
      ),
    },
    {
      key: "phone",
      title: words("enquiry:view.phone"),
      show: ({ phone }) => <span className="figures">{phone}</span>,
    },
    { key: "address", title: words("enquiry:view.address"), show: ({ address }) => address },
  ];
}
