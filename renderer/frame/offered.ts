import { useMemo } from "react";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import { screens } from "#renderer/screens/screens.ts";
import type { TellerState } from "#renderer/store/teller-store.ts";
import { isAtWork } from "#renderer/store/transaction.ts";
import { useTeller } from "#renderer/store/use-teller.ts";
import { transaction as chinese } from "#renderer/wording/zh-CN/transaction.ts";

/** Codes that act at once instead of opening a screen. */
const acts = ["1002", "1003"] as const satisfies readonly ScreenCode[];

/** Every code that can be entered, in the order of the numbers. */
export const offeredCodes: readonly ScreenCode[] = Object.keys(chinese)
  .sort()
  .filter(isScreenCode)
  .filter((code) => code in screens || acts.some((act) => act === code));

/** Whether a text is a code that can be entered. */
export function isOffered(text: string): text is ScreenCode {
  return offeredCodes.some((code) => code === text);
}

/** Whether the table of rights keeps a code from whoever sits here (D02). */
export function isKept(workstation: WorkstationView | undefined, code: ScreenCode): boolean {
  const session = workstation?.session;
  return session !== undefined && "mayNot" in session && session.mayNot?.includes(code) === true;
}

/** The codes that are offered to whoever sits here: of what they may not use, nothing. */
export function useOffered(): readonly ScreenCode[] {
  const workstation = useTeller((teller) => teller.workstation);
  return useMemo(() => offeredCodes.filter((code) => !isKept(workstation, code)), [workstation]);
}

/** Does what entering a code means. */
export function enterCode(teller: TellerState, code: ScreenCode): void {
  // What is being written or made is called off by Esc, never by a key that went astray.
  if (isAtWork(teller.transaction)) return;
  if (code === "1003") void teller.lock(false);
  else teller.leave(() => (code === "1002" ? void teller.signOff() : teller.openScreen(code)));
}

function isScreenCode(text: string): text is ScreenCode {
  return text in chinese;
}
