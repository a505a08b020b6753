import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import type { Bridge } from "#core/contract/bridge.ts";
import { readAddress } from "#renderer/slips/address.ts";
import { SlipPaper } from "#renderer/slips/slip-paper.tsx";
import { createLanguage } from "#renderer/wording/language.ts";

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

  const { ownerDocument } = paper;
  ownerDocument.documentElement.lang = address.language;
  ownerDocument.title = reply.value.number;
  const language = createLanguage(address.language);
  const failures: unknown[] = [];
  const root = createRoot(paper, { onUncaughtError: (failure) => failures.push(failure) });
  flushSync(() => {
    root.render(
      <I18nextProvider i18n={language}>
        <SlipPaper slip={reply.value} />
      </I18nextProvider>,
    );
  });
  if (failures.length > 0) throw failures[0]; // A page that failed while drawing is empty.
  return true;
}
