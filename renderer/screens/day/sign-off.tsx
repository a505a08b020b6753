import { Button } from "antd";
import { SaveSlips } from "#renderer/day/save-slips.tsx";
import { ToSettle } from "#renderer/day/to-settle.tsx";
import { useDay } from "#renderer/day/use-day.ts";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1002 柜员签退: what must be settled first, and then the way out (C04). */
export function SignOff() {
  const words = useWords();
  const day = useDay();
  const signOff = useTeller((teller) => teller.signOff);
  const refusal = useTeller((teller) => teller.session.refusal);
  const mine = day?.mine ?? [];
  const isReady = day !== undefined && mine.length === 0;
  return (
    <section className="screen" aria-labelledby="screen-title">
      <ScreenTitle code="1002" />
      {mine.length > 0 && (
        <ToSettle items={mine} title={words("day:sign-off.first", { count: mine.length })} />
      )}
      {isReady && <p className="all-settled">✓ {words("day:sign-off.ready")}</p>}
      {refusal && refusal.code !== "teller.not-settled" && <RefusalNote refusal={refusal} />}
      <p className="actions">
        <SaveSlips items={mine} isFirst />
        <Button
          // Drawn anew once nothing is open any more, so that Enter is the way out.
          key={String(isReady)}
          type="primary"
          autoFocus={isReady}
          disabled={mine.length > 0}
          onClick={() => void signOff()}
        >
          {words("transaction:1002")}
        </Button>
      </p>
    </section>
  );
}
