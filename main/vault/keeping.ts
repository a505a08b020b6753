import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { Fault } from "#core/kernel/fault.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import type { Role, Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import type { Journal } from "#main/journal/journal.ts";
import { changePassphrase, rotateDataKey } from "./open-vault.ts";
import type { Patience } from "./patience.ts";
import type { Vault } from "./vault.ts";
import type { VaultPlace } from "./vault-place.ts";
import { vaultView } from "./vault-view.ts";

/** What changing the keys of an open branch takes. */
interface Keeping {
  readonly desk: Desk;
  readonly journal: Journal;
  readonly vault: Vault;
  readonly place: VaultPlace;
  readonly patience: Patience;
  /** Told of the keys after a change, for whatever else seals with them. */
  readonly onKeys?: (vault: Vault) => void;
}

/** The channels that are about the keys of the branch. */
export type VaultHandlers = Extract<keyof Handlers, `vault.${string}`>;

/**
 * 1005: another passphrase, by supervisor or branch head, and another data key, by the branch head.
 * Both ask for the passphrase as it is, whoever sits there. The journal holds that it was changed
 * and by whom, or that it was refused (C05), and nothing of the passphrase. Who is not listened to
 * yet (`vault.too-soon`) tried nothing, so that is not written down.
 */
export function keepingHandlers(parts: Keeping): Pick<Handlers, VaultHandlers> {
  const { desk, journal, place, patience } = parts;
  let { vault } = parts;

  /** Goes on in a new segment, under the keys that the vault has now. */
  function kept(teller: Teller, changed: Vault, happened: readonly Entry[]) {
    journal.rotate(changed);
    vault = changed;
    parts.onKeys?.(changed);
    const key: Entry = { type: "vault.key-changed", key: changed.bodyKeyId };
    desk.commit({ teller: teller.id, code: "1005", entries: [...happened, key] });
    return accept(vaultView(vault));
  }

  function refused<R extends { readonly code: string }>(refusal: R) {
    const teller = desk.sitting()?.teller;
    if (teller && refusal.code !== "vault.too-soon") {
      const entries: readonly Entry[] = [{ type: "request.refused", refusal: refusal.code }];
      desk.commit({ teller, code: "1005", entries });
    }
    return refuse(refusal);
  }

  return {
    "vault.view": () => accept(vaultView(vault)),
    "vault.open": () => refuse({ code: "request.unknown" }),
    "vault.found": () => refuse({ code: "request.unknown" }),

    "vault.change-passphrase": async ({ passphrase, next }) => {
      if (desk.kind === "demonstration") return refuse({ code: "request.unknown" });
      const keeper = keeperOf(desk, ["supervisor", "branch-head"]);
      if (!keeper.ok) return refused(keeper.refusal);

      const numbers = numbersOf(desk);
      const isStillWanted = stillThere(desk, keeper.value);
      const changed = await patience.hear(() =>
        changePassphrase(place, { passphrase, next, numbers, isStillWanted }),
      );
      if (!changed.ok) return refused(changed.refusal);
      return kept(keeper.value, changed.value, [{ type: "vault.passphrase-changed" }]);
    },

    "vault.rotate-key": async ({ passphrase }) => {
      const keeper = keeperOf(desk, ["branch-head"]);
      if (!keeper.ok) return refused(keeper.refusal);

      const isStillWanted = stillThere(desk, keeper.value);
      const rotated = await patience.hear(() => rotateDataKey(place, passphrase, isStillWanted));
      if (!rotated.ok) return refused(rotated.refusal);
      return kept(keeper.value, rotated.value, []);
    },
  };
}

/**
 * While the passphrase was tried somebody else may have sat down, or a lock have come; and a
 * workstation that went out of service must not begin a key.
 */
function stillThere(desk: Desk, keeper: Teller): () => ReturnType<Desk["atWork"]> {
  return () => {
    if (!desk.isInService()) throw new Fault("workstation.out-of-service");
    const teller = desk.atWork();
    if (!teller.ok || teller.value.id === keeper.id) return teller;
    return refuse({ code: "teller.not-signed-on" });
  };
}

/** Who sits there, if that person keeps the keys of the branch. */
function keeperOf(desk: Desk, roles: readonly Role[]): ReturnType<Desk["atWork"]> {
  const teller = desk.atWork();
  if (!teller.ok || roles.includes(teller.value.role)) return teller;
  return refuse({ code: "teller.role", role: teller.value.role });
}

/** The numbers that hang on the wall of the branch: no passphrase is made of these alone. */
function numbersOf(desk: Desk): readonly string[] {
  const { branch } = known(desk.branch(), "somebody is at work, so the branch was founded");
  return [branch.code, ...desk.books.all("teller").map(({ id }) => id)];
}
