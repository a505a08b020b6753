import { createCipheriv } from "node:crypto";
import { known } from "#core/kernel/assert.ts";
import type { Chance } from "#core/password-card/draw.ts";

const BLOCK = Buffer.alloc(64 * 1024);

/**
 * Chance that comes out the same for the same seed of 16 bytes: the keystream of AES-128, four
 * bytes a draw, those thrown away that would make low numbers likelier.
 */
export function chanceFrom(seed: Uint8Array): Chance {
  const stream = createCipheriv("aes-128-ctr", seed, Buffer.alloc(16));
  let words = new Uint32Array();
  let used = 0;

  function word(): number {
    if (used === words.length) {
      words = new Uint32Array(new Uint8Array(stream.update(BLOCK)).buffer);
      used = 0;
    }
    used += 1;
    return known(words[used - 1], "a block was just drawn");
  }

  return (below) => {
    const fair = 2 ** 32 - (2 ** 32 % below);
    let drawn = word();
    while (drawn >= fair) drawn = word();
    return drawn % below;
  };
}
