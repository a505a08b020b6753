import type { FreezeFilter } from "#core/contract/contract.ts";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import type { Slice } from "#renderer/store/teller-store.ts";

/** Where the teller is: at home or on the screen of a code. */
type Place = { readonly at: "home" } | { readonly at: "screen"; readonly code: ScreenCode };

/** What a screen was opened for, such as a loss case chosen in the register. */
export interface Subject {
  readonly card?: string;
  readonly lossCase?: string;
  readonly order?: string;
  readonly slip?: string;
  /** The slip that is looked up in the drawer of slips, and not printed once more. */
  readonly find?: string;
  /** The journal number of what is to be undone. */
  readonly posting?: string;
  readonly swipe?: string;
  /** An account whose holds are looked at, or on which an order lies. */
  readonly account?: string;
  /** What of a register is wanted. */
  readonly show?: "ending";
  /** Where the teller was in the register of orders. */
  readonly register?: RegisterPlace;
  /** Where it was opened: a step back leads there. */
  readonly from?: Stop;
  /** A hold of the customer or of the bank that is to be lifted. */
  readonly hold?: string;
  readonly passwordCard?: string;
  /** A blank piece in the teller's hand. */
  readonly serial?: string;
  /** The kind of blank piece that is wanted. */
  readonly voucher?: string;
  /** Whose box it is about: a teller's number, or `vault`. */
  readonly hand?: string;
  /** A fee that is owed. */
  readonly owedFee?: string;
  /** An enrolment for e支付. */
  readonly enrolment?: string;
}

/** A screen with what it was opened for. */
interface Stop {
  readonly code: ScreenCode;
  readonly subject: Subject;
}

/** A page of a register, and the row on it. */
interface RegisterPlace {
  readonly filter: FreezeFilter;
  readonly page: number;
  readonly row?: string;
}

/** A screen laid over another one that waits behind it with all that was filled in. */
type Aside = Stop;

/** What lies over the screen. */
type Overlay = "none" | "palette" | "help";

/** Navigation: one place, one overlay, and one step back at a time. */
export interface PlaceSlice {
  readonly place: Place;
  readonly subject: Subject;
  /** Rises with every opening, so that a screen opened twice starts afresh. */
  readonly visit: number;
  readonly overlay: Overlay;
  /** The presenter's desk stands beside the screens and stays through them (F9). */
  readonly isPresenting: boolean;
  readonly openScreen: (code: ScreenCode, subject?: Subject) => void;
  /** What must be done first, such as voiding a damaged piece: the form behind loses nothing. */
  readonly aside: Aside | undefined;
  /** Only while the screen is being filled in: one transaction is under way at a time. */
  readonly stepAside: (code: ScreenCode, subject?: Subject) => void;
  /** Back to the screen that waited. */
  readonly rejoin: () => void;
  readonly goHome: () => void;
  /** Forgets the customer and all evidence, and goes home. */
  readonly nextCustomer: () => void;
  readonly showOverlay: (overlay: Overlay) => void;
  readonly present: (isPresenting: boolean) => void;
  /** Esc: closes what lies on top, else goes back a step, else home; a form is asked about. */
  readonly back: () => void;
}

/** What the screen in front was opened for. */
export function subjectInFront({ aside, subject }: Pick<PlaceSlice, "aside" | "subject">): Subject {
  return aside?.subject ?? subject;
}

export const placeSlice: Slice<PlaceSlice> = () => (set, get) => ({
  place: { at: "home" },
  subject: {},
  visit: 0,
  overlay: "none",
  isPresenting: false,
  aside: undefined,

  openScreen(code, subject = {}) {
    get().abandonTransaction();
    set({
      place: { at: "screen", code },
      subject,
      aside: undefined,
      takenUp: undefined,
      visit: get().visit + 1,
      overlay: "none",
      swipeAlert: undefined,
      kept: {},
    });
  },

  goHome() {
    get().abandonTransaction();
    set({
      place: { at: "home" },
      subject: {},
      takenUp: undefined,
      aside: undefined,
      overlay: "none",
      visit: get().visit + 1,
      kept: {},
    });
  },

  stepAside(code, subject = {}) {
    const { transaction, aside } = get();
    if (aside || transaction.step !== "filling" || transaction.waiting) return;
    get().abandonTransaction();
    set({ aside: { code, subject } });
  },

  rejoin() {
    get().abandonTransaction();
    set({ aside: undefined, kept: {} });
  },

  nextCustomer() {
    get().dismissCustomer();
    get().goHome();
  },

  showOverlay(overlay) {
    set({ overlay });
  },

  present(isPresenting) {
    set({ isPresenting });
  },

  back() {
    const { overlay, swipeAlert, place, aside, newcomer, leaving, subject } = get();
    const { from } = subject;
    if (newcomer) return get().keepCustomer();
    if (leaving) return get().stayWithForm();
    if (overlay !== "none") return set({ overlay: "none" });
    if (swipeAlert) return set({ swipeAlert: undefined });
    if (place.at === "home") return;
    if (get().backInReader() || get().backInTransaction()) return;
    if (aside) get().leave(get().rejoin, "front");
    else get().leave(() => (from ? get().openScreen(from.code, from.subject) : get().goHome()));
  },
});
