import { Button, Form } from "antd";
import { useState } from "react";
import type { Answer } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { AskedFilter } from "#renderer/screens/audit/audit-search.tsx";
import {
  type FilePassphrase,
  PassphraseTwice,
} from "#renderer/screens/protection/passphrase-twice.tsx";
import { useCounter } from "#renderer/store/use-teller.ts";
import { ChooseOneField } from "#renderer/transaction/choose-one.tsx";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Asked extends FilePassphrase {
  readonly as: "csv" | "json-lines";
}

/** What a search found as an encrypted file; the window forgets the passphrase at once. */
export function ExportDialog({
  filter,
  onClose,
}: {
  readonly filter: AskedFilter;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { bridge } = useCounter();
  const [form] = Form.useForm<Asked>();
  const [isWaiting, wait] = useState(false);
  const [refusal, refuse] = useState<Refusal>();
  const [done, tell] = useState<Answer<"audit.export">>();

  async function write({ as, passphrase }: Asked): Promise<void> {
    if (isWaiting) return;
    wait(true);
    const reply = await bridge.request("audit.export", { filter, as, passphrase });
    wait(false);
    form.resetFields();
    if (reply.ok) tell(reply.value);
    else refuse(reply.refusal);
  }
  return (
    <Dialog title={words("audit:export")} onClose={onClose}>
      {done ? (
        <output>{words("audit:export.done", { ...done })}</output>
      ) : (
        <Form<Asked>
          form={form}
          name="audit-export"
          layout="vertical"
          requiredMark={false}
          validateTrigger="onSubmit"
          initialValues={{ as: "csv" }}
          onFinish={(typed) => void write(typed)}
        >
          <p>{words("protection:pack.explained")}</p>
          <ChooseOneField
            name="as"
            label={words("audit:export.as")}
            options={[
              { value: "csv", label: words("freeze:export.csv") },
              { value: "json-lines", label: words("freeze:export.json-lines") },
            ]}
          />
          <PassphraseTwice isFirst />
          <RefusalNote refusal={refusal} />
          <Button type="primary" htmlType="submit" loading={isWaiting}>
            {words("freeze:export.submit")}
          </Button>
        </Form>
      )}
    </Dialog>
  );
}
