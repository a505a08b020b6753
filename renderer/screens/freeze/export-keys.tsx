import { Button, Form } from "antd";
import { useState } from "react";
import type { Answer, FreezeFilter } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import {
  type FilePassphrase,
  PassphraseTwice,
} from "#renderer/screens/protection/passphrase-twice.tsx";
import { useCounter } from "#renderer/store/use-teller.ts";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

const forms = ["csv", "json-lines"] as const;
type ExportForm = (typeof forms)[number];

/** What the register now shows, as an encrypted file beside the data. */
export function ExportKeys({ filter }: { readonly filter: FreezeFilter }) {
  const words = useWords();
  const [asked, ask] = useState<ExportForm>();
  const [done, tell] = useState<Answer<"freeze.export">>();

  return (
    <div className="actions">
      {forms.map((as) => (
        <Button key={as} onClick={() => ask(as)}>
          {words(`freeze:export.${as}`)}
        </Button>
      ))}
      {done && <output>{words("freeze:export.done", { ...done })}</output>}
      {asked && (
        <Dialog title={words("freeze:export.title")} onClose={() => ask(undefined)}>
          <Export
            filter={filter}
            as={asked}
            onDone={(made) => {
              tell(made);
              ask(undefined);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}

/** The passphrase that the file goes under; the window forgets it at once. */
function Export({
  filter,
  as,
  onDone,
}: {
  readonly filter: FreezeFilter;
  readonly as: ExportForm;
  readonly onDone: (made: Answer<"freeze.export">) => void;
}) {
  const words = useWords();
  const { bridge } = useCounter();
  const [form] = Form.useForm<FilePassphrase>();
  const [isWaiting, wait] = useState(false);
  const [refusal, refuse] = useState<Refusal>();

  async function write({ passphrase }: FilePassphrase): Promise<void> {
    if (isWaiting) return;
    wait(true);
    const reply = await bridge.request("freeze.export", { filter, as, passphrase });
    wait(false);
    form.resetFields();
    if (reply.ok) onDone(reply.value);
    else refuse(reply.refusal);
  }

  return (
    <Form<FilePassphrase>
      form={form}
      name="export"
      layout="vertical"
      requiredMark={false}
      validateTrigger="onSubmit"
      onFinish={(typed) => void write(typed)}
    >
      <p>{words("protection:pack.explained")}</p>
      <PassphraseTwice isFirst />
      <RefusalNote refusal={refusal} />
      <Button type="primary" htmlType="submit" loading={isWaiting}>
        {words("freeze:export.submit")}
      </Button>
    </Form>
  );
}
