import { createHash } from "node:crypto";
import { z } from "zod";

const Key = z.string().regex(/^[0-9a-f]{64}$/);
const Kind = z.enum(["live", "demonstration"]);
const InstallId = z.string().regex(/^[0-9a-f]{32}$/);
const Sealed = z.string().regex(/^(?:[0-9a-f]{2}){28,65536}$/);

/** The file of the first programs: the master key in clear, and no other. */
export const VaultFile1 = z.strictObject({
  format: z.literal("guitai.vault"),
  version: z.literal(1),
  kind: Kind,
  installId: InstallId,
  createdAt: z.int().nonnegative(),
  wrapping: z.strictObject({ method: z.literal("none") }),
  masterKey: Key,
});
export type VaultFile1 = z.infer<typeof VaultFile1>;

/**
 * scrypt as RFC 7914 has it. The bounds keep a file that somebody wrote from asking for more memory
 * than a counter has; what this program writes costs 128 MiB.
 */
export const ScryptCost = z.strictObject({
  n: z
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
});
export type ScryptCost = z.infer<typeof ScryptCost>;

/** One way to the secret that opens the ring. Any one of a file's slots is enough. */
export const Slot = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("none"), secret: Key }),
  z.strictObject({
    method: z.literal("passphrase"),
    kdf: z.literal("scrypt"),
    ...ScryptCost.shape,
    salt: InstallId,
    sealed: Sealed,
  }),
  z.strictObject({
    method: z.literal("key-store"),
    sealed: z.string().regex(/^(?:[0-9a-f]{2})+$/),
  }),
]);
export type Slot = z.infer<typeof Slot>;
export type PassphraseSlot = Extract<Slot, { readonly method: "passphrase" }>;
export type KeyStoreSlot = Extract<Slot, { readonly method: "key-store" }>;

/**
 * `vault.json`: slots as disks have them (LUKS), and the ring of keys that they open. A live file
 * always has a passphrase, and never a slot that opens without anybody and anything.
 */
export const VaultFile2 = z
  .strictObject({
    format: z.literal("guitai.vault"),
    version: z.literal(2),
    kind: Kind,
    installId: InstallId,
    createdAt: z.int().nonnegative(),
    slots: z.array(Slot).min(1).max(2),
    ring: Sealed,
  })
  .refine(({ kind, slots: [first, second] }) =>
    kind === "demonstration"
      ? first?.method === "none" && second === undefined
      : first?.method === "passphrase" && (second?.method ?? "key-store") === "key-store",
  );
export type VaultFile2 = z.infer<typeof VaultFile2>;

export const VaultFile = z.union([VaultFile1, VaultFile2]);
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
