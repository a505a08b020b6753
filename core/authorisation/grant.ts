import { z } from "zod";
import { isWorth, Level } from "#core/authorisation/level.ts";
import { BranchCode } from "#core/branch/branch.ts";
import { Instant } from "#core/calendar/instant.ts";
import { accept, type Result, refuse } from "#core/kernel/result.ts";
import { type Teller, TellerId } from "#core/teller/teller.ts";

/** SHA-256 of the exact request in hexadecimal: what an approval is bound to. */
export const RequestHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<"RequestHash">();
export type RequestHash = z.infer<typeof RequestHash>;

/** 授权: a second person's word for one exact request. Used once, and not for long (D03, D09). */
export const Grant = z
  .object({
    id: z.string().min(1).max(40),
    hash: RequestHash,
    level: Level,
    maker: TellerId,
    branch: BranchCode,
    approvers: z.array(TellerId).min(1).max(2).readonly(),
    /** Two supervisors make an A3; after the first the grant is still open. */
    status: z.enum(["half", "whole", "used"]),
    expiresAt: Instant,
  })
  .readonly();
export type Grant = z.infer<typeof Grant>;

/** Why a second person's word does not count (host errors 949 to 951 of the field). */
export type AuthorisationRefusal =
  | { readonly code: "authorisation.needed"; readonly level: Level; readonly hash: RequestHash }
  | { readonly code: "authorisation.self" }
  /** Who made what is to be undone does not judge whether it is (C06). */
  | { readonly code: "authorisation.own-posting" }
  /** It is the approver's own business, or a relative's (D08). */
  | { readonly code: "authorisation.own-business" }
  /** What is handed over is taken in by those who get it, and by nobody else (V07). */
  | { readonly code: "authorisation.only-by"; readonly people: readonly TellerId[] }
  | { readonly code: "authorisation.other-branch" }
  | { readonly code: "authorisation.level"; readonly level: Level }
  | { readonly code: "authorisation.second-supervisor"; readonly hash: RequestHash }
  | { readonly code: "authorisation.same-supervisor" }
  | { readonly code: "authorisation.unknown" }
  | { readonly code: "authorisation.other-request" }
  | { readonly code: "authorisation.used" }
  | { readonly code: "authorisation.expired" };

/** Whose word a decision leaves out, or waits for. */
interface Words {
  readonly notBy?: readonly TellerId[] | undefined;
  readonly onlyBy?: readonly TellerId[] | undefined;
  readonly concerned?: readonly TellerId[] | undefined;
}

/** Whether `approver` may speak for a request of `maker` at `level`; `earlier` is a first half. */
export function approve(
  asked: {
    readonly level: Level;
    readonly maker: Teller;
    readonly earlier: Grant | undefined;
  } & Words,
  approver: Teller,
): Result<"half" | "whole", AuthorisationRefusal> {
  if (approver.id === asked.maker.id) return refuse({ code: "authorisation.self" });
  const may = maySpeak(asked, approver.id);
  if (!may.ok) return may;
  if (approver.branch !== asked.maker.branch) return refuse({ code: "authorisation.other-branch" });

  const worth = isWorth(approver.role, asked.level);
  if (worth === "nothing") return refuse({ code: "authorisation.level", level: asked.level });
  if (worth === "whole") return accept("whole");

  if (!asked.earlier) return accept("half");
  if (asked.earlier.maker !== asked.maker.id) {
    return refuse({ code: "authorisation.other-request" });
  }
  if (asked.earlier.approvers.includes(approver.id)) {
    return refuse({ code: "authorisation.same-supervisor" });
  }
  return accept("whole");
}

/** Whether `grant` carries this very request now; nobody's word serves twice. */
export function honour(
  grant: Grant | undefined,
  asked: {
    readonly level: Level;
    readonly hash: RequestHash;
    readonly maker: TellerId;
    readonly branch: BranchCode;
    readonly now: Instant;
  } & Words,
): Result<Grant, AuthorisationRefusal> {
  if (!grant) return refuse({ code: "authorisation.unknown" });
  if (grant.hash !== asked.hash || grant.maker !== asked.maker) {
    return refuse({ code: "authorisation.other-request" });
  }
  if (grant.branch !== asked.branch) return refuse({ code: "authorisation.other-branch" });
  if (grant.approvers.includes(asked.maker)) return refuse({ code: "authorisation.self" });
  for (const person of grant.approvers) {
    const may = maySpeak(asked, person);
    if (!may.ok) return may;
  }
  if (grant.status === "used") return refuse({ code: "authorisation.used" });
  if (asked.now > grant.expiresAt) return refuse({ code: "authorisation.expired" });
  if (grant.status === "half") {
    return refuse({ code: "authorisation.second-supervisor", hash: asked.hash });
  }
  if (grant.level < asked.level) return refuse({ code: "authorisation.level", level: asked.level });
  return accept(grant);
}

/** Whether the word of this very person counts here, whatever their office. */
function maySpeak(
  { notBy, onlyBy, concerned }: Words,
  person: TellerId,
): Result<TellerId, AuthorisationRefusal> {
  if (notBy?.includes(person)) return refuse({ code: "authorisation.own-posting" });
  if (concerned?.includes(person)) return refuse({ code: "authorisation.own-business" });
  if (onlyBy && !onlyBy.includes(person)) {
    return refuse({ code: "authorisation.only-by", people: onlyBy });
  }
  return accept(person);
}
