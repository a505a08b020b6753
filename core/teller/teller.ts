import { z } from "zod";
import { BranchCode } from "#core/branch/branch.ts";
import { Instant } from "#core/calendar/instant.ts";

/** A person who works in the branch is known by a four-digit number. */
export const TellerId = z
  .string()
  .regex(/^\d{4}$/)
  .brand<"TellerId">();
export type TellerId = z.infer<typeof TellerId>;

/** 柜员, 主管, 网点负责人, 审计: what a person may do follows from the role alone. */
export const Role = z.enum(["teller", "supervisor", "branch-head", "auditor"]);
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
  })
  .readonly();
export type Teller = z.infer<typeof Teller>;

/** Whether a person carries out orders of the state: the duty itself, or the office that has it (F03). */
export function mayAssist({ assists, role }: Pick<Teller, "assists" | "role">): boolean {
  return (
    role !== "auditor" && (assists === true || role === "supervisor" || role === "branch-head")
  );
}

/** Whether a person may see such orders at all: whoever carries them out, and the audit. */
export function maySeeOrders(teller: Pick<Teller, "assists" | "role">): boolean {
  return teller.role === "auditor" || mayAssist(teller);
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
      readonly reason: "short" | "letters-and-digits" | "same";
    }
  | { readonly code: "teller.not-signed-on" }
  | { readonly code: "teller.locked" }
  | { readonly code: "teller.already-signed-on" }
  | { readonly code: "teller.role"; readonly role: Role };
