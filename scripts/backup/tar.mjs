// @ts-check

/** Members begin at multiples of this. */
export const BLOCK = 512;

/** The end of every archive. */
export const END = Buffer.alloc(2 * BLOCK);

/** @typedef {{ name: string, size: number, seconds: number }} Member */

/**
 * The one header that a file of a backup may have: POSIX.1-1988 `ustar`, a plain file that its owner
 * alone may read. Whoever reads compares byte for byte, so links, devices, owners and every other
 * thing that `tar` knows are not even understood.
 * @param {Member} member
 */
export function tarHeader({ name, size, seconds }) {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, "latin1");
  header.write(octal(0o600, 7), 100, "latin1");
  header.write(octal(0, 7), 108, "latin1");
  header.write(octal(0, 7), 116, "latin1");
  header.write(octal(size, 11), 124, "latin1");
  header.write(octal(seconds, 11), 136, "latin1");
  header.write("0", 156, "latin1");
  header.write("ustar\x0000", 257, "latin1");
  header.write(octal(0, 7), 329, "latin1");
  header.write(octal(0, 7), 337, "latin1");
  header.write(`${octal(sumOf(header), 6)}\0 `, 148, "latin1");
  return header;
}

/**
 * What a header says by itself, wherever its checksum holds.
 * @param {Buffer} header
 * @returns {Member & { type: string } | undefined}
 */
export function readHeader(header) {
  if (header.toString("latin1", 148, 154) !== octal(sumOf(header), 6)) return undefined;
  return {
    name: textAt(header, 0, 100),
    type: String.fromCharCode(header[156] ?? 0),
    size: Number.parseInt(textAt(header, 124, 12), 8),
    seconds: Number.parseInt(textAt(header, 136, 12), 8),
  };
}

/**
 * How many zeros follow a file's bytes.
 * @param {number} size
 */
export function padding(size) {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

/**
 * How long an archive with files of these sizes is.
 * @param {readonly number[]} sizes
 */
export function archiveBytes(sizes) {
  return sizes.reduce((bytes, size) => bytes + BLOCK + size + padding(size), END.length);
}

/** @param {Buffer} header */
function sumOf(header) {
  let sum = 8 * 0x20; // The checksum's own place counts as spaces.
  for (const [at, byte] of header.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

/**
 * @param {Buffer} header
 * @param {number} at
 * @param {number} length
 */
function textAt(header, at, length) {
  return header.toString("latin1", at, at + length).replace(/\0.*$/s, "");
}

/**
 * @param {number} value
 * @param {number} digits
 */
function octal(value, digits) {
  return value.toString(8).padStart(digits, "0");
}
