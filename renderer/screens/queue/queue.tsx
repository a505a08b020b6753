import { Button } from "antd";
import { useState } from "react";
import type { ParkedView, QueueFilter } from "#core/contract/queue-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { CheckDialog } from "#renderer/screens/queue/check-dialog.tsx";
import { QueueFilters } from "#renderer/screens/queue/queue-filters.tsx";
import { sayStanding } from "#renderer/screens/queue/say-standing.ts";
import { useQueue } from "#renderer/screens/queue/use-queue.ts";
import { type Column, Register } from "#renderer/screens/register.tsx";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { InstantText } from "#renderer/transaction/date-text.tsx";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords, type Words } from "#renderer/wording/words.ts";

/** 9004 授权待办: requests that wait for a second person, and what becomes of them. */
export function Queue() {
  const words = useWords();
  const [filter, look] = useState<QueueFilter>({ whose: "all", show: "open", text: "" });
  const read = useQueue(filter);
  const rows = read?.rows ?? [];
  const [id, choose] = useState<string>();
  const [checked, check] = useState<ParkedView>();
  const [focusOn, focus] = useState(0);
  const chosen = rows.find((row) => row.id === id);
  const mine = useOwnNumber();

  return (
    <section className="screen wide" aria-labelledby="screen-title">
      <ScreenTitle code="9004" />
      <QueueFilters
        filter={filter}
        onLook={(next) => {
          look(next);
          focus((count) => count + 1);
        }}
      />
      <RefusalNote refusal={read?.refusal} />
      <Register
        caption={words("queue:caption")}
        columns={columnsOf(words)}
        rows={rows}
        keyOf={(row) => row.id}
        none={words(read ? "queue:none" : "shell:waiting")}
        chosen={id}
        onChoose={(row) => choose(row.id)}
        onOpen={(row) => (row.maker === mine ? focusActs() : check(row))}
        focusOn={focusOn}
      />
      {chosen && <Acts key={chosen.id} parked={chosen} onCheck={() => check(chosen)} />}
      {checked && <CheckDialog parked={checked} onClose={() => check(undefined)} />}
    </section>
  );
}

function useOwnNumber(): string | undefined {
  return useTeller(({ workstation }) => {
    const session = workstation?.session;
    return session && session.status !== "signed-off" ? session.teller : undefined;
  });
}

/** Enter on an own row goes to what can be done with it. */
function focusActs(): void {
  document.querySelector<HTMLElement>(".queue-acts button")?.focus();
}

/** What can be done with the chosen row: by its maker, and by whoever may speak for it. */
function Acts({ parked, onCheck }: { readonly parked: ParkedView; readonly onCheck: () => void }) {
  const words = useWords();
  const { bridge } = useCounter();
  const takeUp = useTeller((teller) => teller.takeUp);
  const isOwn = useOwnNumber() === parked.maker;
  const [refusal, refuse] = useState<Refusal>();
  const { status } = parked;
  const isOpen = status === "waiting" || status === "approved" || status === "lapsed";

  async function withdraw(): Promise<void> {
    const reply = await bridge.request("queue.withdraw", { parked: parked.id });
    refuse(reply.ok ? undefined : reply.refusal);
  }
  return (
    <section className="queue-acts" aria-label={words("queue:act.label", { id: parked.id })}>
      <div className="actions">
        {isOwn && (isOpen || status === "declined") && (
          <Button
            type={status === "waiting" ? "default" : "primary"}
            onClick={() => void takeUp(parked.id).then(refuse)}
          >
            {words("queue:act.take-up")}
          </Button>
        )}
        {isOpen && (
          <Button type={isOwn ? "default" : "primary"} onClick={onCheck}>
            {words("queue:act.check")}
          </Button>
        )}
        {isOwn && isOpen && (
          <Button onClick={() => void withdraw()}>{words("queue:act.withdraw")}</Button>
        )}
      </div>
      <RefusalNote refusal={refusal} />
    </section>
  );
}

function columnsOf(words: Words): readonly Column<ParkedView>[] {
  return [
    {
      key: "id",
      title: words("queue:column.id"),
      show: ({ id }) => <span className="figures">{id}</span>,
    },
    {
      key: "transaction",
      title: words("queue:column.transaction"),
      show: ({ code }) => (
        <>
          <span className="figures code">{code}</span> {words(`transaction:${code}`)}
        </>
      ),
    },
    {
      key: "customer",
      title: words("queue:column.customer"),
      show: ({ customerName = "" }) => customerName,
    },
    {
      key: "level",
      title: words("queue:column.level"),
      show: ({ level }) => words(`kit:level.${level}`),
    },
    {
      key: "maker",
      title: words("queue:column.maker"),
      show: ({ makerName, maker }) => (
        <>
          {makerName} <span className="figures">{maker}</span>
        </>
      ),
    },
    {
      key: "parkedAt",
      title: words("queue:column.parked-at"),
      show: ({ parkedAt }) => <InstantText instant={parkedAt} />,
    },
    {
      key: "status",
      title: words("queue:column.status"),
      show: (parked) => sayStanding(words, parked),
    },
  ];
}
