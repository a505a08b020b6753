import { useEffect, useState } from "react";
import type { ParkedView, QueueFilter } from "#core/contract/queue-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";

/** What of the queue was asked for, and what came. */
interface QueueRead {
  readonly rows: readonly ParkedView[];
  readonly refusal?: Refusal;
}

/** The queue by a filter, read again whenever the books have moved; nothing where none is asked. */
export function useQueue(filter: QueueFilter | undefined): QueueRead | undefined {
  const { bridge } = useCounter();
  const version = useTeller((teller) => teller.booksVersion);
  const [read, tell] = useState<QueueRead>();
  const asked = filter && JSON.stringify(filter);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read.
  useEffect(() => {
    if (asked === undefined) return tell(undefined);
    let isWanted = true;
    void bridge.request("queue.list", JSON.parse(asked) as QueueFilter).then((reply) => {
      if (!isWanted) return;
      tell(reply.ok ? { rows: reply.value } : { rows: [], refusal: reply.refusal });
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, version, asked]);
  return read;
}

/** What waits for this customer, as far as whoever sits here may see it; asked only if anything waits. */
export function useWaitingFor(customer: string | undefined): readonly ParkedView[] {
  const isAny = useTeller(({ workstation }) => {
    const { own = 0, approved = 0, others = 0 } = workstation?.waiting ?? {};
    return own + approved + others > 0;
  });
  const isAsked = isAny && customer !== undefined;
  const read = useQueue(isAsked ? { whose: "all", show: "open", text: "" } : undefined);
  return (read?.rows ?? []).filter((row) => row.customer === customer);
}
