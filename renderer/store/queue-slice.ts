import type { TakenUpRequest } from "#core/contract/queue-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import { withoutShown } from "#renderer/store/form-slice.ts";
import type { Slice } from "#renderer/store/teller-store.ts";
import type { Attempt } from "#renderer/store/transaction.ts";

/** Requests that wait for a second person, as far as they are in hand here (9004). */
export interface QueueSlice {
  /** What was taken up from the queue and is on the screen now. */
  readonly takenUp: TakenUpRequest | undefined;
  /**
   * Takes an own request up: its form is filled in, and where everything that was shown is still
   * remembered it stands at its preview again. Comes back with the refusal, if any.
   */
  readonly takeUp: (parked: string) => Promise<Refusal | undefined>;
  /** What a preview of this transaction brings along from the queue: the word only for the very same. */
  readonly broughtFor: (code: string, hash: string) => Pick<Attempt, "parked" | "brought">;
  readonly forgetTakenUp: () => void;
}

export const queueSlice: Slice<QueueSlice> = (bridge) => (set, get) => ({
  takenUp: undefined,

  async takeUp(parked) {
    const reply = await bridge.request("queue.take-up", { parked });
    if (!reply.ok) return reply.refusal;
    const { parked: view, input, gone } = reply.value;
    const session = get().workstation?.session;
    if (session?.status !== "signed-on") return { code: "teller.not-signed-on" };

    if (view.customer !== undefined && view.customer !== get().customer?.id) {
      if (!(await get().readCustomer(view.customer))) return { code: "customer.unknown" };
    }
    get().openScreen(view.code);
    const filled = withoutShown(input, (ref) => gone.includes(ref));
    const { teller } = session;
    set({ takenUp: reply.value, kept: { [view.code]: { teller, filled } } });
    if (gone.length === 0) await get().previewTransaction({ code: view.code, input });
    return undefined;
  },

  broughtFor(code, hash) {
    const { takenUp } = get();
    if (takenUp?.parked.code !== code) return {};
    const carries = takenUp.grant !== undefined && takenUp.hash === hash;
    return {
      parked: takenUp.parked.id,
      ...(carries && takenUp.grant !== undefined ? { brought: takenUp.grant } : {}),
    };
  },

  forgetTakenUp() {
    set({ takenUp: undefined });
  },
});
