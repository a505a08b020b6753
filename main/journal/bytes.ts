/** The unit in which the journal is written: no block is ever shared by two batches. */
export const BLOCK_BYTES = 4096;

/** Frames inside a batch start at multiples of this. */
export const FRAME_ALIGNMENT_BYTES = 8;

const ZEROS = Buffer.alloc(64 * 1024);

/** The next multiple of `unit` at or after `offset`. */
export function alignUp(offset: number, unit: number): number {
  return Math.ceil(offset / unit) * unit;
}

/** Whether nothing was ever written between two offsets; what lies past the end counts as nothing. */
export function isBlank(bytes: Buffer, from: number, to: number): boolean {
  const end = Math.min(to, bytes.length);
  for (let offset = from; offset < end; offset += ZEROS.length) {
    const length = Math.min(ZEROS.length, end - offset);
    if (bytes.compare(ZEROS, 0, length, offset, offset + length) !== 0) return false;
  }
  return true;
}

/** The offset after the last written byte at or after `from`; `from` itself if nothing is there. */
export function endOfWritten(bytes: Buffer, from: number): number {
  let end = bytes.length;
  while (end - ZEROS.length >= from && isBlank(bytes, end - ZEROS.length, end)) end -= ZEROS.length;
  while (end > from && bytes[end - 1] === 0) end -= 1;
  return Math.max(end, from);
}

/** Stores a whole number up to 2^53 - 1 in eight little-endian bytes. */
export function writeWhole(bytes: Buffer, value: number, offset: number): void {
  bytes.writeBigUInt64LE(BigInt(value), offset);
}

/** Reads eight little-endian bytes. Only a damaged file can hold more than 2^53 - 1. */
export function readWhole(bytes: Buffer, offset: number): number {
  return bytes.readUInt32LE(offset) + bytes.readUInt32LE(offset + 4) * 2 ** 32;
}
