// @ts-check
// The verifier shares no code with the program it checks: a mistake made there is not made here.

/** A reason not to trust a data folder: the file, the frame and the offset where it shows. */
export class Finding extends Error {
  /**
   * @param {string} problem
   * @param {{ file: string, frame?: number, offset?: number }} place
   */
  constructor(problem, { file, frame, offset }) {
    const frameText = frame === undefined ? "" : `, frame ${frame}`;
    const offsetText = offset === undefined ? "" : `, offset ${offset}`;
    super(`${file}${frameText}${offsetText}: ${problem}`);
  }
}

/**
 * A line as it may be shown at a terminal: what it says of a file that somebody else wrote moves no
 * cursor, begins no line of its own and turns no text around.
 * @param {string} text
 */
export function printable(text) {
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** CRC-32 four bits at a time: slower than the program's by bytes, and not the same code. */
const NIBBLE_STEPS = [
  0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
  0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
];

/** @param {Buffer} bytes */
export function checksum(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc = (crc >>> 4) ^ (NIBBLE_STEPS[(crc ^ byte) & 15] ?? 0);
    crc = (crc >>> 4) ^ (NIBBLE_STEPS[(crc ^ (byte >>> 4)) & 15] ?? 0);
  }
  return ~crc >>> 0;
}

/**
 * A whole number of eight bytes. One beyond 2^53 - 1 is none that was ever written.
 * @param {Buffer} bytes
 * @param {number} offset
 */
export function whole(bytes, offset) {
  return bytes.readUInt32LE(offset) + bytes.readUInt32LE(offset + 4) * 2 ** 32;
}

const ZEROS = Buffer.alloc(1 << 20);

/**
 * Offset of the first byte that is not zero from `from` on; -1 when all are.
 * @param {Buffer} bytes
 * @param {number} from
 */
export function firstWritten(bytes, from, to = bytes.length) {
  for (let start = from; start < to; start += ZEROS.length) {
    const part = bytes.subarray(start, Math.min(start + ZEROS.length, to));
    if (part.equals(ZEROS.subarray(0, part.length))) continue;
    return start + part.findIndex((byte) => byte !== 0);
  }
  return -1;
}
