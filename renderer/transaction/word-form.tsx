import { Button, Form, Input, type InputRef } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Refusal } from "#core/contract/refusal.ts";
import { requiredRule } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** Who speaks for a request or against it; a reason where it is against. */
export interface Word {
  readonly approver: string;
  readonly password: string;
  readonly reason?: string;
}

interface Props {
  readonly waiting: boolean;
  readonly refusal: Refusal | undefined;
  /** The number of whoever sits here, where they may speak for it. */
  readonly approver?: string;
  /** Whether a yes can be given at all. */
  readonly mayApprove?: boolean;
  readonly onApprove: (word: Word) => void;
  readonly onDecline: (word: Word & { readonly reason: string }) => void;
  readonly onBack: () => void;
  /** What can be done instead. */
  readonly children?: ReactNode;
}

/** A second person's word: number, own password, Enter; or a no with its reason (D03, D09). */
export function WordForm(props: Props) {
  const { waiting, refusal, approver, mayApprove = true, onBack, children } = props;
  const words = useWords();
  const [isDeclining, setDeclining] = useState(!mayApprove);
  const [form] = Form.useForm<Word>();
  const first = useRef<InputRef>(null);
  const declines = isDeclining || !mayApprove;

  useEffect(() => first.current?.focus(), []);
  useEffect(() => {
    if (refusal) form.setFieldValue("password", "");
  }, [refusal, form]);

  function give(word: Word): void {
    const { reason } = word;
    if (declines && reason) props.onDecline({ ...word, reason });
    else if (!declines) props.onApprove(word);
  }

  return (
    <Form<Word>
      form={form}
      layout="vertical"
      initialValues={{ approver }}
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
          ref={approver === undefined ? first : null}
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
        <Input
          ref={approver === undefined ? null : first}
          type="password"
          maxLength={128}
          autoComplete="off"
        />
      </Form.Item>
      {declines && (
        <Form.Item
          name="reason"
          label={words("kit:authorise.reason")}
          rules={requiredRule(words("kit:required", { label: words("kit:authorise.reason") }))}
        >
          <Input maxLength={100} autoComplete="off" autoFocus={mayApprove} />
        </Form.Item>
      )}
      <RefusalNote refusal={refusal} />
      <div className="actions">
        <Button type="primary" htmlType="submit" danger={declines} loading={waiting}>
          {words(declines ? "kit:authorise.decline" : "kit:authorise.approve")}
        </Button>
        {!declines && (
          <Button onClick={() => setDeclining(true)}>{words("kit:authorise.decline")}…</Button>
        )}
        {children}
        <Button onClick={onBack} disabled={waiting}>
          {words("shell:back")}
        </Button>
      </div>
    </Form>
  );
}
