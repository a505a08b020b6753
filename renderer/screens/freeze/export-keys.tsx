import { Button } from "antd";
import { useState } from "react";
import type { Answer, FreezeFilter } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

const forms = ["csv", "json-lines"] as const;

/** What the register now shows, as a file beside the data. */
export function ExportKeys({ filter }: { readonly filter: FreezeFilter }) {
  const words = useWords();
  const { bridge } = useCounter();
  const [isWaiting, wait] = useState(false);
  const [done, tell] = useState<Answer<"freeze.export">>();
  const [refusal, refuse] = useState<Refusal>();

  async function exportAs(as: (typeof forms)[number]): Promise<void> {
    if (isWaiting) return;
    wait(true);
    const reply = await bridge.request("freeze.export", { filter, as });
    wait(false);
    tell(reply.ok ? reply.value : undefined);
    refuse(reply.ok ? undefined : reply.refusal);
  }
  return (
    <div className="actions">
      {forms.map((as) => (
        <Button key={as} disabled={isWaiting} onClick={() => void exportAs(as)}>
          {words(`freeze:export.${as}`)}
        </Button>
      ))}
      {done && <output>{words("freeze:export.done", { ...done })}</output>}
      <RefusalNote refusal={refusal} />
    </div>
  );
}
