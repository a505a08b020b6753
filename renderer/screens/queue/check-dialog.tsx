import { useEffect, useState } from "react";
import { timeOf } from "#core/calendar/instant.ts";
import type { OpenedRequest, ParkedView } from "#core/contract/queue-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { Dialog } from "#renderer/transaction/dialog.tsx";
import { FactsTable, RelationsTable } from "#renderer/transaction/facts-table.tsx";
import { PapersList } from "#renderer/transaction/papers-list.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { type Word, WordForm } from "#renderer/transaction/word-form.tsx";
import { useWords } from "#renderer/wording/words.ts";

interface Props {
  readonly parked: ParkedView;
  readonly onClose: () => void;
}

type Opened =
  | { readonly status: "opening" }
  | { readonly status: "open"; readonly request: OpenedRequest }
  | { readonly status: "refused"; readonly refusal: Refusal };

/** A parked request before whoever judges it: as it is decided now, with the papers (D04). */
export function CheckDialog({ parked, onClose }: Props) {
  const words = useWords();
  const { bridge } = useCounter();
  const [opened, tell] = useState<Opened>({ status: "opening" });

  useEffect(() => {
    let isWanted = true;
    void bridge.request("queue.open", { parked: parked.id }).then((reply) => {
      if (!isWanted) return;
      tell(
        reply.ok
          ? { status: "open", request: reply.value }
          : { status: "refused", refusal: reply.refusal },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, parked.id]);

  return (
    <Dialog
      title={words("queue:check.title", { id: parked.id })}
      onClose={onClose}
      className="authorise"
    >
      <div className="authorise-body">
        <section
          className="authorise-request"
          aria-label={words("kit:authorise.request")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
          tabIndex={0}
        >
          <p className="level">
            <strong>{words(`kit:level.${levelOf(opened, parked)}`)}</strong>
          </p>
          <h3>
            <span className="figures">{parked.code}</span> {words(`transaction:${parked.code}`)}
          </h3>
          <p className="figures">
            {words("queue:check.made", {
              name: parked.makerName,
              maker: parked.maker,
              time: timeOf(parked.parkedAt).slice(0, 5),
            })}
          </p>
          {opened.status === "open" && <Shown request={opened.request} />}
          {opened.status === "refused" && (
            <>
              <p>{words("queue:check.refused")}</p>
              <RefusalNote refusal={opened.refusal} />
            </>
          )}
        </section>
        {opened.status !== "opening" && (
          <div>
            <p>{words("kit:authorise.ask")}</p>
            <Judging parked={parked} mayApprove={opened.status === "open"} onClose={onClose} />
          </div>
        )}
      </div>
    </Dialog>
  );
}

function levelOf(opened: Opened, parked: ParkedView) {
  return opened.status === "open" ? opened.request.preview.level : parked.level;
}

function Shown({ request: { preview } }: { readonly request: OpenedRequest }) {
  return (
    <>
      <FactsTable facts={preview.outcome.facts} />
      <RelationsTable moves={preview.outcome.relations} />
      <PapersList papers={preview.papers} />
    </>
  );
}

/** Whoever sits here and did not key it gives their own number by sitting here. */
function Judging({ parked, mayApprove, onClose }: Props & { readonly mayApprove: boolean }) {
  const { bridge } = useCounter();
  const sitting = useTeller(({ workstation }) => {
    const session = workstation?.session;
    return session?.status === "signed-on" ? session.teller : undefined;
  });
  const [state, tell] = useState<{ readonly waiting: boolean; readonly refusal?: Refusal }>({
    waiting: false,
  });
  const own = sitting !== undefined && sitting !== parked.maker ? { approver: sitting } : {};

  async function say({ approver, password, reason }: Word): Promise<void> {
    tell({ waiting: true });
    const who = { parked: parked.id, approver, password };
    const reply =
      reason === undefined
        ? await bridge.request("queue.approve", who)
        : await bridge.request("queue.decline", { ...who, reason });
    if (reply.ok) onClose();
    else tell({ waiting: false, refusal: reply.refusal });
  }
  return (
    <WordForm
      {...own}
      mayApprove={mayApprove}
      waiting={state.waiting}
      refusal={state.refusal}
      onApprove={({ approver, password }) => void say({ approver, password })}
      onDecline={(word) => void say(word)}
      onBack={onClose}
    />
  );
}
