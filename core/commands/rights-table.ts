import type { ParameterRefusal } from "#core/branch/parameter-list.ts";
import type { Parameters } from "#core/branch/parameters.ts";
import { type Code, defaultRights, mayEverBeGiven, rolesFor } from "#core/commands/rights.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { Role } from "#core/teller/teller.ts";

/** The codes whose rights can be set, in the order of their numbers. */
export const codesWithRights: readonly Code[] = Object.keys(defaultRights).filter(isCode).sort();

/** The code that a path such as `rights.4002` names. */
function codeIn(path: string): Code | undefined {
  const code = path.slice("rights.".length);
  return isCode(code) ? code : undefined;
}

function isCode(code: string): code is Code {
  return Object.hasOwn(defaultRights, code);
}

/** The roles that may use the code of a path now, with commas. */
export function rightsInForce(parameters: Parameters, path: string): string | undefined {
  const code = codeIn(path);
  return code && textOf(rolesFor(code, parameters));
}

/**
 * The parameters with other roles for a code: at least one, and only such as may ever have it (D06).
 * A line that says what the default says is none.
 */
export function withRight(
  parameters: Parameters,
  path: string,
  to: string,
): Result<Parameters, ParameterRefusal> {
  const code = codeIn(path);
  if (!code) return refuse({ code: "parameters.unknown", path });
  const wanted = to.split(",");
  const roles = Role.options.filter((role) => wanted.includes(role));
  if (textOf(roles) !== to) return refuse({ code: "parameters.out-of-bounds", path });
  const never = roles.find((role) => !mayEverBeGiven(code, role));
  if (never) return refuse({ code: "parameters.right-not-given", path, role: never });

  const { [code]: _before, ...others } = parameters.rights ?? {};
  const isDefault = to === textOf(defaultRights[code]);
  return accept({ ...parameters, rights: isDefault ? others : { ...others, [code]: roles } });
}

/** Roles with commas, in the order of the list, however a table has them. */
function textOf(roles: readonly Role[]): string {
  return Role.options.filter((role) => roles.includes(role)).join(",");
}
