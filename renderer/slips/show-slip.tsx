import type { Bridge } from "#core/contract/bridge.ts";
import { drawOnPaper } from "#renderer/paper/draw-on-paper.tsx";
import { readAddress } from "#renderer/slips/address.ts";
import { SlipPaper } from "#renderer/slips/slip-paper.tsx";

/** All that a page which is printed can reach: the look-up of a slip. */
export type SlipBridge = Pick<Bridge<"slip.view", never>, "request">;

/**
 * Lays out the slip that the address names in `paper`, and answers whether it stands there: no when
 * the address names none or the workstation will not show it. Throws when it cannot be drawn.
 */
export async function showSlip(
  bridge: SlipBridge,
  { hash, paper }: { readonly hash: string; readonly paper: HTMLElement },
): Promise<boolean> {
  const address = readAddress(hash);
  if (!address) return false;

  const reply = await bridge.request("slip.view", { slip: address.slip });
  if (!reply.ok) return false;

  const { language } = address;
  drawOnPaper(paper, <SlipPaper slip={reply.value} />, { language, title: reply.value.number });
  return true;
}
