import { createHash } from "node:crypto";
import { z } from "zod";

const Key = z.string().regex(/^[0-9a-f]{64}$/);
const Kind = z.enum(["live", "demonstration"]);
const InstallId = z.string().regex(/^[0-9a-f]{32}$/);
const Sealed = z.string().regex(/^(?:[0-9a-f]{2}){28,32768}$/);
/** No later than any calendar reaches (ECMA-262, time values). */
const Moment = z.int().nonnegative().max(8_640_000_000_000_000);

/** No more is ever read: room for some two hundred data keys. */
export const FILE_BYTES_MAX = 64 * 1024;

/** The file of the first programs: the master key in clear, and no other. */
export const VaultFile1 = z.strictObject({
  format: z.literal("guitai.vault"),
  version: z.literal(1),
  kind: Kind,
  installId: InstallId,
  createdAt: Moment,
  wrapping: z.strictObject({ method: z.literal("none") }),
  masterKey: Key,
});
export type VaultFile1 = z.infer<typeof VaultFile1>;

/** scrypt as RFC 7914 has it: memory is 128·n·r bytes, work goes with n·r·p. */
const scryptCost = {
  n: z
    .int()
    .min(2)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.int().min(8).max(32),
  p: z.int().min(1).max(16),
};

/** What one guess of a passphrase costs. */
export interface ScryptCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** Twice the work of what this program writes, 256 MiB at most: more than that somebody planted. */
const WORK_MAX = 2 * 2 ** 17 * 8;
const isBearable = ({ n, r, p }: ScryptCost): boolean => n * r * p <= WORK_MAX;

/** One way to the secret that opens the ring. Any one of a file's slots is enough. */
export const Slot = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("none"), secret: Key }),
  z
    .strictObject({
      method: z.literal("passphrase"),
      kdf: z.literal("scrypt"),
      ...scryptCost,
      salt: InstallId,
      sealed: Sealed,
    })
    .refine(isBearable),
  z.strictObject({
    method: z.literal("key-store"),
    sealed: z.string().regex(/^(?:[0-9a-f]{2}){1,8192}$/),
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
    createdAt: Moment,
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
  if (bytes.length > FILE_BYTES_MAX) return undefined;
  const [, open, checksum] = LAST_LINE.exec(bytes.toString("latin1")) ?? [];
  if (open === undefined || checksum === undefined) return undefined;
  if (sha256(Buffer.from(open, "latin1")) !== checksum) return undefined;

  const file = VaultFile.safeParse(parsedJson(`${open.slice(0, -2)}}`));
  return file.success ? file.data : "unknown-format";
}

/** What a text says in JSON; undefined where it is none. */
export function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
