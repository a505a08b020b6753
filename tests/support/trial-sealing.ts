import { generateKeyPairSync, sign } from "node:crypto";
import type { Sealing } from "#core/day/day-seal.ts";
import { fen, signedFen } from "#core/money/fen.ts";
import { sealCode } from "#main/seals/seal-code.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const signer = publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");

/** A journal of so many frames that was never sealed, and a vault that signs. */
export function trialSealing(sequence: number): Sealing {
  return {
    install: "00112233445566778899aabbccddeeff",
    signer,
    head: { sequence, hash: sequence.toString(16).padStart(64, "0") },
    previous: undefined,
    figuresSince: () => ({ slips: 3, turnover: fen(120_000), deposits: signedFen(5_000_000) }),
    talliesOf: () => [],
    sign: (seal) => sealCode(seal, (bytes) => sign(null, bytes, privateKey)),
  };
}
