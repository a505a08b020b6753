import { Button } from "antd";
import { useState } from "react";
import type { OpenItem } from "#core/day/open-item.ts";
import { ToSettle } from "#renderer/day/to-settle.tsx";
import { useDay } from "#renderer/day/use-day.ts";
import { ScreenTitle } from "#renderer/screens/screen-title.tsx";
import { useCounter, useTeller } from "#renderer/store/use-teller.ts";
import { RefusalNote } from "#renderer/transaction/refusal-note.tsx";
import { useWords } from "#renderer/wording/words.ts";

/** 1002 柜员签退: what must be settled first, and then the way out (C04). */
export function SignOff() {
  const words = useWords();
  const day = useDay();
  const signOff = useTeller((teller) => teller.signOff);
  const refusal = useTeller((teller) => teller.session.refusal);
  const mine = day?.mine ?? [];
  const unprinted = mine.filter(({ what }) => what === "slip-unprinted");
  return (
    <section className="screen" aria-labelledby="screen-title">
      <ScreenTitle code="1002" />
      {mine.length > 0 ? (
        <ToSettle items={mine} title={words("day:sign-off.first", { count: mine.length })} />
      ) : (
        <p className="all-settled">✓ {words("day:sign-off.ready")}</p>
      )}
      {refusal && refusal.code !== "teller.not-settled" && <RefusalNote refusal={refusal} />}
      <p className="actions">
        {unprinted.length > 0 && <SaveAll slips={unprinted} />}
        <Button
          type="primary"
          autoFocus={mine.length === 0}
          disabled={mine.length > 0}
          onClick={() => void signOff()}
        >
          {words("transaction:1002")}
        </Button>
      </p>
    </section>
  );
}

/** Every slip that no printer gave out, as a file beside the others. */
function SaveAll({ slips }: { readonly slips: readonly OpenItem[] }) {
  const words = useWords();
  const { bridge } = useCounter();
  const [isSaving, save] = useState(false);
  async function all() {
    save(true);
    const language = words("shell:language.code") === "en" ? "en" : "zh-CN";
    for (const { which } of slips) {
      if (which) await bridge.request("slip.print", { slip: which, to: "pdf", language });
    }
    save(false);
  }
  return (
    <Button autoFocus loading={isSaving} onClick={() => void all()}>
      {words("day:sign-off.save-all", { count: slips.length })}
    </Button>
  );
}
