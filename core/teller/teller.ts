import { z } from "zod";
import { BranchCode } from "#core/branch/branch.ts";
import { Instant } from "#core/calendar/instant.ts";
import { CustomerId } from "#core/customer/customer.ts";
import type { OpenItem } from "#core/day/open-item.ts";

/** A person who works in the branch is known by a four-digit number. */
export const TellerId = z
  .string()
  .regex(/^\d{4}$/)
  .brand<"TellerId">();
export type TellerId = z.infer<typeof TellerId>;

/**
 * 柜员, 主管, 网点负责人, 审计, 系统管理员: what a person may do follows from the role, by the table of
 * rights (core/commands/rights.ts).
 */
export const Role = z.enum(["teller", "supervisor", "branch-head", "auditor", "administrator"]);
export type Role = z.infer<typeof Role>;

/** A password as it is kept: scrypt with its cost, never the password (security: 8.3). */
export const PasswordVerifier = z
  .object({
    method: z.literal("scrypt"),
    cost: z.int().positive(),
    salt: z.string().min(16).max(128),
    hash: z.string().min(32).max(256),
  })
  .readonly();
export type PasswordVerifier = z.infer<typeof PasswordVerifier>;

/** A password that was used before may not come back so soon: the last four count (8.3.7). */
export const PASSWORDS_REMEMBERED = 4;

/** 柜员卡 as it is kept: a keyed hash of what its stripe says, never the stripe or its number (K05). */
export const OperatorCardHash = z.string().min(20).max(100).brand<"OperatorCardHash">();
export type OperatorCardHash = z.infer<typeof OperatorCardHash>;

/** As many relatives of one person as are known to the branch. */
export const RELATIVES_MAX = 20;

/** 柜员: a person of the branch, and where that person stands in the day (5.6). */
export const Teller = z
  .object({
    id: TellerId,
    name: z.string().min(1).max(40),
    role: Role,
    branch: BranchCode,
    password: PasswordVerifier,
    mustChangePassword: z.boolean(),
    /** 协助执行岗: the duty to carry out orders of the state, and to see them (F03). */
    assists: z.boolean().optional(),
    /** Wrong passwords in a row since the last right one. */
    failures: z.int().min(0),
    /** Set while wrong passwords keep this person out. */
    lockedOutUntil: Instant.optional(),
    attendance: z.enum(["off", "on", "locked"]),
    /** The passwords before this one, newest first, so that none of them comes back (8.3.7). */
    former: z
      .array(PasswordVerifier)
      .max(PASSWORDS_REMEMBERED - 1)
      .readonly()
      .optional(),
    /** 本人客户号: the customer this person is, where the branch serves them too (D08). */
    customer: CustomerId.optional(),
    /** 亲属: customers whom this person neither serves nor authorises for (D08). */
    relatives: z.array(CustomerId).max(RELATIVES_MAX).readonly().optional(),
    operatorCard: OperatorCardHash.optional(),
    lastSignedOnAt: Instant.optional(),
    /** 离岗: since when this person no longer works here; the number is never given again. */
    leftAt: Instant.optional(),
  })
  .readonly();
export type Teller = z.infer<typeof Teller>;

/** Whether a person carries out orders of the state: the duty itself, or the office that has it (F03). */
export function mayAssist({ assists, role }: Pick<Teller, "assists" | "role">): boolean {
  return role === "supervisor" || role === "branch-head" || (role === "teller" && assists === true);
}

/** Whether a person may see such orders at all: whoever carries them out, and the audit. */
export function maySeeOrders(teller: Pick<Teller, "assists" | "role">): boolean {
  return teller.role === "auditor" || mayAssist(teller);
}

/** Whether a customer is this person or a relative of theirs (D08). */
export function kinshipOf(
  { customer, relatives }: Pick<Teller, "customer" | "relatives">,
  whom: CustomerId,
): "own" | "relative" | undefined {
  if (customer === whom) return "own";
  return relatives?.includes(whom) ? "relative" : undefined;
}

/** Wrong passwords in a row that keep a person out, and for how long (ms). */
export const PASSWORD_TRIES = 5;
export const LOCK_OUT_MS = 30 * 60 * 1000;

/** Why somebody cannot sign on. */
export type TellerRefusal =
  | { readonly code: "teller.credentials" }
  | { readonly code: "teller.locked-out"; readonly until: Instant }
  | { readonly code: "teller.password-must-change" }
  | {
      readonly code: "teller.password-weak";
      readonly reason: "short" | "letters-and-digits" | "same" | "former";
    }
  | { readonly code: "teller.not-signed-on" }
  | { readonly code: "teller.locked" }
  /** What must be settled before somebody goes (C04). */
  | { readonly code: "teller.not-settled"; readonly items: readonly OpenItem[] }
  | { readonly code: "teller.already-signed-on" }
  /** `may`: the roles that may, where the table of rights says so. */
  | { readonly code: "teller.role"; readonly role: Role; readonly may?: readonly Role[] }
  /** Nobody serves, or unmasks, themselves or a relative (D08). */
  | { readonly code: "teller.own-business"; readonly whose: "own" | "relative" }
  | { readonly code: "teller.card-unknown" }
  | { readonly code: "teller.card-other" }
  | { readonly code: "teller.card-needed" }
  | PeopleRefusal;

/** Why the record of a person of the branch is not changed as asked (9008). */
export type PeopleRefusal =
  | { readonly code: "people.unknown" }
  | { readonly code: "people.number-taken" }
  | { readonly code: "people.left" }
  /** Nobody changes their own record. */
  | { readonly code: "people.self" }
  | { readonly code: "people.nothing-changed" }
  | { readonly code: "people.not-locked-out" }
  /** The branch would be left without whoever gives an A3: one head, two supervisors. */
  | { readonly code: "people.too-few"; readonly role: Role; readonly needed: number }
  | { readonly code: "people.at-work" }
  /** Cash or blank pieces are still in this person's box. */
  | { readonly code: "people.box-not-empty" }
  | { readonly code: "people.card-taken"; readonly teller: TellerId }
  | { readonly code: "people.already-linked" }
  | { readonly code: "people.duty-of-tellers" };

/** 主管或负责人: whoever gives the branch's word, and looks after what stays undone. */
export function isChief({ role }: Pick<Teller, "role">): boolean {
  return role === "supervisor" || role === "branch-head";
}
