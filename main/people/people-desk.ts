import { parameterRows, valueIn } from "#core/branch/parameter-list.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import { feeInForce } from "#core/commands/fee-table.ts";
import { mayEverBeGiven, rolesFor } from "#core/commands/rights.ts";
import { codesWithRights } from "#core/commands/rights-table.ts";
import type { ParametersView, PersonView } from "#core/contract/people-view.ts";
import { FeeKind } from "#core/fee/fee-table.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, refuse } from "#core/kernel/result.ts";
import { Role, type Teller } from "#core/teller/teller.ts";
import type { Desk } from "#main/desk.ts";
import type { EvidenceBox } from "#main/evidence/evidence.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { mayLook } from "#main/people/may-look.ts";
import { goodPassword, hashPassword, isFormer } from "#main/people/password.ts";

type Channel = "people.list" | "people.take-password" | "parameters.view";

/** What the pages of people and of parameters ask (9006, 9008). */
export function peopleHandlers(desk: Desk, evidence: EvidenceBox): Pick<Handlers, Channel> {
  return {
    "people.list": () => {
      const teller = mayLook(desk, "9008");
      if (!teller.ok) return teller;
      return accept(desk.books.all("teller").map((person) => personView(person, desk)));
    },

    /** A first password never stands in a request, which is hashed, approved and kept. */
    "people.take-password": async ({ teller: id, password }) => {
      const teller = mayLook(desk, "9008");
      if (!teller.ok) return teller;
      const good = goodPassword(password);
      if (!good.ok) return good;
      const person = id && desk.books.find("teller", id);
      if (person && (await isFormer(password, person))) {
        return refuse({ code: "teller.password-weak", reason: "former" });
      }
      const verifier = await hashPassword(password);
      const still = desk.atWork();
      if (!still.ok || still.value.id !== teller.value.id) {
        return refuse({ code: "teller.not-signed-on" });
      }
      return accept({ ref: evidence.keep({ type: "teller-password", verifier }) });
    },

    "parameters.view": () => {
      const teller = mayLook(desk, "9006");
      if (!teller.ok) return teller;
      const { parameters } = known(desk.branch(), "nobody is at work before the branch is");
      return accept(parametersView(parameters));
    },
  };
}

function personView(person: Teller, desk: Desk): PersonView {
  const { id, name, role, assists, attendance, lockedOutUntil, lastSignedOnAt, leftAt } = person;
  const isLockedOut = lockedOutUntil !== undefined && lockedOutUntil > desk.now();
  return {
    ...{ id, name, role, attendance },
    assists: assists === true,
    hasCard: person.operatorCard !== undefined,
    isLinked: person.customer !== undefined,
    relatives: person.relatives?.length ?? 0,
    mustChangePassword: person.mustChangePassword,
    ...(isLockedOut ? { lockedOutUntil } : {}),
    ...(lastSignedOnAt === undefined ? {} : { lastSignedOnAt }),
    ...(leftAt === undefined ? {} : { leftAt }),
  };
}

function parametersView(parameters: Parameters): ParametersView {
  return {
    values: Object.fromEntries(parameterRows.map(({ path }) => [path, valueIn(parameters, path)])),
    fees: Object.fromEntries(
      FeeKind.options.map((kind) => [
        kind,
        known(feeInForce(parameters, `fees.${kind}`), "every kind has its lines"),
      ]),
    ),
    rights: codesWithRights.map((code) => ({
      code,
      may: rolesFor(code, parameters),
      mayBe: Role.options.filter((role) => mayEverBeGiven(code, role)),
    })),
  };
}
