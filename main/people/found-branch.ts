import type { Input } from "#core/contract/contract.ts";
import type { Refusal } from "#core/contract/refusal.ts";
import type { Entry } from "#core/journal/entry.ts";
import { known } from "#core/kernel/assert.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import type { Desk } from "#main/desk.ts";
import type { Handlers } from "#main/ipc/handlers.ts";
import { goodPassword, hashPassword } from "#main/people/password.ts";

/**
 * First run of a live ledger: the branch head founds the branch and its people.
 *
 * There is no default password: the first branch head named chooses one here, and everybody else
 * gets one to be changed at the first sign-on. At least one of each is there, or nothing could ever
 * be authorised.
 */
export function foundingHandlers(desk: Desk): Pick<Handlers, "branch.found"> {
  return {
    "branch.found": async (input) => {
      if (!mayBeFounded(desk)) return refuse({ code: "request.unknown" });
      const staffed = wellStaffed(input);
      if (!staffed.ok) return staffed;

      const passwords = await Promise.all(
        input.people.map(({ password }) => hashPassword(password)),
      );
      if (!mayBeFounded(desk)) return refuse({ code: "request.unknown" }); // Meanwhile it was.

      const { code, name, englishName } = input;
      const founder = input.people.find(({ role }) => role === "branch-head");
      const people = input.people.map(({ id, name: called, role }, index): Entry => {
        const password = known(passwords[index], "every person has a hashed password");
        return {
          type: "teller.registered",
          teller: {
            id,
            name: called,
            role,
            branch: code,
            password,
            mustChangePassword: id !== founder?.id,
            failures: 0,
            attendance: "off",
          },
        };
      });
      desk.commit({
        teller: "system",
        code: "9008",
        entries: [
          { type: "branch.founded", branch: { code, name, englishName, kind: "live" } },
          ...people,
          { type: "day.opened", date: desk.today() },
        ],
      });
      return accept("done");
    },
  };
}

function mayBeFounded(desk: Desk): boolean {
  return desk.kind === "live" && !desk.branch();
}

function wellStaffed({ people }: Input<"branch.found">): Result<"staffed", Refusal> {
  const ids = new Set(people.map(({ id }) => id));
  const roles = people.map(({ role }) => role);
  const complete =
    ids.size === people.length &&
    roles.includes("branch-head") &&
    roles.includes("supervisor") &&
    roles.includes("teller");
  if (!complete) {
    return refuse({ code: "request.malformed", issues: ["people: head, supervisor and teller"] });
  }

  for (const { password } of people) {
    const good = goodPassword(password);
    if (!good.ok) return good;
  }
  return accept("staffed");
}
