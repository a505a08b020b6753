import { useEffect, useState } from "react";
import type { PersonView } from "#core/contract/people-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";

/** Everybody who works here or did, read again whenever the books have moved. */
export function usePeople(): {
  readonly people: readonly PersonView[];
  readonly refusal?: Refusal;
} {
  const { bridge } = useCounter();
  const version = useTeller((teller) => teller.booksVersion);
  const [answer, tell] = useState<ReturnType<typeof usePeople>>({ people: [] });

  // biome-ignore lint/correctness/useExhaustiveDependencies: it says when to read, not what.
  useEffect(() => {
    let isWanted = true;
    void bridge.request("people.list", undefined).then((reply) => {
      if (!isWanted) return;
      tell(reply.ok ? { people: reply.value } : { people: [], refusal: reply.refusal });
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, version]);
  return answer;
}
