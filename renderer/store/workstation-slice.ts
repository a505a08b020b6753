import type { Refusal } from "#core/contract/refusal.ts";
import type { StripeView } from "#core/contract/swipe-view.ts";
import type { WorkstationView } from "#core/contract/workstation-view.ts";
import type { Slice } from "#renderer/store/teller-store.ts";

/** The workstation as the main process last described it. */
export interface WorkstationSlice {
  readonly workstation: WorkstationView | undefined;
  /** When the view came, on this window's own monotonic clock (ms): the time shown ticks from it. */
  readonly toldAt: number;
  readonly workstationRefusal: Refusal | undefined;
  /** The last stripe test (3010). */
  readonly stripe: StripeView | undefined;
  /** Counts the batches posted since the window opened; lists read again when it moves. */
  readonly booksVersion: number;
  readonly tellWorkstation: (view: WorkstationView) => void;
  readonly tellStripe: (stripe: StripeView | undefined) => void;
  readonly booksChanged: (change: { readonly customers: readonly string[] }) => void;
  readonly readWorkstation: () => Promise<void>;
}

export const workstationSlice: Slice<WorkstationSlice> = (bridge) => (set, get) => ({
  workstation: undefined,
  toldAt: 0,
  workstationRefusal: undefined,
  stripe: undefined,
  booksVersion: 0,

  tellWorkstation(view) {
    set({ workstation: view, toldAt: performance.now(), workstationRefusal: undefined });
  },

  tellStripe(stripe) {
    set({ stripe });
  },

  booksChanged({ customers }) {
    set({ booksVersion: get().booksVersion + 1 });
    const shown = get().customer;
    if (shown && customers.includes(shown.id)) void get().readCustomer(shown.id);
  },

  async readWorkstation() {
    const reply = await bridge.request("workstation.view", undefined);
    if (reply.ok) get().tellWorkstation(reply.value);
    else set({ workstationRefusal: reply.refusal });
  },
});
