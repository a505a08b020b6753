import type { Entry } from "#core/journal/entry.ts";
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
 * 1004: another passphrase, by supervisor or branch head, and another data key, by the branch head.
 * Both ask for the passphrase as it is, whoever sits there. The journal holds that it was changed
 * and by whom, and nothing of the passphrase.
 */
export function keepingHandlers(parts: Keeping): Pick<Handlers, VaultHandlers> {
  const { desk, journal, place, patience } = parts;
  let { vault } = parts;

  function kept(teller: Teller, changed: Vault, entry: Entry) {
    vault = changed;
    parts.onKeys?.(changed);
    desk.commit({ teller: teller.id, code: "1004", entries: [entry] });
    return accept(vaultView(vault));
  }

  return {
    "vault.view": () => accept(vaultView(vault)),
    "vault.open": () => refuse({ code: "request.unknown" }),
    "vault.found": () => refuse({ code: "request.unknown" }),

    "vault.change-passphrase": async ({ passphrase, next }) => {
      if (desk.kind === "demonstration") return refuse({ code: "request.unknown" });
      const keeper = keeperOf(desk, ["supervisor", "branch-head"]);
      if (!keeper.ok) return keeper;

      const numbers = numbersOf(desk);
      const changed = await patience.hear(() =>
        changePassphrase(place, { passphrase, next, numbers }),
      );
      if (!changed.ok) return changed;
      return kept(keeper.value, changed.value, { type: "vault.passphrase-changed" });
    },

    "vault.rotate-key": async ({ passphrase }) => {
      const keeper = keeperOf(desk, ["branch-head"]);
      if (!keeper.ok) return keeper;

      const rotated = await patience.hear(() => rotateDataKey(place, passphrase));
      if (!rotated.ok) return rotated;
      journal.rotate(rotated.value);
      const key = rotated.value.bodyKeyId;
      return kept(keeper.value, rotated.value, { type: "vault.key-changed", key });
    },
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
  const branch = desk.branch()?.branch.code;
  return [...(branch ? [branch] : []), ...desk.books.all("teller").map(({ id }) => id)];
}
