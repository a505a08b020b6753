import { Button, Form } from "antd";
import { useState } from "react";
import type { Sent } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { ReasonField } from "#renderer/transaction/text-fields.tsx";
import { useWords } from "#renderer/wording/words.ts";

type Asked = Omit<Sent<"customer.reveal">, "reason">;

/** One masked number in full: for a reason, journalled first, and only while the dialog is open. */
export function Reveal(asked: Asked) {
  const words = useWords();
  const [isOpen, open] = useState(false);
  const said = `${words("enquiry:view.reveal")}: ${words(`enquiry:reveal.${asked.what}`)}`;
  return (
    <>
      <Button size="small" type="link" aria-label={said} onClick={() => open(true)}>
        {words("enquiry:reveal.show")}
      </Button>
      {isOpen && <RevealDialog asked={asked} onClose={() => open(false)} />}
    </>
  );
}

function RevealDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const words = useWords();
  const { bridge } = useCounter();
  const [text, show] = useState<string>();
  const [refusal, refuse] = useState<Refusal>();

  async function ask({ reason }: { readonly reason: string }): Promise<void> {
    const reply = await bridge.request("customer.reveal", { ...asked, reason });
    show(reply.ok ? reply.value.text : undefined);
    refuse(reply.ok ? undefined : reply.refusal);
  }
  return (
    <Dialog
      title={`${words("enquiry:reveal.title")} · ${words(`enquiry:reveal.${asked.what}`)}`}
      onClose={onClose}
    >
      {text === undefined ? (
        <Form<{ reason: string }>
          layout="vertical"
          requiredMark={false}
          validateTrigger="onSubmit"
          onFinish={(typed) => void ask(typed)}
        >
          <p className="hint">{words("enquiry:reveal.explained")}</p>
          <ReasonField />
          <RefusalNote refusal={refusal} />
          <div className="actions">
            <Button type="primary" htmlType="submit">
              {words("enquiry:reveal.show")}
            </Button>
            <Button onClick={onClose}>{words("shell:cancel")}</Button>
          </div>
        </Form>
      ) : (
        <>
          <p className="revealed figures" role="status">
            {text}
          </p>
          <Button type="primary" autoFocus onClick={onClose}>
            {words("shell:close")}
          </Button>
        </>
      )}
    </Dialog>
  );
}
