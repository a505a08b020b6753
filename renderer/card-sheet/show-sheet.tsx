import type { Bridge } from "#core/contract/bridge.ts";
import { readSheetAddress } from "#renderer/card-sheet/address.ts";
import { CardSides } from "#renderer/card-sheet/card-sides.tsx";
import { LargePrint } from "#renderer/card-sheet/large-print.tsx";
import { drawOnPaper } from "#renderer/paper/draw-on-paper.tsx";

/** All that the page can reach: the card that is being printed. */
export type SheetBridge = Pick<Bridge<"card.sheet", never>, "request">;

/**
 * Lays out the password card that the address names in `paper`, and answers whether it stands there:
 * no when the address names none or the workstation will not show it. Throws when it cannot be drawn.
 */
export async function showSheet(
  bridge: SheetBridge,
  { hash, paper }: { readonly hash: string; readonly paper: HTMLElement },
): Promise<boolean> {
  const address = readSheetAddress(hash);
  if (!address) return false;

  const { card, layout, language } = address;
  const reply = await bridge.request("card.sheet", { card });
  if (!reply.ok) return false;

  const sheet = reply.value;
  const page = layout === "card" ? <CardSides sheet={sheet} /> : <LargePrint sheet={sheet} />;
  drawOnPaper(paper, page, { language, title: sheet.serial });
  return true;
}
