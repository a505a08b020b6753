import { Button } from "antd";
import { useState } from "react";
import type { OpenItem } from "#core/day/open-item.ts";
import { useCounter } from "#renderer/store/use-teller.ts";
import { useWords } from "#renderer/wording/words.ts";

/** Every slip among open things that no printer gave out, as a file beside the others (C04). */
export function SaveSlips({
  items,
  isFirst = false,
}: {
  readonly items: readonly OpenItem[];
  /** Whether Enter saves them at once. */
  readonly isFirst?: boolean;
}) {
  const words = useWords();
  const { bridge } = useCounter();
  const [isSaving, save] = useState(false);
  const slips = items.filter(({ what }) => what === "slip-unprinted");
  if (slips.length === 0) return null;

  async function all() {
    save(true);
    const language = words("shell:language.code") === "en" ? "en" : "zh-CN";
    for (const { which } of slips) {
      if (which) await bridge.request("slip.print", { slip: which, to: "pdf", language });
    }
    save(false);
  }
  return (
    <Button autoFocus={isFirst} loading={isSaving} onClick={() => void all()}>
      {words("day:sign-off.save-all", { count: slips.length })}
    </Button>
  );
}
