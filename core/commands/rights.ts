import type { Parameters } from "#core/branch/parameters.ts";
import type { Context } from "#core/commands/command.ts";
import { type LookCode, lookCodes } from "#core/contract/look-codes.ts";
import type { TransactionCode, TransactionRequest } from "#core/contract/transactions.ts";
import { Role, type Teller, type TellerRefusal } from "#core/teller/teller.ts";

/** Every code that somebody may or may not use: transactions and pages. */
export type Code = TransactionCode | LookCode;

const everybody = Role.options;
/** 柜员: whoever serves customers, and has cash and blank pieces (D02). */
const tellers = ["teller"] as const;
/** 主管与负责人: they open and close, count the vault, and give their word; they serve nobody (D02). */
const chiefs = ["supervisor", "branch-head"] as const;
const branch = [...tellers, ...chiefs] as const;
/** Whoever may look at customers: the audit looks at everything and does nothing. */
const seers = [...branch, "auditor"] as const;
/** 系统管理员, and the head of a branch that has none yet. */
const keepers = ["branch-head", "administrator"] as const;

/**
 * 交易权限表: which roles may use which code (D02, D06, R08). A code without a line here does not
 * compile; the branch's own lines in the parameters (9006) come before these.
 */
const table = {
  "1002": everybody,
  "1003": everybody,
  "1004": chiefs,
  "1005": chiefs,
  "1101": branch,
  "1102": tellers,
  "1103": branch,
  "1104": branch,
  "1105": branch,
  "1106": tellers,
  "2001": seers,
  "2002": tellers,
  "2004": tellers,
  "2005": tellers,
  "3002": tellers,
  "3003": tellers,
  "3004": tellers,
  "3009": tellers,
  "3010": branch,
  "3011": tellers,
  "3012": tellers,
  "3013": tellers,
  "3014": tellers,
  "3015": everybody,
  "4001": tellers,
  "4002": tellers,
  "4003": tellers,
  "4004": tellers,
  "4005": tellers,
  "4006": tellers,
  "4007": tellers,
  "4008": tellers,
  "4009": tellers,
  "4010": seers,
  "4011": tellers,
  "5001": tellers,
  "5002": tellers,
  "5003": tellers,
  "5004": seers,
  "5005": tellers,
  "5006": tellers,
  "5007": tellers,
  "5008": tellers,
  "5009": tellers,
  "5010": tellers,
  "5011": tellers,
  "6001": tellers,
  "6002": tellers,
  "6003": tellers,
  "6004": tellers,
  "6005": tellers,
  "6006": tellers,
  "6007": tellers,
  "6008": tellers,
  "6009": tellers,
  "6010": tellers,
  "6011": seers,
  "6012": tellers,
  "7001": tellers,
  "7002": tellers,
  "7003": tellers,
  "7004": tellers,
  "7005": tellers,
  "7101": tellers,
  "7102": tellers,
  "7103": tellers,
  "7201": tellers,
  "8001": tellers,
  "8002": tellers,
  "8003": branch,
  "8004": branch,
  "8005": branch,
  "8006": tellers,
  "8007": branch,
  "8008": branch,
  "8009": branch,
  "8010": chiefs,
  "8011": seers,
  "9001": seers,
  "9002": seers,
  "9003": branch,
  "9005": [...chiefs, "auditor"],
  "9004": branch,
  "9006": keepers,
  "9007": tellers,
  "9008": keepers,
  "9010": [...chiefs, "auditor"],
  "9012": [...chiefs, "auditor"],
  "9013": chiefs,
  "9011": [...chiefs, "auditor"],
  "9009": everybody,
} as const;

/** The table as every code is looked up in it. */
export const defaultRights: Readonly<Record<Code, readonly Role[]>> = table;

/** The roles that may use a code in this branch now. */
export function rolesFor(code: Code, { rights }: Pick<Parameters, "rights">): readonly Role[] {
  return rights?.[code] ?? defaultRights[code];
}

/** Why this person may not use a code, with the roles that may; undefined where they may. */
export function roleRefusal(
  code: Code,
  { role }: Pick<Teller, "role">,
  parameters: Pick<Parameters, "rights">,
): Extract<TellerRefusal, { code: "teller.role" }> | undefined {
  const may = rolesFor(code, parameters);
  return may.includes(role) ? undefined : { code: "teller.role", role, may };
}

/** The first control over every transaction: whether the one who keys it has the right (D02). */
export function rightsRefusal(
  { code }: TransactionRequest,
  { teller, parameters }: Context,
): TellerRefusal | undefined {
  return roleRefusal(code, teller, parameters);
}

/**
 * What no table of any branch can give away (D06): the audit looks and lets evidence out, the
 * administrator keeps accounts and parameters and sees no customer, and nobody who serves customers
 * sets limits or rights.
 */
export function mayEverBeGiven(code: Code, role: Role): boolean {
  if (role === "auditor") return isLook(code) || code === "9005" || code === "9012";
  if (role === "administrator") {
    return forAdministrators.some((one) => one === code);
  }
  return role !== "teller" || !neverForTellers.some((one) => one === code);
}

const forAdministrators: readonly Code[] = ["1002", "1003", "3015", "9006", "9008", "9009"];
const neverForTellers: readonly Code[] = ["1004", "1005", "9006", "9008", "9012", "9013"];

function isLook(code: Code): boolean {
  return code !== "1005" && lookCodes.some((look) => look === code);
}
