import { useEffect, useState } from "react";
import type { DayView } from "#core/contract/day-view.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";

/** How the day stands, read again whenever the books or the day have moved. */
export function useDay(): DayView | undefined {
  const { bridge } = useCounter();
  const version = useTeller((teller) => teller.booksVersion);
  const today = useTeller((teller) => teller.workstation?.today);
  const [day, show] = useState<DayView>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when to read, not what.
  useEffect(() => {
    let isWanted = true;
    void bridge.request("day.view", undefined).then((reply) => {
      if (isWanted) show(reply.ok ? reply.value : undefined);
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, version, today]);
  return day;
}
