import { createHash } from "node:crypto";
import { z } from "zod";

/** What `vault.json` holds. The master key is 32 bytes as hexadecimal digits. */
export const VaultFile = z.strictObject({
  format: z.literal("guitai.vault"),
  version: z.literal(1),
  kind: z.enum(["live", "demonstration"]),
  installId: z.string().regex(/^[0-9a-f]{32}$/),
  createdAt: z.int().nonnegative(),
  wrapping: z.strictObject({ method: z.literal("none") }),
  masterKey: z.string().regex(/^[0-9a-f]{64}$/),
});
export type VaultFile = z.infer<typeof VaultFile>;

const LAST_LINE = /^([\s\S]*\n) {2}"checksum": "sha256:([0-9a-f]{64})"\n\}\n$/;

/**
 * The text of the file: JSON whose last line is a SHA-256 over all bytes before that line, so that
 * no byte can change unseen. It finds damage; it does not stop anybody who can write the file.
 */
export function sealedText(file: VaultFile): string {
  const open = `${JSON.stringify(file, undefined, 2).slice(0, -2)},\n`;
  return `${open}  "checksum": "sha256:${sha256(Buffer.from(open, "latin1"))}"\n}\n`;
}

/** Reads and verifies the file; undefined if it is not, byte for byte, what was written. */
export function vaultFileFrom(bytes: Buffer): VaultFile | "unknown-format" | undefined {
  const [, open, checksum] = LAST_LINE.exec(bytes.toString("latin1")) ?? [];
  if (open === undefined || checksum === undefined) return undefined;
  if (sha256(Buffer.from(open, "latin1")) !== checksum) return undefined;

  const file = VaultFile.safeParse(parsed(`${open.slice(0, -2)}}`));
  return file.success ? file.data : "unknown-format";
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
