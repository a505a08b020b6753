import canonicalize from "canonicalize";
import type { BranchRecord } from "#core/books/books.ts";
import { known } from "#core/kernel/assert.ts";
import type { LossCase } from "#core/loss/loss-case.ts";
import type { Slip } from "#core/slip/slip.ts";
import type { PackedFrame } from "./gather-frames.ts";

/** What an evidence pack says, before it is signed. Times are milliseconds since 1970. */
export interface EvidencePack {
  readonly format: "guitai-evidence-pack";
  readonly version: 1;
  /** The installation whose journal it is from, hexadecimal. */
  readonly install: string;
  readonly kind: "live" | "demonstration";
  readonly branch: BranchRecord["branch"];
  readonly lossCase: LossCase;
  readonly made: {
    readonly at: number;
    readonly by: string;
    readonly approvers: readonly string[];
    readonly reason: string;
    /** The journal number of the posting that allowed it. */
    readonly authorised: number;
  };
  /** The journal as it was read and verified anew for this pack, from its first frame to its head. */
  readonly verified: {
    readonly result: "whole";
    readonly frames: number;
    readonly head: { readonly sequence: number; readonly hash: string };
  };
  readonly frames: readonly PackedFrame[];
  readonly slips: readonly Slip[];
  /** What nobody can tell from the journal, in words. */
  readonly limits: readonly string[];
  /** The Ed25519 key that it is signed with, hexadecimal. */
  readonly signer: string;
}

/** Said in every pack, so that whoever reads it takes it for no more than it is. */
export const packLimits = [
  "Refusals by the rules do not name the request, so only those about a slip of the case are here.",
  "A word against a request that was never posted afterwards names a hash that nothing here has.",
  "The signature proves which installation made this file; the seal of a day, kept elsewhere, proves that its journal was not built anew.",
];

/**
 * The pack as one signed document: Ed25519 (RFC 8032) over its canonical JSON (RFC 8785) without the
 * signature, which then stands as its last member, hexadecimal.
 */
export function signedPack(pack: EvidencePack, sign: (bytes: Uint8Array) => Uint8Array): Buffer {
  const text = known(canonicalize(pack), "a pack is plain data");
  const signature = Buffer.from(sign(Buffer.from(text, "utf8"))).toString("hex");
  return Buffer.from(`${text.slice(0, -1)},"signature":"${signature}"}\n`, "utf8");
}
