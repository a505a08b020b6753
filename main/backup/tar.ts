import { assert } from "#core/kernel/assert.ts";

/** Members begin at multiples of this, and the archive ends in two such blocks of zeros. */
const TAR_BLOCK_BYTES = 512;

/** What the eleven octal digits of a plain header can say: 8 GiB less one byte. */
const SIZE_MAX = 8 ** 11 - 1;
const NAME_BYTES_MAX = 100;
const CHECKSUM_AT = 148;

/** The end of every archive. */
export const tarEnd: Uint8Array = new Uint8Array(2 * TAR_BLOCK_BYTES);

/** One file of an archive. */
interface TarMember {
  /** Slashes between folders, no more than 100 characters of ASCII. */
  readonly name: string;
  readonly size: number;
  /** Whole seconds since 1970. */
  readonly seconds: number;
}

/**
 * The header before a file's bytes: POSIX.1-1988 `ustar`, which every `tar` opens. A file that its
 * owner alone may read, nobody's by name. The same member always has the same header, so whoever
 * reads a backup compares it byte for byte.
 */
export function tarHeader({ name, size, seconds }: TarMember): Buffer {
  assert(/^[\x21-\x7e]+$/.test(name) && name.length <= NAME_BYTES_MAX, "a plain and short name");
  assert(Number.isInteger(size) && size >= 0 && size <= SIZE_MAX, "a file of less than 8 GiB");
  const header = Buffer.alloc(TAR_BLOCK_BYTES);
  header.write(name, 0, "latin1");
  header.write(octal(0o600, 7), 100, "latin1");
  header.write(octal(0, 7), 108, "latin1"); // Owner and group, by number.
  header.write(octal(0, 7), 116, "latin1");
  header.write(octal(size, 11), 124, "latin1");
  header.write(octal(seconds, 11), 136, "latin1");
  header.write("0", 156, "latin1"); // A plain file.
  header.write("ustar\x0000", 257, "latin1");
  header.write(octal(0, 7), 329, "latin1"); // No device.
  header.write(octal(0, 7), 337, "latin1");

  header.fill(" ", CHECKSUM_AT, CHECKSUM_AT + 8, "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)}\0 `, CHECKSUM_AT, "latin1");
  return header;
}

/** How many zeros follow a file's bytes, up to the next member. */
export function tarPadding(size: number): number {
  return (TAR_BLOCK_BYTES - (size % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}
