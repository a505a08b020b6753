import type { Sent } from "#core/contract/contract.ts";
import type { TrayView } from "#core/contract/display-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Slice } from "#renderer/store/teller-store.ts";

/** The presenter's desk of a demonstration. */
export interface TraySlice {
  readonly tray: TrayView | undefined;
  readonly trayRefusal: Refusal | undefined;
  readonly tellTray: (tray: TrayView) => void;
  readonly readTray: () => Promise<void>;
  readonly swipeCard: (card: string, badly: boolean) => Promise<void>;
  readonly showDocument: (customer: string) => Promise<void>;
  readonly moveClock: (move: Sent<"demonstration.move-clock">) => Promise<void>;
  /** Pulls the simulated reader's cable out, or puts it in again. */
  readonly plugReader: (isIn: boolean) => Promise<void>;
  readonly failNextWrite: (how: Sent<"demonstration.fail-next">["how"]) => Promise<void>;
}

export const traySlice: Slice<TraySlice> = (bridge) => (set, get) => ({
  tray: undefined,
  trayRefusal: undefined,

  tellTray(tray) {
    set({ tray });
  },
  async readTray() {
    const reply = await bridge.request("demonstration.tray", undefined);
    set(reply.ok ? { tray: reply.value, trayRefusal: undefined } : { trayRefusal: reply.refusal });
  },
  async swipeCard(card, badly) {
    const reply = await bridge.request("demonstration.swipe", { card, badly });
    set({ trayRefusal: reply.ok ? undefined : reply.refusal });
  },
  async showDocument(customer) {
    const reply = await bridge.request("demonstration.show-document", { customer });
    set({ trayRefusal: reply.ok ? undefined : reply.refusal });
  },
  async moveClock(move) {
    const reply = await bridge.request("demonstration.move-clock", move);
    if (reply.ok) get().tellWorkstation(reply.value);
    set({ trayRefusal: reply.ok ? undefined : reply.refusal });
  },
  async plugReader(isIn) {
    const reply = await bridge.request("demonstration.plug", { in: isIn });
    set({ trayRefusal: reply.ok ? undefined : reply.refusal });
  },
  async failNextWrite(how) {
    const reply = await bridge.request("demonstration.fail-next", { how });
    set({ trayRefusal: reply.ok ? undefined : reply.refusal });
  },
});
