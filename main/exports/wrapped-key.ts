import { createCipheriv } from "node:crypto";

/** What stands before every wrapped key (RFC 3394, 2.2.3.1). */
const MARK = Buffer.alloc(8, 0xa6);
const ROUNDS = 6;

/** A key wrapped with another by AES-256 Key Wrap (RFC 3394): eight bytes longer than it was. */
export function wrappedKey(key: Uint8Array, wrapping: Uint8Array): Buffer {
  const halves = Array.from({ length: key.length / 8 }, (_, at) =>
    Buffer.from(key.subarray(8 * at, 8 * at + 8)),
  );
  let mark: Buffer = MARK;
  for (let step = 0; step < ROUNDS * halves.length; step += 1) {
    const at = step % halves.length;
    const block = Buffer.concat([mark, halves[at] ?? MARK]);
    const cipher = createCipheriv("aes-256-ecb", wrapping, null).setAutoPadding(false);
    const turned = Buffer.concat([cipher.update(block), cipher.final()]);
    // The count of the step goes into the mark; of any key here it fits into the last byte.
    turned.writeUInt8(turned.readUInt8(7) ^ (step + 1), 7);
    mark = turned.subarray(0, 8);
    halves[at] = turned.subarray(8);
  }
  return Buffer.concat([mark, ...halves]);
}
