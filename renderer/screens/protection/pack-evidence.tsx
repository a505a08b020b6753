import { Button, Form } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Answer } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import {
  type FilePassphrase,
  PassphraseTwice,
} from "#renderer/screens/protection/passphrase-twice.tsx";
import { useFocusAfter } from "#renderer/screens/vault/use-focus-after.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { fieldError } from "#renderer/transaction/field.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { ReasonField, TextField } from "#renderer/transaction/text-fields.tsx";
import { TransactionScreen } from "#renderer/transaction/transaction-screen.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 9005 审计取证: the evidence of one loss case as a signed, encrypted file. */
export function PackEvidence() {
  const words = useWords();
  const lossCase = useTeller((teller) => teller.subject.lossCase);
  return (
    <>
      <TransactionScreen
        code="9005"
        needsCustomer={false}
        initial={lossCase === undefined ? {} : { lossCase }}
      >
        <TextField
          name="lossCase"
          label={words("protection:pack.case")}
          longest={14}
          inputMode="numeric"
          also={[
            { pattern: /^\d{14}$/, message: fieldError(words("protection:pack.case.invalid")) },
          ]}
        />
        <ReasonField />
      </TransactionScreen>
      <WritePack />
    </>
  );
}

/** After the posting: the file itself, under a passphrase that the window forgets at once. */
function WritePack() {
  const words = useWords();
  const { bridge } = useCounter();
  const authorised = useTeller(({ transaction }) =>
    transaction.step === "done" ? transaction.receipt.sequence : undefined,
  );
  const [form] = Form.useForm<FilePassphrase>();
  const [isWaiting, wait] = useState(false);
  const [written, tell] = useState<Answer<"evidence-pack.write">>();
  const [refusal, refuse] = useState<Refusal>();

  async function write({ passphrase }: FilePassphrase): Promise<void> {
    if (authorised === undefined || isWaiting) return;
    wait(true);
    const reply = await bridge.request("evidence-pack.write", { authorised, passphrase });
    wait(false);
    form.setFieldsValue({ passphrase: "", again: "" });
    tell(reply.ok ? reply.value : undefined);
    refuse(reply.ok ? undefined : reply.refusal);
  }

  const place = useFocusAfter({ waiting: isWaiting, done: false, refusal });

  if (authorised === undefined) return null;
  if (written) return <Written {...written} />;
  return (
    <section className="screen pack" aria-labelledby="pack-title">
      <h2 id="pack-title">{words("protection:pack.title")}</h2>
      <p>{words("protection:pack.explained")}</p>
      <div ref={place.form}>
        <Form<FilePassphrase>
          form={form}
          name="pack"
          layout="vertical"
          requiredMark={false}
          validateTrigger="onSubmit"
          onFinish={(typed) => void write(typed)}
        >
          <PassphraseTwice isFirst />
          <RefusalNote refusal={refusal} />
          <Button type="primary" htmlType="submit" loading={isWaiting}>
            {words("protection:pack.submit")}
          </Button>
        </Form>
      </div>
    </section>
  );
}

function Written({ file, sha256, entries }: Answer<"evidence-pack.write">) {
  const words = useWords();
  const result = useRef<HTMLParagraphElement>(null);
  useEffect(() => result.current?.focus(), []);
  return (
    <section className="screen pack" aria-label={words("protection:pack.title")}>
      <p ref={result} role="status" tabIndex={-1}>
        {words("protection:pack.done", { count: entries })}
      </p>
      <dl className="facts single">
        <div>
          <dt>{words("protection:make.file")}</dt>
          <dd className="figures file">{file}</dd>
        </div>
        <div>
          <dt>{words("protection:pack.sha256")}</dt>
          <dd className="figures file">{sha256}</dd>
        </div>
      </dl>
    </section>
  );
}
