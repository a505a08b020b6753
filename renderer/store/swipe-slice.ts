import type { Refusal } from "#core/contract/refusal.ts";
import type { DocumentView, SwipeView } from "#core/contract/swipe-view.ts";
import type { Slice } from "#renderer/store/teller-store.ts";
import { isOver, type Transaction } from "#renderer/store/transaction.ts";

/** A swipe that was read. */
export type ReadSwipe = Extract<SwipeView, { status: "read" }>;

/** A field that waits for something to be shown; the focused one takes it before the others. */
interface Claim<Shown> {
  readonly isFocused: () => boolean;
  readonly take: (shown: Shown) => void;
}

/** Another customer, whose card or document came while a form was half filled in. */
interface Newcomer {
  readonly customer: string;
  /** The number of card or document, masked as the main process shows it. */
  readonly number: string;
  readonly swipe?: ReadSwipe;
}

/** Somebody whose card or document was read, and whose page did not come. */
interface Unopened {
  readonly status: "unopened";
  readonly refusal: Refusal;
}

/** Swipes and documents: who takes them, and what must be said of them. */
export interface SwipeSlice {
  /** The last swipe that no field took. */
  readonly swipe: ReadSwipe | undefined;
  /** A swipe that needs the teller's attention: unreadable, to be retained, or of no use here. */
  readonly swipeAlert: SwipeView | Unopened | undefined;
  readonly takeSwipe: (swipe: SwipeView) => void;
  readonly takeDocument: (shown: DocumentView) => void;
  /** A field says that it takes the next swipe; the answer withdraws the claim. */
  readonly claimSwipe: (claim: Claim<SwipeView>) => () => void;
  readonly claimDocument: (claim: Claim<DocumentView>) => () => void;
  readonly dismissSwipeAlert: () => void;
  /** Whoever came next, until the teller has said whether the form may go. */
  readonly newcomer: Newcomer | undefined;
  readonly changeCustomer: () => Promise<void>;
  readonly keepCustomer: () => void;
}

export const swipeSlice: Slice<SwipeSlice> = () => (set, get) => {
  const swipeClaims = new Set<Claim<SwipeView>>();
  const documentClaims = new Set<Claim<DocumentView>>();

  function isNewcomer(customer: string): boolean {
    return customer !== get().customer?.id;
  }

  return {
    swipe: undefined,
    swipeAlert: undefined,
    newcomer: undefined,

    takeSwipe(swipe) {
      if (get().workstation?.session.status !== "signed-on") return;

      // A field behind a preview or a receipt waits no longer, though its form is still there.
      const claim = get().transaction.step === "filling" ? firstClaim(swipeClaims) : undefined;
      if (claim) {
        claim.take(swipe);
        set({ swipeAlert: needsAttention(swipe) ? swipe : undefined });
        return;
      }
      if (isMidway(get().transaction)) return set({ swipeAlert: swipe });
      if (swipe.status === "unreadable") return set({ swipeAlert: swipe });
      if (swipe.customer && !swipe.retain && get().isHalfFilled()) {
        const { customer, number } = swipe;
        return set(
          isNewcomer(customer)
            ? { newcomer: { customer, number, swipe }, leaving: undefined }
            : { swipeAlert: swipe },
        );
      }

      set({ swipe, swipeAlert: needsAttention(swipe) || !swipe.customer ? swipe : undefined });
      if (swipe.customer && !get().isHalfFilled()) void openCustomer(swipe.customer);
    },

    takeDocument(shown) {
      if (get().workstation?.session.status !== "signed-on") return;

      const claim = firstClaim(documentClaims);
      if (claim) return claim.take(shown);
      const { customer, number } = shown;
      if (isMidway(get().transaction) || !customer) return;
      if (!get().isHalfFilled()) return void openCustomer(customer);
      if (isNewcomer(customer)) set({ newcomer: { customer, number }, leaving: undefined });
    },

    claimSwipe(claim) {
      swipeClaims.add(claim);
      return () => swipeClaims.delete(claim);
    },

    claimDocument(claim) {
      documentClaims.add(claim);
      return () => documentClaims.delete(claim);
    },

    dismissSwipeAlert() {
      set({ swipeAlert: undefined });
    },

    async changeCustomer() {
      const { newcomer } = get();
      if (!newcomer) return;
      set({ newcomer: undefined, swipe: newcomer.swipe });
      await openCustomer(newcomer.customer);
    },

    keepCustomer() {
      set({ newcomer: undefined });
    },
  };

  async function openCustomer(customer: string): Promise<void> {
    const alert = get().swipeAlert;
    if (!(await get().readCustomer(customer))) {
      // Said at once: whoever swiped the card would wait for nothing.
      const { refusal } = get().search;
      if (refusal) set({ swipeAlert: { status: "unopened", refusal } });
      return;
    }
    get().openScreen("9002");
    set({ swipeAlert: alert });
  }
};

function firstClaim<Shown>(claims: ReadonlySet<Claim<Shown>>): Claim<Shown> | undefined {
  const waiting = [...claims];
  return waiting.find((claim) => claim.isFocused()) ?? waiting[0];
}

/** Whether the main process wants this swipe to be spoken about at once. */
function needsAttention(swipe: SwipeView): boolean {
  return swipe.status === "unreadable" || swipe.retain;
}

/** While something is previewed, approved, written or made, no swipe may take the teller elsewhere. */
function isMidway(transaction: Transaction): boolean {
  return transaction.step !== "filling" && !isOver(transaction);
}
