import * as zlib from "node:zlib";

/** The table of CRC-32 (IEEE 802.3, polynomial EDB88320 reflected), one step for every byte value. */
const STEPS = Uint32Array.from({ length: 256 }, (_, value) => {
  let step = value;
  for (let bit = 0; bit < 8; bit += 1) step = step & 1 ? (step >>> 1) ^ 0xedb88320 : step >>> 1;
  return step;
});

/**
 * CRC-32 as in zip and Ethernet; finds every single damaged byte.
 *
 * It only lets a scan judge a frame alone: integrity rests on the SHA-256 chain and on the keys. The
 * runtime's own is ten times as fast, but came with Node 20.15, and the older runtime has Node 18.15.
 */
export const crc32: (bytes: Uint8Array) => number = zlib.crc32 ?? crc32ByTable;

/** The same sum, a byte at a time, for the older runtime. */
export function crc32ByTable(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (STEPS[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
