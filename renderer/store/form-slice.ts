import { EvidenceRef } from "#core/contract/transactions.ts";
import type { ScreenCode } from "#renderer/screens/screen-code.ts";
import type { Slice } from "#renderer/store/teller-store.ts";
import { isOver } from "#renderer/store/transaction.ts";

/** What was filled into a form, by the names of its fields. */
export type Filled = Readonly<Record<string, unknown>>;

/** What was filled in before the counter was locked, and by whom. */
interface Kept {
  readonly teller: string;
  readonly filled: Filled;
}

/** Forms that are being filled in: nothing takes them away unasked, a lock least of all. */
export interface FormSlice {
  /** A form says that something was filled in; the answer says that it is gone. */
  readonly beginForm: (code: ScreenCode) => () => void;
  /** Whether a form on the desk would be lost with what is in it. */
  readonly isHalfFilled: () => boolean;
  /** Where the teller wants to go, until it was said whether the form may go. */
  readonly leaving: (() => void) | undefined;
  /** Goes on, after asking if a half-filled form would be lost; of two the one in front alone. */
  readonly leave: (go: () => void, lost?: "all" | "front") => void;
  readonly leaveForm: () => void;
  readonly stayWithForm: () => void;
  /** What forms begin with when they are opened next: what a lock or another form left. */
  readonly kept: Readonly<Partial<Record<ScreenCode, Kept>>>;
  readonly keepFilled: (code: ScreenCode, filled: Filled) => void;
  /** What was kept for whoever sits here now. */
  readonly filledBefore: (code: ScreenCode) => Filled | undefined;
  readonly forgetFilled: (code: ScreenCode) => void;
}

export const formSlice: Slice<FormSlice> = () => (set, get) => {
  const begun = new Map<symbol, ScreenCode>();

  function sitting(): string | undefined {
    const session = get().workstation?.session;
    return session === undefined || session.status === "signed-off" ? undefined : session.teller;
  }

  return {
    leaving: undefined,
    kept: {},

    beginForm(code) {
      const form = Symbol();
      begun.set(form, code);
      return () => {
        begun.delete(form);
        if (begun.size === 0) set({ newcomer: undefined, leaving: undefined });
      };
    },

    isHalfFilled() {
      return begun.size > 0 && get().transaction.step === "filling";
    },

    leave(go, lost = "all") {
      const { aside, place, transaction } = get();
      const front = aside?.code ?? (place.at === "screen" ? place.code : undefined);
      // What is in front has done its work with the receipt; what waits behind it has not.
      const isLost = [...begun.values()].some((code) =>
        code === front ? !isOver(transaction) : lost === "all",
      );
      if (isLost) set({ leaving: go });
      else go();
    },

    leaveForm() {
      const { leaving } = get();
      set({ leaving: undefined });
      leaving?.();
    },

    stayWithForm() {
      set({ leaving: undefined });
    },

    keepFilled(code, filled) {
      const teller = sitting();
      if (teller === undefined) return;
      set({ kept: { ...get().kept, [code]: { teller, filled: withoutEvidence(filled) } } });
    },

    filledBefore(code) {
      const kept = get().kept[code];
      return kept?.teller === sitting() ? kept?.filled : undefined;
    },

    forgetFilled(code) {
      const { [code]: _gone, ...others } = get().kept;
      set({ kept: others });
    },
  };
};

/**
 * What was typed and chosen. What a device gave is shown to it again: whoever stood at the counter
 * may have left meanwhile.
 */
function withoutEvidence(filled: Filled): Filled {
  return withoutShown(filled, () => true);
}

/** What was filled in, without whatever a device gave under a reference that serves no more. */
export function withoutShown(filled: Filled, isGone: (ref: string) => boolean): Filled {
  return Object.fromEntries(
    Object.entries(filled).flatMap(([name, value]) => {
      const left = typed(value, isGone);
      return left === undefined ? [] : [[name, left]];
    }),
  );
}

function typed(value: unknown, isGone: (ref: string) => boolean): unknown {
  if (isEvidence(value)) return isGone(String(value)) ? undefined : value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value);
  // A document goes with its reference, and with it what was found of it (3.8).
  const isOfDocument =
    "check" in value && "document" in value && typed(value.document, isGone) === undefined;
  const isOfRef = fields.some(
    ([name, field]) => name === "ref" && isEvidence(field) && isGone(String(field)),
  );
  return isOfDocument || isOfRef ? undefined : withoutShown(Object.fromEntries(fields), isGone);
}

function isEvidence(value: unknown): boolean {
  return EvidenceRef.safeParse(value).success;
}
