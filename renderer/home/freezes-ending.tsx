import { useEffect, useState } from "react";
import { useAssistance } from "#renderer/screens/freeze/duty.tsx";
import { ENDING_DAYS } from "#renderer/screens/freeze/register-start.ts";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/**
 * How many orders of the state end soon, for whoever carries them out, and the way to them in the
 * register. Nobody else is shown, or asks, that there are any (no tipping off).
 */
export function FreezesEnding() {
  const isTheirs = useAssistance() === "assists";
  return isTheirs ? <Ending /> : null;
}

function Ending() {
  const words = useWords();
  const count = useCount();
  const openScreen = useTeller((teller) => teller.openScreen);
  if (count === undefined) return null;
  return (
    <div className="quick">
      <button type="button" onClick={() => openScreen("6011", { show: "ending" })}>
        <span className="figures code">6011</span>
        <span>{words("freeze:home.ending", { count, days: ENDING_DAYS })}</span>
      </button>
    </div>
  );
}

/** Counted anew whenever the books or the day have moved. */
function useCount(): number | undefined {
  const { bridge } = useCounter();
  const version = useTeller((teller) => teller.booksVersion);
  const today = useTeller((teller) => teller.workstation?.today);
  const [count, tell] = useState<number>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: they say when to count, not what.
  useEffect(() => {
    let isWanted = true;
    void bridge.request("freeze.ending", { days: ENDING_DAYS }).then((reply) => {
      if (isWanted) tell(reply.ok ? reply.value.count : undefined);
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, version, today]);
  return count;
}
