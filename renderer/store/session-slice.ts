import type { Sent } from "#core/contract/contract.ts";
import type { OperatorCardView } from "#core/contract/people-view.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Slice } from "#renderer/store/teller-store.ts";

/** Who sits here: sign-on, lock and the like. The state itself comes with the workstation view. */
export interface SessionSlice {
  readonly session: { readonly waiting: boolean; readonly refusal?: Refusal };
  readonly signOn: (teller: string, password: string) => Promise<void>;
  /** The operator card that was swiped at the sign-on page, if it is anybody's. */
  readonly operatorCard: OperatorCardView | undefined;
  readonly takeOperatorCard: (card: OperatorCardView | undefined) => void;
  readonly signOff: () => Promise<void>;
  readonly lock: (idle: boolean) => Promise<void>;
  readonly resume: (password: string) => Promise<void>;
  readonly changePassword: (password: string, next: string) => Promise<void>;
  readonly foundBranch: (branch: Sent<"branch.found">) => Promise<void>;
}

export const sessionSlice: Slice<SessionSlice> = (bridge) => (set, get) => {
  async function ask(
    question: () => Promise<{ readonly ok: true } | { readonly ok: false; refusal: Refusal }>,
  ): Promise<boolean> {
    set({ session: { waiting: true } });
    const reply = await question();
    if (reply.ok) await get().readWorkstation();
    set({ session: reply.ok ? { waiting: false } : { waiting: false, refusal: reply.refusal } });
    return reply.ok;
  }

  return {
    session: { waiting: false },

    operatorCard: undefined,
    takeOperatorCard(operatorCard) {
      set({ operatorCard });
    },

    async signOn(teller, password) {
      const { operatorCard } = get();
      // Somebody may swipe and then type another number: the card is then not meant.
      const isMeant = operatorCard?.status === "known" && operatorCard.teller === teller;
      const card = isMeant ? { card: operatorCard.ref } : {};
      if (await ask(() => bridge.request("session.sign-on", { teller, password, ...card }))) {
        set({ operatorCard: undefined });
        get().goHome();
      }
    },
    async signOff() {
      if (await ask(() => bridge.request("session.sign-off", undefined))) {
        get().nextCustomer();
      } else if (get().session.refusal?.code === "teller.not-settled") {
        get().openScreen("1002"); // What must be settled first is listed there (C04).
      }
    },
    async lock(idle) {
      await ask(() => bridge.request("session.lock", { idle }));
    },
    async resume(password) {
      await ask(() => bridge.request("session.resume", { password }));
    },
    async changePassword(password, next) {
      await ask(() => bridge.request("session.change-password", { password, next }));
    },
    async foundBranch(branch) {
      await ask(() => bridge.request("branch.found", branch));
    },
  };
};
