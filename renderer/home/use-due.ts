import { useEffect, useState } from "react";
import type { TellerBridge } from "#core/contract/bridge.ts";
import type { LossCaseView, OrderView } from "#core/contract/customer-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { accept, type Result } from "#core/kernel/result.ts";
import { useOffered } from "#renderer/frame/offered.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";

/** What waits for somebody today. */
export interface Due {
  readonly matured: readonly LossCaseView[];
  readonly lapsing: readonly LossCaseView[];
  readonly orders: readonly OrderView[];
}

const PAGES_AT_MOST = 4;

/** Reads what is due, and reads again whenever the books or the day have moved. */
export function useDue(): { readonly due?: Due; readonly refusal?: Refusal } {
  const { bridge } = useCounter();
  const version = useTeller((teller) => teller.booksVersion);
  const today = useTeller((teller) => teller.workstation?.today);
  const isTheirs = useOffered().includes("4010");
  const [answer, tell] = useState<{ readonly due?: Due; readonly refusal?: Refusal }>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when to read, not what.
  useEffect(() => {
    if (!isTheirs) return undefined;
    let isWanted = true;
    void readDue(bridge).then((read) => isWanted && tell(read));
    return () => {
      isWanted = false;
    };
  }, [bridge, version, today, isTheirs]);
  return answer;
}

async function readDue(bridge: TellerBridge) {
  const [matured, open, orders] = await Promise.all([
    bridge.request("loss.register", { show: "due", text: "", page: 0 }),
    readOpen(bridge),
    bridge.request("order.list", undefined),
  ]);
  if (!matured.ok) return { refusal: matured.refusal };
  if (!open.ok) return { refusal: open.refusal };
  if (!orders.ok) return { refusal: orders.refusal };
  return {
    due: {
      matured: matured.value.rows,
      lapsing: open.value
        .filter((lossCase) => lossCase.status === "oral-active")
        .sort((left, right) => order(left.oralLastDay, right.oralLastDay)),
      orders: orders.value
        .filter(({ status }) => status === "ordered" || status === "arrived")
        .sort((left, right) => order(left.dueOn, right.dueOn)),
    },
  };
}

/** All open cases, page by page, within reason; a list that stops half-way is none. */
async function readOpen(bridge: TellerBridge): Promise<Result<readonly LossCaseView[], Refusal>> {
  const rows: LossCaseView[] = [];
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const reply = await bridge.request("loss.register", { show: "open", text: "", page });
    if (!reply.ok) return reply;
    rows.push(...reply.value.rows);
    if (rows.length >= reply.value.total || reply.value.rows.length === 0) return accept(rows);
  }
  return accept(rows);
}

function order(left = "", right = ""): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
