import { Button, Form, Input, type InputRef } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Transaction } from "#renderer/store/transaction.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { FactsTable } from "#renderer/transaction/facts-table.tsx";
import { requiredRule } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Authorising = Extract<Transaction, { readonly step: "authorising" }>;

interface Word {
  readonly approver: string;
  readonly password: string;
  readonly reason?: string;
}

interface Props {
  readonly transaction: Authorising;
  /** What is to be seen of the request beyond the outcome. */
  readonly children?: ReactNode;
}

/** A second person reads the very request, and approves or declines it by number and password. */
export function AuthoriseDialog({ transaction, children }: Props) {
  const words = useWords();
  const back = useTeller((teller) => teller.back);
  const { preview, request, half } = transaction;

  return (
    <Dialog title={words("kit:authorise.title")} onClose={back} className="authorise">
      <div className="authorise-body">
        <section
          className="authorise-request"
          aria-label={words("kit:authorise.request")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
          tabIndex={0}
        >
          <p className="level">
            <strong>{words(`kit:level.${preview.level}`)}</strong>
          </p>
          <h3>
            <span className="figures">{request.code}</span> {words(`transaction:${request.code}`)}
          </h3>
          <FactsTable facts={preview.outcome.facts} />
          {children}
        </section>
        <div>
          <p>
            {half
              ? words("kit:authorise.second", { approver: half.approver })
              : words(preview.erases ? "card:erase.check" : "kit:authorise.ask")}
          </p>
          {/* The second supervisor starts with empty fields. */}
          <WordForm key={half?.approver ?? "first"} transaction={transaction} />
        </div>
      </div>
    </Dialog>
  );
}

function WordForm({ transaction }: { readonly transaction: Authorising }) {
  const words = useWords();
  const approve = useTeller((teller) => teller.approveTransaction);
  const decline = useTeller((teller) => teller.declineTransaction);
  const back = useTeller((teller) => teller.back);
  const [isDeclining, setDeclining] = useState(false);
  const [form] = Form.useForm<Word>();
  const number = useRef<InputRef>(null);

  useEffect(() => number.current?.focus(), []);
  useEffect(() => {
    if (transaction.refusal) form.setFieldValue("password", "");
  }, [transaction.refusal, form]);

  function give({ approver, password, reason }: Word): void {
    void (isDeclining && reason
      ? decline(approver, password, reason)
      : approve(approver, password));
  }

  return (
    <Form<Word>
      form={form}
      layout="vertical"
      onFinish={give}
      requiredMark={false}
      validateTrigger="onSubmit"
    >
      <Form.Item
        name="approver"
        label={words("kit:authorise.approver")}
        rules={requiredRule(words("kit:required", { label: words("kit:authorise.approver") }))}
      >
        <Input
          ref={number}
          maxLength={4}
          inputMode="numeric"
          autoComplete="off"
          className="figures"
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={words("kit:authorise.password")}
        rules={requiredRule(words("kit:required", { label: words("kit:authorise.password") }))}
      >
        <Input type="password" maxLength={128} autoComplete="off" />
      </Form.Item>
      {isDeclining && (
        <Form.Item
          name="reason"
          label={words("kit:authorise.reason")}
          rules={requiredRule(words("kit:required", { label: words("kit:authorise.reason") }))}
        >
          <Input maxLength={100} autoComplete="off" autoFocus />
        </Form.Item>
      )}
      <RefusalNote refusal={transaction.refusal} />
      <div className="actions">
        <Button type="primary" htmlType="submit" danger={isDeclining} loading={transaction.waiting}>
          {words(isDeclining ? "kit:authorise.decline" : "kit:authorise.approve")}
        </Button>
        {!isDeclining && (
          <Button onClick={() => setDeclining(true)}>{words("kit:authorise.decline")}…</Button>
        )}
        <Button onClick={back} disabled={transaction.waiting}>
          {words("shell:back")}
        </Button>
      </div>
    </Form>
  );
}
