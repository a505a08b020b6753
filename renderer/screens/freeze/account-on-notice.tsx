import { Button, Form, Input, Radio } from "antd";
import { useEffect, useState } from "react";
import { isOpenAccount } from "#renderer/screens/cash/open-account.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { AccountField } from "#renderer/transaction/customer-fields.tsx";
import { type Control, requiredRule } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

const ways = ["account-number", "document"] as const;
type WayToFind = (typeof ways)[number];

/** The account that the notice names: of the customer at the counter, or found by its number (F05). */
export function AccountOnNotice() {
  const words = useWords();
  const customer = useTeller((teller) => teller.customer);
  const subject = useTeller((teller) => teller.subject.account);
  const dismiss = useTeller((teller) => teller.dismissCustomer);
  const form = Form.useFormInstance();
  const isTheirs = customer?.accounts.some(({ id }) => id === subject);

  useEffect(() => {
    if (isTheirs) form.setFieldValue("account", subject);
  }, [form, isTheirs, subject]);

  if (!customer) {
    return (
      <Form.Item
        label={words("freeze:find.by")}
        name="account"
        rules={requiredRule(words("freeze:find.required"))}
      >
        <FindAccount />
      </Form.Item>
    );
  }
  return (
    <>
      <p className="holder">
        {words("freeze:find.holder")} <strong>{customer.name}</strong>{" "}
        <span className="figures">{customer.documentNumber}</span>{" "}
        <Button size="small" onClick={() => [form.setFieldValue("account", undefined), dismiss()]}>
          {words("freeze:find.other")}
        </Button>
      </p>
      <AccountField only={isOpenAccount} />
    </>
  );
}

/** Looks the holder up by a whole number of the paper; there is no searching by parts (K10). */
function FindAccount({ id }: Control<string>) {
  const words = useWords();
  const { store } = useCounter();
  const form = Form.useFormInstance();
  const search = useTeller((teller) => teller.search);
  const [by, choose] = useState<WayToFind>("account-number");
  const [number, type] = useState("");
  const [isAsked, ask] = useState(false);

  async function find(): Promise<void> {
    if (number.trim() === "") return;
    ask(true);
    await store
      .getState()
      .findCustomer(by === "document" ? { by, kind: "resident-id", number } : { by, number });
    const { customer } = store.getState();
    // A number is shown masked, with its last four in clear: enough to tell one's own accounts apart.
    const accounts = customer?.accounts.filter(isOpenAccount) ?? [];
    const same = accounts.filter((one) => one.number.slice(-4) === number.trim().slice(-4));
    if (by === "account-number" && same.length === 1) form.setFieldValue("account", same[0]?.id);
  }

  const isMany = isAsked && (search.found?.length ?? 0) > 1;
  return (
    <div className="find-account">
      <Radio.Group
        aria-label={words("freeze:find.by")}
        value={by}
        options={ways.map((value) => ({ value, label: words(`freeze:find.by.${value}`) }))}
        onChange={({ target }) => choose(target.value)}
      />
      <Input
        id={id ?? ""}
        aria-label={words("freeze:find.number")}
        className="figures"
        maxLength={30}
        autoComplete="off"
        value={number}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // Enter finds the account; it does not send the notice off half filled in.
          event.preventDefault();
          void find();
        }}
      />
      <Button loading={search.waiting} onClick={() => void find()}>
        {words("freeze:find.submit")}
      </Button>
      <p className="hint">{words("freeze:find.hint")}</p>
      {isAsked && <RefusalNote refusal={search.refusal} />}
      {isMany && <p role="alert">{words("freeze:find.many")}</p>}
    </div>
  );
}
